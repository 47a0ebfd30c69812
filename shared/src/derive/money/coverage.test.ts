import { describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { TODAY, templateSnapshot } from "../../../../tests/support/derivations.ts";
import type { MapSnapshot } from "../../read/snapshot.ts";
import type { CardId } from "../../schema/ids.ts";
import { asking } from "../ask.ts";
import { costsCovered } from "../health/costsCovered.ts";
import { missionScopes, real } from "../parts.ts";
import { coverageOf } from "./coverage.ts";
import { financeMix } from "./mix.ts";
import { pots } from "./pots.ts";

const id = (text: string) => text as CardId;

describe("money", () => {
  it("[DER8] sums what is committed on the Greater Manchester map", () => {
    const ask = asking(templateSnapshot("greater-manchester-2038"), TODAY);
    const mix = financeMix(ask, id("m-2038"), ask(missionScopes).get(id("m-2038")) ?? []);
    expect(mix.committed).toEqual({
      amount: 458_036_986,
      notKnown: 1,
      others: [{ currency: "EUR", amount: 4_559_842.8 }],
    });
    expect(mix.kinds).toEqual(["grant", "own_budget", "private_investment", "tax"]);
    expect(mix.sectors).toEqual(["civil_society", "private", "public"]);
    expect(mix.providers[0]).toMatchObject({ actor: "a-desnz", amount: 130_236_986 });
    const sectorOf = new Map(ask(real("actor")).map((actor) => [actor.id, actor.sector]));
    const held = mix.providers.filter(({ actor }) => sectorOf.get(actor) === "public");
    expect(held.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(352_836_986, 3);
  });

  it("[DER8] covers all eight costed projects, and 0.70 % of the mission", () => {
    const ask = asking(templateSnapshot("greater-manchester-2038"), TODAY);
    const covered = ask(real("project")).flatMap(({ id: card, cost }) => coverageOf(ask, card, cost) ?? []);
    expect(covered.map(({ coverage }) => coverage)).toEqual(Array.from({ length: 8 }, () => 1));
    const [mission] = ask(real("mission"));
    expect(coverageOf(ask, id("m-2038"), mission?.cost)?.coverage).toBeCloseTo(0.00705, 5);
  });

  const map = aMap()
    .withCard({ id: "m", type: "mission", baseCurrency: "GBP", cost: { amount: 1000, currency: "GBP" } })
    .withCard({ id: "p", type: "project", home: "m", cost: { amount: 100, currency: "EUR" } })
    .withCard({ id: "f", type: "funding", kind: "loan" })
    .withLink({ type: "funds", from: "f", to: "m", amount: 50, currency: "GBP", status: "spent" })
    .withLink({ type: "funds", from: "f", to: "p", amount: 25, currency: "EUR", status: "committed" })
    .withLink({ type: "funds", from: "f", to: "p", amount: 60, currency: "EUR", status: "offered" })
    .snapshot();
  const coverage = (snapshot: MapSnapshot, card: string, cost: object) =>
    coverageOf(asking(snapshot, TODAY), id(card), cost);

  it("[DER8] converts only at a rate that somebody has entered, the newest of them", () => {
    const cost = { amount: 1000, currency: "GBP" };
    expect(coverage(map, "m", cost)).toMatchObject({
      coverage: 0.05,
      isOpen: true,
      committed: { amount: 50, notKnown: 0, others: [{ currency: "EUR", amount: 25 }] },
    });
    const rate = (id_: string, date: string, value: number) => ({
      id: id_,
      from: "EUR",
      to: "GBP",
      date,
      rate: value,
    });
    const currencyRates = [
      rate("b", "2025", 0.8),
      rate("a", "2020", 0.9),
      rate("c", "2024-12", 0.7),
    ] as never;
    const rated = { ...map, settings: { ...map.settings, currencyRates } };
    // 50 + 25 x 0.8 = 70
    expect(coverage(rated, "m", cost)).toMatchObject({ coverage: 0.07, isOpen: false });
    expect(coverage(rated, "p", { amount: 100, currency: "EUR" })?.coverage).toBe(0.25);
  });

  it("[DER8] covers a cost whole with amounts that come to it, pennies included", () => {
    const exact = aMap()
      .withCard({
        id: "p",
        type: "project",
        status: "in_delivery",
        cost: { amount: 3300.3, currency: "GBP" },
      })
      .withCard({ id: "f", type: "funding", currency: "GBP" })
      .withLink({ type: "funds", from: "f", to: "p", amount: 1100.1, status: "committed" })
      .withLink({ type: "funds", from: "f", to: "p", amount: 2200.2, status: "committed" });
    const cost = { amount: 3300.3, currency: "GBP" };
    expect(coverage(exact.snapshot(), "p", cost)).toMatchObject({ coverage: 1, gap: 0, potential: 1 });
    expect(costsCovered.run(asking(exact.snapshot(), TODAY))).toEqual([]);
    expect(coverage(exact.snapshot(), "p", { ...cost, amount: 3300.31 })?.coverage).toBeLessThan(1);
    // A pot of 0.30 that gave 0.10 and 0.20 has nothing left, and gave no more than it holds.
    const spent = aMap()
      .withCard({ id: "p", type: "project" })
      .withCard({ id: "f", type: "funding", currency: "GBP", total: { amount: 0.3, currency: "GBP" } })
      .withLink({ type: "funds", from: "f", to: "p", amount: 0.1, status: "spent" })
      .withLink({ type: "funds", from: "f", to: "p", amount: 0.2, status: "spent" });
    expect(asking(spent.snapshot(), TODAY)(pots, "")[0]).toMatchObject({ unallocated: 0, isOver: false });
    const over = spent.withLink({ type: "funds", from: "f", to: "p", amount: 0.01, status: "spent" });
    expect(asking(over.snapshot(), TODAY)(pots, "")[0]).toMatchObject({ unallocated: -0.01, isOver: true });
  });

  it("[DER8] gives no coverage without a cost, and counts an amount that is not stated instead of taking it for 0", () => {
    expect(coverage(map, "m", { amount: null, currency: "GBP" })).toBeNull();
    expect(coverage(map, "m", { amount: 0, currency: "GBP" })).toBeNull();
    const open = aMap()
      .withCard({ id: "p", type: "project" })
      .withCard({ id: "f", type: "funding", currency: "GBP" })
      .withLink({ type: "funds", from: "f", to: "p", amount: null, status: "committed" })
      .snapshot();
    expect(coverage(open, "p", { amount: 5, currency: "GBP" })).toMatchObject({
      coverage: 0,
      isOpen: true,
      committed: { notKnown: 1 },
    });
    expect(coverage(open, "p", { amount: 5 })).toBeNull();
  });
});
