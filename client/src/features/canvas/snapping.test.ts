import { describe, expect, it } from "vitest";
import { snap } from "./snapping.ts";

const box = (x: number, y: number, width = 100, height = 40) => ({ x, y, width, height });
const LANES = [
  { level: "national" as const, y: 0, height: 200 },
  { level: "municipal" as const, y: 200, height: 200 },
];
const free = (moving: ReturnType<typeof box>, others: ReturnType<typeof box>[], reach = 6) =>
  snap(moving, others, [], 0, reach);

describe("snap", () => {
  it("lines up edges and middles within reach, each axis for itself", () => {
    expect(free(box(4, 103), [box(0, 300)]).by).toEqual([-4, 0]);
    expect(free(box(303, 97), [box(0, 100)]).by).toEqual([0, 3]);
    // A narrower card under a wider one: their middles.
    expect(free(box(27, 200, 50), [box(0, 0)]).by).toEqual([-2, 0]);
  });

  it("takes the nearest line, and nothing beyond reach", () => {
    expect(free(box(3, 0), [box(0, 100), box(5, 200)]).by[0]).toBe(2);
    expect(free(box(20, 20), [box(0, 300)])).toEqual({ by: [0, 0], guides: [] });
  });

  it("shows each line that holds, from end to end of what stands on it", () => {
    const { guides } = free(box(2, 300), [box(0, 0), box(0, 100)]);
    expect(guides).toContainEqual({ axis: "x", at: 0, from: 0, to: 340 });
    expect(guides).toHaveLength(3);
  });

  it("finds the first row of a lane, for what stands over the lanes only", () => {
    expect(snap(box(500, 221), [], LANES, 400, 6).by).toEqual([0, 3]);
    expect(snap(box(100, 221), [], LANES, 400, 6).by).toEqual([0, 0]);
  });
});
