import { describe, expect, it } from "vitest";
import { TODAY, templateSnapshot } from "../../../tests/support/derivations.ts";
import { answer } from "./ask.ts";
import { type Facts, facts } from "./parts.ts";
import { standing } from "./trajectory.ts";

const manchester = templateSnapshot("greater-manchester-2038");
const shipped = (id: string, more: object = {}): Facts<"indicator"> => {
  const found = answer(facts("indicator"), manchester, TODAY).find((one) => one.id === id);
  if (!found) throw new Error(`No indicator ${id}.`);
  return { ...found, ...more };
};

const points = (...list: [string, number | null][]) =>
  list.map(([date, value], index) => ({ id: `${index}`, date, value }));
const indicator = (fields: object): Facts<"indicator"> =>
  ({
    id: "k",
    type: "indicator",
    direction: "increase",
    path: "linear",
    baseline: { date: "2020-01-01", value: 0 },
    targets: points(["2030-01-01", 100]),
    ...fields,
  }) as never;
const at = (fields: object, year: number | null = null) => standing(indicator(fields), TODAY.today, year);

describe("trajectory on the Greater Manchester map", () => {
  it("[DER6] gives the figures of the worked example", () => {
    const co2 = standing(shipped("k-co2"), TODAY.today, 2038);
    expect(co2.expected).toBeCloseTo(7988.6, 1);
    expect(co2.pace).toBeCloseTo(0.526, 3);
    expect(co2.status).toBe("off_track");
    // The same figures on a straight line say on track: the verdict depends on the shape of the path.
    const line = standing(shipped("k-co2", { path: "linear" }), TODAY.today, 2038);
    expect(line.pace).toBeCloseTo(1.39, 2);
    expect(line.status).toBe("on_track");
    const budget = standing(shipped("k-budget"), TODAY.today, 2038);
    expect(budget).toMatchObject({ status: "off_track", pace: null });
    expect(budget.used).toBeCloseTo(0.424, 3);
    expect(budget.exhausted?.slice(0, 7)).toBe("2025-06");
    const recycling = standing(shipped("k-recycle"), TODAY.today, null);
    expect(recycling.pace).toBeCloseTo(0.85, 2);
    expect(recycling.status).toBe("behind");
  });

  it("[DER7] says what is missing instead of a figure", () => {
    expect(standing(shipped("k-co2pc"), TODAY.today, null)).toMatchObject({
      status: "cannot_assess",
      missing: "target",
    });
    expect(standing(shipped("k-ebus"), TODAY.today, null)).toMatchObject({
      status: "cannot_assess",
      missing: "baseline",
    });
    expect(standing(shipped("k-trees"), TODAY.today, null)).toMatchObject({
      status: "cannot_assess",
      missing: "actual",
    });
    expect(at({ actuals: points(["2025", 5]), path: null })).toMatchObject({ missing: "path", pace: null });
    expect(at({ actuals: points(["2025", null]) })).toMatchObject({ missing: "actual" });
    expect(at({ actuals: points(["2027", 5]) })).toMatchObject({ missing: "actual" });
    expect(at({ actuals: points(["2025", 5]), path: "stepped", direction: null })).toMatchObject({
      missing: "direction",
    });
    expect(at({ actuals: points(["2025", 5]), path: "budget", baseline: null })).toMatchObject({
      missing: "rate",
    });
  });

  it("[DER7] takes the direction from the path, and says when the one chosen is against it", () => {
    // From 0 in 2020 to 100 in 2030: a rise.
    const half = { actuals: points(["2025-01-01", 50]) };
    for (const path of ["linear", "compound"]) {
      expect(at({ ...half, path, direction: null })).toMatchObject({ status: "on_track", missing: null });
      expect(at({ ...half, path, direction: "increase" }).missing).toBeNull();
    }
    for (const path of ["linear", "compound", "stepped"])
      expect(at({ ...half, path, direction: "decrease" })).toMatchObject({
        status: "cannot_assess",
        missing: "direction",
        pace: null,
      });
  });
});

