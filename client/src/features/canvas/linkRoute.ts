/**
 * The way of a link across the map. Links cross a column in the free rows between its cards and change height in the
 * gaps between columns, so that they run together like lines of a transport map instead of crossing at every angle.
 * A link between cards that stand in no such order is one curve.
 */
import { centreOf, type Rect } from "./geometry.ts";
import { type Curve, joinedSides, levelCurve, type Route, reversed } from "./linkPath.ts";

/** A column's reach; cards stand inside it in rows. */
export interface Span {
  readonly x: number;
  readonly width: number;
}

export interface Ground {
  /** From left to right. */
  readonly columns: readonly Span[];
  /** True when a card stands in this area. */
  readonly isTaken: (area: Rect) => boolean;
}

/** Free room between a card and a row that a link runs along. */
const CLEAR = 3;
/** How far beside its card a link looks for a free row, and in which steps. */
const FARTHEST_ROW = 152;
const ROW_STEP = 4;
const ROW_GAP = 14;
/** Room in which a link leaves its card for the row beside it; the gap between sub-columns holds it. */
const LEAVE = 26;

/** `aside` parts kinds of links that share a free row, in canvas units off its middle. */
export function linkRoute(from: Rect, to: Rect, ground: Ground, aside = 0): Route {
  if (to.x >= from.x + from.width) return across(from, to, ground, aside);
  if (from.x >= to.x + to.width) return reversed(across(to, from, ground, aside));
  return [joinedSides(from, to)];
}

/** A stretch along which the link keeps its height. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly y: number;
}

/** From the right side of `left` to the left side of `right`. */
function across(left: Rect, right: Rect, ground: Ground, aside: number): Route {
  const start = left.x + left.width;
  const end = right.x;
  const startY = centreOf(left).y;
  const endY = centreOf(right).y;
  const runs = runsBetween(start, end, startY, endY, ground, aside);
  const route: Curve[] = [];
  let x = start;
  let y = startY;
  for (const run of runs) {
    if (run.y !== y || run.start > x) {
      const reach = run.start > x ? run.start : Math.min(x + LEAVE, run.end);
      route.push(levelCurve(x, y, reach, run.y));
      x = reach;
      y = run.y;
    }
    if (run.end > x) route.push(straight(x, run.end, y));
    x = Math.max(x, run.end);
  }
  if (x < end || y !== endY) route.push(levelCurve(x, y, end, endY));
  return route.length > 0 ? route : [levelCurve(start, startY, end, endY)];
}

function runsBetween(
  start: number,
  end: number,
  startY: number,
  endY: number,
  ground: Ground,
  aside: number,
): Run[] {
  const runs: Run[] = [];
  for (const { x, width } of ground.columns) {
    const from = Math.max(start, x);
    const holdsEnd = end <= x + width;
    const to = holdsEnd ? end - LEAVE : x + width;
    if (to - from < LEAVE) continue;
    // Leaving its own column a link keeps its card's height if it can; elsewhere it takes that of where it goes.
    const wanted = from === start ? startY : endY;
    const y = freeRow(from, holdsEnd ? end : to, wanted, from === start ? endY : startY, ground);
    if (y === null) continue;
    const own = y === startY || y === endY;
    runs.push({ start: from, end: to, y: own ? y : y + aside });
  }
  return runs;
}

/** The height nearest to `wanted` at which nothing stands between two places; the side of `other` is tried first. */
function freeRow(start: number, end: number, wanted: number, other: number, ground: Ground): number | null {
  const sign = other < wanted ? -1 : 1;
  for (let off = 0; off <= FARTHEST_ROW; off += ROW_STEP) {
    for (const side of off === 0 ? [0] : [sign, -sign]) {
      const y = wanted + side * off;
      if (!isFree(start, end, y, ground)) continue;
      return off === 0 ? y : middleOfRow(start, end, y, side, ground);
    }
  }
  return null;
}

/** Half-way between the card that was in the way and the next one, or as far as the usual gap between rows reaches. */
function middleOfRow(start: number, end: number, y: number, side: number, ground: Ground): number {
  let last = y;
  while (Math.abs(last - y) < ROW_GAP && isFree(start, end, last + 2 * side, ground)) last += 2 * side;
  return Math.round((y + last) / 2);
}

const isFree = (start: number, end: number, y: number, ground: Ground): boolean =>
  !ground.isTaken({ x: start + 1, y: y - CLEAR, width: end - start - 2, height: 2 * CLEAR });

const straight = (x0: number, x3: number, y: number): Curve => {
  const third = (x3 - x0) / 3;
  return { x0, y0: y, x1: x0 + third, y1: y, x2: x3 - third, y2: y, x3, y3: y };
};
