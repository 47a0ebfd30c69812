/** A rate as somebody enters it: read, or what is wrong with it. Pure. */
import { readDate } from "../../workspace/values/dates.ts";
import { isAmbiguous, markOf, readNumber } from "../../workspace/values/numbers.ts";

export interface RateWords {
  readonly rate: string;
  readonly date: string;
  readonly source: string;
}
export interface EnteredRate {
  readonly rate: number;
  readonly date: string;
  readonly source: string | null;
}
export type RateProblem =
  | "rate_not_read"
  | "rate_unclear"
  | "rate_not_above_zero"
  | "date_missing"
  | "date_not_read";

/** Longest citation that the map takes as a source. */
const SOURCE_LENGTH = 300;

export function readRate({
  rate,
  date,
  source,
}: RateWords): EnteredRate | { readonly field: "rate" | "date"; readonly problem: RateProblem } {
  // "1,234" is a thousand and more, or little over one: nobody can tell.
  if (isAmbiguous(rate)) return { field: "rate", problem: "rate_unclear" };
  const value = readNumber(rate, markOf(rate) ?? "point");
  if (Number.isNaN(value)) return { field: "rate", problem: "rate_not_read" };
  if (value <= 0) return { field: "rate", problem: "rate_not_above_zero" };
  if (date.trim() === "") return { field: "date", problem: "date_missing" };
  const day = readDate(date);
  if (day === null) return { field: "date", problem: "date_not_read" };
  return { rate: value, date: day, source: source.trim().slice(0, SOURCE_LENGTH) || null };
}
