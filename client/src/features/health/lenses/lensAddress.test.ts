import { describe, expect, it } from "vitest";
import { readPart, writePart } from "../healthParts.ts";
import { readLenses, writeLenses } from "./lensAddress.ts";

describe("lenses in the address", () => {
  it("leaves out what goes without saying and keeps what belongs to others", () => {
    const first = readLenses("?part=lenses&level=national");
    expect(first).toEqual({ lens: "", across: "types", mission: "", earlier: "" });
    expect(writeLenses("?level=national", first)).toBe("?level=national");
    expect(writeLenses("", first)).toBe("");
  });

  it("reads what it wrote", () => {
    const chosen = { lens: "block", across: "challenges", mission: "m-1", earlier: "2025-03-31" } as const;
    expect(readLenses(writeLenses("?part=lenses", chosen))).toEqual(chosen);
  });

  it("ignores what is no id and no choice", () => {
    expect(readLenses("?lens=__proto__&across=moon&mission=%20&earlier=a,b")).toEqual({
      lens: "",
      across: "types",
      mission: "",
      earlier: "",
    });
  });

  it("names the part unless it is the checks", () => {
    expect(readPart("?part=levels")).toEqual({ part: "checks" });
    expect(readPart(writePart("?result=fail", { part: "lenses" }))).toEqual({ part: "lenses" });
    expect(writePart("?part=lenses&result=fail", { part: "checks" })).toBe("?result=fail");
  });
});
