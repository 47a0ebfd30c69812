import { describe, expect, it } from "vitest";
import { FrameRate } from "./frameRate.ts";
import { Strikes } from "./strikes.ts";

describe("Strikes", () => {
  it("[SYNC9] shut a login out for 10 s, a minute, then ten minutes; an hour without one forgets", () => {
    const strikes = new Strikes();
    expect(strikes.waitMs("a", 0)).toBe(0);
    strikes.add("a", 0);
    expect([strikes.waitMs("a", 0), strikes.waitMs("a", 9_999), strikes.waitMs("a", 10_000)]).toEqual([
      10_000, 1, 0,
    ]);
    expect(strikes.waitMs("b", 0)).toBe(0);
    strikes.add("a", 20_000);
    expect(strikes.waitMs("a", 20_000)).toBe(60_000);
    for (const at of [100_000, 1_000_000, 2_000_000]) strikes.add("a", at);
    expect(strikes.waitMs("a", 2_000_000)).toBe(600_000);
    strikes.add("a", 2_000_000 + 3_600_000);
    expect(strikes.waitMs("a", 5_600_000)).toBe(10_000);
  });
});

describe("FrameRate", () => {
  it("[SYNC10] lets a burst through, then a steady rate, and counts dear requests more", () => {
    const rate = new FrameRate(60, 200, 0);
    for (let frame = 0; frame < 200; frame++) expect(rate.take(0)).toBe(true);
    expect(rate.take(0)).toBe(false);
    expect(rate.take(1_000, 20)).toBe(true);
    for (let frame = 0; frame < 40; frame++) expect(rate.take(1_000)).toBe(true);
    expect(rate.take(1_000)).toBe(false);
    expect(rate.take(60_000, 200)).toBe(true);
    expect(rate.take(60_000)).toBe(false);
    // A clock set back gives nothing and takes nothing.
    expect(rate.take(0)).toBe(false);
  });
});
