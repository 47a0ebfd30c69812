import type { TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import { exact, percent, short, sumText } from "./fundingWords.ts";

const t = ((key: string) => key) as unknown as TFunction;

describe("money in words", () => {
  it("writes the exact sum with pence only where there are any, and a short one", () => {
    expect(exact(458_036_986, "GBP")).toBe("£458,036,986");
    expect(exact(4_559_842.8, "EUR")).toBe("€4,559,842.80");
    expect(short(458_036_986, "GBP")).toBe("£458m");
    expect(short(65_000_000_000, "GBP")).toBe("£65bn");
    expect(short(-0, "GBP")).toBe("£0");
    expect(exact(12, null)).toBe("12");
  });

  it("never rounds a share up to the whole", () => {
    expect([0.0070467, 0.284, 0.65, 1, 0, 1.2].map(percent)).toEqual([
      "0.70%",
      "28%",
      "65%",
      "100%",
      "0%",
      "120%",
    ]);
    expect([0.9951, 0.9999999].map(percent)).toEqual(["99%+", "99%+"]);
  });

  it("keeps nothing recorded, not known and nought apart", () => {
    const sum = (amount: number, notKnown = 0, others: { currency: string; amount: number }[] = []) =>
      sumText({ amount, notKnown, others }, "GBP", t);
    expect(sum(0)).toBe("–");
    expect(sum(0, 1)).toBe("funding.notKnown");
    expect(sum(5, 1)).toBe("£5");
    expect(sum(0, 0, [{ currency: "EUR", amount: 80 }])).toBe("€80");
    expect(sum(10, 0, [{ currency: "EUR", amount: 80 }])).toBe("£10 + €80");
  });
});
