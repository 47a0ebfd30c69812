import { CARD_FIELDS } from "@trellis/shared/schema/cardTypes";
import type { FieldSpec, Fields } from "@trellis/shared/schema/fields";
import type { RecordId } from "@trellis/shared/schema/ids";
import { RECORDS } from "@trellis/shared/schema/records";
import { describe, expect, it } from "vitest";
import { codecOf } from "./codecs.ts";

const SOURCES = [{ id: "tyndall-2018" as RecordId, title: "Tyndall Centre report" }];

function parse(spec: FieldSpec, text: string) {
  const codec = codecOf(spec, SOURCES);
  if (!codec) throw new Error(`${spec.kind} is not typed`);
  return codec.parse(text);
}

describe("what is typed into a field", () => {
  it.each<[FieldSpec, string, unknown]>([
    [{ kind: "number" }, "1,250.5", 1250.5],
    [{ kind: "number" }, "29 000 000", 29_000_000],
    [{ kind: "number" }, "-0.5", -0.5],
    [{ kind: "date" }, " 2026-04 ", "2026-04"],
    [{ kind: "figure" }, "12,000", 12_000],
    [{ kind: "figure" }, "more than 140,000", "more than 140,000"],
    [{ kind: "words", max: 300 }, "tenants\n\n owners \n", ["tenants", "owners"]],
    [{ kind: "source" }, "Tyndall Centre report", "tyndall-2018"],
    [{ kind: "source" }, "Council minutes, May 2024", "Council minutes, May 2024"],
    [{ kind: "url" }, "https://example.org/a", "https://example.org/a"],
  ])("%j: %j", (spec, text, value) => {
    expect(parse(spec, text)).toEqual({ value });
  });

  it.each<[FieldSpec, string, string]>([
    [{ kind: "number" }, "about 12", "not_a_number"],
    [{ kind: "number" }, "1,2", "not_a_number"],
    [{ kind: "number", whole: true }, "1.5", "not_whole"],
    [{ kind: "number", min: 1, max: 5 }, "7", "out_of_range"],
    [{ kind: "date" }, "2026-02-30", "not_a_date"],
    [{ kind: "date" }, "April 2026", "not_a_date"],
    [{ kind: "url" }, "javascript:alert(1)", "not_an_address"],
    [{ kind: "text", max: 5 }, "longer", "too_long"],
    [{ kind: "words", max: 5 }, "short\nlonger", "too_long"],
  ])("%j refuses %j as %s", (spec, text, code) => {
    expect(parse(spec, text).misfit?.code).toBe(code);
  });

  it("reads nothing typed as not known, whatever the field", () => {
    const visit = (fields: Fields) => {
      for (const spec of Object.values(fields)) {
        if (codecOf(spec)) expect(parse(spec, "  ")).toEqual({ value: null });
        if (spec.kind === "group" || spec.kind === "rows") visit(spec.parts);
      }
    };
    for (const fields of Object.values(CARD_FIELDS)) visit(fields);
    for (const record of Object.values(RECORDS)) visit(record.fields);
  });

  it("gives back the value it shows", () => {
    const values: [FieldSpec, unknown][] = [
      [{ kind: "number" }, 29_000_000.25],
      [{ kind: "number" }, 2038],
      [{ kind: "figure" }, 14_000],
      [{ kind: "words", max: 300 }, ["one", "two"]],
      [{ kind: "source" }, "tyndall-2018"],
      [{ kind: "text", max: 300 }, " kept as typed "],
    ];
    for (const [spec, value] of values)
      expect(parse(spec, codecOf(spec, SOURCES)?.format(value) ?? "")).toEqual({ value });
  });
});
