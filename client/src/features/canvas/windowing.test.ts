import { describe, expect, it } from "vitest";
import { overlap, type Rect } from "./geometry.ts";
import { detailAt, nextWindow } from "./windowing.ts";

/** Cards in a row, 100 apart. */
const rects = new Map<string, Rect>(
  Array.from({ length: 400 }, (_, index) => [`c${index}`, { x: index * 100, y: 0, width: 80, height: 40 }]),
);
const within = (area: Rect) => [...rects].filter(([, rect]) => overlap(rect, area)).map(([id]) => id);
const rectOf = (id: string) => rects.get(id);
const seen = (x: number) => ({ x, y: -200, width: 1_000, height: 500 });
const NONE: ReadonlySet<string> = new Set();

describe("nextWindow", () => {
  it("mounts all that is near the screen at first sight, and nothing far from it", () => {
    const { mounted, more } = nextWindow(NONE, seen(0), "near", NONE, within, rectOf);
    expect(mounted.has("c0") && mounted.has("c10")).toBe(true);
    expect(mounted.size).toBeLessThan(20);
    expect(more).toBe(false);
  });

  it("returns the same set while nothing changes", () => {
    const { mounted } = nextWindow(NONE, seen(0), "near", NONE, within, rectOf);
    expect(nextWindow(mounted, seen(4), "near", NONE, within, rectOf).mounted).toBe(mounted);
  });

  it("mounts at most twelve new cards a frame, the nearest to the middle first", () => {
    const { mounted } = nextWindow(NONE, seen(0), "near", NONE, within, rectOf);
    const wide = { x: 5_000, y: -200, width: 4_000, height: 500 };
    const step = nextWindow(mounted, wide, "near", NONE, within, rectOf);
    expect(step.more).toBe(true);
    expect([...step.mounted].filter((id) => !mounted.has(id))).toHaveLength(12);
    expect(step.mounted.has("c70")).toBe(true);
  });

  it("lets cards go only well beyond the screen", () => {
    const { mounted } = nextWindow(NONE, seen(0), "near", NONE, within, rectOf);
    expect(nextWindow(mounted, seen(300), "near", NONE, within, rectOf).mounted.has("c0")).toBe(true);
    expect(nextWindow(mounted, seen(3_000), "near", NONE, within, rectOf).mounted.has("c0")).toBe(false);
  });

  it("mounts nothing more in the far view but keeps what is there, for the way back", () => {
    const { mounted } = nextWindow(NONE, seen(0), "near", NONE, within, rectOf);
    expect(nextWindow(mounted, seen(3_000), "far", NONE, within, rectOf).mounted).toBe(mounted);
  });

  it("mounts as few as it is told while the zoom changes, at first sight too", () => {
    const step = nextWindow(NONE, seen(0), "near", NONE, within, rectOf, 4);
    expect([step.mounted.size, step.more]).toEqual([4, true]);
  });

  it("keeps selected cards mounted in the far view and off screen", () => {
    const pinned = new Set(["c300", "gone"]);
    expect([...nextWindow(NONE, seen(0), "far", pinned, within, rectOf).mounted]).toEqual(["c300"]);
  });
});

it("shows less the further out one is", () => {
  expect([1, 0.6, 0.45, 0.2].map(detailAt)).toEqual(["near", "middle", "distant", "far"]);
});
