/**
 * Dates as people write them. Pure. Stored dates are ISO: a day, a month or a year. Only what can be read in
 * one way is taken; anything else gives the ways in which it could be written, and is never guessed. A date that the
 * calendar lacks, or a year that nobody means here, is told apart from a text that is no date.
 */
import { isDate } from "@trellis/shared/schema/checkValue";

/** A name of a month: its first three letters at least, and no other letters than its own. */
const FULL = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
] as const;

function monthNamed(word: string): number {
  const plain = word.toLowerCase().replace(/\.$/, "");
  if (plain === "sept") return 9;
  return plain.length < 3 ? 0 : FULL.findIndex((name) => name.startsWith(plain)) + 1;
}

const iso = (year: string, month?: number | string, day?: number | string): string =>
  [year, ...[month, day].flatMap((part) => (part ? [String(part).padStart(2, "0")] : []))].join("-");

/** Years somebody may mean: a slip of the finger such as 0206 or 20260 is none of them. */
const YEARS = { first: 1800, last: 2200 } as const;

const isMeant = (date: string): boolean =>
  isDate(date) && Number(date.slice(0, 4)) >= YEARS.first && Number(date.slice(0, 4)) <= YEARS.last;

/** Every day a text such as 05/06/2030 can mean, day first before month first. */
export function daysMeant(text: string): string[] {
  const parts = /^(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4})$/.exec(text.trim());
  if (!parts) return [];
  const [, one = "", , two = "", year = ""] = parts;
  return [...new Set([iso(year, two, one), iso(year, one, two)])].filter(isMeant);
}

/** The stored form of a text that means one date, whoever reads it; null for every other text. */
export function readDate(text: string): string | null {
  const plain = text.trim().replace(/,/g, " ").replace(/\s+/g, " ");
  const yearFirst = /^(\d{4})(?:[/.-](\d{1,2})(?:[/.-](\d{1,2}))?)?$/.exec(plain);
  const [, year = "", month, day] = yearFirst ?? [];
  // 2022/23 is a financial year, and 2030/1 could be one: only two digits after a hyphen are a month.
  if (yearFirst && (month === undefined || day !== undefined || /^\d{4}-\d{2}$/.test(plain)))
    return known(iso(year, month, day));
  const monthYear = /^([A-Za-z]+\.?) (\d{4})$/.exec(plain);
  if (monthYear) return known(iso(monthYear[2] ?? "", monthNamed(monthYear[1] ?? "") || "x"));
  const dayMonthYear = /^(\d{1,2}) ([A-Za-z]+\.?) (\d{4})$/.exec(plain);
  if (dayMonthYear)
    return known(iso(dayMonthYear[3] ?? "", monthNamed(dayMonthYear[2] ?? "") || "x", dayMonthYear[1]));
  const monthDayYear = /^([A-Za-z]+\.?) (\d{1,2}) (\d{4})$/.exec(plain);
  if (monthDayYear)
    return known(iso(monthDayYear[3] ?? "", monthNamed(monthDayYear[1] ?? "") || "x", monthDayYear[2]));
  return null;
}

const known = (date: string): string | null => (isMeant(date) ? date : null);

export interface DateFault {
  readonly code: "no_such_day" | "no_such_month" | "year_out_of_bounds";
  /** The last day of that month. */
  readonly limit?: number;
}

/** What is wrong with a text that is written like a date; null for every other text. */
export function dateFault(text: string): DateFault | null {
  const parts = dateParts(text.trim().replace(/,/g, " ").replace(/\s+/g, " "));
  if (!parts) return null;
  const { year, ways } = parts;
  if (year < YEARS.first || year > YEARS.last) return { code: "year_out_of_bounds" };
  const [way] = ways.filter(([month]) => month >= 1 && month <= 12);
  if (!way) return ways.length > 0 ? { code: "no_such_month" } : null;
  const [month, day] = way;
  const limit = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day !== null && (day < 1 || day > limit) ? { code: "no_such_day", limit } : null;
}

/** The year, and every month with its day that may be meant, valid or not. */
function dateParts(
  text: string,
): { year: number; ways: (readonly [month: number, day: number | null])[] } | null {
  const yearFirst = /^(\d{4})(?:-(\d{2}))?$/.exec(text) ?? /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text);
  if (yearFirst) {
    const [year = 0, month, day] = yearFirst.slice(1).map((part) => part && Number(part));
    return { year: Number(year), ways: month ? [[Number(month), day ? Number(day) : null]] : [] };
  }
  const yearLast = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text);
  if (yearLast) {
    const [one = 0, two = 0, year = 0] = yearLast.slice(1).map(Number);
    return {
      year,
      ways: [
        [two, one],
        [one, two],
      ],
    };
  }
  const named = /^(?:(\d{1,2}) )?([A-Za-z]+\.?)(?: (\d{1,2}))? (\d{4})$/.exec(text);
  const month = monthNamed(named?.[2] ?? "");
  if (!named || month === 0 || (named[1] && named[3])) return null;
  const day = named[1] ?? named[3];
  return { year: Number(named[4]), ways: [[month, day ? Number(day) : null]] };
}
