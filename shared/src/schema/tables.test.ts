import { describe, expect, it } from "vitest";
import { CARD_FIELDS } from "./cardTypes.ts";
import { checkValue } from "./checkValue.ts";
import { CARD_TYPES } from "./enums.ts";
import type { Fields } from "./fields.ts";
import { LINK_FIELDS, LINK_RULES, LINK_TYPES, linkTypesBetween, mayLink } from "./linkTypes.ts";
import { fieldsOfMap } from "./mapSettings.ts";
import { RECORDS, type RecordName, recordTable } from "./records.ts";

const everyTable: Fields[] = [...Object.values(CARD_FIELDS), ...Object.values(LINK_FIELDS), fieldsOfMap];

describe("the tables", () => {
  it("[MAP23] hold twelve card types, fourteen link types, and no stance", () => {
    expect(Object.keys(CARD_FIELDS)).toEqual([...CARD_TYPES]);
    expect(CARD_TYPES).toHaveLength(12);
    expect(Object.keys(LINK_RULES)).toEqual([...LINK_TYPES]);
    expect(LINK_TYPES).toHaveLength(14);
    expect(JSON.stringify(everyTable)).not.toMatch(/"stances?"\s*:\s*\{"kind":"(records|group)/);
    for (const fields of Object.values(CARD_FIELDS)) expect(Object.keys(fields)).not.toContain("stance");
  });

  it("[MAP23] name only lists of records that exist, with a sort field they have", () => {
    for (const fields of everyTable)
      for (const spec of Object.values(fields))
        if (spec.kind === "records") expect(Object.keys(RECORDS)).toContain(spec.record);
    for (const name of Object.keys(RECORDS) as RecordName[]) {
      const { fields, sortBy, elseBy } = recordTable(name);
      for (const by of [sortBy, elseBy]) if (by) expect(Object.keys(fields)).toContain(by);
    }
  });

  it("[MAP23] let a mission answer for nothing and a project have one of three homes", () => {
    expect(mayLink("part_of", "project", "mission")).toBe(true);
    expect(mayLink("part_of", "instrument", "project")).toBe(false);
    expect(mayLink("supports", "evidence", "note")).toBe(false);
    expect(linkTypesBetween("actor", "decision")).toEqual(["responsible", "relates_to"]);
  });
});

describe("values", () => {
  it("[MAP24] treats null and missing as not known, everywhere", () => {
    for (const fields of everyTable)
      for (const spec of Object.values(fields)) {
        expect(checkValue(spec, null)).toBeNull();
        expect(checkValue(spec, undefined)).toBeNull();
      }
  });

  it("[MAP24] never takes NaN, infinity, a wrong day or a script address", () => {
    expect(checkValue({ kind: "number" }, Number.NaN)?.code).toBe("not_a_number");
    expect(checkValue({ kind: "number" }, Number.POSITIVE_INFINITY)?.code).toBe("not_a_number");
    expect(checkValue({ kind: "date" }, "2023-02-29")?.code).toBe("not_a_date");
    expect(checkValue({ kind: "url" }, "javascript:alert(1)")?.code).toBe("not_an_address");
    expect(checkValue({ kind: "enumList", of: "level" }, "national")?.code).toBe("not_a_list");
  });
});
