/**
 * A pasted block as records of a list. Pure. Each cell either fits its field or is kept as the text it was, with the
 * reason: nothing is guessed and nothing dropped. How numbers and dates are written is learnt from cells that can be
 * read in one way only; what stays ambiguous is asked.
 */
import { checkValue } from "@trellis/shared/schema/checkValue";
import { ENUMS } from "@trellis/shared/schema/enums";
import { type FieldSpec, type Fields, RECORDS_LIMIT } from "@trellis/shared/schema/fields";
import { codecOf, type NamedSource } from "../codecs.ts";
import { daysMeant, readDate } from "../dates.ts";
import type { Reason } from "../draftStore.ts";
import { type DecimalMark, isAmbiguous, markOf, readNumber } from "../numbers.ts";
import { cellLines } from "./cellLines.ts";

export interface MarkedCell {
  readonly text: string;
  readonly reason: Reason;
}
export interface PastedRow {
  readonly values: Readonly<Record<string, unknown>>;
  readonly marked: Readonly<Record<string, MarkedCell>>;
}
export interface PastedBlock {
  readonly rows: readonly PastedRow[];
  /** A number and a date that can be read in two ways, when it matters and has not been answered. */
  readonly asks: { readonly number: string | null; readonly date: string | null };
  /** Headings, or places, of columns for which there is no field. */
  readonly leftOut: readonly string[];
}

/** How this block writes what can be written in two ways; null: find out, or leave ambiguous. */
export interface Writing {
  readonly mark: DecimalMark | null;
  readonly dayFirst: boolean | null;
}
export const UNKNOWN_WRITING: Writing = { mark: null, dayFirst: null };

export interface PasteTarget {
  readonly fields: Fields;
  /** Shown columns from the one pasted into; used when the block has no headings. */
  readonly columns: readonly string[];
  readonly sources: readonly NamedSource[];
  /** Words people know a field by, besides its name. */
  readonly namesOf: (field: string) => readonly string[];
  /** Label of a choice. */
  readonly labelOf: (list: keyof typeof ENUMS, value: string) => string;
  /** Ids of cards and phases by title. */
  readonly idOf: (spec: FieldSpec, title: string) => string | null;
}

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/\s*\([^)]*\)\s*$/, "");

/** The fields a first row names, column by column, or null when it is no row of headings. */
function headings(row: readonly string[], target: PasteTarget): (string | null)[] | null {
  const names = new Map(
    Object.keys(target.fields).flatMap((field) =>
      [field, ...target.namesOf(field)].map((name) => [plain(name), field] as const),
    ),
  );
  const found = row.map((cell) => names.get(plain(cell)) ?? null);
  const named = found.filter((field) => field !== null);
  return named.length > 0 && new Set(named).size === named.length ? found : null;
}

function writingOf(cells: readonly (readonly [FieldSpec, string])[], given: Writing): Writing {
  const marks = new Set<DecimalMark>();
  const orders = new Set<boolean>();
  for (const [spec, text] of cells) {
    if (spec.kind === "number" || spec.kind === "figure") {
      const mark = markOf(text);
      if (mark) marks.add(mark);
    } else if (spec.kind === "date") {
      const [day, ...others] = daysMeant(text);
      const first = Number.parseInt(text, 10);
      if (day && others.length === 0 && first !== Number(day.slice(5, 7))) orders.add(true);
      else if (day && others.length === 0 && first === Number(day.slice(5, 7)) && !isSameBoth(text))
        orders.add(false);
    }
  }
  return {
    mark: given.mark ?? (marks.size === 1 ? ([...marks][0] ?? null) : null),
    dayFirst: given.dayFirst ?? (orders.size === 1 ? ([...orders][0] ?? null) : null),
  };
}

/** 5/5/2030 says nothing about which comes first. */
const isSameBoth = (text: string): boolean => /^0?(\d+)[/.\- ]0?\1\D/.test(text.trim());

/** Thrown to the person who pastes: the block is longer than a list may be. */
export class BlockTooLong extends Error {
  readonly code = "block_too_long";
  readonly rows: number;
  constructor(rows: number) {
    super(`${rows} rows, at most ${RECORDS_LIMIT}`);
    this.name = "BlockTooLong";
    this.rows = rows;
  }
}

