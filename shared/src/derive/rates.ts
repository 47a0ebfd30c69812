/**
 * How fast an indicator would have to change and how fast it does: what each year has to bring until the last target,
 * the rate of the last years, and the year in which it would arrive at that rate.
 * 1. A rate is known from three years on, among the newest year that counts and the four before it.
 * 2. Years left out are left out of the rate, not of where the indicator stands: it sets out from its latest actual.
 * 3. An arrival follows the shape of the path: at a constant rate on a constant-rate path, else in a straight line.
 */
import { yearOf } from "../schema/days.ts";
import { curveThrough } from "./indicatorPath.ts";
import { ratio } from "./numbers.ts";
import type { Facts } from "./parts.ts";
import { actualsUntil, baselineOf, isOver, isReached, type Reached, targetsOf } from "./readings.ts";

/** Change per year. `linear` is in the indicator's unit, `compound` a share (-0.141 is 14.1 % less each year). */
interface Change {
  readonly linear: number | null;
  readonly compound: number | null;
}
export interface Required extends Change {
  readonly target: Reached;
}
export interface Recent extends Change {
  readonly from: Reached;
  readonly to: Reached;
  /** Years whose values count, the oldest first. */
  readonly years: readonly number[];
}
export interface Arrival {
  readonly shape: "linear" | "compound";
  /** Null when it never arrives at this rate. */
  readonly year: number | null;
}
export interface Rates {
  /** Null without a target ahead of the latest actual and of today, and for what is kept, capped or a budget. */
  readonly required: Required | null;
  readonly noRequired: "target" | "actual" | "past" | "reached" | "not_a_change" | null;
  /** Null with fewer than three years. */
  readonly recent: Recent | null;
  readonly arrival: Arrival | null;
  /** Years that have an actual, which a person may leave out. */
  readonly years: readonly number[];
}

const MONTHS = 12;
/** Days of a month; the 29th of February is read as its 28th, so that the last days of it are a whole year apart. */
const daysOf = (year: number, month: number): number =>
  month === 1 ? 28 : new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** A day as a number of years: from a day to the same day of another year are whole years, leap or not. */
function inYears(day: number): number {
  const at = new Date(day);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  const days = daysOf(year, month);
  return year + (month + (Math.min(at.getUTCDate(), days) - 1) / days) / MONTHS;
}
const yearsBetween = (from: number, to: number): number => inYears(to) - inYears(from);

const YEARS_BACK = 4;
const FEWEST_YEARS = 3;
/** Later than what can be written as a date is never. */
const LAST_YEAR = 9999;

const rate = (from: Reached, to: Reached): number | null => {
  const share = from.value > 0 && to.value > 0 ? to.value / from.value : Number.NaN;
  const years = yearsBetween(from.day, to.day);
  const each = years > 0 ? share ** (1 / years) - 1 : Number.NaN;
  return Number.isFinite(each) ? each : null;
};

const change = (from: Reached, to: Reached): Change => ({
  linear: ratio(to.value - from.value, yearsBetween(from.day, to.day)),
  compound: rate(from, to),
});

/** The last value of each year. */
function yearly(actuals: readonly Reached[]): ReadonlyMap<number, Reached> {
  return new Map(actuals.map((actual) => [yearOf(actual.day), actual]));
}

function recentOf(actuals: readonly Reached[], without: ReadonlySet<number>): Recent | null {
  const kept = [...yearly(actuals)].filter(([year]) => !without.has(year));
  const newest = kept.at(-1)?.[0];
  const counted = kept.filter(([year]) => newest !== undefined && year >= newest - YEARS_BACK);
  const [first, last] = [counted[0]?.[1], counted.at(-1)?.[1]];
  if (counted.length < FEWEST_YEARS || !first || !last) return null;
  return { ...change(first, last), from: first, to: last, years: counted.map(([year]) => year) };
}

function arrivalOf(actual: Reached, target: Reached, recent: Recent, shape: Arrival["shape"]): Arrival {
  const years =
    shape === "compound"
      ? Math.log(target.value / actual.value) / Math.log1p(recent.compound ?? 0)
      : (target.value - actual.value) / (recent.linear ?? 0);
  const year = Math.floor(inYears(actual.day) + years);
  return { shape, year: years > 0 && year <= LAST_YEAR ? year : null };
}

/** @param without years left out of the recent rate, such as a lockdown */
export function rates(indicator: Facts<"indicator">, today: string, without: ReadonlySet<number>): Rates {
  const actuals = actualsUntil(indicator, today);
  const [targets, baseline] = [targetsOf(indicator), baselineOf(indicator)];
  const [actual, target] = [actuals.at(-1), targets.at(-1)];
  const recent = recentOf(actuals, without);
  const isChange =
    indicator.path !== "budget" && indicator.direction !== "maintain" && indicator.direction !== "stay_below";
  const said = { recent, arrival: null, years: [...yearly(actuals).keys()] };
  const none = (noRequired: Rates["noRequired"]): Rates => ({ ...said, required: null, noRequired });
  if (!isChange) return none("not_a_change");
  if (!target) return none("target");
  if (!actual) return none("actual");
  if (isReached({ direction: indicator.direction, baseline, targets, actuals })) return none("reached");
  const canCurve = recent?.compound !== null && curveThrough("compound", [actual, target]) === "compound";
  const shape = indicator.path === "compound" && canCurve ? "compound" : "linear";
  const arrival = recent && arrivalOf(actual, target, recent, shape);
  if (isOver(target, actual, today)) return { ...none("past"), arrival };
  return { ...said, required: { ...change(actual, target), target }, noRequired: null, arrival };
}
