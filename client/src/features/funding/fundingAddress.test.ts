import { describe, expect, it } from "vitest";
import { readFunding, writeFunding } from "./fundingAddress.ts";

const FIRST = { part: "overview", mission: "", by: "kind", split: "state", only: "all" } as const;

describe("the address of the funding view", () => {
  it("leaves out what goes without saying, and other keys alone", () => {
    expect(readFunding("?status=idea")).toEqual(FIRST);
    expect(writeFunding("?status=idea&money=cards", FIRST)).toBe("?status=idea");
    const chosen = { part: "cards", mission: "m-2038", by: "sector", split: "level", only: "short" } as const;
    const written = writeFunding("", chosen);
    expect(written).toBe("?money=cards&mission=m-2038&stack=sector&split=level&list=short");
    expect(readFunding(written)).toEqual(chosen);
  });

  it("reads what there is not as the first choice, and splits nothing by itself", () => {
    expect(readFunding("?money=gold&mission=../x y&stack=colour&split=&list=none")).toEqual(FIRST);
    expect(readFunding("?stack=level&split=level")).toEqual({ ...FIRST, by: "level" });
    expect(writeFunding("", { ...FIRST, by: "level", split: "level" })).toBe("?stack=level");
  });
});
