/**
 * Snapping while dragging: edges and middles of what is dragged line up with those of cards near by, and with the rows
 * of lanes. Pure; the nearest line within reach wins, per axis, and every line that then holds is shown.
 */
import { PAD } from "@trellis/shared/derive/laneFiller";
import type { LaneBox } from "@trellis/shared/derive/lanes";
import type { Rect } from "./geometry.ts";

/** A line along which things stand, in world units. */
export interface Guide {
  readonly axis: "x" | "y";
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snapped {
  /** What to add to the way of the drag. */
  readonly by: readonly [number, number];
  readonly guides: readonly Guide[];
}

/** Lines closer together than this are one. */
const SAME = 0.5;
const NOTHING: Snapped = { by: [0, 0], guides: [] };

interface Span {
  readonly start: number;
  readonly size: number;
}

const linesOf = ({ start, size }: Span): readonly number[] => [start, start + size / 2, start + size];
const along = (rect: Rect, axis: "x" | "y"): Span =>
  axis === "x" ? { start: rect.x, size: rect.width } : { start: rect.y, size: rect.height };

/** How far `moving` has to go to line up with `others`, at most `reach` on either axis. */
export function snap(
  moving: Rect,
  others: readonly Rect[],
  lanes: readonly LaneBox[],
  lanesX: number,
  reach: number,
): Snapped {
  const rows = moving.x + moving.width / 2 >= lanesX ? lanes.map(({ y }) => y + PAD) : [];
  const x = shift(moving, others, [], "x", reach);
  const y = shift(moving, others, rows, "y", reach);
  if (x === null && y === null) return NOTHING;
  const placed = { ...moving, x: moving.x + (x ?? 0), y: moving.y + (y ?? 0) };
  return {
    by: [x ?? 0, y ?? 0],
    guides: [
      ...(x === null ? [] : guides(placed, others, "x")),
      ...(y === null ? [] : guides(placed, others, "y")),
    ],
  };
}

function shift(
  moving: Rect,
  others: readonly Rect[],
  rows: readonly number[],
  axis: "x" | "y",
  reach: number,
): number | null {
  let best: number | null = null;
  const consider = (distance: number) => {
    if (Math.abs(distance) <= reach && (best === null || Math.abs(distance) < Math.abs(best)))
      best = distance;
  };
  const own = along(moving, axis);
  for (const other of others) {
    const theirs = linesOf(along(other, axis));
    // Left with left, middle with middle, right with right, and an edge with the edge it meets.
    linesOf(own).forEach((line, index) => {
      consider((theirs[index] as number) - line);
    });
  }
  for (const row of rows) consider(row - own.start);
  return best;
}

function guides(placed: Rect, others: readonly Rect[], axis: "x" | "y"): Guide[] {
  const across = axis === "x" ? "y" : "x";
  const own = along(placed, across);
  const found: Guide[] = [];
  linesOf(along(placed, axis)).forEach((line, index) => {
    let from = own.start;
    let to = own.start + own.size;
    let holds = false;
    for (const other of others) {
      if (Math.abs((linesOf(along(other, axis))[index] as number) - line) > SAME) continue;
      const span = along(other, across);
      from = Math.min(from, span.start);
      to = Math.max(to, span.start + span.size);
      holds = true;
    }
    if (holds) found.push({ axis, at: line, from, to });
  });
  return found;
}
