/**
 * The wedge as areas of a chart. It begins at the latest actual, held level as if nothing more were done; each
 * contribution takes its low amount off (or adds it) from its day on, stacked in the order in which they begin; of many
 * the largest are named and the rest lies upon them as one. Pure.
 */
import { type Contribution, highOf, lowOf, type Wedge } from "@trellis/shared/derive/contributions";
import { expectedAt } from "@trellis/shared/derive/indicatorPath";
import type { IndicatorReading } from "@trellis/shared/derive/indicators";
import type { CardId } from "@trellis/shared/schema/ids";
import type { BandPoint, ChartPoint } from "../../ui/chart/chartContext.ts";
import { type Axis, dayAxis, valueAxis } from "../../ui/chart/scales.ts";
import { isYearly } from "./series.ts";

/** Parts drawn one by one; the rest is one more. */
const MOST_PARTS = 5;

export interface WedgePart {
  /** Null for the rest together. */
  readonly card: CardId | null;
  /** Tells the parts apart: one card may bring several. */
  readonly key: string;
  readonly band: readonly BandPoint[];
}
export interface WedgeSeries {
  readonly x: Axis;
  readonly y: Axis;
  readonly parts: readonly WedgePart[];
  /** Between the low and the high sum. */
  readonly unsure: readonly BandPoint[];
  readonly path: readonly ChartPoint[];
  readonly level: readonly ChartPoint[];
}

/** As much as it may bring, either way. */
const sizeOf = (part: Contribution): number => Math.max(Math.abs(lowOf(part)), Math.abs(highOf(part)));

/** The largest, in the order in which they begin; all of them where one more part would be the only rest. */
function namedOf(counting: readonly Contribution[]): readonly Contribution[] {
  if (counting.length <= MOST_PARTS + 1) return counting;
  const largest = new Set(
    [...counting].sort((one, other) => sizeOf(other) - sizeOf(one)).slice(0, MOST_PARTS),
  );
  return counting.filter((part) => largest.has(part));
}

export function wedgeSeries(reading: IndicatorReading, found: Wedge, overlap: number): WedgeSeries | null {
  const { from, target, parts } = found;
  const all = parts.filter(({ counted }) => counted === "yes");
  if (!from || !target || all.length === 0) return null;
  const named = namedOf(all);
  const counting = [...named, ...all.filter((part) => !named.includes(part))];
  const sign = target.value >= from.value ? 1 : -1;
  const left = 1 - overlap / 100;
  const days = [...new Set([from.day, ...counting.map((part) => part.from ?? from.day), target.day])].sort(
    (one, other) => one - other,
  );
  const at = (day: number, some: typeof counting, end: typeof lowOf) =>
    from.value + sign * left * some.reduce((sum, part) => sum + ((part.from ?? 0) <= day ? end(part) : 0), 0);
  const groups = [
    ...named.map((part) => ({
      card: part.card as CardId | null,
      key: `${part.card} ${part.record}`,
      upTo: counting.indexOf(part) + 1,
    })),
    ...(named.length < counting.length ? [{ card: null, key: "rest", upTo: counting.length }] : []),
  ];
  const bands = groups.map(({ card, key, upTo }, index): WedgePart => {
    const before = counting.slice(0, groups[index - 1]?.upTo ?? 0);
    const after = counting.slice(0, upTo);
    return {
      card,
      key,
      band: days.map((day) => ({ x: day, low: at(day, before, lowOf), high: at(day, after, lowOf) })),
    };
  });
  const unsure = days.map((day) => ({
    x: day,
    low: at(day, counting, lowOf),
    high: at(day, counting, highOf),
  }));
  const begin = reading.drawn && expectedAt(reading.drawn, from.day);
  const path = [
    ...(typeof begin === "number" ? [{ day: from.day, value: begin }] : []),
    ...(reading.drawn?.points ?? []).filter(({ day }) => day > from.day),
  ].map(({ day, value }) => ({ x: day, y: value }));
  const ends = [...bands.flatMap(({ band }) => band), ...unsure].flatMap(({ low, high }) => [low, high]);
  return {
    x: dayAxis([from.day, target.day], 5, { isYearly: isYearly(reading) }),
    y: valueAxis([from.value, target.value, ...ends, ...path.map(({ y }) => y)], { ticks: 5 }),
    parts: bands,
    unsure,
    path:
      path.length > 1
        ? path
        : [
            { x: from.day, y: from.value },
            { x: target.day, y: target.value },
          ],
    level: [
      { x: from.day, y: from.value },
      { x: target.day, y: from.value },
    ],
  };
}
