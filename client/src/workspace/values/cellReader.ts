/**
 * A text from a cell of a table as the value of a field. Pure. It either fits or comes back with the reason: nothing is
 * guessed and nothing dropped. A number or a date that can be read in two ways is so read only when it is known how the
 * block writes them.
 */
import { checkValue } from "@trellis/shared/schema/checkValue";
import { ENUMS } from "@trellis/shared/schema/enums";
import type { FieldSpec } from "@trellis/shared/schema/fields";
import { codecOf, type NamedSource } from "./codecs.ts";
import { daysMeant, readDate } from "./dates.ts";
import type { Reason } from "./draftStore.ts";
import { type DecimalMark, isAmbiguous, markOf, readNumber, times } from "./numbers.ts";
import { type SumUnit, writtenSum } from "./sums.ts";

/** How a block writes what can be written in two ways; null: not known. */
export interface Writing {
  readonly mark: DecimalMark | null;
  readonly dayFirst: boolean | null;
  /** What a sign that several currencies share stands for. */
  readonly currency: string | null;
}
export const UNKNOWN_WRITING: Writing = { mark: null, dayFirst: null, currency: null };
/** As numbers are typed here. Days and months are not told apart by anything. */
export const TYPED_WRITING: Writing = { mark: "point", dayFirst: null, currency: null };

/** What the map knows that cells may name. */
export interface CellWords {
  readonly sources: readonly NamedSource[];
  /** Label of a choice. */
  readonly labelOf: (list: keyof typeof ENUMS, value: string) => string;
  /** Ids of cards and phases by title. */
  readonly idOf: (spec: FieldSpec, title: string) => string | null;
}

export type Read =
  | {
      readonly value: unknown;
      /** Of a sum that names its own. */
      readonly currency?: string;
    }
  | { readonly reason: Reason };

/** As headings and choices are compared: without case, and without a unit in brackets at the end. */
export const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/\s*\([^)]*\)\s*$/, "");

const marked = (code: Reason["code"], hints: readonly string[] = []): Read => ({ reason: { code, hints } });

export function readCell(spec: FieldSpec, text: string, words: CellWords, writing: Writing): Read {
  switch (spec.kind) {
    case "number":
      return readNumberCell(spec, text, words, writing);
    case "figure": {
      const isNumber = markOf(text) !== null || !Number.isNaN(readNumber(text));
      return isNumber ? readNumberCell({ kind: "number" }, text, words, writing) : typed(spec, text, words);
    }
    case "date":
      return readDateCell(spec, text, words, writing);
    case "enum":
      return listed(spec, choice(spec.of, text, words), labels(spec.of, words));
    case "enumList": {
      const entries = text.split(";").flatMap((entry) => entry.trim() || []);
      const values = entries.map((entry) => choice(spec.of, entry, words) ?? (spec.open ? entry : null));
      return values.includes(null) ? marked("not_listed") : fitting(spec, values);
    }
    case "words":
      return fitting(
        spec,
        text.split(/[;\n]/).flatMap((entry) => entry.trim() || []),
      );
    case "flag":
      return /^(yes|true|y|1)$/i.test(text.trim())
        ? { value: true }
        : /^(no|false|n|0)$/i.test(text.trim())
          ? { value: false }
          : marked("not_yes_or_no");
    case "currency":
      return fitting(spec, text.trim().toUpperCase());
    case "card":
    case "phase":
      return listed(spec, words.idOf(spec, text));
    default:
      return typed(spec, text, words);
  }
}

const choice = (list: keyof typeof ENUMS, text: string, words: CellWords): string | null =>
  ENUMS[list].find(
    (value) => plain(value) === plain(text) || plain(words.labelOf(list, value)) === plain(text),
  ) ?? null;

/** Longer lists are offered where the cell is written. */
const MOST_OFFERED = 10;

function labels(list: keyof typeof ENUMS, words: CellWords): readonly string[] {
  const all = ENUMS[list].map((value) => words.labelOf(list, value));
  return all.length > MOST_OFFERED ? [] : all;
}

const listed = (spec: FieldSpec, value: string | null, offered: readonly string[] = []): Read =>
  value === null ? marked("not_listed", offered) : fitting(spec, value);

function fitting(spec: FieldSpec, value: unknown): Read {
  const misfit = checkValue(spec, value);
  if (!misfit) return { value };
  const { code, limit } = misfit;
  return { reason: { code, hints: [], ...(limit === undefined ? {} : { limit }) } };
}

function typed(spec: FieldSpec, text: string, words: CellWords): Read {
  const read = codecOf(spec, words.sources)?.parse(text);
  if (!read) return marked("unknown_field");
  if (!read.misfit) return { value: read.value };
  const { code, limit } = read.misfit;
  return { reason: { code, hints: read.hints ?? [], ...(limit === undefined ? {} : { limit }) } };
}

/**
 * An amount of money. What names its currency keeps it, else the head of the column says it; `unit` is what that says.
 * An offer for a text that is no number names the currency too.
 */
export function readSum(
  spec: FieldSpec,
  text: string,
  words: CellWords,
  writing: Writing,
  unit: SumUnit | null = null,
): Read {
  const written = writtenSum(text);
  const meant = written?.currencies ?? unit?.currencies ?? [];
  const currencies = writing.currency && meant.includes(writing.currency) ? [writing.currency] : meant;
  const read = readNumberCell(spec, written?.number ?? text, words, writing);
  const size = unit?.size ?? 1;
  if ("reason" in read) {
    const numbers = read.reason.code === "ambiguous_number" ? read.reason.hints.map(Number) : [];
    const hints = numbers.length > 0 ? numbers.map((one) => String(times(one, size))) : read.reason.hints;
    return { reason: { ...read.reason, hints: withCurrencies(currencies, hints) } };
  }
  const value = typeof read.value === "number" ? times(read.value, size) : read.value;
  if (currencies.length > 1) return marked("ambiguous_currency", withCurrencies(currencies, [String(value)]));
  return { value, ...(currencies[0] ? { currency: currencies[0] } : {}) };
}

const withCurrencies = (currencies: readonly string[], numbers: readonly string[]): readonly string[] =>
  currencies.length === 0
    ? numbers
    : currencies.flatMap((currency) => numbers.map((number) => `${currency} ${number}`));

function readNumberCell(spec: FieldSpec, text: string, words: CellWords, { mark }: Writing): Read {
  if (isAmbiguous(text) && mark === null)
    return marked("ambiguous_number", [String(readNumber(text, "point")), String(readNumber(text, "comma"))]);
  const used = isAmbiguous(text) ? mark : markOf(text);
  const value = readNumber(text, used ?? "point");
  if (Number.isNaN(value)) return typed(spec, text, words);
  return fitting(spec, value);
}

function readDateCell(spec: FieldSpec, text: string, words: CellWords, { dayFirst }: Writing): Read {
  const date = readDate(text);
  if (date !== null) return { value: date };
  const meant = daysMeant(text);
  if (meant.length === 1) return { value: meant[0] };
  if (meant.length === 2)
    return dayFirst === null ? marked("ambiguous_date", meant) : { value: meant[dayFirst ? 0 : 1] };
  return typed(spec, text, words);
}