describe("trajectory worked out on paper", () => {
  it("[DER6] follows a straight line through its targets in turn", () => {
    // 2020: 0, 2024-01-01: 10, 2030-01-01: 100. On 2024-01-01, 10 is expected.
    const targets = points(["2030-01-01", 100], ["2024-01-01", 10]);
    const pace = (value: number) => at({ targets, actuals: points(["2024-01-01", value]) });
    expect(pace(9.5)).toMatchObject({ pace: 0.95, status: "on_track", expected: 10 });
    expect(pace(9.4).status).toBe("behind");
    expect(pace(6)).toMatchObject({ pace: 0.6, status: "behind" });
    expect(pace(5.9).status).toBe("off_track");
    expect(pace(0)).toMatchObject({ pace: 0, status: "off_track" });
    expect(pace(-1).status).toBe("moving_away");
    expect(pace(100).status).toBe("achieved");
  });

  it("[DER6] follows a constant rate, and a straight line where a value is not above zero", () => {
    // From 100 to 25 in 2,922 days; half way, after 1,461, a half is left: 50.
    const curve = { direction: "decrease", path: "compound", baseline: { date: "2016-01-01", value: 100 } };
    const half = { ...curve, targets: points(["2024-01-01", 25]), actuals: points(["2020-01-01", 60]) };
    expect(at(half).expected).toBeCloseTo(50, 9);
    expect(at(half).pace).toBeCloseTo(0.8, 9);
    expect(at({ ...half, targets: points(["2024-01-01", 0]) })).toMatchObject({
      expected: 50,
      path: "linear",
    });
  });

  it("[DER6] counts the less favourable of several values for one day, and marks it", () => {
    const two = (value: number, other: number, more: object) => {
      const { actual } = at({ actuals: points(["2024-12", value], ["2024-12-31", other]), ...more });
      return [actual?.value, actual?.severalOnDay];
    };
    for (const [value, other] of [
      [40, 60],
      [60, 40],
    ] as const) {
      expect(two(value, other, { direction: "increase" })).toEqual([40, true]);
      expect(two(value, other, { direction: "decrease" })).toEqual([60, true]);
      expect(two(value, other, { direction: "stay_below" })).toEqual([60, true]);
      expect(two(value, other, { path: "budget" })).toEqual([60, true]);
      // The path from 0 to 100 tells that more is better; of what is kept at 100 the one further away counts.
      expect(two(value, other, { direction: null })).toEqual([40, true]);
      expect(two(value, other, { direction: "maintain" })).toEqual([40, true]);
    }
    expect(at({ actuals: points(["2024", 40]) }).actual?.severalOnDay).toBeUndefined();
    // Of two targets for one day the one that asks for more.
    const asks = (direction: string) =>
      at({
        direction,
        path: "stepped",
        baseline: null,
        targets: points(["2024", 20], ["2024", 10]),
        actuals: points(["2025", 15]),
      });
    expect([asks("increase").expected, asks("decrease").expected]).toEqual([20, 10]);
  });

  it("[DER6] is too early on the day of the baseline or where the path has not moved", () => {
    expect(at({ actuals: points(["2020-01-01", 3]) })).toMatchObject({ status: "too_early", pace: null });
    expect(at({ actuals: points(["2019", 3]) }).status).toBe("too_early");
    expect(at({ path: "stepped", actuals: points(["2024", 3]) }).status).toBe("too_early");
  });

  it("[DER6] takes the last step due on the day of the actual", () => {
    const steps = { path: "stepped", targets: points(["2024", 20], ["2025", 40], ["2026", 60]) };
    expect(at({ ...steps, actuals: points(["2025", 30]) })).toMatchObject({
      pace: 0.75,
      expected: 40,
      status: "behind",
    });
    expect(at({ ...steps, actuals: points(["2025-06", 20]) })).toMatchObject({ pace: 1, expected: 20 });
    const down = { path: "stepped", direction: "decrease", targets: points(["2024", 20], ["2030", 0]) };
    expect(at({ ...down, actuals: points(["2025", 25]) })).toMatchObject({ pace: 0.8, status: "behind" });
    expect(at({ ...down, actuals: points(["2025", 0]) }).status).toBe("achieved");
    const zero = { path: "stepped", targets: points(["2024", 0], ["2030", 5]) };
    expect(at({ ...zero, actuals: points(["2025", -1]) })).toMatchObject({ pace: null, status: "off_track" });
  });

  it("[DER6] keeps a value within a twentieth of its target, and below a cap", () => {
    const keep = (value: number) =>
      at({ direction: "maintain", path: null, actuals: points(["2025", value]) }).status;
    expect([keep(95), keep(105), keep(94.9)]).toEqual(["on_track", "on_track", "off_track"]);
    // 1.155 - 1.1 comes out a hair above a twentieth of 1.1.
    const hair = { direction: "maintain", path: null, targets: points(["2030", 1.1]) };
    expect(at({ ...hair, actuals: points(["2025", 1.155]) }).status).toBe("on_track");
    const below = (value: number) => at({ direction: "stay_below", actuals: points(["2025", value]) }).status;
    expect([below(100), below(101)]).toEqual(["on_track", "off_track"]);
  });

  it("[DER6] uses a budget up at its latest rate, or never", () => {
    const budget = {
      path: "budget",
      direction: "stay_below",
      targets: points(["2100", 40]),
      baseline: { date: "2023", value: 0 },
    };
    // 20 in 2024 and 2025: the other 20 last two more years.
    const even = { ...budget, actuals: points(["2024", 10], ["2025", 20]) };
    expect(at(even, 2027)).toMatchObject({ status: "on_track", used: 0.5, exhausted: "2027-12-31" });
    expect(at(even, 2028).status).toBe("off_track");
    expect(at(even, null).status).toBe("off_track");
    expect(at({ ...budget, actuals: points(["2024", 20], ["2025", 20]) }, 2090)).toMatchObject({
      status: "on_track",
      exhausted: null,
    });
    expect(at({ ...budget, actuals: points(["2024", 20], ["2025", 50]) }, 2026)).toMatchObject({
      status: "off_track",
      exhausted: "2025-12-31",
    });
    // Used up on the very last day is kept to; a hair more is not, though no day is left on which to be short.
    const atItsEnd = (value: number) =>
      at({ ...budget, actuals: points(["2024", 20], ["2025", value]) }, 2025);
    expect([atItsEnd(40).status, atItsEnd(40.1).status, atItsEnd(50).status]).toEqual([
      "on_track",
      "off_track",
      "off_track",
    ]);
  });
});
