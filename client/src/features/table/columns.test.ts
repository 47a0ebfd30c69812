import { fieldsOfCard } from "@trellis/shared/schema/cardTypes";
import { CARD_TYPES } from "@trellis/shared/schema/enums";
import { describe, expect, it } from "vitest";
import words from "../../locales/en/table.json" with { type: "json" };
import { chosenColumns, columnsOf, TITLE } from "./columns.ts";

const keys = (type: (typeof CARD_TYPES)[number]) => columnsOf(type).map(({ key }) => key);

describe("columns of a type", () => {
  it.each(CARD_TYPES)("%s: every field but lenses has a column, each key once, the title first", (type) => {
    const own = keys(type);
    expect(own[0]).toBe(TITLE);
    expect(new Set(own).size).toBe(own.length);
    for (const [name, spec] of Object.entries(fieldsOfCard(type)))
      if (spec.kind !== "lenses")
        expect(
          own.some((key) => key === name || key.startsWith(`${name}.`)),
          name,
        ).toBe(true);
  });

  it.each(CARD_TYPES)("%s: what is shown at first exists", (type) => {
    const shown = chosenColumns(type, null);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.length).toBeLessThan(10);
  });

  it("parts of a field are columns of their own, lists are told by their number", () => {
    expect(keys("project")).toEqual(
      expect.arrayContaining(["home", "role.accountable", "cost.amount", "cost.low"]),
    );
    expect(columnsOf("indicator").find(({ key }) => key === "targets")?.kind).toBe("count");
    expect(columnsOf("mission").some(({ key }) => key === "rubric.scale")).toBe(false);
    expect(keys("actor")).not.toContain("role.accountable");
  });

  it("columns stand in the order of the address; those of another type are passed over", () => {
    expect(chosenColumns("risk", ["impact", "cost.amount", "kind"]).map(({ key }) => key)).toEqual([
      "title",
      "impact",
      "kind",
    ]);
  });
});

describe("columns that count", () => {
  it("say what they count, so that no number is read as the thing itself", () => {
    const fields = CARD_TYPES.flatMap((type) =>
      columnsOf(type).flatMap((column) => (column.kind === "count" ? column.field : [])),
    );
    expect(fields).toContain("targets");
    for (const field of fields)
      expect(words.count).toMatchObject({
        [`${field}_one`]: expect.stringContaining("{{count}} "),
        [`${field}_other`]: expect.stringContaining("{{count}} "),
      });
  });
});
