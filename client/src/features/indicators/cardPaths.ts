/**
 * The small path of each measured card: of its indicators the one that stands worst, as two lines. Cards whose indicators
 * have no path or no value yet have none: a path says something, or it is not there. Pure.
 */
import { type IndicatorReading, VERDICTS } from "@trellis/shared/derive/indicators";
import type { Reached } from "@trellis/shared/derive/readings";
import type { CardId } from "@trellis/shared/schema/ids";
import { type CardPath, PATH_BOX } from "../../workspace/pathStore.ts";

/** More points than the box has pixels say nothing. */
const MOST_POINTS = 24;
/** Strokes stay within the box. */
const EDGE = 1;

function thinned(points: readonly Reached[]): readonly Reached[] {
  const stride = Math.ceil(points.length / MOST_POINTS);
  return stride <= 1
    ? points
    : points.filter((_, index) => index % stride === 0 || index === points.length - 1);
}

const share = (value: number, from: number, to: number): number =>
  to > from ? (value - from) / (to - from) : 0.5;

/** Null for an indicator that says nothing yet. */
function cardPath({ standing, drawn, actuals, baseline }: IndicatorReading): CardPath | null {
  if (standing.missing !== null || !drawn || actuals.length === 0) return null;
  const begin = baseline && actuals.every(({ day }) => day > baseline.day) ? [baseline] : [];
  const reached = thinned([...begin, ...actuals]);
  const expected = thinned(drawn.points);
  const all = [...reached, ...expected];
  const [days, values] = [all.map(({ day }) => day), all.map(({ value }) => value)];
  const [left, right] = [Math.min(...days), Math.max(...days)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const line = (points: readonly Reached[]): string =>
    points
      .map(({ day, value }, index) => {
        const x = EDGE + share(day, left, right) * (PATH_BOX.width - 2 * EDGE);
        const y = EDGE + (1 - share(value, low, high)) * (PATH_BOX.height - 2 * EDGE);
        return `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
      })
      .join("");
  // One value alone is a point: a line of no length with round ends.
  const end = reached.length === 1 ? "h0.01" : "";
  return { expected: line(expected), reached: `${line(reached)}${end}`, verdict: standing.status };
}

const same = (one: CardPath, other: CardPath): boolean =>
  one.expected === other.expected && one.reached === other.reached && one.verdict === other.verdict;

const rank = new Map(VERDICTS.map((verdict, index) => [verdict as string, index]));

/** What looks as before keeps its identity, and so does the whole when nothing changed. */
export function cardPaths(
  readings: readonly IndicatorReading[],
  before: ReadonlyMap<CardId, CardPath>,
): ReadonlyMap<CardId, CardPath> {
  const paths = new Map<CardId, CardPath>();
  for (const reading of readings) {
    const path = reading.isPlaceholder ? null : cardPath(reading);
    if (!path) continue;
    for (const card of reading.measures) {
      const known = paths.get(card);
      if (!known || (rank.get(path.verdict) ?? 0) < (rank.get(known.verdict) ?? 0)) paths.set(card, path);
    }
  }
  for (const [card, path] of paths) {
    const old = before.get(card);
    if (old && same(old, path)) paths.set(card, old);
  }
  const isSame = paths.size === before.size && [...paths].every(([card, path]) => before.get(card) === path);
  return isSame ? before : paths;
}
