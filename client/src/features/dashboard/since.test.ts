import { describe, expect, it } from "vitest";
import { dayProblem, daysAgo, readSince, sinceOf, startOf, writeSince } from "./since.ts";

const NOW = new Date(2026, 2, 15, 14, 30);

describe("since when changes are shown", () => {
  it("reads a whole day out of the address and nothing else, and writes it beside what is there", () => {
    expect(readSince("?since=2026-01-31")).toEqual({ since: "2026-01-31" });
    for (const wrong of [
      "",
      "?since=",
      "?since=2026",
      "?since=2026-02-30",
      "?since=yesterday",
      "?since=0202-01-31",
    ]) {
      expect(readSince(wrong)).toEqual({ since: null });
    }
    expect(writeSince("?card=a&since=2026-01-31", { since: "2026-02-01" })).toBe("?card=a&since=2026-02-01");
    expect(writeSince("?since=2026-01-31", { since: null })).toBe("");
  });

  it("says why a day cannot be chosen: it is none, too early, or yet to come", () => {
    expect(dayProblem("", "2026-03-15")).toBe("none");
    expect(dayProblem("1999-01-01", "2026-03-15")).toBe("early");
    expect(dayProblem("2026-03-15", "2026-03-15")).toBeNull();
    expect(dayProblem("2026-03-16", "2026-03-15")).toBe("future");
    expect(readSince("?since=2999-01-01")).toEqual({ since: null });
  });

  it("is the chosen day, else the last visit to the minute, else thirty days", () => {
    const visit = new Date(2026, 2, 10, 9).getTime();
    // An edit may be told up to a minute early.
    expect(sinceOf({ since: null }, visit, NOW)).toEqual({
      at: visit - 60_000,
      day: "2026-03-10",
      isVisit: true,
    });
    expect(sinceOf({ since: "2026-03-01" }, visit, NOW)).toEqual({
      at: new Date(2026, 2, 1).getTime(),
      day: "2026-03-01",
      isVisit: false,
    });
    expect(sinceOf({ since: null }, null, NOW)).toMatchObject({ day: "2026-02-13", isVisit: false });
    expect(daysAgo(new Date(2026, 0, 3))).toBe("2025-12-04");
    expect(startOf("2026-03-01")).toBe(new Date(2026, 2, 1).getTime());
  });
});
