/** Which card an arrow key leads to: the nearest one that lies in that direction, straight ahead before aside. */
import { centreOf, type Rect } from "./geometry.ts";

export type Direction = "left" | "right" | "up" | "down";

/** Being one unit off the line of the arrow counts as this many units of way. */
const ASIDE = 2.2;
/** Cards whose middles are no further apart than this on both axes are one pile. */
const SAME = 1;

/**
 * The nearest of `others` in `direction` seen from `from`, or null at the edge of the map. A card counts as lying in
 * the direction when its centre is beyond the centre of `from`; ties go to the first, so the caller's order decides.
 * A pile of cards exactly on top of each other is gone through by id before it is left, down and right forwards, up
 * and left backwards, so that every card of it is reached from either side.
 */
export function nearestCard<Id extends string>(
  [from, rect]: readonly [Id, Rect],
  direction: Direction,
  others: Iterable<readonly [Id, Rect]>,
): Id | null {
  const rects = [...others].filter(([id]) => id !== from);
  const onward = direction === "right" || direction === "down";
  const pile = rects.filter(([, other]) => isSamePlace(rect, other)).map(([id]) => id);
  const next = onward ? least(pile.filter((id) => id > from)) : most(pile.filter((id) => id < from));
  if (next) return next;
  const ahead = nearestAhead(rect, direction, rects);
  if (!ahead) return null;
  const [found, place] = ahead;
  const entered = rects.filter(([, other]) => isSamePlace(place, other)).map(([id]) => id);
  return (onward ? least(entered) : most(entered)) ?? found;
}

function nearestAhead<Id extends string>(
  from: Rect,
  direction: Direction,
  others: readonly (readonly [Id, Rect])[],
): readonly [Id, Rect] | null {
  const start = centreOf(from);
  const across = direction === "left" || direction === "right";
  const sign = direction === "left" || direction === "up" ? -1 : 1;
  let best: readonly [Id, Rect] | null = null;
  let bestWay = Number.POSITIVE_INFINITY;
  for (const other of others) {
    const [, rect] = other;
    const centre = centreOf(rect);
    const ahead = sign * (across ? centre.x - start.x : centre.y - start.y);
    if (ahead <= SAME) continue;
    const aside = across
      ? gap(from.y, from.height, rect.y, rect.height)
      : gap(from.x, from.width, rect.x, rect.width);
    const drift = Math.abs(across ? centre.y - start.y : centre.x - start.x);
    const way = ahead + ASIDE * aside + drift * 0.3;
    if (way < bestWay) {
      bestWay = way;
      best = other;
    }
  }
  return best;
}

function isSamePlace(one: Rect, other: Rect): boolean {
  const [first, second] = [centreOf(one), centreOf(other)];
  return Math.abs(first.x - second.x) <= SAME && Math.abs(first.y - second.y) <= SAME;
}

const least = <Id extends string>(ids: readonly Id[]): Id | undefined =>
  ids.reduce<Id | undefined>((best, id) => (best === undefined || id < best ? id : best), undefined);
const most = <Id extends string>(ids: readonly Id[]): Id | undefined =>
  ids.reduce<Id | undefined>((best, id) => (best === undefined || id > best ? id : best), undefined);

/** Free space between two spans; 0 when they overlap. */
const gap = (one: number, oneSize: number, other: number, otherSize: number): number =>
  Math.max(0, other - (one + oneSize), one - (other + otherSize));
