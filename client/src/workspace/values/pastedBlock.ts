/**
 * A pasted block as rows of values. Pure. Each cell either fits its field or is kept as the text it was, with the
 * reason: nothing is guessed and nothing dropped. How numbers and dates are written is learnt from cells that can be
 * read in one way only; what stays ambiguous is asked.
 */
import type { FieldSpec, Fields } from "@trellis/shared/schema/fields";
import { cellRows } from "./cellLines.ts";
import { type CellWords, plain, readCell, UNKNOWN_WRITING, type Writing } from "./cellReader.ts";
import { daysMeant } from "./dates.ts";
import type { Reason } from "./draftStore.ts";
import { type DecimalMark, markOf } from "./numbers.ts";

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

export interface PasteTarget extends CellWords {
  readonly fields: Fields;
  /** Columns from the one pasted into, used when the block has no headings; null for one that takes nothing. */
  readonly columns: readonly (string | null)[];
  /** Words people know a field by, besides its name. */
  readonly namesOf: (field: string) => readonly string[];
  /** Parts the cells, where that is known. */
  readonly delimiter?: "\t";
  /** Whether a first row of so many cells is one of headings when so many of them name a field. */
  readonly isHeadings: (named: number, cells: number) => boolean;
  /** Most rows of a block. */
  readonly limit: number;
  /**
   * What a cell without words means. In a list there is nothing to say and rows of such cells are passed over; in a
   * table of cards, where each row has its place, it empties the cell (`null`).
   */
  readonly blanks: "nothing" | "empty";
}

/** The fields a first row names, column by column, or null when it is no row of headings. */
function headings(row: readonly string[], target: PasteTarget): (string | null)[] | null {
  const names = new Map(
    Object.keys(target.fields).flatMap((field) =>
      [field, ...target.namesOf(field)].map((name) => [plain(name), field] as const),
    ),
  );
  const found = row.map((cell) => names.get(plain(cell)) ?? null);
  const named = found.filter((field) => field !== null);
  const cells = row.filter((cell) => cell !== "").length;
  return target.isHeadings(named.length, cells) && new Set(named).size === named.length ? found : null;
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
  given: Writing = UNKNOWN_WRITING,
): PastedBlock {
  const isList = target.blanks === "nothing";
  const all = cellRows(text, target.delimiter);
  const lines = isList ? all.filter(hasWords) : all;
  const heads = lines[0] ? headings(lines[0], target) : null;
  const body = heads ? lines.slice(1) : lines;
  if (body.length > target.limit) throw new BlockTooLong(body.length, target.limit);
  const columns = heads ?? target.columns;
  const width = Math.max(0, ...lines.map((line) => line.length));
  const leftOut = Array.from({ length: width }, (_, index) => index)
    .filter((index) => !columns[index] && lines.some((line) => (line[index] ?? "") !== ""))
    .map((index) => (heads && lines[0]?.[index]) || String(index + 1));
  const cells = body.map((line) =>
    line.flatMap((cell, index): [string, FieldSpec, string][] => {
      const field = columns[index];
      const spec = field ? target.fields[field] : undefined;
      return field && spec && !(isList && cell === "") ? [[field, spec, cell]] : [];
    }),
  );
  const writing = writingOf(
    cells.flatMap((row) => row.map(([, spec, cell]) => [spec, cell] as const)),
    given,
  );
  const rows = cells.filter((row) => !isList || row.length > 0).map((row) => readRow(row, target, writing));
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
    const read = text === "" ? { value: null } : readCell(spec, text, target, writing);
    if ("reason" in read) marked[field] = { text, reason: read.reason };
    else values[field] = read.value;
  }
  return { values, marked };
}
