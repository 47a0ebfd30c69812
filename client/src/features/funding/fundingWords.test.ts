import type { TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import { sumText } from "./fundingWords.ts";

const t = ((key: string) => key) as unknown as TFunction;

describe("money in words", () => {
  it("keeps nothing recorded, not known and nought apart", () => {
    const sum = (amount: number, notKnown = 0, others: { currency: string; amount: number }[] = []) =>
      sumText({ amount, notKnown, others }, "GBP", t);
    expect(sum(0)).toBe("–");
    expect(sum(0, 1)).toBe("words.notKnown");
    expect(sum(5, 1)).toBe("£5");
    expect(sum(0, 0, [{ currency: "EUR", amount: 80 }])).toBe("€80");
    expect(sum(10, 0, [{ currency: "EUR", amount: 80 }])).toBe("£10 + €80");
  });
});
