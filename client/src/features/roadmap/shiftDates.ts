/**
 * Moving dates in time. A date keeps how exact it is: a year stays a year, a month a month. A bar moves by the unit of
 * its least exact date, so that its length stays what it was. Pure.
 */

import { isDate } from "@trellis/shared/schema/checkValue";
import { firstDay, isoDay, lastDay } from "@trellis/shared/schema/days";
import { DAY, YEAR } from "./timeScale.ts";

export type DateUnit = "year" | "month" | "day";

export interface Dates {
  readonly start: string | null;
  readonly end: string | null;
}

/** What of a bar is moved. */
export type Grip = "both" | "start" | "end";

export type Shifted =
  | { readonly kind: "moved"; readonly dates: Dates }
  | { readonly kind: "refused"; readonly reason: "not_known" | "backwards" | "out_of_range" };

const MILLISECONDS: Readonly<Record<DateUnit, number>> = { year: YEAR, month: YEAR / 12, day: DAY };

const unitOf = (date: string): DateUnit => (date.length < 7 ? "year" : date.length < 10 ? "month" : "day");

/** The unit in which a bar moves; null when it has no date to move. */
export function shiftUnit({ start, end }: Dates, grip: Grip): DateUnit | null {
  const dates = [grip === "end" ? null : start, grip === "start" ? null : end].filter(
    (date) => date !== null,
  );
  const units = dates.map(unitOf);
  return units.includes("year") ? "year" : units.includes("month") ? "month" : (units[0] ?? null);
}

/** Steps that a stretch of time comes to. */
export const stepsIn = (milliseconds: number, unit: DateUnit): number =>
  Math.round(milliseconds / MILLISECONDS[unit]);

/** One date some units later (or earlier), as exact as it was; null when there is no such date. */
export function shiftDate(date: string, by: number, unit: DateUnit): string | null {
  const moved =
    unit === "day" ? isoDay(firstDay(date) + by * DAY) : movedMonths(date, unit === "year" ? by * 12 : by);
  return isDate(moved) ? moved : null;
}

function movedMonths(date: string, months: number): string {
  const [year = "0", month, day] = date.split("-");
  const total = Number(year) * 12 + (month ? Number(month) - 1 : 0) + months;
  const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1];
  const digits = (part: number, count: number) => String(part).padStart(count, "0");
  if (toYear < 0 || toYear > 9999) return "";
  if (!month) return digits(toYear, 4);
  const moved = `${digits(toYear, 4)}-${digits(toMonth, 2)}`;
  // The 31st of a shorter month is its last day.
  return day ? ([`${moved}-${day}`, isoDay(lastDay(moved))].find(isDate) ?? "") : moved;
}

/** The dates of a bar moved by steps of its unit. */
export function shiftedDates(dates: Dates, grip: Grip, steps: number): Shifted {
  const unit = shiftUnit(dates, grip);
  if (unit === null) return { kind: "refused", reason: "not_known" };
  const move = (date: string | null, isMoved: boolean) =>
    date === null || !isMoved ? date : shiftDate(date, steps, unit);
  const start = move(dates.start, grip !== "end");
  const end = move(dates.end, grip !== "start");
  if ((dates.start !== null && start === null) || (dates.end !== null && end === null))
    return { kind: "refused", reason: "out_of_range" };
  const isBackwards = start !== null && end !== null && lastDay(end) < firstDay(start);
  if (isBackwards && grip !== "both") return { kind: "refused", reason: "backwards" };
  return { kind: "moved", dates: { start, end } };
}
