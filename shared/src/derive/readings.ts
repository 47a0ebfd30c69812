/** Values of an indicator in time: its baseline, targets and actuals that are known, the oldest first. */

import { lastDay } from "../schema/days.ts";
import type { Point } from "../schema/values.ts";
import { atMost, known } from "./numbers.ts";
import type { Facts } from "./parts.ts";

/** A value and the day it speaks for, in milliseconds. A year or a month counts as its last day. */
export interface Reached {
  readonly day: number;
  readonly value: number;
  /** Another value speaks for the same day; of several the less favourable counts, which stands last. */
  readonly severalOnDay?: true;
}

const reached = (point: Partial<Point> | null | undefined): Reached[] => {
  const value = known(point?.value);
  return point?.date && value !== null ? [{ day: lastDay(point.date), value }] : [];
};

/** The oldest first; of one day that with the highest rank last. */
const inTime = (points: readonly Point[] | null | undefined, rank: (value: number) => number): Reached[] => {
  const all = (points ?? [])
    .flatMap(reached)
    .sort((one, other) => one.day - other.day || rank(one.value) - rank(other.value));
  return all.map(
    (one, index): Reached =>
      all[index - 1]?.day === one.day || all[index + 1]?.day === one.day
        ? { ...one, severalOnDay: true }
        : one,
  );
};

/** Whether more is better; null where a value is to be kept, or nothing tells. */
function isMoreBetter(indicator: Facts<"indicator">): boolean | null {
  const { direction, path, targets } = indicator;
  if (path === "budget" || direction === "stay_below") return false;
  if (direction) return SAID[direction];
  return pathRises(
    baselineOf(indicator),
    inTime(targets, (value) => value),
  );
}

/** Actuals up to a day. */
export const actualsUntil = (indicator: Facts<"indicator">, today: string): Reached[] => {
  const [isMore, kept] = [isMoreBetter(indicator), targetsOf(indicator).at(-1)];
  const lessFavourable = (value: number): number =>
    indicator.direction === "maintain" && indicator.path !== "budget" && kept
      ? Math.abs(value - kept.value)
      : isMore
        ? -value
        : value;
  return inTime(indicator.actuals, lessFavourable).filter(({ day }) => day <= lastDay(today));
};

/** How many actuals lie after a day. */
export const futureOf = ({ actuals }: Facts<"indicator">, today: string): number =>
  (actuals ?? []).flatMap(reached).filter(({ day }) => day > lastDay(today)).length;

/** Of several targets for one day the one that asks for more counts. */
export const targetsOf = (indicator: Facts<"indicator">): Reached[] => {
  const isLess = isMoreBetter(indicator) === false;
  return inTime(indicator.targets, (value) => (isLess ? -value : value));
};

/** Null without a day or a value. */
export const baselineOf = (indicator: Facts<"indicator">): Reached | null =>
  reached(indicator.baseline)[0] ?? null;

/** How far a value that is to be kept may stray, as a share of what it is to be. */
const TOLERANCE = 0.05;
/** Whether a value is where it is to be kept. */
export const isKept = (value: number, kept: number): boolean =>
  atMost(Math.abs(value - kept), Math.abs(kept) * TOLERANCE);

/** What tells which way an indicator is to go, and how far it has come. */
export interface Course {
  readonly direction?: Facts<"indicator">["direction"];
  readonly baseline: Reached | null;
  readonly targets: readonly Reached[];
  readonly actuals: readonly Reached[];
}

/** Whether the last target lies above where a course set out; null where that is not known, or level. */
function pathRises(from: Reached | null | undefined, targets: readonly Reached[]): boolean | null {
  const last = targets.at(-1);
  return from && last && last.day > from.day && last.value !== from.value ? last.value > from.value : null;
}

const SAID = { increase: true, decrease: false, maintain: null, stay_below: null } as const;

/** The chosen direction is the other way than from the baseline to the last target. */
export function contradicts({ direction, baseline, targets }: Omit<Course, "actuals">): boolean {
  const [said, way] = [direction ? SAID[direction] : null, pathRises(baseline, targets)];
  return said !== null && way !== null && said !== way;
}

/**
 * Whether the latest actual has reached the last target: from the side that the direction says, else from where it set
 * out. Where neither tells, or they contradict each other, only the very value has.
 */
export function isReached(course: Course): boolean {
  const { direction, baseline, targets, actuals } = course;
  const [actual, last] = [actuals.at(-1), targets.at(-1)];
  if (!actual || !last) return false;
  const said = direction ? SAID[direction] : null;
  const isRise = contradicts(course) ? null : (said ?? pathRises(baseline ?? actuals[0], targets));
  if (isRise === null) return actual.value === last.value;
  return isRise ? actual.value >= last.value : actual.value <= last.value;
}

/** Whether there is no way ahead any more: the last target's day has passed today, or speaks for no later day than the actual. */
export const isOver = (target: Reached, actual: Reached, today: string): boolean =>
  target.day < lastDay(today) || target.day <= actual.day;

/** A year, as budgets count it: 365.25 days. */
export const YEAR = 365.25 * 86_400_000;
/** Later than what can be written as a date is never. */
export const LAST_DAY = Date.UTC(9999, 11, 31);

export const yearsBetween = (from: number, to: number): number => (to - from) / YEAR;
