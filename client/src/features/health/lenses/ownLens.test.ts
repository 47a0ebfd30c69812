import { describe, expect, it } from "vitest";
import { lensWrong, valuesIn } from "./ownLens.ts";

describe("an own lens", () => {
  it("takes one value a line, each once", () => {
    expect(valuesIn("Fair \n\n  Green  city\r\nFair\n")).toEqual(["Fair", "Green city"]);
    expect(valuesIn(" \n")).toEqual([]);
  });

  it("says what is wrong", () => {
    expect(lensWrong(" ", "a", [])).toBe("noName");
    expect(lensWrong("Plan", " \n ", [])).toBe("noValues");
    expect(lensWrong("Plan", `a\n${"x".repeat(121)}`, [])).toBe("longValue");
    expect(lensWrong("Plan", Array.from({ length: 201 }, (_, index) => index).join("\n"), [])).toBe(
      "manyValues",
    );
    expect(lensWrong("Plan", "a", [])).toBeNull();
  });

  it("has a name of its own, as long as a name may be", () => {
    expect(lensWrong("sphere ", "a", ["Sphere"])).toBe("sameName");
    expect(lensWrong("Corporate  plan", "a", ["corporate plan"])).toBe("sameName");
    expect(lensWrong("x".repeat(121), "a", [])).toBe("longName");
    expect(lensWrong(` ${"x".repeat(120)} `, "a", ["Sphere"])).toBeNull();
  });
});
