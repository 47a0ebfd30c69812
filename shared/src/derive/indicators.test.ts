import { describe, expect, it } from "vitest";
import { aMap } from "../../../tests/support/builders.ts";
import { TODAY, templateSnapshot } from "../../../tests/support/derivations.ts";
import type { MapSnapshot } from "../read/snapshot.ts";
import { isoDay, lastDay } from "../schema/days.ts";
import { answer } from "./ask.ts";
import { wedge } from "./contributions.ts";
import { dashboard } from "./dashboard.ts";
import { expectedAt } from "./indicatorPath.ts";
import { type IndicatorReading, indicatorRates, indicators } from "./indicators.ts";
import type { Rates } from "./rates.ts";

const manchester = templateSnapshot("greater-manchester-2038");

const reading = (card: string, map: MapSnapshot = manchester): IndicatorReading => {
  const found = answer(indicators, map, TODAY).find((one) => one.card === card);
  if (!found) throw new Error(`No indicator ${card}.`);
  return found;
};
const ratesOf = (card: string, without = "", map: MapSnapshot = manchester): Rates => {
  const found = answer(indicatorRates, map, TODAY, `${card} ${without}`);
  if (!found) throw new Error(`No indicator ${card}.`);
  return found;
};

describe("indicators on the Greater Manchester map", () => {
  it("[IND1] says beside its verdict what the other shape would say", () => {
    const co2 = reading("k-co2");
    expect(co2.standing).toMatchObject({ status: "off_track", path: "compound" });
    expect(co2.other).toMatchObject({ path: "linear", standing: { status: "on_track" } });
    expect(co2.other?.standing.pace).toBeCloseTo(1.39, 2);
    // At 40.85 -> 55 in nine years both shapes say behind, so there is nothing to add.
    expect(reading("k-recycle").other).toBeNull();
  });

  it("[IND2] has the required and the recent rate and the arrival of the worked example", () => {
    const { required, recent, arrival } = ratesOf("k-co2", "2020");
    expect(required?.linear).toBeCloseTo(-480.6, 1);
    expect(required?.compound).toBeCloseTo(-0.141, 3);
    expect(recent?.years).toEqual([2015, 2016, 2017, 2018, 2019]);
    expect(recent?.compound).toBeCloseTo(-0.039, 3);
    expect(arrival).toEqual({ shape: "compound", year: 2090 });
    // With the lockdown year in, the same figures look better.
    expect(ratesOf("k-co2").recent?.years).toEqual([2016, 2017, 2018, 2019, 2020]);
    expect(ratesOf("k-co2").arrival?.year).toBeLessThan(2090);
  });

  it("[IND3] uses its budget up in 2025, at four times what is left for each year", () => {
    const { standing } = reading("k-budget");
    expect(standing).toMatchObject({ status: "off_track", exhausted: expect.stringMatching(/^2025-0[67]/) });
    expect(standing.runRate).toBeCloseTo(9.2, 1);
    expect(standing.allowed).toBeCloseTo(40.9 / 18, 2);
    expect(ratesOf("k-budget")).toMatchObject({ required: null, noRequired: "not_a_change" });
  });

  it("[IND4] tells old figures apart from a bad verdict", () => {
    expect(reading("k-co2").freshness).toMatchObject({ state: "stale", months: 36 });
    expect(reading("k-ebus").freshness.state).toBe("fresh");
    expect(reading("k-ebus").standing.status).toBe("cannot_assess");
  });

  it("[IND8] says that a target's day has passed, beside verdicts that speak of then", () => {
    expect(reading("k-co2-1990")).toMatchObject({ standing: { status: "on_track" }, isTargetOver: true });
    expect(reading("k-recycle")).toMatchObject({ standing: { status: "behind" }, isTargetOver: true });
    expect(reading("k-co2").isTargetOver).toBe(false);
    expect([reading("k-budget").isUsedUp, reading("k-budget").isTargetOver]).toEqual([true, false]);
    expect(answer(dashboard, manchester, TODAY).missions[0]?.verdictsOver).toMatchObject({
      on_track: 1,
      behind: 1,
      off_track: 0,
      cannot_assess: 0,
    });
  });

  it("[IND5] belongs to the mission and the challenge above what it measures, and is counted there", () => {
    expect(reading("k-ebus")).toMatchObject({
      measures: ["c-transport", "p-zeb"],
      missions: ["m-2038"],
      challenges: ["c-transport"],
    });
    expect(answer(dashboard, manchester, TODAY).missions[0]?.verdicts).toEqual({
      moving_away: 0,
      off_track: 2,
      behind: 1,
      cannot_assess: 15,
      too_early: 0,
      on_track: 1,
      achieved: 0,
    });
  });
});

const point = (date: string, value: number) => ({ date, value, source: "register" });
const anIndicator = (fields: object) =>
  aMap()
    .withCard({
      id: "k",
      type: "indicator",
      direction: "increase",
      path: "linear",
      baseline: point("2020-12-31", 100),
      targets: [point("2030-12-31", 200)],
      ...fields,
    })
    .snapshot();
