/**
 * What projects and instruments are expected to bring to an indicator, laid against its path.
 * 1. An amount is a step towards the target, in the indicator's unit; a negative one is a step away. It counts in full
 *    from the day it begins. A low end that is not known adds nothing to the low sum; a high one that is not known leaves
 *    the high sum open.
 * 2. What cannot be counted is listed with its reason and never counts as 0: amount or start not known, another unit.
 * 3. What began before the latest actual is taken to be in it already; what begins after the target comes too late.
 * 4. The overlap is the share taken off every effect because several reach for the same change.
 */

import { firstDay } from "../schema/days.ts";
import type { CardId, RecordId } from "../schema/ids.ts";
import { type Ask, type Question, question } from "./ask.ts";
import { type IndicatorReading, indicators } from "./indicators.ts";
import { known } from "./numbers.ts";
import { type Facts, real, today } from "./parts.ts";
import { isOver, isReached, type Reached } from "./readings.ts";

/** Whether a contribution counts, or why it does not. */
export type Counted = "yes" | "no_amount" | "no_start" | "other_unit" | "begun" | "too_late" | "stopped";

export interface Contribution {
  readonly card: CardId;
  readonly record: RecordId;
  /** Null: that end is not known. */
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string | null;
  readonly confidence: number | null;
  readonly source: string | null;
  /** The first day on which it counts. */
  readonly from: number | null;
  readonly counted: Counted;
}
/** What contributions come to. */
interface Explained {
  readonly low: number;
  /** Null: more than `low`, but how much more is not known. */
  readonly high: number | null;
}
interface Unexplained {
  /** Null: less than `high`, but how much less is not known. */
  readonly low: number | null;
  readonly high: number;
}
export interface Wedge {
  /** Why there is nothing to lay against a path; the contributions are listed all the same. */
  readonly missing: "target" | "actual" | "past" | "reached" | "not_a_change" | null;
  readonly parts: readonly Contribution[];
  readonly from: Reached | null;
  readonly target: Reached | null;
  /** How far it is from the latest actual to the last target. */
  readonly needed: number | null;
  /** Sum of what counts, the overlap taken off. Null while nothing counts: not known is not 0. */
  readonly explained: Explained | null;
  /** What nothing on the map explains; below zero when more is expected than needed. Null with `explained`. */
  readonly unexplained: Unexplained | null;
  /** Contributions that count, and those of them whose low or whose high end is not known. */
  readonly counting: number;
  readonly withoutLow: number;
  readonly withoutHigh: number;
}

const STOPPED: ReadonlySet<string> = new Set(["stopped", "repealed"]);

/** Shares that may be chosen; nine tenths leave hardly anything. */
const MOST_OVERLAP = 90;
/** A share in per cent, made fit. */
export const overlapOf = (written: string | undefined): number => {
  const share = Number(written);
  return Number.isFinite(share) ? Math.round(Math.min(MOST_OVERLAP, Math.max(0, share))) : 0;
};

const sameWords = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

type Giver = Facts<"project"> | Facts<"instrument">;

function contributionsTo(reading: IndicatorReading, givers: readonly Giver[]): Contribution[] {
  return givers.flatMap((giver) =>
    (giver.contributions ?? [])
      .filter(({ indicatorId }) => indicatorId === reading.card)
      .map((one): Contribution => {
        const [first, second] = [known(one.low), known(one.high)];
        const isTurned = first !== null && second !== null && first > second;
        const [low, high] = isTurned ? [second, first] : [first, second];
        const part = {
          card: giver.id,
          record: one.id,
          low,
          high,
          unit: (one.unit ?? "").trim() || null,
          confidence: one.confidence ?? null,
          source: (one.source ?? "").trim() || null,
          from: one.from ? firstDay(one.from) : null,
        };
        return { ...part, counted: countedAs(part, reading, STOPPED.has(giver.status ?? "")) };
      }),
  );
}

