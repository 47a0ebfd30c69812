/*
 * One small map, worked out on paper before it was built: who pays for warm homes in a harbour town. Every figure is
 * written here beside the sum it comes from.
 */
import { describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { TODAY } from "../../../../tests/support/derivations.ts";
import type { MapSnapshot } from "../../read/snapshot.ts";
import type { CardId } from "../../schema/ids.ts";
import { asking } from "../ask.ts";
import { fundingFigures } from "./figures.ts";
import { moneyTree } from "./moneyTree.ts";
import { pots } from "./pots.ts";
import { slices, stackOf } from "./slices.ts";
import { successPayments } from "./success.ts";
import { NOTHING } from "./sums.ts";
import { terms } from "./terms.ts";

const gbp = (amount: number | null) => ({ amount, currency: "GBP" });
const map = aMap("Harbour")
  .withCard({ id: "m", type: "mission", baseCurrency: "GBP" })
  .withCard({ id: "other", type: "mission", baseCurrency: "GBP", cost: gbp(500) })
  .withCard({ id: "homes", type: "challenge", home: "m" })
  .withCard({ id: "heat", type: "challenge", home: "m" })
  .withCard({
    id: "insulate",
    type: "project",
    home: "homes",
    cost: gbp(400),
    lenses: { sphere: ["capital", "operations"] },
  })
  .withCard({ id: "doors", type: "project", home: "homes" })
  .withCard({
    id: "network",
    type: "project",
    home: "heat",
    cost: { amount: 200, currency: "EUR" },
    riskReward: { risksBorneBy: "The utility" },
  })
  .withCard({ id: "boiler", type: "project", home: "heat", status: "stopped", cost: gbp(0) })
  .withCard({ id: "pump", type: "project", home: "heat", cost: gbp(-50) })
  .withCard({ id: "council", type: "actor", sector: "public", level: "municipal" })
  .withCard({ id: "ministry", type: "actor", sector: "public", level: "national" })
  .withCard({ id: "utility", type: "actor", sector: "private", level: "regional" })
  .withCard({ id: "alliance", type: "actor", sector: "mixed" })
  .withCard({ id: "grant", type: "funding", kind: "grant", currency: "GBP", total: gbp(350) })
  .withCard({ id: "joint", type: "funding", kind: "private_investment", currency: "GBP", total: gbp(50) })
  .withCard({ id: "euro", type: "funding", kind: "loan", currency: "EUR", conditions: "Paid back by 2040" })
  .withCard({ id: "moved", type: "funding", kind: "redirected_budget", currency: "GBP", total: gbp(-1) })
  .withCard({
    id: "bond",
    type: "funding",
    kind: "pay_for_success",
    currency: "GBP",
    payOn: { indicatorId: "warm", threshold: 60, amount: 25 },
  })
  .withCard({
    id: "warm",
    type: "indicator",
    direction: "increase",
    path: "linear",
    unit: "%",
    actuals: [
      { date: "2025", value: 61 },
      { date: "2026-06", value: 40 },
    ],
  })
  .withLink({ type: "contributes_to", from: "insulate", to: "other" })
  .withLink({ type: "provides", from: "ministry", to: "grant" })
  .withLink({ type: "provides", from: "utility", to: "joint" })
  .withLink({ type: "provides", from: "council", to: "joint" })
  .withLink({ type: "provides", from: "alliance", to: "moved" })
  .withLink({
    type: "funds",
    from: "grant",
    to: "insulate",
    amount: 200,
    status: "committed",
    years: "2024/25 - 2025/26",
  })
  .withLink({ type: "funds", from: "grant", to: "doors", amount: 90, status: "spent", years: "2024/25" })
  .withLink({
    type: "funds",
    from: "joint",
    to: "insulate",
    amount: 60,
    status: "committed",
    conditions: "Match first",
  })
  .withLink({ type: "funds", from: "joint", to: "insulate", amount: 100, status: "offered" })
  .withLink({ type: "funds", from: "euro", to: "network", amount: 80, status: "committed" })
  .withLink({ type: "funds", from: "moved", to: "boiler", amount: 10, status: "spent" })
  .withLink({ type: "funds", from: "moved", to: "homes", amount: null, status: "committed" })
  .withLink({ type: "funds", from: "moved", to: "heat", amount: -30, status: "committed" })
  .withLink({ type: "funds", from: "grant", to: "heat", amount: 7 })
  .withLink({ type: "funds", from: "grant", to: "heat", amount: 1000, status: "idea" })
  .withLink({ type: "funds", from: "bond", to: "other", amount: 25, status: "sought" })
  .snapshot();

const ask = asking(map, TODAY);
const row = (card: string, snapshot: MapSnapshot = map, scope = "") =>
  asking(snapshot, TODAY)(moneyTree, scope).rows.find((one) => one.card === card);
const withRate = (rate: object): MapSnapshot => ({
  ...map,
  settings: { ...map.settings, currencyRates: [{ id: "r", from: "EUR", to: "GBP", ...rate }] as never },
});

describe("money worked out on paper", () => {
  it("[DER40] adds up a parent from its parts, each link once", () => {
    expect(row("insulate")?.committed).toEqual({ amount: 260, notKnown: 0, others: [] });
    expect(row("insulate")?.sought.amount).toBe(100);
    // 260 + 90 and an amount that nobody stated on the challenge itself.
    expect(row("homes")?.committed).toEqual({ amount: 350, notKnown: 1, others: [] });
    // 10 on the boiler, EUR 80 on the network, -30 is not an amount; what has no status or is an idea is neither.
    expect(row("heat")?.committed).toEqual({
      amount: 10,
      notKnown: 1,
      others: [{ currency: "EUR", amount: 80 }],
    });
    expect(row("m")?.committed).toEqual({
      amount: 360,
      notKnown: 2,
      others: [{ currency: "EUR", amount: 80 }],
    });
    // The mission it also helps has 25 sought and nothing of it.
    expect(row("other")?.committed.amount).toBe(0);
    expect(ask(moneyTree, "").total.sought.amount).toBe(125);
  });

  it("[DER40] sets money against the costs that are known, and says which are not", () => {
    // 260 of 400, 100 more are offered.
    expect(row("insulate")?.cover).toMatchObject({
      cost: 400,
      coverage: 0.65,
      gap: 140,
      potential: 0.9,
      isOpen: false,
    });
    // Only insulation has a cost: the 90 for doors covers nothing else.
    expect(row("homes")).toMatchObject({ from: "below", projects: 2, withoutCost: 1 });
    expect(row("homes")?.cover).toMatchObject({ cost: 400, coverage: 0.65, gap: 140 });
    expect(row("doors")).toMatchObject({ cover: null, why: "no_cost" });
    expect(row("boiler")).toMatchObject({ cover: null, why: "zero_cost", withoutCost: 0 });
    expect(row("pump")).toMatchObject({ cover: null, why: "negative_cost", withoutCost: 1 });
    // Of the mission's own money 0 of 500, 25 are sought.
    expect(row("other")?.cover).toMatchObject({ coverage: 0, gap: 500, potential: 0.05 });
    // 400 + 500; doors and pump have no cost.
    const { total } = ask(moneyTree, "");
    expect(total.cover).toMatchObject({ cost: 900, committed: { amount: 260 }, gap: 640 });
    expect([total.projects, total.withoutCost]).toEqual([5, 2]);
  });

  it("[DER8] tells another currency beside the sum until a rate and its date are entered", () => {
    // EUR 80 of EUR 200, told in euros; the challenge leaves that cost out and says so.
    expect(row("network")?.cover).toMatchObject({ cost: 200, currency: "EUR", coverage: 0.4, gap: 120 });
    expect(row("heat")).toMatchObject({ cover: null, otherCosts: [{ currency: "EUR", amount: 200 }] });
    for (const wrong of [{ rate: 0.8 }, { rate: 0, date: "2025" }, { date: "2025" }])
      expect(row("network", withRate(wrong))?.cover?.currency).toBe("EUR");
    const rated = withRate({ rate: 0.8, date: "2025-12-31" });
    expect(row("network", rated)?.cover).toMatchObject({
      cost: 160,
      currency: "GBP",
      coverage: 0.4,
      gap: 96,
    });
    // 10 + 80 x 0.8
    expect(row("heat", rated)?.committed).toEqual({ amount: 74, notKnown: 1, others: [] });
    expect(row("heat", rated)?.otherCosts).toEqual([]);
  });

  it("[DER41] cuts a link into equal slices, and every stack sums to the same", () => {
    const all = ask(slices, "");
    const bar = (by: "kind" | "sector" | "level" | "sphere" | "year", value: string | null) =>
      stackOf(all, by, "state").bars.find((one) => one.value === value);
    for (const by of ["kind", "sector", "level", "sphere", "year"] as const)
      expect(stackOf(all, by, "kind").amount).toBeCloseTo(360, 9);
    // Ministry 200 + 90, council half of 60.
    expect(bar("sector", "public")?.parts).toEqual([
      { value: "committed", amount: 320 },
      { value: "sought", amount: 50 },
    ]);
    // Half of 260 committed; of 100 offered half.
    expect(bar("sphere", "capital")?.parts).toEqual([
      { value: "committed", amount: 130 },
      { value: "sought", amount: 50 },
    ]);
    // Half of 200, and 90.
    expect(bar("year", "2024/25")?.amount).toBe(190);
    expect(bar("kind", "redirected_budget")).toMatchObject({ amount: 10, notKnown: 2 });
    expect(bar("kind", "loan")?.others).toEqual([{ currency: "EUR", amount: 80 }]);
    expect(
      stackOf(all, "kind", "sector").bars.find(({ value }) => value === "private_investment")?.parts,
    ).toEqual([
      { value: "public", amount: 30 },
      { value: "private", amount: 30 },
    ]);
  });

  it("[DER42] has the head figures that follow", () => {
    const figures = ask(fundingFigures, "");
    // Private 30; public 290 + 30; the alliance's 10 are neither.
    expect(figures.leverage).toEqual({
      publicMoney: 320,
      otherMoney: 30,
      unplaced: 10,
      ratio: 30 / 320,
      why: null,
    });
    expect(figures.largest).toMatchObject({ actor: "ministry", amount: 290 });
    expect(figures.largest?.share).toBeCloseTo(290 / 360, 9);
    // 350 - 290; the joint pot gave 60 of 50.
    expect(figures.unallocated.amount).toBe(60);
    expect([figures.pots, figures.withoutTotal, figures.over]).toEqual([5, 3, ["joint"]]);
    const open = figures.open
      .map((one) => `${one.reason} ${one.kind === "card" ? one.card : one.pot}`)
      .sort();
    expect(open).toEqual([
      "amount_missing moved",
      "amount_negative moved",
      "cost_missing doors",
      "cost_missing m",
      "cost_negative pump",
      "cost_zero boiler",
      "level_missing alliance",
      "providers_missing bond",
      "providers_missing euro",
      "status_missing grant",
    ]);
    expect(ask(fundingFigures, "other")).toMatchObject({ pots: 1, leverage: { ratio: null }, largest: null });
  });

  it("[DER42] tells apart that there is none and that how much there is is not known", () => {
    const figuresOf = (...paid: (readonly [pot: string, amount: number | null])[]) => {
      const map = paid.reduce(
        (built, [from, amount]) =>
          built.withLink({ type: "funds", from, to: "p", amount, currency: "GBP", status: "committed" }),
        aMap()
          .withCard({ id: "m", type: "mission", baseCurrency: "GBP" })
          .withCard({ id: "p", type: "project", home: "m" })
          .withCard({ id: "ministry", type: "actor", sector: "public" })
          .withCard({ id: "utility", type: "actor", sector: "private" })
          .withCard({ id: "grant", type: "funding", total: { amount: 100, currency: "GBP" } })
          .withCard({ id: "invest", type: "funding" })
          .withLink({ type: "provides", from: "ministry", to: "grant" })
          .withLink({ type: "provides", from: "utility", to: "invest" }),
      );
      return asking(map.snapshot(), TODAY)(fundingFigures, "");
    };
    expect(figuresOf()).toMatchObject({
      leverage: { why: "no_public" },
      hasProvider: false,
      committed: NOTHING,
    });
    const amountless = figuresOf(["grant", null]);
    expect(amountless).toMatchObject({ leverage: { ratio: null, why: "public_not_known" }, largest: null });
    expect(amountless).toMatchObject({ hasProvider: true, committed: { notKnown: 1 } });
    expect(figuresOf(["grant", 20], ["invest", null]).leverage).toMatchObject({
      ratio: null,
      why: "other_not_known",
    });
    expect(figuresOf(["grant", 20], ["invest", 5]).leverage).toMatchObject({ ratio: 0.25, why: null });
    // The pot has 80 left, or less where another amount from it is not known.
    expect(figuresOf(["grant", 20])).toMatchObject({
      unallocated: { amount: 80 },
      isUnallocatedOpen: false,
    });
    expect(figuresOf(["grant", 20], ["grant", null])).toMatchObject({
      unallocated: { amount: 80 },
      isUnallocatedOpen: true,
    });
  });

  it("[DER43] knows what pots have left, and marks the one that gave too much", () => {
    const held = new Map(ask(pots, "").map((pot) => [pot.card as string, pot]));
    expect(held.get("grant")).toMatchObject({ total: 350, unallocated: 60, isOver: false, isOpen: false });
    expect(held.get("joint")).toMatchObject({ unallocated: -10, isOver: true, sought: { amount: 100 } });
    expect(held.get("moved")).toMatchObject({ total: null, why: "negative_total", unallocated: null });
    expect(held.get("euro")).toMatchObject({
      currency: "EUR",
      total: null,
      why: "no_total",
      committed: { amount: 80 },
    });
  });

  it("[DER43] reads a payment for success off the latest actual up to today", () => {
    const [bond] = ask(successPayments, "");
    // 61 at the end of 2025 against 60; the 40 of June 2026 is still to come.
    expect(bond).toMatchObject({
      threshold: 60,
      amount: 25,
      actual: 61,
      day: "2025-12-31",
      isMet: true,
      why: null,
    });
    const later = asking(map, { today: "2026-07-01" })(successPayments, "")[0];
    expect(later).toMatchObject({ actual: 40, isMet: false });
    const why = (patch: object, indicator: object = {}) => {
      const cards = new Map(map.cards);
      cards.set("bond" as CardId, { ...cards.get("bond" as CardId), ...patch } as never);
      cards.set("warm" as CardId, { ...cards.get("warm" as CardId), ...indicator } as never);
      const [found] = asking({ ...map, cards }, TODAY)(successPayments, "");
      return [found?.isMet, found?.why];
    };
    expect(why({ payOn: { indicatorId: "gone", threshold: 60 } })).toEqual([null, "no_indicator"]);
    expect(why({ payOn: { indicatorId: "warm" } })).toEqual([null, "no_threshold"]);
    expect(why({}, { actuals: [] })).toEqual([null, "no_actual"]);
    expect(why({}, { direction: null })).toEqual([null, "no_direction"]);
    expect(why({}, { path: "budget" })).toEqual([null, "running_total"]);
    expect(why({}, { direction: "stay_below" })).toEqual([false, null]);
    // 1.155 is exactly 5 % from 1.1, 61 less than 5 % from 60.
    const kept = { direction: "maintain", actuals: [{ date: "2025", value: 1.155 }] };
    expect(why({ payOn: { indicatorId: "warm", threshold: 1.1 } }, kept)).toEqual([true, null]);
    expect(why({}, { direction: "maintain" })).toEqual([true, null]);
  });

  it("[DER43] lists the terms: who bears risks, conditions, money moved and money on stopped work", () => {
    const found = ask(terms, "");
    expect(found.riskShares).toEqual([
      { project: "insulate", isPrivate: true, risks: null, rewards: null, conditions: null },
      { project: "network", isPrivate: false, risks: "The utility", rewards: null, conditions: null },
    ]);
    expect(found.conditions.map(({ pot, card, text }) => [pot, card, text])).toEqual([
      ["euro", null, "Paid back by 2040"],
      ["joint", "insulate", "Match first"],
    ]);
    expect(found.redirected.map(({ card }) => card)).toEqual(["moved"]);
    expect(found.stopped).toMatchObject([{ project: "boiler", committed: { amount: 10 } }]);
  });

  it("[DER40] tells one mission in its own currency and the map in the one its missions share", () => {
    expect(ask(moneyTree, "m").rows.map(({ card }) => card)).not.toContain("other");
    expect(ask(moneyTree, "m").total).toMatchObject({ committed: { amount: 360 }, sought: { amount: 100 } });
    const apart = aMap()
      .withCard({ id: "a", type: "mission", baseCurrency: "GBP" })
      .withCard({ id: "b", type: "mission", baseCurrency: "SEK" })
      .withCard({ id: "f", type: "funding" })
      .withLink({ type: "funds", from: "f", to: "a", amount: 5, currency: "GBP", status: "committed" })
      .withLink({ type: "funds", from: "f", to: "b", amount: 9, status: "committed" })
      .snapshot();
    const both = asking(apart, TODAY);
    // Two currencies and none for the map: nothing is added up. The nine are kronor, as their mission's money is.
    expect(both(moneyTree, "").total.committed).toEqual({
      amount: 0,
      notKnown: 0,
      others: [
        { currency: "GBP", amount: 5 },
        { currency: "SEK", amount: 9 },
      ],
    });
    expect(both(moneyTree, "b").total.committed.amount).toBe(9);
    expect(both(fundingFigures, "").open.map(({ reason }) => reason)).not.toContain("currency_missing");
  });

  it("[DER8] [DER40] [DER43] takes an amount without a currency for the same money in every view", () => {
    const built = aMap()
      .withCard({ id: "m", type: "mission", baseCurrency: "GBP" })
      .withCard({ id: "p", type: "project", home: "m", cost: { amount: 100 } })
      .withCard({ id: "far", type: "project", cost: { amount: 7 } })
      .withCard({ id: "council", type: "actor", sector: "public" })
      .withCard({ id: "f", type: "funding", kind: "pay_for_success", total: { amount: 80 } })
      .withCard({ id: "g", type: "funding", total: { amount: 30, currency: "GBP" }, kind: "pay_for_success" })
      .withLink({ type: "provides", from: "council", to: "f" })
      .withLink({ type: "funds", from: "f", to: "p", amount: 50, status: "committed" })
      .snapshot();
    const inEuros = { ...built, settings: { ...built.settings, currency: "EUR" } } as MapSnapshot;
    const told = asking(inEuros, TODAY);
    // The mission tells pounds, so the 50, the cost of 100 and the pot of 80 are pounds, on a map of euros as well.
    expect(told(moneyTree, "m").total.committed).toEqual({ amount: 50, notKnown: 0, others: [] });
    expect(told(moneyTree, "").rows.find(({ card }) => card === "p")).toMatchObject({
      committed: { amount: 0, others: [{ currency: "GBP", amount: 50 }] },
      cover: { cost: 100, currency: "GBP", coverage: 0.5 },
    });
    expect(told(moneyTree, "").rows.find(({ card }) => card === "far")?.cover?.currency).toBe("EUR");
    expect(told(slices, "")).toMatchObject([{ amount: null, other: { currency: "GBP", amount: 50 } }]);
    expect(told(fundingFigures, "").largest).toBeNull();
    expect(told(fundingFigures, "m").largest).toMatchObject({ actor: "council", amount: 50 });
    for (const scope of ["", "m"])
      expect(told(pots, scope).find(({ card }) => card === "f")).toMatchObject({
        currency: "GBP",
        total: 80,
        unallocated: 30,
      });
    // What a success pays is in the currency of its pot, for which its total may speak.
    expect(told(successPayments, "").map(({ pot, currency }) => [pot, currency])).toEqual([
      ["f", "GBP"],
      ["g", "GBP"],
    ]);
  });

  it("[DER43] tells a pot in its own currency, and in that of its total where no rate leads there", () => {
    const pot = aMap()
      .withCard({ id: "m", type: "mission", baseCurrency: "GBP" })
      .withCard({ id: "f", type: "funding", currency: "GBP", total: { amount: 100, currency: "EUR" } })
      .withLink({ type: "funds", from: "f", to: "m", amount: 20, status: "committed" })
      .snapshot();
    expect(asking(pot, TODAY)(pots, "")[0]).toMatchObject({
      currency: "EUR",
      total: 100,
      committed: { amount: 0, others: [{ currency: "GBP", amount: 20 }] },
      isOpen: true,
    });
    const currencyRates = [{ id: "r", from: "EUR", to: "GBP", rate: 0.8, date: "2025" }] as never;
    const rated = { ...pot, settings: { ...pot.settings, currencyRates } };
    expect(asking(rated, TODAY)(pots, "")[0]).toMatchObject({ currency: "GBP", total: 80, unallocated: 60 });
  });
});
