import type { FieldSpec } from "@trellis/shared/schema/fields";
import { describe, expect, it } from "vitest";
import { type CellWords, readCell, readSum, TYPED_WRITING } from "./cellReader.ts";
import { headUnit, writtenSum } from "./sums.ts";

const AMOUNT: FieldSpec = { kind: "number" };
const WORDS: CellWords = { sources: [], labelOf: (_list, value) => value, idOf: () => null };
const read = (text: string, currency: string | null = null) =>
  readSum(AMOUNT, text, WORDS, { ...TYPED_WRITING, currency });

describe("a sum as it is written", () => {
  it.each<[string, number, string | undefined]>([
    ["1200.50", 1200.5, undefined],
    ["£1,200.50", 1200.5, "GBP"],
    ["-£5", -5, "GBP"],
    ["GBP 5", 5, "GBP"],
    ["29 EUR", 29, "EUR"],
    ["1.234.567 €", 1_234_567, "EUR"],
    ["US$ 7", 7, "USD"],
  ])("%j keeps its currency", (text, value, currency) => {
    expect(read(text)).toEqual({ value, ...(currency ? { currency } : {}) });
  });

  it("offers a text that is no number with the currency it names, and that offer is read", () => {
    const marked = read("£4.35m");
    expect(marked).toEqual({ reason: { code: "not_a_number", hints: ["GBP 4350000"] } });
    expect(read("GBP 4350000")).toEqual({ value: 4_350_000, currency: "GBP" });
    expect(read("2 million")).toMatchObject({ reason: { hints: ["2000000"] } });
    expect(read("about £5")).toMatchObject({ reason: { code: "not_a_number" } });
  });

  it("takes a sign that several currencies share for none of them unasked", () => {
    expect(read("$5")).toEqual({
      reason: { code: "ambiguous_currency", hints: ["USD 5", "CAD 5", "AUD 5", "NZD 5"] },
    });
    expect(read("$5", "CAD")).toEqual({ value: 5, currency: "CAD" });
    // The answer is for dollars, not for pounds.
    expect(read("£5", "CAD")).toEqual({ value: 5, currency: "GBP" });
  });

  it("is no sum where letters only look like a code", () => {
    expect(writtenSum("ABC 5")).toBeNull();
    expect(writtenSum("5 all")).toBeNull();
    expect(writtenSum("Plan GBP")).toBeNull();
  });
});

describe("the unit in a head", () => {
  it.each<[string, string, readonly string[], number]>([
    ["Cost (GBP)", "Cost", ["GBP"], 1],
    ["Cost (£m)", "Cost", ["GBP"], 1e6],
    ["Budget, €", "Budget", ["EUR"], 1],
    ["Budget in EUR", "Budget", ["EUR"], 1],
    ["Cost (£'000)", "Cost", ["GBP"], 1000],
    ["Cost (million)", "Cost", [], 1e6],
  ])("%j", (head, name, currencies, size) => {
    expect(headUnit(head)).toEqual({ name, unit: { currencies, size } });
  });

  it.each(["Cost", "Cost (estimate)", "Start date", "Cost (2024 prices)"])("%j names none", (head) => {
    expect(headUnit(head)).toBeNull();
  });

  it("is taken for the amounts below it, unless they name their own", () => {
    const unit = { currencies: ["GBP"], size: 1e6 };
    const at = (text: string) => readSum(AMOUNT, text, WORDS, TYPED_WRITING, unit);
    expect(at("4.35")).toEqual({ value: 4_350_000, currency: "GBP" });
    expect(at("€2")).toEqual({ value: 2_000_000, currency: "EUR" });
  });
});

describe("a choice that is not listed", () => {
  it("offers those that are, where they are few", () => {
    const status: FieldSpec = { kind: "enum", of: "status" };
    const marked = readCell(status, "done", WORDS, TYPED_WRITING);
    expect(marked).toMatchObject({ reason: { code: "not_listed" } });
    const hints = "reason" in marked ? marked.reason.hints : [];
    expect(hints).toContain("completed");
    for (const hint of hints) expect(readCell(status, hint, WORDS, TYPED_WRITING)).toEqual({ value: hint });
  });
});
