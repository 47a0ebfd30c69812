/**
 * Days out of dates. A date may be a year, a month or a day (`2019`, `2019-04`, `2019-04-30`); days are counted in
 * milliseconds since 1970, as UTC midnights, so that every machine counts alike.
 */
export const DAY = 86_400_000;

/** The first day a date may mean. */
export const firstDay = (date: string): number =>
  Date.parse(`${date.slice(0, 10).padEnd(10, "-01")}T00:00:00Z`);

/** The last day a date may mean. */
export function lastDay(date: string): number {
  if (date.length >= 10) return firstDay(date);
  const day = new Date(firstDay(date));
  if (date.length >= 7) day.setUTCMonth(day.getUTCMonth() + 1);
  else day.setUTCFullYear(day.getUTCFullYear() + 1);
  return day.getTime() - DAY;
}

/** Whether a date lies after the day for which is asked, whichever day it means: what is dated so has not happened yet. */
export const isAhead = (date: string | null | undefined, today: string): boolean =>
  Boolean(date) && firstDay(date as string) > firstDay(today);

/** The day `months` before (negative: after) a day; the last of the month where that month is shorter. */
export function monthsBefore(day: number, months: number): number {
  const moved = new Date(day);
  const date = moved.getUTCDate();
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() - months);
  const lastOfMonth = new Date(moved.getTime());
  lastOfMonth.setUTCMonth(lastOfMonth.getUTCMonth() + 1, 0);
  moved.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()));
  return moved.getTime();
}

export const yearOf = (day: number): number => new Date(day).getUTCFullYear();

/** A day as people write it, `2026-01-31`. */
export const isoDay = (day: number): string => new Date(day).toISOString().slice(0, 10);

/** Days from one day to another. */
export const daysBetween = (from: number, to: number): number => (to - from) / DAY;
