import { describe, expect, it } from "vitest";
import { dayAxis, shortNumber, valueAxis } from "./scales.ts";

describe("axes of a chart", () => {
  it("end on round numbers and show few ticks", () => {
    const axis = valueAxis([3, 97]);
    expect([axis.from, axis.to]).toEqual([0, 100]);
    expect(axis.ticks.map(({ label }) => label)).toEqual(["0", "50", "100"]);
    expect(axis.at(50)).toBeCloseTo(0.5, 9);
  });

  it("begin at zero where a length is shown", () => {
    expect(valueAxis([80, 100]).from).toBe(80);
    expect(valueAxis([80, 100], { fromZero: true }).from).toBe(0);
    expect(valueAxis([-20, 10], { fromZero: true }).from).toBe(-20);
  });

  it("never give a share that is no number", () => {
    for (const values of [[], [0], [5], [-5], [Number.NaN, 7], [Number.POSITIVE_INFINITY], [1e300, -1e300]]) {
      for (const axis of [valueAxis(values), dayAxis(values)]) {
        for (const value of [0, 5, 1e300, -1e300, Number.NaN, Number.POSITIVE_INFINITY])
          expect(Number.isFinite(axis.at(value))).toBe(true);
        for (const tick of axis.ticks) expect(Number.isFinite(tick.at)).toBe(true);
      }
    }
  });

  it("count years, and months where the time is short", () => {
    const years = dayAxis([Date.UTC(2018, 0), Date.UTC(2038, 0)]);
    expect(years.ticks.map(({ label }) => label)).toEqual(["2020", "2025", "2030", "2035"]);
    const months = dayAxis([Date.UTC(2025, 0), Date.UTC(2025, 11)]);
    expect(months.ticks.map(({ label }) => label)).toContain("Jan 2025");
  });

  it("put the tick of a year where a value for that year stands", () => {
    const end = (year: number) => Date.UTC(year, 11, 31);
    const yearly = dayAxis([end(2005), end(2020)], 4, { isYearly: true });
    expect(yearly.ticks.map(({ label }) => label)).toEqual(["2005", "2010", "2015", "2020"]);
    for (const { at, label } of yearly.ticks) expect(at).toBeCloseTo(yearly.at(end(Number(label))), 9);
    const two = dayAxis([end(2024), end(2025)], 3, { isYearly: true });
    expect(two.ticks.map(({ at, label }) => [label, at])).toEqual([
      ["2024", 0],
      ["2025", 1],
    ]);
  });

  it("keep the names of months apart", () => {
    for (const months of [3, 6, 9, 14, 20]) {
      const { ticks } = dayAxis([Date.UTC(2019, 0), Date.UTC(2019, months)], 3);
      expect(ticks.length).toBeGreaterThan(0);
      for (const [index, { at }] of ticks.slice(1).entries())
        expect(at - (ticks[index]?.at ?? 0)).toBeGreaterThanOrEqual(0.4);
    }
  });

  it("leave a year on either side of one day, however often it is given", () => {
    const day = Date.UTC(2020, 5);
    const [once, twice] = [dayAxis([day]), dayAxis([day, day])];
    expect([twice.from, twice.to]).toEqual([once.from, once.to]);
    expect(new Date(twice.from).getUTCFullYear()).toBe(2019);
    expect(new Date(twice.to).getUTCFullYear()).toBe(2021);
  });

  it("name numbers shortly", () => {
    expect([0.25, 1500, 12_000, 1_200_000].map(shortNumber)).toEqual(["0.25", "1,500", "12k", "1.2m"]);
  });
});
