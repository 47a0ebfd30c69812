/** Since when changes are shown: a day in the address (`?since=2026-10-01`), else the last visit, else 30 days. Pure. */
import { isDate } from "@trellis/shared/schema/checkValue";
import { TOUCH_STEP_MS } from "@trellis/shared/schema/touches";
import { withChoices } from "../../workspace/addressChoices.ts";
import { today } from "../../workspace/today.ts";

const DAYS = 30;
/** No map is older; years that come by while one is typed, such as 0202, are none that anybody means. */
export const FIRST_DAY = "2000-01-01";

export interface SinceChoice {
  /** The chosen day; null for the default. */
  readonly since: string | null;
}

/** Why changes cannot be shown since a day: it is none, long before any map, or yet to come. */
export type DayProblem = "none" | "early" | "future";

export function dayProblem(day: string, last: string = today()): DayProblem | null {
  if (day.length !== 10 || !isDate(day)) return "none";
  return day < FIRST_DAY ? "early" : day > last ? "future" : null;
}

/** What names no day that can be chosen is ignored. */
export function readSince(search: string): SinceChoice {
  const day = new URLSearchParams(search).get("since");
  return { since: day !== null && dayProblem(day) === null ? day : null };
}

/** `search` with the day written into it; what else is in it stays. */
export const writeSince = (search: string, { since }: SinceChoice): string => withChoices(search, { since });

/** The day some days ago on this person's calendar. */
export function daysAgo(now: Date, days: number = DAYS): string {
  return today(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days));
}

/** The beginning of a day on this person's calendar (ms). */
export function startOf(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date).getTime();
}

export interface Since {
  /** Milliseconds. Before the last visit's end by as much as an edit may be told too early, so that none is missed. */
  readonly at: number;
  readonly day: string;
  readonly isVisit: boolean;
}

/** @param lastVisit when this person was here before (ms); null on a first visit */
export function sinceOf({ since }: SinceChoice, lastVisit: number | null, now: Date): Since {
  if (since === null && lastVisit !== null)
    return { at: lastVisit - TOUCH_STEP_MS, day: today(new Date(lastVisit)), isVisit: true };
  const day = since ?? daysAgo(now);
  return { at: startOf(day), day, isVisit: false };
}
