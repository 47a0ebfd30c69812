import { describe, expect, it } from "vitest";
import {
  ALL_CHECKS,
  isChosen,
  namedCheck,
  readFilter,
  searchOfCheck,
  toggled,
  withoutCheck,
  writeFilter,
} from "./healthFilter.ts";

describe("the filter of the checks in the address", () => {
  it("is read and written alike, and leaves the rest of the address", () => {
    const filter = { results: ["fail", "not_known"], groups: ["people"] } as const;
    expect(writeFilter("?level=national&result=pass", filter)).toBe(
      "?level=national&result=fail,not_known&group=people",
    );
    expect(readFilter(writeFilter("?card=x", filter))).toEqual(filter);
    expect(writeFilter("?result=fail", ALL_CHECKS)).toBe("");
  });

  it("ignores what it does not know, such as another view's grouping", () => {
    expect(readFilter("?group=sector&result=great,fail,fail")).toEqual({ results: ["fail"], groups: [] });
    expect(readFilter("")).toEqual(ALL_CHECKS);
  });

  it("shows all while nothing is chosen, else what is of a chosen result and group", () => {
    const result = { state: "fail", group: "people" } as never;
    expect(isChosen(ALL_CHECKS, result)).toBe(true);
    expect(isChosen({ results: ["pass"], groups: [] }, result)).toBe(false);
    expect(isChosen({ results: ["pass", "fail"], groups: ["people"] }, result)).toBe(true);
    expect(isChosen({ results: [], groups: ["money"] }, result)).toBe(false);
  });

  it("switches values on and off", () => {
    expect(toggled(["fail"], "pass")).toEqual(["fail", "pass"]);
    expect(toggled(["fail", "pass"], "fail")).toEqual(["pass"]);
  });

  it("leads to one check, whatever was chosen before", () => {
    const there = searchOfCheck("?result=fail&group=people&part=lenses&show=project", "H09");
    expect(there).toBe("?show=project&check=H09");
    expect(namedCheck(there)).toBe("H09");
    expect(withoutCheck(there)).toBe("?show=project");
    expect(namedCheck("")).toBeNull();
  });
});
