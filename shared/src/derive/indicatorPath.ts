/**
 * The path of an indicator, from where it began to its last target: what it expects on a day, and its points for a
 * picture. Total: a path that cannot be drawn has no points.
 */

import { daysBetween } from "../schema/days.ts";
import type { EnumValue } from "../schema/enums.ts";
import type { Facts } from "./parts.ts";
import { baselineOf, type Reached, targetsOf } from "./readings.ts";

type Curve = "linear" | "compound";

/** Targets after the baseline; earlier ones lie on no path. */
export const ahead = (baseline: Reached, targets: readonly Reached[]): readonly Reached[] =>
  targets.filter((target) => target.day > baseline.day);

/** A constant rate needs values above zero all the way; otherwise the path is read as a straight line. */
export const curveThrough = (chosen: Curve, points: readonly Reached[]): Curve =>
  chosen === "compound" && points.every(({ value }) => value > 0) ? "compound" : "linear";

/** The value of a path on a day: the first point before it, the last one after it. */
export function expectedOn(day: number, points: readonly Reached[], path: Curve): number {
  const next = points.findIndex((point) => point.day > day);
  if (next === 0) return (points[0] as Reached).value;
  if (next === -1) return (points.at(-1) as Reached).value;
  const [from, to] = [points[next - 1] as Reached, points[next] as Reached];
  const share = daysBetween(from.day, day) / daysBetween(from.day, to.day);
  const line = from.value + (to.value - from.value) * share;
  const curve = from.value * (to.value / from.value) ** share;
  return path === "compound" && Number.isFinite(curve) ? curve : line;
}

/** What a path looks like: `level` is one value to keep to, `cap` one not to pass. */
export type PathLook = EnumValue<"path"> | "level" | "cap";
/** What a verdict was compared with; `used` is the path its figures followed. Null where there was nothing to compare. */
export function lookOf(
  { direction, path }: Pick<Facts<"indicator">, "direction" | "path">,
  used: EnumValue<"path"> | null,
): PathLook | null {
  if (direction === "maintain") return "level";
  if (path === "budget") return "budget";
  if (direction === "stay_below") return path ? "cap" : null;
  return used;
}

export interface DrawnPath {
  readonly look: PathLook;
  /** The oldest first; each point of a `stepped` path or a `cap` holds until the next. */
  readonly points: readonly Reached[];
}

/** Pieces in which a constant rate between two points is drawn. */
const PIECES = 16;

function curved(points: readonly Reached[]): readonly Reached[] {
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    if (!next) return [point];
    return Array.from({ length: PIECES }, (_, piece) => {
      const day = point.day + ((next.day - point.day) * piece) / PIECES;
      return { day, value: expectedOn(day, points, "compound") };
    });
  });
}

/** The path as it is drawn; null where nothing says what is expected. */
export function drawnPath(indicator: Facts<"indicator">): DrawnPath | null {
  const [baseline, targets] = [baselineOf(indicator), targetsOf(indicator)];
  const last = targets.at(-1);
  if (!last) return null;
  const begin = baseline && baseline.day < last.day ? [{ ...last, day: baseline.day }] : [];
  if (indicator.direction === "maintain") return { look: "level", points: [...begin, last] };
  if (!indicator.path) return null;
  if (indicator.path === "budget") return { look: "budget", points: [...begin, last] };
  if (indicator.direction === "stay_below") {
    const [first] = targets;
    const from = baseline && first && baseline.day < first.day ? [{ ...first, day: baseline.day }] : [];
    return { look: "cap", points: [...from, ...targets] };
  }
  if (indicator.path === "stepped") return { look: "stepped", points: targets };
  if (!baseline) return null;
  const points = [baseline, ...ahead(baseline, targets)];
  if (points.length < 2) return null;
  const look = curveThrough(indicator.path, points);
  return { look, points: look === "compound" ? curved(points) : points };
}

/** What a drawn path expects on a day; null before it begins, and for a budget, whose cap is for its end alone. */
export function expectedAt({ look, points }: DrawnPath, day: number): number | null {
  const [first] = points;
  if (!first || day < first.day || look === "budget") return null;
  if (look === "linear" || look === "compound") return expectedOn(day, points, look);
  return points.filter((point) => point.day <= day).at(-1)?.value ?? null;
}
