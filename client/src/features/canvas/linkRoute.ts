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
  /** The cards that stand in this area. */
  readonly cardsIn: (area: Rect) => readonly Rect[];
  /** True when there is one. */
  readonly isTaken: (area: Rect) => boolean;
}

/** A way, and where cards were looked for to find it: it stays as it is while nothing changes there. */
export interface FoundRoute {
  readonly route: Route;
  readonly watched: readonly Rect[];
}

/** Free room between a card and a row that a link runs along. */
const CLEAR = 3;
/** How far beside its card a link looks for a free row, and in which steps. */
const FARTHEST_ROW = 152;
const ROW_STEP = 4;
const ROW_GAP = 14;
const WIDEST_LOOK = FARTHEST_ROW + ROW_GAP + 2 + CLEAR;
/** Room in which a link leaves its card for the row beside it; the gap between sub-columns holds it. */
const LEAVE = 26;

/** `aside` parts kinds of links that share a free row, in canvas units off its middle. */
export function linkRoute(from: Rect, to: Rect, ground: Ground, aside = 0): FoundRoute {
  const watched: Rect[] = [];
  if (to.x >= from.x + from.width) return { route: across(from, to, ground, aside, watched), watched };
  if (from.x >= to.x + to.width)
    return { route: reversed(across(to, from, ground, aside, watched)), watched };
  return { route: [joinedSides(from, to)], watched };
}

/** A stretch along which the link keeps its height. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly y: number;
}

/** From the right side of `left` to the left side of `right`. */
function across(left: Rect, right: Rect, ground: Ground, aside: number, watched: Rect[]): Route {
  const start = left.x + left.width;
  const end = right.x;
  const startY = centreOf(left).y;
  const endY = centreOf(right).y;
  const runs = runsBetween(start, end, startY, endY, ground, aside, watched);
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
  watched: Rect[],
): Run[] {
  const runs: Run[] = [];
  for (const { x, width } of ground.columns) {
    const from = Math.max(start, x);
    const holdsEnd = end <= x + width;
    const to = holdsEnd ? end - LEAVE : x + width;
    if (to - from < LEAVE) continue;
    // Leaving its own column a link keeps its card's height if it can; elsewhere it takes that of where it goes.
    const wanted = from === start ? startY : endY;
    const other = from === start ? endY : startY;
    const { y, reach } = freeRow(from, holdsEnd ? end : to, wanted, other, ground);
    watched.push({ x: from, y: wanted - reach, width: (holdsEnd ? end : to) - from, height: 2 * reach });
    if (y === null) continue;
    const own = y === startY || y === endY;
    runs.push({ start: from, end: to, y: own ? y : y + aside });
  }
  return runs;
}

interface Row {
  /** Null when there is none. */
  readonly y: number | null;
  /** How far above and below the wanted height cards were looked for. */
  readonly reach: number;
}

/** The height nearest to `wanted` at which nothing stands between two places; the side of `other` is tried first. */
function freeRow(start: number, end: number, wanted: number, other: number, ground: Ground): Row {
  const strip = (reach: number): Rect => ({
    x: start + 1,
    y: wanted - reach,
    width: end - start - 2,
    height: 2 * reach,
  });
  if (!ground.isTaken(strip(CLEAR))) return { y: wanted, reach: CLEAR };
  const inTheWay = ground.cardsIn(strip(WIDEST_LOOK));
  const isFree = (y: number) =>
    !inTheWay.some((card) => card.y < y + CLEAR && y - CLEAR < card.y + card.height);
  const sign = other < wanted ? -1 : 1;
  for (let off = ROW_STEP; off <= FARTHEST_ROW; off += ROW_STEP) {
    for (const side of [sign, -sign]) {
      const y = wanted + side * off;
      if (isFree(y)) return { y: middleOfRow(y, side, inTheWay), reach: off + ROW_GAP + 2 + CLEAR };
    }
  }
  return { y: null, reach: WIDEST_LOOK };
}

/** Half-way between the card that was in the way and the next one, or as far as the usual gap between rows reaches. */
function middleOfRow(y: number, side: number, cards: readonly Rect[]): number {
  let room = ROW_GAP;
  for (const card of cards) {
    const gap = side > 0 ? card.y - y : y - card.y - card.height;
    if (gap > 0) room = Math.min(room, gap - CLEAR);
  }
  return Math.round(y + (side * Math.max(0, room)) / 2);
}

const straight = (x0: number, x3: number, y: number): Curve => {
  const third = (x3 - x0) / 3;
  return { x0, y0: y, x1: x0 + third, y1: y, x2: x3 - third, y2: y, x3, y3: y };
};
