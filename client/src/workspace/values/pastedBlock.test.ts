import { encodeCells } from "@trellis/shared/codecs/csv";
import { RECORDS_LIMIT } from "@trellis/shared/schema/fields";
import type { RecordId } from "@trellis/shared/schema/ids";
import { RECORDS } from "@trellis/shared/schema/records";
import { describe, expect, it } from "vitest";
import { cellRows, isBlock } from "./cellLines.ts";
import { BlockTooLong, NO_ANSWERS, type PasteAnswers, type PasteTarget, pastedBlock } from "./pastedBlock.ts";

const LABELS: Readonly<Record<string, readonly string[]>> = { date: ["Date", "Year"], value: ["Value"] };

const target = (record: keyof typeof RECORDS, columns: readonly string[]): PasteTarget => ({
  fields: RECORDS[record].fields,
  columns,
  sources: [{ id: "ons" as RecordId, title: "Office for National Statistics" }],
  namesOf: (field) => LABELS[field] ?? [],
  labelOf: (_list, value) => value.replaceAll("_", " "),
  idOf: (_spec, title) => (title === "Homes at EPC C" ? "k-homes" : null),
  isHeadings: (named) => named > 0,
  limit: RECORDS_LIMIT,
  blanks: "nothing",
});
const points = target("point", ["date", "value", "source"]);
const values = (text: string, into = points) => pastedBlock(text, into).rows.map((row) => row.values);

describe("cells of a text", () => {
  it.each<[string, string[][]]>([
    [
      "2020\t10\r\n2021\t20\r\n",
      [
        ["2020", "10"],
        ["2021", "20"],
      ],
    ],
    [
      "2020;10,5\n2021;20,5",
      [
        ["2020", "10,5"],
        ["2021", "20,5"],
      ],
    ],
    [
      "2020,10\n2021,20",
      [
        ["2020", "10"],
        ["2021", "20"],
      ],
    ],
    ["12,500\n1,250", [["12,500"], ["1,250"]]],
    [
      'a,"b, with ""quotes""\nand a line"\nc,d',
      [
        ["a", 'b, with "quotes"\nand a line'],
        ["c", "d"],
      ],
    ],
    [
      '2"\tpipe\n3"\tpipe',
      [
        ['2"', "pipe"],
        ['3"', "pipe"],
      ],
    ],
    ["one\n\n\ntwo\n", [["one"], [""], [""], ["two"]]],
    ["heat, power\nand transport", [["heat, power"], ["and transport"]]],
  ])("%j", (text, lines) => expect(cellRows(text)).toEqual(lines));

  it("leaves one cell to the field it is pasted into", () => {
    expect(isBlock("1,250.5\n")).toBe(false);
    expect(isBlock("2020\t1")).toBe(true);
    expect(isBlock("a sentence\n\n")).toBe(false);
  });

  it("keeps an empty cell at the end of a copied column", () => {
    const column = encodeCells([["one"], [null]], true);
    expect(isBlock(column, true)).toBe(true);
    expect(cellRows(column, "\t")).toEqual([["one"], [""]]);
    // A spreadsheet closes its last row with a line end, which is no row.
    expect(isBlock("one\r\n", true)).toBe(false);
    expect(cellRows("one\r\n\r\n", "\t")).toEqual([["one"], [""]]);
  });
});

