/** Which card an arrow key leads to: the nearest one that lies in that direction, straight ahead before aside. */
import { centreOf, type Rect } from "./geometry.ts";

export type Direction = "left" | "right" | "up" | "down";

/** Being one unit off the line of the arrow counts as this many units of way. */
const ASIDE = 2.2;

/**
 * The nearest of `others` in `direction` seen from `from`, or null at the edge of the map. A card counts as lying in
 * the direction when its centre is beyond the centre of `from`; ties go to the first, so the caller's order decides.
 */
export function nearestCard<Id>(
  from: Rect,
  direction: Direction,
  others: Iterable<readonly [Id, Rect]>,
): Id | null {
  const start = centreOf(from);
  const across = direction === "left" || direction === "right";
  const sign = direction === "left" || direction === "up" ? -1 : 1;
  let best: Id | null = null;
  let bestWay = Number.POSITIVE_INFINITY;
  for (const [id, rect] of others) {
    const centre = centreOf(rect);
    const ahead = sign * (across ? centre.x - start.x : centre.y - start.y);
    if (ahead <= 1) continue;
    const aside = across
      ? gap(from.y, from.height, rect.y, rect.height)
      : gap(from.x, from.width, rect.x, rect.width);
    const drift = Math.abs(across ? centre.y - start.y : centre.x - start.x);
    const way = ahead + ASIDE * aside + drift * 0.3;
    if (way < bestWay) {
      bestWay = way;
      best = id;
    }
  }
  return best;
}

/** Free space between two spans; 0 when they overlap. */
const gap = (one: number, oneSize: number, other: number, otherSize: number): number =>
  Math.max(0, other - (one + oneSize), one - (other + otherSize));
