import { describe, expect, it } from "vitest";
import { exact, percent, short } from "./moneyWords.ts";

describe("sums and shares in words", () => {
  it("writes the exact sum with pence only where there are any, and a short one", () => {
    expect(exact(458_036_986, "GBP")).toBe("£458,036,986");
    expect(exact(4_559_842.8, "EUR")).toBe("€4,559,842.80");
    expect(short(458_036_986, "GBP")).toBe("£458m");
    expect(short(65_000_000_000, "GBP")).toBe("£65bn");
    expect(short(-0, "GBP")).toBe("£0");
    expect(exact(12, null)).toBe("12");
    expect([25.5, 0, 999.99, 1234.5].map((sum) => short(sum, "GBP"))).toEqual([
      "£25.50",
      "£0",
      "£999.99",
      "£1.23k",
    ]);
    expect([short(9e99, "GBP"), exact(9e99, "GBP")]).toEqual(["£9E99", "£9E99"]);
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
    expect([0.9951, 0.9996, 0.9999999].map(percent)).toEqual(["99%+", "99%+", "99%+"]);
    expect([1.0000001, 1.0049].map(percent)).toEqual(["100%+", "100%+"]);
  });

  it("never rounds a share down to nothing", () => {
    expect([0.0004, 0.00000012, 0.04, 0.042].map(percent)).toEqual(["0.040%", "0.000012%", "4%", "4.2%"]);
    expect(percent(1e-80)).toBe("<0.0000010%");
  });
});
