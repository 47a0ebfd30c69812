/**
 * How an indicator stands against its own path (domain: indicator trajectory).
 *   pace = (latest actual - baseline) / (value the path expects on that day - baseline)
 * On track from 0.95, behind from 0.60, off track from 0, moving away below; thresholds follow Eurostat's SDG practice.
 * 1. Compared on the day of the latest actual, never on today. A year or a month counts as its last day.
 * 2. The path is the one chosen on the card; without one nothing is said, because the verdict depends on its shape.
 * 3. What cannot be worked out is `null` with the reason, never 0 and never NaN.
 */

import { isoDay, lastDay } from "../schema/days.ts";
import type { EnumValue } from "../schema/enums.ts";
import { ahead, curveThrough, expectedOn } from "./indicatorPath.ts";
import { atMost, ratio } from "./numbers.ts";
import type { Facts } from "./parts.ts";
import {
  actualsUntil,
  baselineOf,
  type Course,
  contradicts,
  isKept,
  isReached,
  LAST_DAY,
  type Reached,
  targetsOf,
  YEAR,
  yearsBetween,
} from "./readings.ts";

export type TrajectoryStatus =
  | "achieved"
  | "on_track"
  | "behind"
  | "off_track"
  | "moving_away"
  | "too_early"
  | "cannot_assess";
type Missing = "target" | "baseline" | "actual" | "path" | "direction" | "rate" | "step";

export interface Standing {
  readonly status: TrajectoryStatus;
  /** What is missing, when nothing can be said. */
  readonly missing: Missing | null;
  /** 1 is exactly on the path. Null for budgets and for what is compared without a path. */
  readonly pace: number | null;
  /** What the path expects on the day of the latest actual, in the indicator's unit. */
  readonly expected: number | null;
  readonly actual: Reached | null;
  /** The path the figures follow: a compound path that meets zero or less is read as a straight line. */
  readonly path: EnumValue<"path"> | null;
  /** Budgets: share of the cap that is used, 0 to 1 and more. */
  readonly used?: number | null;
  /** Budgets: the day on which the cap is reached at the latest rate; null when it never is. */
  readonly exhausted?: string | null;
  /** Budgets: what the latest stretch used up per year, and what each year until `until` may use at most. */
  readonly runRate?: number;
  readonly allowed?: number | null;
}

const ON_TRACK = 0.95;
const BEHIND = 0.6;

const verdict = (pace: number): TrajectoryStatus =>
  atMost(ON_TRACK, pace)
    ? "on_track"
    : atMost(BEHIND, pace)
      ? "behind"
      : pace >= 0
        ? "off_track"
        : "moving_away";

/**
 * @param today the day for which is asked
 * @param missionYear the target year of the mission it measures, for budgets; null when not known
 */
export function standing(indicator: Facts<"indicator">, today: string, missionYear: number | null): Standing {
  const actuals = actualsUntil(indicator, today);
  const actual = actuals.at(-1) ?? null;
  const targets = targetsOf(indicator);
  const path = indicator.path ?? null;
  const nothing = (missing: Missing): Standing => ({
    status: "cannot_assess",
    missing,
    pace: null,
    expected: null,
    actual,
    path,
  });
  const last = targets.at(-1);
  if (!last) return nothing("target");
  if (!actual) return nothing("actual");
  const said = { missing: null, pace: null, expected: last.value, actual, path };
  if (indicator.direction === "maintain") {
    return { ...said, status: isKept(actual.value, last.value) ? "on_track" : "off_track" };
  }
  if (!path) return nothing("path");
  const baseline = baselineOf(indicator);
  if (path === "budget") return budget(baseline, actuals, actual, last, missionYear) ?? nothing("rate");
  if (indicator.direction === "stay_below") {
    const cap = dueBy(targets, actual.day) ?? targets[0] ?? last;
    return { ...said, expected: cap.value, status: actual.value <= cap.value ? "on_track" : "off_track" };
  }
  const course = { direction: indicator.direction, baseline, targets, actuals };
  if (path === "stepped") return stepped(course, actual, nothing);
  if (!baseline) return nothing("baseline");
  if (contradicts(course)) return nothing("direction");
  return along(path, baseline, course, actual);
}

const dueBy = (targets: readonly Reached[], day: number): Reached | undefined =>
  targets.filter((target) => target.day <= day).at(-1);

const meets = (value: number, target: number, isIncrease: boolean): boolean =>
  isIncrease ? value >= target : value <= target;

/** The latest step due on the day of the actual; the ratio is only given where both are above zero. */
function stepped(course: Course, actual: Reached, nothing: (missing: Missing) => Standing): Standing {
  if (!course.direction || contradicts(course)) return nothing("direction");
  const isIncrease = course.direction === "increase";
  const step = dueBy(course.targets, actual.day);
  const said = { missing: null, actual, path: "stepped" as const };
  if (isReached(course)) return { ...said, status: "achieved", pace: null, expected: step?.value ?? null };
  if (!step) return { ...said, status: "too_early", pace: null, expected: null };
  const bothAbove = step.value > 0 && actual.value > 0;
  const share = isIncrease ? ratio(actual.value, step.value) : ratio(step.value, actual.value);
  const pace = bothAbove ? share : null;
  const status =
    pace === null ? (meets(actual.value, step.value, isIncrease) ? "on_track" : "off_track") : verdict(pace);
  return { ...said, status, pace, expected: step.value };
}

/** A straight or constant-rate path through the baseline and each target. */
function along(chosen: "linear" | "compound", baseline: Reached, course: Course, actual: Reached): Standing {
  const points = [baseline, ...ahead(baseline, course.targets)];
  const path = curveThrough(chosen, points);
  const expected = expectedOn(actual.day, points, path);
  const said = { missing: null, actual, path, expected };
  const pace = paceOf(baseline, actual, expected);
  if (isReached(course)) return { ...said, status: "achieved", pace };
  return { ...said, status: pace === null ? "too_early" : verdict(pace), pace };
}

const paceOf = (baseline: Reached, actual: Reached, expected: number): number | null =>
  ratio(actual.value - baseline.value, expected - baseline.value);

/** A running total against a cap: off track when it is overspent, or the latest rate uses it up before the mission's target year ends. */
function budget(
  baseline: Reached | null,
  actuals: readonly Reached[],
  actual: Reached,
  cap: Reached,
  missionYear: number | null,
): Standing | null {
  const before = [...(baseline ? [baseline] : []), ...actuals].filter((one) => one.day < actual.day).at(-1);
  if (!before || cap.value <= 0) return null;
  const rate = (actual.value - before.value) / yearsBetween(before.day, actual.day);
  const left = cap.value - actual.value;
  const years = left <= 0 ? 0 : rate > 0 ? left / rate : null;
  const until = missionYear === null ? cap.day : lastDay(String(missionYear).padStart(4, "0"));
  const end = years === null ? null : actual.day + years * YEAR;
  const isShort = left < 0 || (end !== null && end < until);
  return {
    status: isShort ? "off_track" : "on_track",
    missing: null,
    pace: null,
    expected: cap.value,
    actual,
    path: "budget",
    used: ratio(actual.value, cap.value),
    runRate: rate,
    allowed: until > actual.day ? ratio(Math.max(0, left), yearsBetween(actual.day, until)) : null,
    exhausted: end === null || end > LAST_DAY ? null : isoDay(end),
  };
}
