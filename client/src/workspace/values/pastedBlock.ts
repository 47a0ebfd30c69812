/**
 * A pasted block as rows of values. Pure. Each cell either fits its field or is kept as the text it was, with the
 * reason: nothing is guessed and nothing dropped. How numbers and dates are written is learnt from cells that can be
 * read in one way only; what stays ambiguous is asked.
 */
import type { FieldSpec, Fields } from "@trellis/shared/schema/fields";
import { cellRows } from "./cellLines.ts";
import { type CellWords, plain, readCell, readSum, UNKNOWN_WRITING, type Writing } from "./cellReader.ts";
import { daysMeant } from "./dates.ts";
import type { Reason } from "./draftStore.ts";
import { type DecimalMark, markOf } from "./numbers.ts";
import { headUnit, type SumUnit, writtenSum } from "./sums.ts";

export interface MarkedCell {
  readonly text: string;
  readonly reason: Reason;
}
export interface PastedRow {
  readonly values: Readonly<Record<string, unknown>>;
  readonly marked: Readonly<Record<string, MarkedCell>>;
  /** Of sums that name their own, by field. */
  readonly currencies?: Readonly<Record<string, string>>;
}

/** A column whose head names no field. */
export interface UnknownColumn {
  readonly place: number;
  readonly head: string;
  /** Its first text. */
  readonly example: string;
}

/** What can be read in two ways, or not at all, and has not been answered: a text of each kind. */
export interface PasteAsks {
  readonly number: string | null;
  readonly date: string | null;
  /** With a sign that several currencies share. */
  readonly currency: string | null;
  /** Those it may stand for. */
  readonly currencies: readonly string[];
  /** A first row that names some fields, but not enough to be sure that it is one of headings. */
  readonly heads: readonly string[] | null;
  readonly columns: readonly UnknownColumn[];
}

/** Answers to those. */
export interface PasteAnswers extends Writing {
  /** Whether the first row is one of headings. */
  readonly hasHeads: boolean | null;
  /** The field of each column that was asked about, by place; null leaves it out. */
  readonly columns: Readonly<Record<number, string | null>> | null;
}
export const NO_ANSWERS: PasteAnswers = { ...UNKNOWN_WRITING, hasHeads: null, columns: null };

export interface PastedBlock {
  readonly rows: readonly PastedRow[];
  readonly asks: PasteAsks;
  /** Headings, or places, of columns for which there is no field. */
  readonly leftOut: readonly string[];
}

export interface PasteTarget extends CellWords {
  readonly fields: Fields;
  /** Columns from the one pasted into, used when the block has no headings; null for one that takes nothing. */
  readonly columns: readonly (string | null)[];
  /** Words people know a field by, besides its name; the one it has here first. */
  readonly namesOf: (field: string) => readonly string[];
  /** Parts the cells, where that is known. */
  readonly delimiter?: "\t";
  /** Whether a first row of so many cells is one of headings when so many of them name a field. */
  readonly isHeadings: (named: number, cells: number) => boolean;
  /** Fields one may choose for a column whose head names none. Without them such columns are left out, and that is said. */
  readonly choices?: readonly { readonly field: string; readonly label: string }[];
  /** Fields that are sums, and take a currency along. */
  readonly isSum?: (field: string) => boolean;
  /** Most rows of a block. */
  readonly limit: number;
  /**
   * What a cell without words means. In a list there is nothing to say and rows of such cells are passed over; in a
   * table of cards, where each row has its place, it empties the cell (`null`).
   */
  readonly blanks: "nothing" | "empty";
}

interface Head {
  readonly field: string | null;
  readonly unit: SumUnit | null;
}

/** The fields a first row names, column by column. A field that was named before it is not named twice. */
function namedHeads(row: readonly string[], target: PasteTarget): readonly Head[] {
  // A field's own name goes before what another is also called, and of those the first field's.
  const names = new Map<string, string>();
  const fields = Object.keys(target.fields);
  const call = (field: string, known: readonly string[]) => {
    for (const name of known) if (!names.has(plain(name))) names.set(plain(name), field);
  };
  for (const field of fields) call(field, [field, ...target.namesOf(field).slice(0, 1)]);
  for (const field of fields) call(field, target.namesOf(field));
  const taken = new Set<string>();
  return row.map((cell) => {
    const { name, unit } = headUnit(cell) ?? { name: cell, unit: null };
    const field = names.get(plain(cell)) ?? names.get(plain(name)) ?? null;
    if (field === null || taken.has(field)) return { field: null, unit: null };
    taken.add(field);
    return { field, unit: target.isSum?.(field) ? unit : null };
  });
}

type Heads = { readonly heads: readonly Head[] | null; readonly isUnclear: boolean };

