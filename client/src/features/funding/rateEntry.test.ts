import { describe, expect, it } from "vitest";
import { readRate } from "./rateEntry.ts";

const entered = (rate: string, date = "2026-01-31", source = "") => readRate({ rate, date, source });

describe("a rate as somebody enters it", () => {
  it("is read with either decimal mark, and with a date in words", () => {
    expect(entered("0.85", "31 January 2026", " ECB ")).toEqual({
      rate: 0.85,
      date: "2026-01-31",
      source: "ECB",
    });
    expect(entered("0,85", "2026")).toEqual({ rate: 0.85, date: "2026", source: null });
  });

  it("says what is wrong instead of guessing", () => {
    const problem = (rate: string, date?: string) => {
      const found = entered(rate, date);
      return "problem" in found ? `${found.field}: ${found.problem}` : null;
    };
    expect(problem("")).toBe("rate: rate_not_read");
    expect(problem("a lot")).toBe("rate: rate_not_read");
    expect(problem("1,234")).toBe("rate: rate_unclear");
    expect(problem("0")).toBe("rate: rate_not_above_zero");
    expect(problem("-0.8")).toBe("rate: rate_not_above_zero");
    expect(problem("0.85", " ")).toBe("date: date_missing");
    expect(problem("0.85", "05/06/2026")).toBe("date: date_not_read");
  });
});
