/**
 * The curves a link is drawn with, and the test whether a pointer is on it. A curve leaves a card at the middle of a
 * side and enters the other at the middle of a side, always level, so that bundles of links stay readable.
 */
import { centreOf, type Point, type Rect } from "./geometry.ts";

/** A cubic curve: start, two controls, end. */
export interface Curve {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly x3: number;
  readonly y3: number;
}

/** Curves that follow one another; never empty. */
export type Route = readonly Curve[];

/** How far a link between two cards of one column swings out. */
const SWING = 36;
const SAMPLES = 16;

/** One curve between two cards, whatever stands between them. */
export function linkCurve(from: Rect, to: Rect): Curve {
  const fromRight = from.x + from.width;
  const toRight = to.x + to.width;
  if (to.x >= fromRight) return levelCurve(fromRight, centreOf(from).y, to.x, centreOf(to).y);
  if (from.x >= toRight) return levelCurve(from.x, centreOf(from).y, toRight, centreOf(to).y);
  return joinedSides(from, to);
}

/** Cards of one column: out of the right side of one and back into the right side of the other. */
export function joinedSides(from: Rect, to: Rect): Curve {
  const x0 = from.x + from.width;
  const x3 = to.x + to.width;
  const y0 = centreOf(from).y;
  const y3 = centreOf(to).y;
  const out = Math.max(x0, x3) + SWING + Math.min(60, Math.abs(y3 - y0) * 0.08);
  return { x0, y0, x1: out, y1: y0, x2: out, y2: y3, x3, y3 };
}

/** A curve that is level at both ends. */
export function levelCurve(x0: number, y0: number, x3: number, y3: number): Curve {
  const way = Math.abs(x3 - x0);
  const bend = Math.min(way * 0.5, 220) * Math.sign(x3 - x0);
  return { x0, y0, x1: x0 + bend, y1: y0, x2: x3 - bend, y2: y3, x3, y3 };
}

export const reversed = (route: Route): Route =>
  route
    .map(({ x0, y0, x1, y1, x2, y2, x3, y3 }) => ({
      x0: x3,
      y0: y3,
      x1: x2,
      y1: y2,
      x2: x1,
      y2: y1,
      x3: x0,
      y3: y0,
    }))
    .reverse();

export function pointOn(curve: Curve, t: number): Point {
  const u = 1 - t;
  const a = u * u * u;
  const b = 3 * u * u * t;
  const c = 3 * u * t * t;
  const d = t * t * t;
  return {
    x: a * curve.x0 + b * curve.x1 + c * curve.x2 + d * curve.x3,
    y: a * curve.y0 + b * curve.y1 + c * curve.y2 + d * curve.y3,
  };
}

/** The point `length` along the route from its start, or from its end; never past the middle of its first curve there. */
export function pointFrom(route: Route, end: "start" | "end", length: number): Point {
  const curve = end === "start" ? route[0] : route.at(-1);
  if (!curve) throw new Error("A route has at least one curve.");
  let walked = 0;
  let last = pointOn(curve, end === "start" ? 0 : 1);
  for (let step = 1; step <= SAMPLES && walked < length; step++) {
    const t = (0.5 * step) / SAMPLES;
    const next = pointOn(curve, end === "start" ? t : 1 - t);
    walked += Math.hypot(next.x - last.x, next.y - last.y);
    last = next;
  }
  return last;
}

/** A rectangle that surely holds the route. */
export function routeBounds(route: Route): Rect {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { x0, y0, x1, x2, x3, y3 } of route) {
    left = Math.min(left, x0, x1, x2, x3);
    right = Math.max(right, x0, x1, x2, x3);
    top = Math.min(top, y0, y3);
    bottom = Math.max(bottom, y0, y3);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Distance from a point to the route, in the route's units. */
export function distanceTo(route: Route, point: Point): number {
  let best = Number.POSITIVE_INFINITY;
  for (const curve of route) {
    let last = pointOn(curve, 0);
    for (let step = 1; step <= SAMPLES; step++) {
      const next = pointOn(curve, step / SAMPLES);
      best = Math.min(best, distanceToSegment(point, last, next));
      last = next;
    }
  }
  return best;
}

function distanceToSegment(point: Point, one: Point, other: Point): number {
  const dx = other.x - one.x;
  const dy = other.y - one.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - one.x) * dx + (point.y - one.y) * dy) / length;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - one.x - t * dx, point.y - one.y - t * dy);
}
