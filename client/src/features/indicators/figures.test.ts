import { describe, expect, it } from "vitest";
import { percentage } from "./figures.ts";

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
