import type { TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import { asEntered, decimalsOf, percentage, perYear, stepWithUnit, workedOut } from "./figures.ts";

describe("rates of change in words", () => {
  it("have three digits, and are all of it only when they are", () => {
    expect([0.0471234, 0.4712, 0.9994, 0.9996, 1, 1.25].map(percentage)).toEqual([
      "4.71%",
      "47.1%",
      "99.9%",
      "99.9%+",
      "100%",
      "125%",
    ]);
  });
});

describe("figures that are worked out", () => {
  const near = (...values: number[]) =>
    decimalsOf({ baseline: null, targets: [], actuals: values.map((value, day) => ({ day, value })) });

  it("are as fine as what they come from, and three digits at least", () => {
    expect(workedOut(94.005, near(110, 113))).toBe("94");
    expect(workedOut(51.853, near(40.85, 55))).toBe("51.85");
    expect(workedOut(7988.6123, near(10653.4, 600))).toBe("7,988.6");
    expect(workedOut(1.4321, near(1, 2))).toBe("1.43");
    expect(workedOut(0.0080011, near(0.02))).toBe("0.008");
    expect(workedOut(0, near(0.02))).toBe("0");
  });

  it("never run on in digits", () => {
    for (const write of [asEntered, perYear, (value: number) => workedOut(value, 0)])
      expect([9e99, -9e99, 1e-40].map((value) => write(value).length < 9)).toEqual([true, true, true]);
  });
});

describe("a step in a unit", () => {
  const t = ((_: string, { value, of }: { value: string; of: string }) => `${value} points${of}`) as unknown;

  it("is in percentage points where the unit is per cent", () => {
    const said = (unit: string | null) => stepWithUnit(t as TFunction, "2.4", unit);
    expect(["%", "% of trips", "kt", null].map(said)).toEqual([
      "2.4 points",
      "2.4 points of trips",
      "2.4 kt",
      "2.4",
    ]);
  });
});
