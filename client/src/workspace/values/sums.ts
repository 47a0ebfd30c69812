/**
 * Sums of money as they are written in cells and heads: £1,200.50, GBP 5, 29 EUR, "Cost (€m)". Pure. The currency stays
 * with its amount; a sign that several currencies share is never taken for one of them unasked.
 */
import { currencyChoices } from "./currencies.ts";
import { sizeNamed } from "./numbers.ts";

/** What each sign may stand for. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  "£": ["GBP"],
  "€": ["EUR"],
  $: ["USD", "CAD", "AUD", "NZD"],
  US$: ["USD"],
  CA$: ["CAD"],
  A$: ["AUD"],
  NZ$: ["NZD"],
  "¥": ["JPY", "CNY"],
  "₩": ["KRW"],
  "₹": ["INR"],
  kr: ["SEK", "NOK", "DKK"],
  zł: ["PLN"],
};
const SIGN = "US\\$|CA\\$|NZ\\$|A\\$|[£€$¥₩₹]|kr\\.?|zł";

let codes: ReadonlySet<string> | null = null;
const isCode = (text: string): boolean => {
  codes ??= new Set(currencyChoices().map(({ value }) => value));
  return codes.has(text);
};

/** The currencies that a sign or a code may stand for; none for any other word. */
function currenciesNamed(word: string): readonly string[] {
  const sign = SIGNS[word.replace(/\.$/, "")];
  return sign ?? (isCode(word) ? [word] : []);
}

export interface WrittenSum {
  /** What is left to be read as a number. */
  readonly number: string;
  /** One, or several that a shared sign may stand for. */
  readonly currencies: readonly string[];
}

const BEFORE = new RegExp(`^([-+\\u2212]?)\\s*(${SIGN}|[A-Z]{3})\\s*(?=[-+\\u2212\\d.,])(.*)$`);
const AFTER = new RegExp(`^(.*[\\d.,])\\s*(${SIGN}|[A-Z]{3})$`);

/** A text that names its currency before or after the number; null for every other. */
export function writtenSum(text: string): WrittenSum | null {
  const [, sign = "", before = "", rest = ""] = BEFORE.exec(text.trim()) ?? [];
  const [, number = "", after = ""] = before ? [] : (AFTER.exec(text.trim()) ?? []);
  const currencies = currenciesNamed(before || after);
  return currencies.length > 0 ? { number: before ? `${sign}${rest}` : number, currencies } : null;
}

/** How a column writes its sums, as its head says: in which currency, and so many at a time. */
export interface SumUnit {
  readonly currencies: readonly string[];
  readonly size: number;
}

/** A head without the unit at its end, and the unit; null where it names none. */
export function headUnit(head: string): { readonly name: string; readonly unit: SumUnit } | null {
  const text = head.trim();
  const [, name = "", inBrackets = ""] =
    /^(.*\S)\s*[([]\s*([^()[\]]*?)\s*[)\]]$/.exec(text) ??
    /^(.*?\S)(?:,\s*|\s+in\s+|\s+)(\S+)$/.exec(text) ??
    [];
  const unit = unitNamed(inBrackets);
  return unit && { name, unit };
}

function unitNamed(text: string): SumUnit | null {
  const [, currency = "", size = ""] =
    new RegExp(`^(${SIGN}|[A-Z]{3})?[\\s,]*['’]?([a-z]+|000s?)?$`).exec(text.trim()) ?? [];
  const currencies = currenciesNamed(currency);
  const many = size === "" ? 1 : sizeNamed(size);
  if (many === null || (currency !== "" && currencies.length === 0)) return null;
  return currencies.length > 0 || many !== 1 ? { currencies, size: many } : null;
}
