import { describe, expect, it } from "vitest";
import { anchorOf, closed, isRadar, labelLines, type RadarAxis, spoke } from "./radarPlaces.ts";

const axis = (key: string): RadarAxis => ({
  key,
  label: key,
  value: null,
  low: null,
  high: null,
  earlier: null,
});

describe("places of a radar", () => {
  it("begins at the top and goes clockwise", () => {
    expect(spoke(0, 10).y).toBeCloseTo(-10);
    expect(spoke(Math.PI / 2, 10).x).toBeCloseTo(10);
    expect(spoke(Math.PI, 10).y).toBeCloseTo(10);
  });

  it("sets names away from the middle", () => {
    expect([0, 1, Math.PI, 5].map(anchorOf)).toEqual(["middle", "start", "middle", "end"]);
  });

  it("closes its lines, and is none with two axes", () => {
    const axes = ["a", "b", "c"].map(axis);
    expect(closed(axes).map(({ key }) => key)).toEqual(["a", "b", "c", "a"]);
    expect([isRadar(axes), isRadar(axes.slice(1)), isRadar([])]).toEqual([true, false, false]);
  });

  it("breaks names between words and says where words are left out", () => {
    expect(labelLines("Bold")).toEqual(["Bold"]);
    expect(labelLines("Across sectors and actors")).toEqual(["Across sectors", "and actors"]);
    expect(labelLines("one two three four five six seven eight nine ten eleven twelve")).toEqual([
      "one two three",
      "four five six",
      "seven eight nine …",
    ]);
    expect(labelLines("Donaudampfschifffahrtsgesellschaft")).toEqual(["Donaudampfschifffahr…"]);
    expect(labelLines("  ")).toEqual([]);
  });
});
