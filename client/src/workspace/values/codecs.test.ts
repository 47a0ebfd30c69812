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
    [{ kind: "number" }, "-1,250,000", -1_250_000],
    [{ kind: "number" }, "1e21", 1e21],
    [{ kind: "date" }, " 2026-04 ", "2026-04"],
    [{ kind: "date" }, "2030", "2030"],
    [{ kind: "date" }, "Apr 2020", "2020-04"],
    [{ kind: "date" }, "30 September 2020", "2020-09-30"],
    [{ kind: "date" }, "December 1, 2030", "2030-12-01"],
    [{ kind: "date" }, "2030/5/1", "2030-05-01"],
    [{ kind: "text", max: 120 }, "🌳", "🌳"],
    [{ kind: "text", max: 120 }, "مدينة محايدة كربونيا", "مدينة محايدة كربونيا"],
    [{ kind: "text", max: 120 }, "탄소 중립 도시", "탄소 중립 도시"],
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
    [{ kind: "date" }, "2026-02-30", "no_such_day"],
    [{ kind: "date" }, "31/04/2026", "no_such_day"],
    [{ kind: "date" }, "31 April 2026", "no_such_day"],
    [{ kind: "date" }, "2026-13", "no_such_month"],
    [{ kind: "date" }, "13/13/2026", "no_such_month"],
    [{ kind: "date" }, "0000", "year_out_of_bounds"],
    [{ kind: "date" }, "9999-01", "year_out_of_bounds"],
    [{ kind: "date" }, "1 May 0206", "year_out_of_bounds"],
    [{ kind: "date" }, "2026-4", "not_a_date"],
    [{ kind: "date" }, "2022/23", "not_a_date"],
    [{ kind: "date" }, "31/12/2030", "not_a_date"],
    [{ kind: "date" }, "30 Smarch 2030", "not_a_date"],
    [{ kind: "url" }, "javascript:alert(1)", "not_an_address"],
    [{ kind: "text", max: 5 }, "longer", "too_long"],
    [{ kind: "words", max: 5 }, "short\nlonger", "too_long"],
  ])("%j refuses %j as %s", (spec, text, code) => {
    expect(parse(spec, text).misfit?.code).toBe(code);
  });

  it.each<[FieldSpec, string, string[]]>([
    [{ kind: "date" }, "31/12/2030", ["2030-12-31"]],
    [{ kind: "date" }, "5.6.2030", ["2030-06-05", "2030-05-06"]],
    [{ kind: "date" }, "soon", []],
    [{ kind: "number" }, "0,75", ["0.75"]],
    [{ kind: "number" }, "1 234,5", ["1234.5"]],
    [{ kind: "number" }, "£4.35m", ["4350000"]],
    [{ kind: "number" }, "29bn", ["29000000000"]],
    [{ kind: "number" }, "2 million", ["2000000"]],
    [{ kind: "number" }, "51.2%", ["51.2"]],
    [{ kind: "number" }, "2 trees", []],
    [{ kind: "number" }, "a lot", []],
  ])("%j does not take %j, and offers %j", (spec, text, hints) => {
    expect(parse(spec, text).hints).toEqual(hints);
    for (const hint of hints) expect(parse(spec, hint).misfit).toBeUndefined();
  });

  it("shows dates and numbers for reading, and plainly for typing", () => {
    const date = codecOf({ kind: "date" });
    expect(["2020", "2020-04", "2020-04-03"].map((value) => date?.show?.(value))).toEqual([
      "2020",
      "Apr 2020",
      "3 Apr 2020",
    ]);
    const number = codecOf({ kind: "number" });
    expect([number?.show?.(29_000_000), number?.format(29_000_000)]).toEqual(["29,000,000", "29000000"]);
  });

  it("reads back what it shows", () => {
    const values: [FieldSpec, unknown][] = [
      [{ kind: "date" }, "2020-04-03"],
      [{ kind: "date" }, "2020-09"],
      [{ kind: "number" }, -29_000_000.25],
    ];
    for (const [spec, value] of values)
      expect(parse(spec, codecOf(spec)?.show?.(value) ?? "")).toEqual({ value });
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
