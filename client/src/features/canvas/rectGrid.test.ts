import { describe, expect, it } from "vitest";
import { overlap, type Rect } from "./geometry.ts";
import { RectGrid } from "./rectGrid.ts";

/** The same places in every run. */
function places(count: number): Rect[] {
  let seed = 7;
  const next = (range: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % range;
  };
  return Array.from({ length: count }, () => ({
    x: next(18_000) - 9_000,
    y: next(10_000) - 5_000,
    width: 1 + next(2_000),
    height: 1 + next(900),
  }));
}

describe("RectGrid", () => {
  it("finds exactly the cards that overlap an area, however often they moved", () => {
    const grid = new RectGrid<string>();
    const truth = new Map<string, Rect>();
    for (const [index, rect] of places(400).entries()) {
      grid.set(`c${index % 60}`, rect);
      truth.set(`c${index % 60}`, rect);
    }
    for (const area of places(60)) {
      const expected = [...truth].filter(([, rect]) => overlap(rect, area)).map(([id]) => id);
      expect(grid.within(area).sort()).toEqual(expected.sort());
      expect(grid.touches(area)).toBe(expected.length > 0);
      expect(new Set(grid.rectsIn(area)).size).toBe(expected.length);
    }
  });

  it("finds a card at a point on the border of two cells, and no longer when it has gone", () => {
    const grid = new RectGrid<string>();
    grid.set("a", { x: 850, y: 450, width: 100, height: 60 });
    expect(grid.at({ x: 900, y: 480 })).toBe("a");
    expect(grid.at({ x: 851, y: 451 })).toBe("a");
    expect(grid.at({ x: 949, y: 509 })).toBe("a");
    grid.delete("a");
    expect(grid.at({ x: 900, y: 480 })).toBeNull();
  });

  it("answers for an area as wide as the far view", () => {
    const grid = new RectGrid<string>();
    grid.set("a", { x: 0, y: 0, width: 10, height: 10 });
    expect(grid.within({ x: -1e8, y: -1e8, width: 2e8, height: 2e8 })).toEqual(["a"]);
  });
});
