import { answer } from "@trellis/shared/derive/ask";
import { type IndicatorReading, indicatorRates, indicators } from "@trellis/shared/derive/indicators";
import type { Rates } from "@trellis/shared/derive/rates";
import { describe, expect, it } from "vitest";
import { TODAY, templateSnapshot } from "../../../../tests/support/derivations.ts";
import { chosenOf } from "./chosen.ts";
import { readIndicators } from "./indicatorsAddress.ts";
import { onwardOf, seriesOf } from "./series.ts";

const manchester = templateSnapshot("greater-manchester-2038");
const readings = answer(indicators, manchester, TODAY);
const reading = (card: string): IndicatorReading => {
  const found = readings.find((one) => one.card === card);
  if (!found) throw new Error(`No indicator ${card}.`);
  return found;
};
const ratesOf = (argument: string): Rates | null => answer(indicatorRates, manchester, TODAY, argument);

describe("an indicator as a chart", () => {
  it("has room for everything it draws", () => {
    for (const one of readings) {
      const onward = onwardOf(one, ratesOf(one.card));
      const { x, y, path, actuals, baseline, targets } = seriesOf(one, { onward });
      for (const point of [...path, ...actuals, ...baseline, ...targets]) {
        expect([x.at(point.x), y.at(point.y)].every((share) => share >= -1e-9 && share <= 1 + 1e-9)).toBe(
          true,
        );
      }
    }
  });

  it("goes on at the recent rate until the target, and a budget until it is used up", () => {
    const onward = onwardOf(reading("k-co2"), ratesOf("k-co2 2020"));
    expect(onward[0]?.value).toBe(9250.7);
    // 18 years at 3.9 % less: about half.
    expect(onward.at(-1)?.value).toBeCloseTo(9250.7 * 0.9615 ** 18, -2);
    const budget = onwardOf(reading("k-budget"), null);
    expect(budget.map(({ value }) => Math.round(value))).toEqual([30, 71]);
    expect(onwardOf(reading("k-trees"), ratesOf("k-trees"))).toEqual([]);
  });

  it("draws no more points than a screen can show, and always the newest", () => {
    const actuals = Array.from({ length: 10_000 }, (_, index) => ({ day: index * 86_400_000, value: index }));
    const series = seriesOf({ ...reading("k-co2"), actuals });
    expect(series.actuals.length).toBeLessThan(420);
    expect(series.actuals.at(-1)?.y).toBe(9_999);
  });
});

describe("the indicators that are shown", () => {
  const titles = new Map([...manchester.cards].map(([id, { title }]) => [id, title]));
  const shown = (search: string) => chosenOf(readings, readIndicators(search), (id) => titles.get(id) ?? "");

  it("come worst first, and count their verdicts", () => {
    const all = shown("");
    expect(all.shown.slice(0, 3).map(({ card }) => card)).toEqual(["k-co2", "k-budget", "k-recycle"]);
    expect(all.shown.at(-1)?.card).toBe("k-co2-1990");
    expect(all.counts).toEqual([
      { verdict: "off_track", count: 2 },
      { verdict: "behind", count: 1 },
      { verdict: "cannot_assess", count: 15 },
      { verdict: "on_track", count: 1 },
    ]);
  });

  it("are narrowed by challenge, kind and verdict; counts say what else there is", () => {
    const { shown: found, counts } = shown("?challenge=c-consumption&verdict=on_track");
    expect(found).toEqual([]);
    expect(counts).toEqual([{ verdict: "behind", count: 1 }]);
    expect(shown("?kind=output&challenge=c-nature").shown.map(({ card }) => card)).toEqual(["k-trees"]);
    expect(shown("?order=newest").shown[0]?.card).toBe("k-ebus");
  });

  it("are all of them where the address names a mission, challenge or kind that none has", () => {
    const everything = shown("").shown;
    expect(shown("?mission=c-nature").shown).toEqual(everything);
    expect(shown("?challenge=m-2038").shown).toEqual(everything);
    const outputs = readings.filter(({ kind }) => kind === "output");
    const found = chosenOf(outputs, readIndicators("?kind=impact&mission=gone"), () => "");
    expect(found).toMatchObject({ mission: null, kind: null });
    expect(found.shown).toHaveLength(outputs.length);
    expect(shown("?mission=m-2038&kind=output")).toMatchObject({ mission: "m-2038", kind: "output" });
  });
});
