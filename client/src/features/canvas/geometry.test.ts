import { describe, expect, it } from "vitest";
import { boundsOf, fitView, overlap, rectBetween, seenBy, toScreen, toWorld } from "./geometry.ts";

const rect = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
const PADDING = { left: 10, right: 10, top: 10, bottom: 10 };

describe("geometry", () => {
  it("takes a point to the screen and back", () => {
    const view = { x: 40, y: -25, zoom: 0.4 };
    expect(toWorld(view, toScreen(view, { x: 312, y: 77 }))).toEqual({ x: 312, y: 77 });
  });

  it("lets rectangles that only touch not overlap", () => {
    expect(overlap(rect(0, 0, 10, 10), rect(10, 0, 5, 5))).toBe(false);
    expect(overlap(rect(0, 0, 10, 10), rect(9, 9, 5, 5))).toBe(true);
  });

  it("spans a rectangle between two corners in any order", () => {
    expect(rectBetween({ x: 9, y: 2 }, { x: 4, y: 8 })).toEqual(rect(4, 2, 5, 6));
  });

  it("has no bounds around nothing", () => {
    expect(boundsOf([])).toBeNull();
    expect(boundsOf([rect(0, 0, 4, 4), rect(-6, 2, 2, 9)])).toEqual(rect(-6, 0, 10, 11));
  });

  it("centres what fits and keeps it inside the padding", () => {
    const view = fitView(rect(100, 100, 400, 100), 820, 420, { minZoom: 0.1, maxZoom: 4, padding: PADDING });
    expect(view.zoom).toBe(2);
    const seen = seenBy(view, 820, 420);
    expect(seen.x + seen.width / 2).toBeCloseTo(300);
    expect(seen.y + seen.height / 2).toBeCloseTo(150);
  });

  it("shows the upper left of what cannot fit", () => {
    const view = fitView(rect(0, 0, 100_000, 50), 820, 420, { minZoom: 0.5, maxZoom: 1, padding: PADDING });
    expect(view.zoom).toBe(0.5);
    expect(toScreen(view, { x: 0, y: 0 }).x).toBe(10);
  });

  it("still fits a card dragged a thousand million units away", () => {
    const view = fitView(rect(0, 0, 1e9, 80), 820, 420, { minZoom: 0.02, maxZoom: 1, padding: PADDING });
    expect(Number.isFinite(view.x) && Number.isFinite(view.y)).toBe(true);
    expect(view.zoom).toBe(0.02);
  });
});