const yearly = (from: number, ...values: number[]) =>
  values.map((value, index) => point(String(from + index), value));

describe("indicators worked out on paper", () => {
  it("[IND2] needs three years for a rate, and takes the newest five", () => {
    const two = anIndicator({ actuals: yearly(2023, 110, 120) });
    expect(ratesOf("k", "", two)).toMatchObject({ recent: null, arrival: null, years: [2023, 2024] });
    // Seven values: the last five are 2021 to 2025. (130 - 110) / 4 years = 5 a year.
    const seven = anIndicator({ actuals: yearly(2019, 60, 80, 110, 115, 120, 125, 130) });
    const { recent, required, arrival } = ratesOf("k", "", seven);
    expect(recent?.years).toEqual([2021, 2022, 2023, 2024, 2025]);
    expect(recent?.linear).toBeCloseTo(5, 1);
    // 70 more in five years; at 5 a year it takes fourteen.
    expect(required?.linear).toBeCloseTo(14, 1);
    expect(arrival).toEqual({ shape: "linear", year: 2039 });
    expect(ratesOf("k", "2025,2022", seven).recent?.years).toEqual([2020, 2021, 2023, 2024]);
    expect(ratesOf("k", "2021,2022,2023,2024", seven).recent).toBeNull();
  });

  it("[IND2] takes the last value of a year, and several shapes of date", () => {
    const map = anIndicator({
      actuals: [point("2023-03", 1), point("2023-11-05", 110), point("2024", 120), point("2025-12-31", 130)],
    });
    expect(ratesOf("k", "", map).recent?.from.value).toBe(110);
  });

  it("[IND2] never arrives when it moves away or stands still, and has nothing to change when it is there", () => {
    const away = anIndicator({ actuals: yearly(2023, 110, 105, 100) });
    expect(ratesOf("k", "", away).arrival).toEqual({ shape: "linear", year: null });
    const still = anIndicator({ actuals: yearly(2023, 110, 110, 110) });
    expect(ratesOf("k", "", still).arrival?.year).toBeNull();
    const there = anIndicator({ actuals: yearly(2023, 110, 150, 200) });
    expect(ratesOf("k", "", there)).toMatchObject({ required: null, noRequired: "reached" });
    const past = anIndicator({ targets: [point("2024", 200)], actuals: yearly(2023, 110, 120, 130) });
    expect(ratesOf("k", "", past)).toMatchObject({ required: null, noRequired: "past" });
    // The target's year is over; 70 more at 10 a year is 2032.
    expect(ratesOf("k", "", past).arrival?.year).toBe(2032);
  });

  it("[IND2] [CON3] has nothing ahead once the target's day has passed, whenever the newest value is from", () => {
    // Recycling on the Greater Manchester map: newest value March 2023, target March 2025, read in January 2026.
    expect(ratesOf("k-recycle")).toMatchObject({ required: null, noRequired: "past" });
    const due = (date: string) => {
      const map = anIndicator({ targets: [point(date, 200)], actuals: yearly(2022, 110, 120, 130) });
      return [ratesOf("k", "", map).noRequired, answer(wedge, map, TODAY, "k")?.missing];
    };
    expect(due("2026-01-30")).toEqual(["past", "past"]);
    // On the day itself there is still time.
    expect(due("2026-01-31")).toEqual([null, null]);
  });

  it("[IND2] counts whole years between the same days of the calendar, leap or not", () => {
    const each = (from: string, to: string) =>
      ratesOf("k", "", anIndicator({ actuals: [point(from, 49.9)], targets: [point(to, 55)] })).required
        ?.linear;
    const on = (from: string, to: string) => {
      const map = anIndicator({ actuals: [point(from, 49.9)], targets: [point(to, 55)] });
      return answer(indicatorRates, map, { today: from }, "k")?.required?.linear;
    };
    expect(on("2024-03-31", "2025-03-31")).toBeCloseTo(5.1, 9);
    expect(on("2024-02-28", "2025-02-28")).toBeCloseTo(5.1, 9);
    expect(on("2023-02", "2024-02")).toBeCloseTo(5.1, 9);
    expect(on("2024-01-01", "2026-01-01")).toBeCloseTo(2.55, 9);
    expect(each("2025", "2027")).toBeCloseTo(2.55, 9);
    expect(on("2023-12-31", "2024-06-30")).toBeCloseTo(10.2, 0);
    // Two days that count as one are no stretch of time.
    const day = anIndicator({ actuals: [point("2024-02-28", 60)], targets: [point("2024-02-29", 55)] });
    expect(answer(indicatorRates, day, { today: "2024-02-28" }, "k")?.required).toMatchObject({
      linear: null,
      compound: null,
    });
  });

  it("[IND2] [DER6] [CON3] calls the same indicator reached for its verdict, its rates and its wedge", () => {
    const said = (fields: object) => {
      const map = anIndicator(fields);
      return [
        reading("k", map).standing.status === "achieved",
        ratesOf("k", "", map).noRequired === "reached",
        answer(wedge, map, TODAY, "k")?.missing === "reached",
      ];
    };
    const yes = [true, true, true];
    const no = [false, false, false];
    for (const path of ["linear", "compound", "stepped"]) {
      expect(said({ path, actuals: yearly(2023, 110, 150, 200) })).toEqual(yes);
      expect(said({ path, actuals: yearly(2023, 110, 150, 199) })).toEqual(no);
    }
    // Nobody chose a direction: the way from 100 to 200 tells.
    expect(said({ direction: null, actuals: yearly(2024, 210) })).toEqual(yes);
    expect(said({ direction: null, actuals: yearly(2024, 90) })).toEqual(no);
    // A level path: what has passed it in the direction has reached it.
    expect(said({ targets: [point("2030", 100)], actuals: yearly(2024, 105) })).toEqual(yes);
    // Chosen against the way: 150 is neither there nor past it.
    expect(said({ direction: "decrease", actuals: yearly(2024, 150) })).toEqual(no);
  });

  it("[IND2] is straight where a constant rate meets zero or less", () => {
    const map = anIndicator({
      direction: "decrease",
      path: "compound",
      targets: [point("2030", 0)],
      actuals: yearly(2023, 80, 70, 60),
    });
    expect(reading("k", map).standing.path).toBe("linear");
    expect(ratesOf("k", "", map)).toMatchObject({
      required: { compound: null },
      arrival: { shape: "linear", year: 2031 },
    });
  });

  it("[IND8] counts the values that lie in the future, and calls nothing achieved late", () => {
    const future = reading("k", anIndicator({ actuals: yearly(2025, 150, 160, 170) }));
    expect([future.future, future.actuals.length]).toEqual([2, 1]);
    expect(reading("k", anIndicator({ actuals: yearly(2027, 150) }))).toMatchObject({
      future: 1,
      standing: { missing: "actual" },
    });
    const over = (value: number) =>
      reading("k", anIndicator({ targets: [point("2024", 200)], actuals: yearly(2024, value) })).isTargetOver;
    expect([over(200), over(199)]).toEqual([false, true]);
  });

  it("[IND6] names bad input instead of a figure", () => {
    const early = (fields: object) => reading("k", anIndicator(fields)).early;
    expect(early({ actuals: yearly(2019, 90) })).toBe("before_baseline");
    expect(early({ targets: [point("2030", 100)], actuals: yearly(2024, 90) })).toBe("flat");
    expect(early({ path: "stepped", actuals: yearly(2024, 90) })).toBe("no_step");
    const none = reading("k", anIndicator({ baseline: null, actuals: yearly(2024, 90) }));
    expect(none).toMatchObject({ standing: { status: "cannot_assess", missing: "baseline" }, drawn: null });
  });

  it("[IND7] draws each shape of path through its points", () => {
    const drawn = (fields: object) => {
      const path = reading("k", anIndicator(fields)).drawn;
      return path && [path.look, ...path.points.map(({ day, value }) => `${isoDay(day)} ${value}`)];
    };
    expect(drawn({})).toEqual(["linear", "2020-12-31 100", "2030-12-31 200"]);
    expect(drawn({ path: "stepped" })).toEqual(["stepped", "2030-12-31 200"]);
    expect(drawn({ direction: "maintain" })).toEqual(["level", "2020-12-31 200", "2030-12-31 200"]);
    expect(drawn({ path: "budget" })).toEqual(["budget", "2020-12-31 200", "2030-12-31 200"]);
    expect(drawn({ direction: "stay_below" })).toEqual(["cap", "2020-12-31 200", "2030-12-31 200"]);
    expect(drawn({ targets: [] })).toBeNull();
    const expected = (fields: object, date: string) => {
      const path = reading("k", anIndicator(fields)).drawn;
      return path && expectedAt(path, lastDay(date));
    };
    expect([expected({}, "2019"), expected({}, "2030"), expected({}, "2035")]).toEqual([null, 200, 200]);
    expect(expected({}, "2025")).toBeCloseTo(150, 1);
    const steps = { path: "stepped", targets: [point("2024", 120), point("2026", 140)] };
    expect(["2023", "2024", "2025", "2026"].map((year) => expected(steps, year))).toEqual([
      null,
      120,
      120,
      140,
    ]);
    expect(expected({ path: "budget" }, "2025")).toBeNull();
    const curve = reading("k", anIndicator({ path: "compound", targets: [point("2030-12-31", 400)] })).drawn;
    // Half of the days, half of the doublings.
    expect(curve?.points.at(8)?.value).toBeCloseTo(200, 9);
    expect(curve?.points.at(-1)?.value).toBe(400);
  });
});
