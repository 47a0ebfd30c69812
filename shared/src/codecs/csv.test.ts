import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { encodeCells, encodeCsv } from "./csv.ts";

const lines = (rows: Parameters<typeof encodeCsv>[0]): string[] => encodeCsv(rows).slice(1).split("\r\n");

describe("a table as CSV", () => {
  it("begins with a byte order mark, parts cells by commas and ends lines as spreadsheets do", () => {
    expect(
      encodeCsv([
        ["Card", "Load"],
        ["Retrofit", 3],
      ]),
    ).toBe("\uFEFFCard,Load\r\nRetrofit,3");
  });

  it("quotes commas, quotation marks and line ends, so that they come back as they were", () => {
    const rows = [["a, b", 'the "big" one', "two\nlines", "  spaces "]];
    expect(Papa.parse(encodeCsv(rows).slice(1)).data).toEqual(rows);
  });

  it("writes an apostrophe before what a spreadsheet would run", () => {
    for (const text of ["=1+1", "+44 161", "-cut", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
      expect(Papa.parse(encodeCsv([[text, "x"]]).slice(1)).data).toEqual([[`'${text}`, "x"]]);
    expect(lines([["A=B", "a-b"]])).toEqual(["A=B,a-b"]);
  });

  it("leaves numbers alone and what is not known empty", () => {
    expect(lines([[-4, 0.5, null, Number.NaN, Number.POSITIVE_INFINITY]])).toEqual(["-4,0.5,,,"]);
  });
});

describe("a block of cells on the clipboard", () => {
  const block = [
    ["=1+1", 12.5],
    ["two\nlines", null],
  ];

  it("parts cells by tabs, keeps line ends within them and is no formula elsewhere", () => {
    expect(encodeCells(block)).toBe(`"'=1+1"\t12.5\n"two\nlines"\t\n`);
    expect(Papa.parse(encodeCells(block).slice(0, -1), { delimiter: "\t" }).data).toEqual([
      ["'=1+1", "12.5"],
      ["two\nlines", ""],
    ]);
  });

  it("is left as it is where only Trellis reads it", () => {
    expect(encodeCells(block, true)).toBe(`=1+1\t12.5\n"two\nlines"\t\n`);
  });

  it("tells a last row that is empty from none, and leaves one cell a word", () => {
    expect(encodeCells([["a"], [null]])).toBe("a\n\n");
    expect(encodeCells([["a"]])).toBe("a");
  });
});
