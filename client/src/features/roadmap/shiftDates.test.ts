import { describe, expect, it } from "vitest";
import { shiftDate, shiftedDates, shiftUnit, stepsIn } from "./shiftDates.ts";
import { DAY } from "./timeScale.ts";

describe("moving a date", () => {
  it.each([
    ["2025", 1, "year", "2026"],
    ["2025-11", 3, "month", "2026-02"],
    ["2025-01", -1, "month", "2024-12"],
    ["2025-10", -2, "year", "2023-10"],
    ["2024-02-29", 1, "year", "2025-02-28"],
    ["2025-12-31", 1, "day", "2026-01-01"],
    ["2025-03-31", -1, "month", "2025-02-28"],
    ["0000", -1, "year", null],
    ["9999-12", 1, "month", null],
    ["9999-12-31", 1, "day", null],
  ] as const)("%s by %d %s is %s", (date, by, unit, expected) => {
    expect(shiftDate(date, by, unit)).toBe(expected);
  });
});

describe("moving a bar", () => {
  it("goes by its least exact date and keeps how exact each is", () => {
    expect(shiftUnit({ start: "2021-10", end: "2025" }, "both")).toBe("year");
    expect(shiftedDates({ start: "2021-10", end: "2025" }, "both", 1)).toEqual({
      kind: "moved",
      dates: { start: "2022-10", end: "2026" },
    });
    expect(shiftedDates({ start: "2021-10", end: null }, "both", -1)).toEqual({
      kind: "moved",
      dates: { start: "2021-09", end: null },
    });
    expect(shiftedDates({ start: "2021-10", end: "2025" }, "start", 2)).toEqual({
      kind: "moved",
      dates: { start: "2021-12", end: "2025" },
    });
  });

  it("refuses an end before its start, a date that is not there, and years that are none", () => {
    const reason = (...input: Parameters<typeof shiftedDates>) => shiftedDates(...input);
    expect(reason({ start: "2025-06", end: "2025-07" }, "end", -2)).toEqual({
      kind: "refused",
      reason: "backwards",
    });
    // A year may still hold the month.
    expect(reason({ start: "2025-06", end: "2026" }, "end", -1)).toMatchObject({ kind: "moved" });
    expect(reason({ start: "2025", end: null }, "end", 1)).toEqual({ kind: "refused", reason: "not_known" });
    expect(reason({ start: "9999", end: null }, "both", 1)).toEqual({
      kind: "refused",
      reason: "out_of_range",
    });
  });

  it("moves what is backwards already as a whole, so that it can be mended", () => {
    expect(shiftedDates({ start: "2026", end: "2025" }, "both", 1)).toMatchObject({ kind: "moved" });
    expect(shiftedDates({ start: "2026", end: "2025" }, "end", 1)).toEqual({
      kind: "moved",
      dates: { start: "2026", end: "2026" },
    });
  });

  it("takes a stretch of time for the nearest number of steps", () => {
    expect(stepsIn(200 * DAY, "year")).toBe(1);
    expect(stepsIn(-46 * DAY, "month")).toBe(-2);
    expect(stepsIn(2.4 * DAY, "day")).toBe(2);
  });
});
