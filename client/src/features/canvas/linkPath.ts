/**
 * The curve of a link between two cards, and the test whether a pointer is on it. A curve leaves a card at the middle
 * of a side and enters the other at the middle of a side, always level, so bundles of links stay readable.
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

/** How far a link between two cards of one column swings out. */
const SWING = 56;
const SAMPLES = 16;

export function linkCurve(from: Rect, to: Rect): Curve {
  const y0 = centreOf(from).y;
  const y3 = centreOf(to).y;
  const fromRight = from.x + from.width;
  const toRight = to.x + to.width;
  if (to.x >= fromRight) return level(fromRight, y0, to.x, y3, 1);
  if (from.x >= toRight) return level(from.x, y0, toRight, y3, -1);
  // Cards of one column: out of the right side of one and back into the right side of the other.
  const out = Math.max(fromRight, toRight) + SWING + Math.min(80, Math.abs(y3 - y0) * 0.08);
  return { x0: fromRight, y0, x1: out, y1: y0, x2: out, y2: y3, x3: toRight, y3 };
}

function level(x0: number, y0: number, x3: number, y3: number, sign: 1 | -1): Curve {
  const bend = Math.max(24, Math.min(220, Math.abs(x3 - x0) * 0.5)) * sign;
  return { x0, y0, x1: x0 + bend, y1: y0, x2: x3 - bend, y2: y3, x3, y3 };
}

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

/** The point `length` along the curve from its start, or from its end; never past the middle. */
export function pointFrom(curve: Curve, end: "start" | "end", length: number): Point {
  let walked = 0;
  let last = pointOn(curve, end === "start" ? 0 : 1);
  for (let step = 1; step <= SAMPLES; step++) {
    const t = (0.5 * step) / SAMPLES;
    const next = pointOn(curve, end === "start" ? t : 1 - t);
    walked += Math.hypot(next.x - last.x, next.y - last.y);
    last = next;
    if (walked >= length) break;
  }
  return last;
}

/** A rectangle that surely holds the curve: that of its four points. */
export function curveBounds(curve: Curve): Rect {
  const x = Math.min(curve.x0, curve.x1, curve.x2, curve.x3);
  const y = Math.min(curve.y0, curve.y3);
  return {
    x,
    y,
    width: Math.max(curve.x0, curve.x1, curve.x2, curve.x3) - x,
    height: Math.max(curve.y0, curve.y3) - y,
  };
}

/** Distance from a point to the curve, in the curve's units. */
export function distanceTo(curve: Curve, point: Point): number {
  let best = Number.POSITIVE_INFINITY;
  let last = pointOn(curve, 0);
  const samples = SAMPLES * 2;
  for (let step = 1; step <= samples; step++) {
    const next = pointOn(curve, step / samples);
    best = Math.min(best, distanceToSegment(point, last, next));
    last = next;
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
