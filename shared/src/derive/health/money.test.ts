import { describe, expect, it } from "vitest";
import { aMap, type MapBuilder } from "../../../../tests/support/builders.ts";
import { checked, told } from "../../../../tests/support/derivations.ts";

const cost = { amount: 100, currency: "GBP", source: "A paper" };
const start = aMap()
  .withCard({ id: "m", type: "mission", baseCurrency: "GBP" })
  .withCard({ id: "p", type: "project", home: "m", status: "in_delivery", cost })
  .withCard({ id: "q", type: "project", home: "p", status: "in_delivery" })
  .withCard({ id: "a", type: "actor", sector: "public" })
  .withCard({ id: "b", type: "actor", sector: "private" })
  .withCard({ id: "f", type: "funding", kind: "grant" })
  .withCard({ id: "g", type: "funding", kind: "own_budget" })
  .withLink({ type: "provides", from: "a", to: "f" })
  .withLink({ type: "provides", from: "b", to: "g" });
const fund = (map: MapBuilder, from: string, to: string, amount: number | null, more = {}) =>
  map.withLink({ type: "funds", from, to, amount, currency: "GBP", status: "committed", ...more });

describe("money", () => {
  it("[H18] asks that money on a project and below it covers its cost", () => {
    expect(told(fund(fund(start, "f", "p", 60), "g", "q", 40), "H18")).toEqual(["pass", "cost_not_known q"]);
    const short = fund(start, "f", "p", 60);
    expect(told(short, "H18")).toEqual(["fail", "not_covered p", "cost_not_known q"]);
    expect(checked(short, "H18").findings[0]?.values).toMatchObject({
      cost: 100,
      committed: 60,
      coverage: 0.6,
    });
    expect(told(fund(short, "g", "p", 40, { status: "sought" }), "H18")[0]).toBe("fail");
  });

  it("[H18] is not known while an amount or a rate is missing", () => {
    const short = fund(start, "f", "p", 60);
    expect(told(fund(short, "g", "p", null), "H18")).toEqual([
      "not_known",
      "coverage_not_known p",
      "cost_not_known q",
    ]);
    // Nothing is not known of 90 euros but their rate.
    const foreign = told(fund(short, "g", "p", 90, { currency: "EUR" }), "H18");
    expect(foreign).toEqual(["not_known", "coverage_not_converted p", "cost_not_known q"]);
    const mission = aMap()
      .withCard({ id: "m", type: "mission", baseCurrency: "GBP", cost })
      .withCard({ id: "p", type: "project", home: "m", status: "in_delivery" })
      .withCard({ id: "f", type: "funding" });
    expect(told(fund(mission, "f", "p", null), "H18")).toContain("mission_coverage_not_known m");
    expect(told(mission, "H18")).toContain("mission_coverage m");
    const bare = aMap().withCard({ id: "p", type: "project", status: "in_delivery" });
    expect(told(bare, "H18")).toEqual(["not_known", "no_costs p"]);
    expect(told(aMap().withCard({ id: "p", type: "project", cost }), "H18")).toEqual(["not_applicable"]);
  });

  it("[H24] asks for two kinds and two provider sectors, and no provider above 70 %", () => {
    expect(told(start, "H24")).toEqual(["not_known", "no_committed_money m"]);
    const even = fund(fund(start, "f", "p", 70), "g", "p", 30);
    expect(told(even, "H24")).toEqual(["pass", "largest_provider m a"]);
    expect(told(fund(even, "f", "q", 1), "H24")).toEqual(["fail", "one_provider m a"]);
    expect(told(fund(start, "f", "p", 70), "H24")).toEqual([
      "fail",
      "few_finance_kinds m",
      "few_provider_sectors m",
      "one_provider m a",
    ]);
  });

  it("[H24] divides a pot equally among its providers", () => {
    const joint = fund(fund(start, "f", "p", 80), "g", "p", 20).withLink({
      type: "provides",
      from: "b",
      to: "f",
    });
    // a: 40; b: 40 + 20 = 60 of 100
    expect(checked(joint, "H24").findings.at(-1)).toMatchObject({
      code: "largest_provider",
      cards: ["m", "b"],
      values: { share: 0.6 },
    });
    const nobody = aMap()
      .withCard({ id: "m", type: "mission", baseCurrency: "GBP" })
      .withCard({ id: "f", type: "funding", kind: "grant" });
    expect(told(fund(nobody, "f", "m", 5), "H24")).toEqual([
      "fail",
      "few_finance_kinds m",
      "provider_sectors_not_known m",
      "providers_not_known m",
    ]);
  });

  it("[H25] asks for conditions where private actors lead or pay", () => {
    expect(told(start, "H25")).toEqual(["not_applicable"]);
    expect(told(fund(start, "g", "p", 5), "H25")).toEqual(["fail", "no_conditions p"]);
    expect(told(fund(start, "g", "p", 5, { status: "withdrawn" }), "H25")).toEqual(["not_applicable"]);
    const led = start.withLink({ type: "responsible", from: "b", to: "q", role: "accountable" });
    expect(told(led, "H25")).toEqual(["fail", "no_conditions q"]);
    const agreed = aMap()
      .withCard({ id: "p", type: "project", riskReward: { conditions: "A share of what it saves" } })
      .withCard({ id: "f", type: "funding", kind: "private_investment" })
      .withLink({ type: "funds", from: "f", to: "p", status: "sought" });
    expect(told(agreed, "H25")).toEqual(["pass"]);
  });
});