describe("a pasted block", () => {
  it("goes into the columns from the one pasted into", () => {
    expect(values("2020\t10.5\tONS report\n2021\t1,250,000")).toEqual([
      { date: "2020", value: 10.5, source: "ONS report" },
      { date: "2021", value: 1_250_000 },
    ]);
  });

  it("goes by its headings, in any order, by name or label, and says which columns have no field", () => {
    const block = pastedBlock("Region\tValue (kt CO2)\tYEAR\tsource\nBury\t7\t2020\toffice for x", points);
    expect(block.rows).toEqual([{ values: { value: 7, date: "2020", source: "office for x" }, marked: {} }]);
    expect(block.leftOut).toEqual(["Region"]);
    expect(values("source\tdate\nOffice for National Statistics\t2020-05")).toEqual([
      { source: "ons", date: "2020-05" },
    ]);
  });

  it("keeps a text where a number belongs, with the reason, and the rest of its row", () => {
    const [row] = pastedBlock("2020\tnot yet known\n2021\t3.5", points).rows;
    expect(row?.values).toEqual({ date: "2020" });
    expect(row?.marked.value).toMatchObject({ text: "not yet known", reason: { code: "not_a_number" } });
  });

  it("asks about a number that can be read in two ways, and learns from those that cannot", () => {
    const unclear = pastedBlock("2020\t1,234\n2021\t5", points);
    expect(unclear.asks.number).toBe("1,234");
    expect(unclear.rows[0]?.marked.value?.reason).toMatchObject({
      code: "ambiguous_number",
      hints: ["1234", "1.234"],
    });
    const answered = (mark: "point" | "comma") =>
      pastedBlock("2020\t1,234", points, { ...NO_ANSWERS, mark }).rows[0]?.values.value;
    expect([answered("point"), answered("comma")]).toEqual([1234, 1.234]);
    expect(values("2020\t1,234\n2021\t0.5").map((row) => row.value)).toEqual([1234, 0.5]);
    expect(values("2020\t1,234\n2021\t0,5").map((row) => row.value)).toEqual([1.234, 0.5]);
    expect(values("2020\t1 234,5\n2021\t1.234.567").map((row) => row.value)).toEqual([1234.5, 1_234_567]);
    expect(pastedBlock("2020\t1,234\n2021\t0,5\n2022\t0.5", points).asks.number).toBe("1,234");
  });

  it("asks about a date that can be read in two ways, and learns from those that cannot", () => {
    expect(pastedBlock("05/06/2030\t1", points).asks.date).toBe("05/06/2030");
    expect(values("05/06/2030\t1\n31/12/2030\t2").map((row) => row.date)).toEqual([
      "2030-06-05",
      "2030-12-31",
    ]);
    expect(values("05/06/2030\t1\n12/31/2030\t2").map((row) => row.date)).toEqual([
      "2030-05-06",
      "2030-12-31",
    ]);
    expect(values("07/07/2030\t1").map((row) => row.date)).toEqual(["2030-07-07"]);
    expect(pastedBlock("05/06/2030\t1\n07/07/2030\t1", points).asks.date).toBe("05/06/2030");
    expect(values("Apr 2020\t1\n2021-05\t2\n31 December 2022\t3").map((row) => row.date)).toEqual([
      "2020-04",
      "2021-05",
      "2022-12-31",
    ]);
    expect(pastedBlock("31/02/2030\t1", points).rows[0]?.marked.date?.text).toBe("31/02/2030");
  });

  it("reads choices, yes and no, several words, cards and currencies", () => {
    const participation = target("participation", ["date", "influence", "groups", "people"]);
    expect(values("2020\tCollaborate\ttenants; owners\t1,015,000", participation)).toEqual([
      { date: "2020", influence: "collaborate", groups: ["tenants", "owners"], people: 1_015_000 },
    ]);
    expect(pastedBlock("2020\tPartly\nx", participation).rows[0]?.marked.influence?.reason.code).toBe(
      "not_listed",
    );
    expect(values("value\tapprox\nabout forty\tyes", target("figure", []))).toEqual([
      { value: "about forty", approx: true },
    ]);
    expect(values("Homes at EPC C\t5", target("contribution", ["indicatorId", "low"]))).toEqual([
      { indicatorId: "k-homes", low: 5 },
    ]);
    expect(values("gbp\teur\t1.17", target("currencyRate", ["from", "to", "rate"]))).toEqual([
      { from: "GBP", to: "EUR", rate: 1.17 },
    ]);
  });

  it("refuses more rows than a list may hold", () => {
    const text = Array.from({ length: 10_001 }, (_, index) => `2020\t${index}`).join("\n");
    expect(() => pastedBlock(text, points)).toThrow(BlockTooLong);
    expect(pastedBlock(text.replace("2020\t0\n", ""), points).rows).toHaveLength(10_000);
  });
});

