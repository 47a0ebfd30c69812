import { describe, expect, it } from "vitest";
import { aMap } from "../../../tests/support/builders.ts";
import { TODAY } from "../../../tests/support/derivations.ts";
import { answer } from "./ask.ts";
import { contributionCounts, overlapOf, type Wedge, wedge } from "./contributions.ts";

const source = "plan";
const effect = (low: number | null, high: number | null, from: string | null, more = {}) => ({
  indicatorId: "k",
  low,
  high,
  from,
  unit: "kt",
  confidence: 2,
  source,
  ...more,
});
const giver = (map: ReturnType<typeof aMap>, id: string, contributions: object[], more = {}) =>
  map.withCard({ id, type: "project", home: "m", contributions, ...more });

/** From 600 now (end of 2025) to 100 at the end of 2035: 500 to go. */
const plain = aMap()
  .withCard({ id: "m", type: "mission", targetYear: 2035 })
  .withCard({
    id: "k",
    type: "indicator",
    unit: "kt",
    direction: "decrease",
    path: "linear",
    baseline: { date: "2020", value: 1000, source },
    targets: [{ date: "2035", value: 100, source }],
    actuals: [{ date: "2025", value: 600, source }],
  });
const wedgeOf = (map: ReturnType<typeof aMap>, overlap = ""): Wedge => {
  const found = answer(wedge, map.snapshot(), TODAY, `k ${overlap}`);
  if (!found) throw new Error("No indicator k.");
  return found;
};
const reasons = (map: ReturnType<typeof aMap>) =>
  Object.fromEntries(wedgeOf(map).parts.map(({ card, counted }) => [card, counted]));

describe("contributions to an indicator, worked out on paper", () => {
  it("[CON1] adds up what is expected, takes the overlap off and shows what nothing explains", () => {
    const map = giver(giver(plain, "heat", [effect(100, 150, "2027")]), "buses", [effect(50, 90, "2030-04")]);
    const found = wedgeOf(map);
    expect(found).toMatchObject({ missing: null, needed: 500 });
    expect(found.explained).toEqual({ low: 150, high: 240 });
    expect(found.unexplained).toEqual({ low: 260, high: 350 });
    // A fifth off: 120 to 192.
    expect(wedgeOf(map, "20").explained).toEqual({ low: 120, high: 192 });
    expect(wedgeOf(map, "20").unexplained).toEqual({ low: 308, high: 380 });
    expect(answer(contributionCounts, map.snapshot(), TODAY)).toEqual(new Map([["k", 2]]));
  });

  it("[CON1] shows more than is needed as a gap below zero, and a step away as less", () => {
    const map = giver(giver(plain, "heat", [effect(600, 600, "2027")]), "road", [effect(-50, -20, "2028")]);
    expect(wedgeOf(map)).toMatchObject({
      explained: { low: 550, high: 580 },
      unexplained: { low: -80, high: -50 },
    });
  });

  it("[CON2] lists what cannot be counted with its reason, and never as 0", () => {
    let map = giver(plain, "vague", [effect(null, null, "2027")]);
    map = giver(map, "undated", [effect(10, 20, null)]);
    map = giver(map, "tonnes", [effect(10, 20, "2027", { unit: "homes" })]);
    map = giver(map, "old", [effect(10, 20, "2024")]);
    map = giver(map, "late", [effect(10, 20, "2036")]);
    map = giver(map, "halted", [effect(10, 20, "2027")], { status: "stopped" });
    expect(reasons(map)).toEqual({
      vague: "no_amount",
      undated: "no_start",
      tonnes: "other_unit",
      old: "begun",
      late: "too_late",
      halted: "stopped",
    });
    expect(wedgeOf(map)).toMatchObject({ needed: 500, explained: null, unexplained: null });
    const half = giver(map, "half", [effect(40, null, "2027", { unit: " KT " })]);
    expect(wedgeOf(half).explained).toEqual({ low: 40, high: null });
  });

  it("[CON2] adds nothing for a low end that is not known, and leaves the sum open for a high one", () => {
    const low = giver(plain, "low", [effect(20, null, "2027")]);
    const both = giver(low, "high", [effect(null, 30, "2027")]);
    expect(wedgeOf(both)).toMatchObject({
      explained: { low: 20, high: null },
      unexplained: { low: null, high: 480 },
      counting: 2,
      withoutLow: 1,
      withoutHigh: 1,
    });
    expect(wedgeOf(both).parts).toMatchObject([
      { card: "high", low: null, high: 30 },
      { card: "low", low: 20, high: null },
    ]);
    const high = giver(plain, "high", [effect(null, 30, "2027")]);
    expect(wedgeOf(high)).toMatchObject({
      explained: { low: 0, high: 30 },
      unexplained: { low: 470, high: 500 },
    });
    // A step away of 20 or more: nothing less is sure.
    const away = giver(plain, "away", [effect(null, -20, "2027")]);
    expect(wedgeOf(away).explained).toEqual({ low: -20, high: -20 });
    // Written the wrong way round.
    expect(wedgeOf(giver(plain, "turned", [effect(30, 20, "2027")])).explained).toEqual({
      low: 20,
      high: 30,
    });
  });

  it("[CON3] has nothing to explain without a change ahead", () => {
    const on = (fields: object) =>
      wedgeOf(
        aMap()
          .withCard({
            id: "k",
            type: "indicator",
            direction: "decrease",
            path: "linear",
            baseline: { date: "2020", value: 10, source },
            targets: [{ date: "2035", value: 1, source }],
            actuals: [{ date: "2025", value: 5, source }],
            ...fields,
          })
          .withCard({ id: "p", type: "project", contributions: [effect(1, 2, "2027")] }),
      );
    expect(on({ path: "budget" })).toMatchObject({ missing: "not_a_change", explained: null });
    expect(on({ targets: [] }).missing).toBe("target");
    expect(on({ actuals: [] }).missing).toBe("actual");
    expect(on({ targets: [{ date: "2024", value: 1, source }] }).missing).toBe("past");
    expect(on({ actuals: [{ date: "2025", value: 0.5, source }] }).missing).toBe("reached");
    // Without a baseline or a path there is no verdict, and what is reached is reached all the same.
    const there = { actuals: [{ date: "2025", value: 0.5, source }] };
    expect(on({ ...there, baseline: null }).missing).toBe("reached");
    expect(on({ ...there, path: null }).missing).toBe("reached");
    expect(on({ ...there, direction: null }).missing).toBe("reached");
    expect(on({ baseline: null })).toMatchObject({ missing: null, needed: 4 });
    expect(on({ path: "budget" }).parts).toHaveLength(1);
  });

  it("[CON4] takes any written overlap as a share from 0 to 90", () => {
    expect(["0", "25", "24.6", "200", "-3", "x", ""].map(overlapOf)).toEqual([0, 25, 25, 90, 0, 0, 0]);
    expect(overlapOf(undefined)).toBe(0);
  });
});
