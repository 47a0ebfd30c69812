/* The golden figures of the Greater Manchester template: money as the field's page on the finance stack states it. */
import { describe, expect, it } from "vitest";
import { TODAY, templateSnapshot } from "../../../../tests/support/derivations.ts";
import type { CardId } from "../../schema/ids.ts";
import { asking } from "../ask.ts";
import { fundingFigures } from "./figures.ts";
import { moneyTree } from "./moneyTree.ts";
import { pots } from "./pots.ts";
import { slices, stackOf } from "./slices.ts";
import { successPayments } from "./success.ts";
import { terms } from "./terms.ts";

const ask = asking(templateSnapshot("greater-manchester-2038"), TODAY);
const MISSION = "m-2038" as CardId;
const bars = (by: Parameters<typeof stackOf>[1], scope = "") =>
  new Map(stackOf(ask(slices, scope), by, "state").bars.map((bar) => [bar.value, bar]));

describe("money on the Greater Manchester map", () => {
  it("[DER40] commits GBP 458,036,986 and EUR 4,559,842.80, and leaves one amount not known", () => {
    for (const scope of ["", MISSION]) {
      const { total } = ask(moneyTree, scope);
      expect(total.committed).toEqual({
        amount: 458_036_986,
        notKnown: 1,
        others: [{ currency: "EUR", amount: 4_559_842.8 }],
      });
      expect(total.sought).toEqual({ amount: 0, notKnown: 0, others: [] });
      expect([total.projects, total.withoutCost]).toEqual([21, 13]);
    }
  });

  it("[DER40] covers 0.70 % of the 65 bn of the mission, and every costed project whole", () => {
    const { rows } = ask(moneyTree, "");
    const mission = rows.find(({ card }) => card === MISSION);
    expect(mission).toMatchObject({ depth: 0, from: "own", why: null });
    expect(mission?.cover).toMatchObject({
      cost: 65_000_000_000,
      currency: "GBP",
      gap: 64_541_963_014,
      isOpen: true,
    });
    expect(((mission?.cover?.coverage ?? 0) * 100).toFixed(2)).toBe("0.70");
    const own = rows.filter(({ from, card }) => from === "own" && card !== MISSION);
    expect(own.map(({ cover }) => cover?.coverage)).toEqual(Array.from({ length: 8 }, () => 1));
  });

  it("[DER41] stacks by kind and by provider as published", () => {
    const kinds = bars("kind");
    expect(kinds.get("grant")?.amount).toBe(328_136_986);
    expect(kinds.get("grant")?.others).toEqual([{ currency: "EUR", amount: 4_559_842.8 }]);
    expect(kinds.get("own_budget")?.amount).toBe(91_700_000);
    expect(kinds.get("private_investment")?.amount).toBe(37_200_000);
    expect(kinds.get("tax")).toMatchObject({ amount: 1_000_000, notKnown: 1 });
    expect(kinds.size).toBe(4);
    const sectors = bars("sector");
    expect(sectors.get("public")?.amount).toBeCloseTo(352_836_986, 3);
    expect(sectors.get("private")?.amount).toBe(37_200_000);
    expect(sectors.get("civil_society")?.amount).toBe(68_000_000);
    // Desnz 130,236,986 + Innovate UK 6 m + DfT 94.8 m + Jaqu 86.7 m + Defra 1.8 m + Stagecoach 37.2 m.
    expect(bars("level").get("national")?.amount).toBe(356_736_986);
  });

  it("[DER42] has the leverage, the largest provider and the money left in pots that follow", () => {
    const figures = ask(fundingFigures, "");
    // 68 m of housing providers and 37.2 m of the bus operator.
    expect(figures.leverage.otherMoney).toBe(105_200_000);
    expect(figures.leverage.publicMoney).toBeCloseTo(352_836_986, 3);
    expect(figures.leverage.ratio).toBeCloseTo(0.29815, 5);
    expect(figures.largest).toMatchObject({ actor: "a-desnz", amount: 130_236_986 });
    expect(figures.largest?.share).toBeCloseTo(0.28434, 5);
    expect(figures.unallocated).toEqual({ amount: 1_010_900_000, notKnown: 0, others: [] });
    expect([figures.pots, figures.withoutTotal, figures.over]).toEqual([17, 16, []]);
    const reasons = figures.open.map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason === "amount_missing")).toHaveLength(1);
    expect(reasons.filter((reason) => reason === "cost_missing")).toHaveLength(13);
    expect(reasons).toHaveLength(14);
  });

  it("[DER43] has no money that hangs on success or was moved, and one private project without conditions", () => {
    expect(ask(successPayments, "")).toEqual([]);
    const { redirected, stopped, riskShares, conditions } = ask(terms, "");
    expect([redirected, stopped, conditions]).toEqual([[], [], []]);
    expect(riskShares.filter(({ isPrivate }) => isPrivate).map(({ project }) => project)).toContain("p-zeb");
    expect(ask(pots, "").find(({ card }) => card === "f-crsts")).toMatchObject({
      total: 1_070_000_000,
      committed: { amount: 59_100_000 },
      unallocated: 1_010_900_000,
      isOver: false,
    });
  });
});
