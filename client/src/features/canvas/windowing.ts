/**
 * Which cards are elements of the page: those near the screen. Everything else exists only as geometry, so a map of
 * 10,000 cards mounts as few elements as one of 100.
 */
import { centreOf, grow, overlap, type Rect } from "./geometry.ts";

/** Below this zoom cards are drawn as plain shapes and none is mounted but those that have to be. */
export const FAR_ZOOM = 0.35;
/** Below these zooms cards show only a title, in larger and largest type. */
const MIDDLE_ZOOM = 0.66;
const DISTANT_ZOOM = 0.5;

export type Detail = "near" | "middle" | "distant" | "far";

export const detailAt = (zoom: number): Detail => {
  if (zoom < FAR_ZOOM) return "far";
  if (zoom < DISTANT_ZOOM) return "distant";
  return zoom < MIDDLE_ZOOM ? "middle" : "near";
};

/** Mounting more in one frame would drop it. */
const MOST_NEW = 12;
/** Cards mount within this part of the screen's size around it, and leave beyond four times that. */
const MARGIN = 0.12;

export interface WindowStep<Id> {
  readonly mounted: ReadonlySet<Id>;
  /** Some cards had to wait for the next frame. */
  readonly more: boolean;
}

/**
 * The next set of mounted cards. Returns the same set when nothing changes. `pinned` cards are always mounted. Far out
 * no more come, but those that are there stay: a stylesheet hides them, and zooming in again finds them.
 */
export function nextWindow<Id extends string>(
  mounted: ReadonlySet<Id>,
  seen: Rect,
  detail: Detail,
  pinned: ReadonlySet<Id>,
  within: (area: Rect) => Iterable<Id>,
  rectOf: (id: Id) => Rect | undefined,
  // The first sight of a map mounts whole: half a screen of cards would look like a fault.
  most = mounted.size === 0 ? Number.POSITIVE_INFINITY : MOST_NEW,
): WindowStep<Id> {
  const far = detail === "far";
  const margin = MARGIN * Math.max(seen.width, seen.height);
  const wanted = far ? [] : [...within(grow(seen, margin))];
  const next = new Set<Id>();
  const keep = grow(seen, 4 * margin);
  for (const id of mounted) {
    const rect = rectOf(id);
    if (rect && (far || pinned.has(id) || overlap(rect, keep))) next.add(id);
  }
  for (const id of pinned) if (rectOf(id)) next.add(id);
  const missing = wanted.filter((id) => !next.has(id));
  const more = missing.length > most;
  if (more) missing.sort(nearestTo(seen, rectOf));
  for (const id of missing.slice(0, most)) next.add(id);
  const same = next.size === mounted.size && [...next].every((id) => mounted.has(id));
  return { mounted: same ? mounted : next, more };
}

function nearestTo<Id>(seen: Rect, rectOf: (id: Id) => Rect | undefined) {
  const middle = centreOf(seen);
  const way = (id: Id) => {
    const rect = rectOf(id);
    if (!rect) return Number.POSITIVE_INFINITY;
    const centre = centreOf(rect);
    return Math.hypot(centre.x - middle.x, centre.y - middle.y);
  };
  return (one: Id, other: Id) => way(one) - way(other);
}

/** True when what is seen has moved on so far that other cards may have to be mounted. */
export function hasMoved(before: Rect, now: Rect): boolean {
  const slack = MARGIN * 0.3 * Math.max(now.width, now.height);
  return (
    Math.abs(before.x - now.x) > slack ||
    Math.abs(before.y - now.y) > slack ||
    Math.abs(before.width - now.width) > slack
  );
}
