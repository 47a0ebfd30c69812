/** Whether an indicator's newest value is recent enough for its rhythm. Says nothing about whether it is on its path. */
import { firstDay, lastDay, monthsBefore } from "../schema/days.ts";
import type { Facts } from "./parts.ts";
import { actualsUntil } from "./readings.ts";

const GRACE_MONTHS = 6;

export interface Freshness {
  readonly state: "fresh" | "stale" | "no_value" | "no_cadence";
  /** The day of the newest value; null without any. */
  readonly newest: number | null;
  /** How old it may be: cadence, publication lag and six months. Null when no cadence is stated. */
  readonly months: number | null;
}

/**
 * The newest actual must be younger than cadence, lag and six months. An indicator without any is given the same time
 * from its baseline. A lag that is not stated counts as none.
 */
export function freshness(indicator: Facts<"indicator">, today: string): Freshness {
  const { cadenceMonths, lagMonths, baseline } = indicator;
  const newest = actualsUntil(indicator, today).at(-1)?.day ?? null;
  if (typeof cadenceMonths !== "number") return { state: "no_cadence", newest, months: null };
  const months = cadenceMonths + (lagMonths ?? 0) + GRACE_MONTHS;
  const since = monthsBefore(firstDay(today), months);
  if (newest !== null) return { state: newest >= since ? "fresh" : "stale", newest, months };
  const isNew = typeof baseline?.value === "number" && baseline.date && lastDay(baseline.date) >= since;
  return { state: isNew ? "fresh" : "no_value", newest, months };
}
