/**
 * Dates as people write them. Pure. Stored dates are ISO: a day, a month or a year. Only what can be read in
 * one way is taken; anything else gives the ways in which it could be written, and is never guessed.
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

/** Every day a text such as 05/06/2030 can mean, day first before month first. */
export function daysMeant(text: string): string[] {
  const parts = /^(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4})$/.exec(text.trim());
  if (!parts) return [];
  const [, one = "", , two = "", year = ""] = parts;
  return [...new Set([iso(year, two, one), iso(year, one, two)])].filter(isDate);
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

const known = (date: string): string | null => (isDate(date) ? date : null);