describe("a block for rows that have their places", () => {
  const rowsOf = (text: string, more: Partial<PasteTarget> = {}) =>
    pastedBlock(text, { ...points, blanks: "empty", limit: 500, ...more }).rows;

  it("keeps rows without words in their place, and an empty cell empties", () => {
    expect(rowsOf("2020\t1\n\t\n2022\t").map(({ values: own }) => own)).toEqual([
      { date: "2020", value: 1 },
      { date: null, value: null },
      { date: "2022", value: null },
    ]);
  });

  it("takes commas for words where the text is known to come from a spreadsheet", () => {
    const into = { columns: ["note", "status"], delimiter: "\t" } as const;
    expect(rowsOf("heat, power\nwater, food", into)[0]?.values).toEqual({ note: "heat, power" });
  });

  it("marks text where a number belongs, and writes the cells beside it", () => {
    const [row] = rowsOf("2020\tabout twelve");
    expect(row?.values).toEqual({ date: "2020" });
    expect(row?.marked.value).toMatchObject({ text: "about twelve", reason: { code: "not_a_number" } });
  });

  it("reads a first row as headings only when most of it is", () => {
    const isHeadings = (named: number, cells: number) => named * 2 > cells;
    expect(rowsOf("Year\tsoon", { isHeadings })).toHaveLength(1);
    expect(rowsOf("Year\tValue\n2020\t5", { isHeadings })).toHaveLength(1);
    expect(rowsOf("Year\tValue\n2020\t5", { isHeadings })[0]?.values).toEqual({ date: "2020", value: 5 });
  });

  describe("with fields to choose from", () => {
    const table: Partial<PasteTarget> = {
      isHeadings: (named, cells) => named * 2 > cells,
      choices: [{ field: "note", label: "Note" }],
      isSum: (field) => field === "value",
    };
    const block = (text: string, answers: Partial<PasteAnswers> = {}) =>
      pastedBlock(text, { ...points, blanks: "empty", limit: 500, ...table }, { ...NO_ANSWERS, ...answers });

    it("asks which field a head means that names none, and keeps its texts where one is chosen", () => {
      const text = "Year\tValue\tRemarks made\n2020\t5\tfirst\n2021\t6\t";
      const { asks } = block(text);
      expect(asks.columns).toEqual([{ place: 2, head: "Remarks made", example: "first" }]);
      const chosen = block(text, { columns: { 2: "note" } });
      expect(chosen.asks.columns).toEqual([]);
      expect(chosen.rows[0]?.values).toEqual({ date: "2020", value: 5, note: "first" });
      expect(block(text, { columns: {} }).leftOut).toContain("Remarks made");
    });

    it("asks whether the first row is one of headings where few of it name a field", () => {
      const text = "Year\tHow much\tWho\n2020\t5\tus";
      expect(block(text).asks.heads).toEqual(["Year", "How much", "Who"]);
      expect(block(text, { hasHeads: false })).toMatchObject({ asks: { heads: null }, rows: { length: 2 } });
      const asked = block(text, { hasHeads: true });
      expect(asked.rows).toHaveLength(1);
      expect(asked.asks.columns.map(({ head }) => head)).toEqual(["How much", "Who"]);
      // Nothing to ask about: no row below it, or no field named.
      expect(block("Year\tHow much\tWho").asks.heads).toBeNull();
      expect(block("2020\t5\n2021\t6").asks.heads).toBeNull();
    });

    it("does not name a field twice", () => {
      const { rows, asks } = block("Year\tDate\tValue\n2020\t2021\t5");
      expect(rows[0]?.values).toEqual({ date: "2020", value: 5 });
      expect(asks.columns.map(({ head }) => head)).toEqual(["Date"]);
    });

    it("keeps the currency that a head or a cell names, and asks for one that is unclear", () => {
      const [first, second] = block("Year\tValue (GBP)\n2020\t5\n2021\t€6").rows;
      expect([first?.currencies, second?.currencies]).toEqual([{ value: "GBP" }, { value: "EUR" }]);
      const text = "Year\tValue\n2020\t$5\n2021\t$6";
      expect(block(text).asks).toMatchObject({ currency: "$5", currencies: ["USD", "CAD", "AUD", "NZD"] });
      const answered = block(text, { currency: "AUD" });
      expect(answered.asks.currency).toBeNull();
      expect(answered.rows.map(({ values: own, currencies }) => [own.value, currencies])).toEqual([
        [5, { value: "AUD" }],
        [6, { value: "AUD" }],
      ]);
    });
  });
});
