import { describe, expect, it } from "vitest";
import { columnsChosen, readTable, sortingOf, writeTable } from "./tableAddress.ts";

describe("the table's part of the address", () => {
  it("comes back as it was written, and leaves other keys alone", () => {
    const search = "?level=national&table=risk&columns=kind,impact&sort=-impact&find=flood";
    const read = readTable(search);
    expect(read).toEqual({
      type: "risk",
      columns: ["kind", "impact"],
      sort: { column: "impact", down: true },
      find: "flood",
    });
    expect(writeTable("?level=national", read)).toBe(search);
    expect(writeTable(search, { type: null, columns: null, sort: null, find: "" })).toBe("?level=national");
  });

  it("tells no columns at all from the usual ones", () => {
    expect(readTable(writeTable("", { type: null, columns: [], sort: null, find: "" })).columns).toEqual([]);
    expect(readTable("").columns).toBeNull();
    expect(columnsChosen("risk", ["title", "kind"])).toEqual(["kind"]);
    expect(columnsChosen("grand_challenge", ["title", "summary", "source"])).toBeNull();
  });

  it("reads what makes no sense as nothing asked", () => {
    expect(readTable("?table=card&columns=&sort=-&find=")).toEqual({
      type: null,
      columns: [],
      sort: null,
      find: "",
    });
    expect(sortingOf("risk", { column: "cost.amount", down: false })).toBeNull();
    expect(sortingOf("project", { column: "cost.amount", down: false })).not.toBeNull();
    expect(readTable(`?find=${"x".repeat(5_000)}`).find).toHaveLength(200);
  });
});