function headsOf(lines: readonly (readonly string[])[], target: PasteTarget, given: PasteAnswers): Heads {
  const [row = []] = lines;
  const found = namedHeads(row, target);
  const named = found.filter(({ field }) => field !== null).length;
  const cells = row.filter((cell) => cell !== "").length;
  const looksSo = target.isHeadings(named, cells);
  const isUnclear = !looksSo && target.choices !== undefined && named > 0 && lines.length > 1;
  return {
    heads: (given.hasHeads ?? looksSo) ? found : null,
    isUnclear: isUnclear && given.hasHeads === null,
  };
}

function writingOf(cells: readonly Cell[], target: PasteTarget, given: Writing): Writing {
  const marks = new Set<DecimalMark>();
  const orders = new Set<boolean>();
  for (const { field, spec, text } of cells) {
    if (spec.kind === "number" || spec.kind === "figure") {
      const mark = markOf((target.isSum?.(field) && writtenSum(text)?.number) || text);
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
    currency: given.currency,
  };
}

/** 5/5/2030 says nothing about which comes first. */
const isSameBoth = (text: string): boolean => /^0?(\d+)[/.\- ]0?\1\D/.test(text.trim());

/** Thrown to the person who pastes: the block is longer than it may be. */
export class BlockTooLong extends Error {
  readonly code = "block_too_long";
  readonly rows: number;
  constructor(rows: number, limit: number) {
    super(`${rows} rows, at most ${limit}`);
    this.name = "BlockTooLong";
    this.rows = rows;
  }
}

const hasWords = (row: readonly string[]): boolean => row.some((cell) => cell !== "");

/** @throws {BlockTooLong} with more rows than the target takes */
export function pastedBlock(
  text: string,
  target: PasteTarget,
  given: PasteAnswers = NO_ANSWERS,
): PastedBlock {
  const isList = target.blanks === "nothing";
  const all = cellRows(text, target.delimiter);
  const lines = isList ? all.filter(hasWords) : all;
  const { heads, isUnclear } = headsOf(lines, target, given);
  const body = heads ? lines.slice(1) : lines;
  if (body.length > target.limit) throw new BlockTooLong(body.length, target.limit);
  const columns = heads
    ? heads.map(({ field }, place) => field ?? given.columns?.[place] ?? null)
    : target.columns;
  const width = Math.max(0, ...lines.map((line) => line.length));
  const unnamed = Array.from({ length: width }, (_, place) => place)
    .filter((place) => !columns[place] && lines.some((line) => (line[place] ?? "") !== ""))
    .map((place) => ({
      place,
      head: (heads && lines[0]?.[place]) || String(place + 1),
      example: body.find((line) => (line[place] ?? "") !== "")?.[place] ?? "",
    }));
  const cells = body.map((line) =>
    line.flatMap((text, index): Cell[] => {
      const field = columns[index];
      const spec = field ? target.fields[field] : undefined;
      return field && spec && !(isList && text === "")
        ? [{ field, spec, text, unit: heads?.[index]?.unit ?? null }]
        : [];
    }),
  );
  const writing = writingOf(cells.flat(), target, given);
  const rows = cells.filter((row) => !isList || row.length > 0).map((row) => readRow(row, target, writing));
  const marked = rows.flatMap((row) => Object.values(row.marked));
  const firstOf = (code: Reason["code"]) => marked.find(({ reason }) => reason.code === code) ?? null;
  const ofCurrency = firstOf("ambiguous_currency");
  return {
    rows,
    asks: {
      number: firstOf("ambiguous_number")?.text ?? null,
      date: firstOf("ambiguous_date")?.text ?? null,
      currency: ofCurrency?.text ?? null,
      currencies: ofCurrency?.reason.hints.map((hint) => hint.split(" ")[0] ?? "") ?? [],
      heads: isUnclear ? (lines[0] ?? null) : null,
      columns:
        heads && target.choices && given.columns === null
          ? unnamed.filter(({ example }) => example !== "")
          : [],
    },
    leftOut: unnamed.map(({ head }) => head),
  };
}

interface Cell {
  readonly field: string;
  readonly spec: FieldSpec;
  readonly text: string;
  readonly unit: SumUnit | null;
}

function readRow(row: readonly Cell[], target: PasteTarget, writing: Writing): PastedRow {
  const values: Record<string, unknown> = {};
  const marked: Record<string, MarkedCell> = {};
  const currencies: Record<string, string> = {};
  for (const { field, spec, text, unit } of row) {
    const read =
      text === ""
        ? { value: null }
        : target.isSum?.(field)
          ? readSum(spec, text, target, writing, unit)
          : readCell(spec, text, target, writing);
    if ("reason" in read) marked[field] = { text, reason: read.reason };
    else {
      values[field] = read.value;
      if (read.currency) currencies[field] = read.currency;
    }
  }
  return { values, marked, ...(Object.keys(currencies).length > 0 ? { currencies } : {}) };
}
