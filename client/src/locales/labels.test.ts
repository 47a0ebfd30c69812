/** Every value of the shared tables has its words: a new field, type or choice without a label fails here. */

import { REFUSALS } from "@trellis/shared/protocol/messages";
import { CARD_FIELDS } from "@trellis/shared/schema/cardTypes";
import { CARD_TYPES, ENUMS } from "@trellis/shared/schema/enums";
import type { Fields } from "@trellis/shared/schema/fields";
import { LENSES } from "@trellis/shared/schema/lenses";
import { LINK_FIELDS, LINK_TYPES } from "@trellis/shared/schema/linkTypes";
import { fieldsOfMap } from "@trellis/shared/schema/mapSettings";
import { RECORDS } from "@trellis/shared/schema/records";
import { describe, expect, it } from "vitest";
import enums from "./en/enums.json" with { type: "json" };
import errors from "./en/errors.json" with { type: "json" };
import fields from "./en/fields.json" with { type: "json" };
import inspector from "./en/inspector.json" with { type: "json" };
import lenses from "./en/lenses.json" with { type: "json" };
import save from "./en/save.json" with { type: "json" };
import types from "./en/types.json" with { type: "json" };

type Texts = { readonly [key: string]: string | Texts };

function textAt(texts: Texts, ...path: (string | number)[]): string | undefined {
  let at: string | Texts | undefined = texts;
  for (const step of path) at = typeof at === "object" ? at[String(step)] : undefined;
  return typeof at === "string" ? at : undefined;
}

function namesIn(table: Fields, found: Map<string, string | undefined>): void {
  for (const [name, spec] of Object.entries(table)) {
    found.set(name, spec.kind === "number" ? spec.unit : undefined);
    if (spec.kind === "group" || spec.kind === "rows") namesIn(spec.parts, found);
  }
}

describe("the English catalogue names everything of the tables", () => {
  const tables: Fields[] = [
    ...Object.values(CARD_FIELDS),
    ...Object.values(LINK_FIELDS),
    ...Object.values(RECORDS).map((record) => record.fields),
    fieldsOfMap,
  ];
  const found = new Map<string, string | undefined>();
  for (const table of tables) namesIn(table, found);

  it("fields and units", () => {
    expect([...found.keys()].filter((name) => !textAt(fields, name))).toEqual([]);
    const units = [...found.values()].filter((unit) => unit !== undefined);
    expect(units.filter((unit) => textAt(inspector, "unit", unit) === undefined)).toEqual([]);
  });

  it("choices", () => {
    const missing = Object.entries(ENUMS).flatMap(([list, values]) =>
      values.filter((value) => !textAt(enums, list, value)).map((value) => `${list}.${value}`),
    );
    expect(missing).toEqual([]);
  });

  it("types of cards, links and records", () => {
    expect(CARD_TYPES.filter((type) => !textAt(types, "cardType", type))).toEqual([]);
    expect(CARD_TYPES.filter((type) => !textAt(types, "cardTypes", type))).toEqual([]);
    for (const form of ["name", "out", "in"])
      expect(LINK_TYPES.filter((type) => !textAt(types, "linkType", type, form))).toEqual([]);
    expect(Object.keys(RECORDS).filter((name) => !textAt(types, "record", name, "add"))).toEqual([]);
  });

  it("lenses and their tags", () => {
    const missing = LENSES.flatMap(({ id, values }) => [
      ...(textAt(lenses, id, "name") ? [] : [id]),
      ...values.filter((value) => !textAt(lenses, id, "values", value)).map((value) => `${id}.${value}`),
    ]);
    expect(missing).toEqual([]);
  });

  it("reasons of refusal", () => {
    expect(REFUSALS.filter((code) => !textAt(save, "refusal", code))).toEqual([]);
    expect(textAt(errors, "misfit", "too_long")).toContain("{{limit}}");
  });
});