function countedAs(
  part: Omit<Contribution, "counted">,
  { unit, standing, targets }: IndicatorReading,
  isStopped: boolean,
): Counted {
  const [now, end] = [standing.actual?.day, targets.at(-1)?.day];
  if (isStopped) return "stopped";
  if (part.low === null && part.high === null) return "no_amount";
  if (part.unit && unit && !sameWords(part.unit, unit)) return "other_unit";
  if (part.from === null) return "no_start";
  if (now !== undefined && part.from <= now) return "begun";
  return end !== undefined && part.from > end ? "too_late" : "yes";
}

function missingFor(reading: IndicatorReading, day: string): Wedge["missing"] {
  const { path, direction, standing, targets } = reading;
  const target = targets.at(-1);
  if (path === "budget" || direction === "maintain" || direction === "stay_below") return "not_a_change";
  if (!target) return "target";
  if (!standing.actual) return "actual";
  if (isReached(reading)) return "reached";
  return isOver(target, standing.actual, day) ? "past" : null;
}

/** The low end to reckon with: one that is not known adds nothing, and no more than a known high end below zero. */
export const lowOf = ({ low, high }: Pick<Contribution, "low" | "high">): number =>
  low ?? Math.min(0, high ?? 0);
/** The high end as far as it is known. */
export const highOf = ({ low, high }: Pick<Contribution, "low" | "high">): number => high ?? low ?? 0;

const order = (one: Contribution, other: Contribution): number =>
  Number(other.counted === "yes") - Number(one.counted === "yes") || (one.from ?? 0) - (other.from ?? 0);

function wedgeOf(reading: IndicatorReading, givers: readonly Giver[], overlap: number, day: string): Wedge {
  const parts = contributionsTo(reading, givers).sort(order);
  const missing = missingFor(reading, day);
  const [from, target] = [reading.standing.actual, reading.targets.at(-1) ?? null];
  const counting = parts.filter(({ counted }) => counted === "yes");
  const ends = {
    counting: counting.length,
    withoutLow: counting.filter(({ low }) => low === null).length,
    withoutHigh: counting.filter(({ high }) => high === null).length,
  };
  const nothing = { missing, parts, from, target, needed: null, explained: null, unexplained: null, ...ends };
  if (missing || !from || !target) return nothing;
  const needed = Math.abs(target.value - from.value);
  if (counting.length === 0) return { ...nothing, needed };
  const left = 1 - overlap / 100;
  const sum = (end: (part: Contribution) => number) =>
    counting.reduce((total, part) => total + end(part), 0) * left;
  const explained = { low: sum(lowOf), high: ends.withoutHigh > 0 ? null : sum(highOf) };
  const unexplained = {
    low: explained.high === null ? null : needed - explained.high,
    high: needed - explained.low,
  };
  return { ...nothing, needed, explained, unexplained };
}

const givers: Question<readonly Giver[]> = question((ask: Ask) => [
  ...ask(real("project")),
  ...ask(real("instrument")),
]);

/**
 * The wedge of one indicator. The argument is its id, and after a blank the overlap in per cent: `k-co2 20`.
 * Null when there is no such indicator.
 */
export const wedge: Question<Wedge | null> = question((ask, argument) => {
  const [card, overlap] = argument.split(" ");
  const reading = ask(indicators).find((one) => one.card === card);
  return reading ? wedgeOf(reading, ask(givers), overlapOf(overlap), ask(today)) : null;
});

/** How many contributions each indicator has; those without any are left out. */
export const contributionCounts: Question<ReadonlyMap<CardId, number>> = question((ask) => {
  const counts = new Map<CardId, number>();
  for (const { indicatorId } of ask(givers).flatMap((giver) => giver.contributions ?? []))
    if (indicatorId) counts.set(indicatorId, (counts.get(indicatorId) ?? 0) + 1);
  return counts;
});