/** @throws {BlockTooLong} with more rows than a list may hold */
export function pastedBlock(
  text: string,
  target: PasteTarget,
  given: Writing = UNKNOWN_WRITING,
): PastedBlock {
  const lines = cellLines(text);
  const heads = lines[0] ? headings(lines[0], target) : null;
  const body = heads ? lines.slice(1) : lines;
  if (body.length > RECORDS_LIMIT) throw new BlockTooLong(body.length);
  const columns = heads ?? target.columns;
  const width = Math.max(0, ...lines.map((line) => line.length));
  const leftOut = Array.from({ length: width }, (_, index) => index)
    .filter((index) => !columns[index] && lines.some((line) => (line[index] ?? "") !== ""))
    .map((index) => (heads && lines[0]?.[index]) || String(index + 1));
  const cells = body.map((line) =>
    line.flatMap((cell, index): [string, FieldSpec, string][] => {
      const field = columns[index];
      const spec = field ? target.fields[field] : undefined;
      return field && spec && cell !== "" ? [[field, spec, cell]] : [];
    }),
  );
  const writing = writingOf(
    cells.flatMap((row) => row.map(([, spec, cell]) => [spec, cell] as const)),
    given,
  );
  const rows = cells.filter((row) => row.length > 0).map((row) => readRow(row, target, writing));
  const firstAsked = (code: Reason["code"]) =>
    rows.flatMap((row) => Object.values(row.marked)).find(({ reason }) => reason.code === code)?.text ?? null;
  return {
    rows,
    asks: { number: firstAsked("ambiguous_number"), date: firstAsked("ambiguous_date") },
    leftOut,
  };
}

function readRow(
  row: readonly (readonly [string, FieldSpec, string])[],
  target: PasteTarget,
  writing: Writing,
): PastedRow {
  const values: Record<string, unknown> = {};
  const marked: Record<string, MarkedCell> = {};
  for (const [field, spec, text] of row) {
    const read = readCell(spec, text, target, writing);
    if ("reason" in read) marked[field] = { text, reason: read.reason };
    else values[field] = read.value;
  }
  return { values, marked };
}

type Read = { readonly value: unknown } | { readonly reason: Reason };
const marked = (code: Reason["code"], hints: readonly string[] = []): Read => ({ reason: { code, hints } });

function readCell(spec: FieldSpec, text: string, target: PasteTarget, writing: Writing): Read {
  switch (spec.kind) {
    case "number":
      return readNumberCell(spec, text, target, writing);
    case "figure": {
      const isNumber = markOf(text) !== null || !Number.isNaN(readNumber(text));
      return isNumber ? readNumberCell({ kind: "number" }, text, target, writing) : typed(spec, text, target);
    }
    case "date":
      return readDateCell(spec, text, target, writing);
    case "enum":
      return listed(spec, choice(spec.of, text, target));
    case "enumList": {
      const entries = text.split(";").map((entry) => entry.trim());
      const values = entries.map((entry) => choice(spec.of, entry, target) ?? (spec.open ? entry : null));
      return values.includes(null) ? marked("not_listed") : fitting(spec, values);
    }
    case "words":
      return fitting(
        spec,
        text.split(/[;\n]/).flatMap((entry) => entry.trim() || []),
      );
    case "flag":
      return /^(yes|true|y|1)$/i.test(text)
        ? { value: true }
        : /^(no|false|n|0)$/i.test(text)
          ? { value: false }
          : marked("not_yes_or_no");
    case "currency":
      return fitting(spec, text.toUpperCase());
    case "card":
    case "phase":
      return listed(spec, target.idOf(spec, text));
    default:
      return typed(spec, text, target);
  }
}

const choice = (list: keyof typeof ENUMS, text: string, target: PasteTarget): string | null =>
  ENUMS[list].find(
    (value) => plain(value) === plain(text) || plain(target.labelOf(list, value)) === plain(text),
  ) ?? null;

const listed = (spec: FieldSpec, value: string | null): Read =>
  value === null ? marked("not_listed") : fitting(spec, value);

function fitting(spec: FieldSpec, value: unknown): Read {
  const misfit = checkValue(spec, value);
  if (!misfit) return { value };
  const { code, limit } = misfit;
  return { reason: { code, hints: [], ...(limit === undefined ? {} : { limit }) } };
}

function typed(spec: FieldSpec, text: string, target: PasteTarget): Read {
  const read = codecOf(spec, target.sources)?.parse(text);
  if (!read) return marked("unknown_field");
  if (!read.misfit) return { value: read.value };
  const { code, limit } = read.misfit;
  return { reason: { code, hints: read.hints ?? [], ...(limit === undefined ? {} : { limit }) } };
}

function readNumberCell(spec: FieldSpec, text: string, target: PasteTarget, { mark }: Writing): Read {
  if (isAmbiguous(text) && mark === null)
    return marked("ambiguous_number", [String(readNumber(text, "point")), String(readNumber(text, "comma"))]);
  const used = isAmbiguous(text) ? mark : markOf(text);
  const value = readNumber(text, used ?? "point");
  if (Number.isNaN(value)) return typed(spec, text, target);
  return fitting(spec, value);
}

function readDateCell(spec: FieldSpec, text: string, target: PasteTarget, { dayFirst }: Writing): Read {
  const date = readDate(text);
  if (date !== null) return { value: date };
  const meant = daysMeant(text);
  if (meant.length === 1) return { value: meant[0] };
  if (meant.length === 2)
    return dayFirst === null ? marked("ambiguous_date", meant) : { value: meant[dayFirst ? 0 : 1] };
  return typed(spec, text, target);
}
