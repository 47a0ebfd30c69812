/**
 * Tables as comma-separated text for spreadsheets (RFC 4180): lines end in CRLF, and a byte order mark says it is UTF-8.
 * 1. Text that a spreadsheet would take for a formula is written with an apostrophe before it, so that words which
 *    somebody put on a map never run on another person's machine. Numbers are left as they are.
 * 2. What is not known is an empty cell, never 0.
 */
import Papa from "papaparse";

export type CsvValue = string | number | null;

/** The signs with which a formula begins, in their wide forms too; a tab or a line end may hide one. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const BYTE_ORDER_MARK = "\uFEFF";

const withoutNonsense = (rows: readonly (readonly CsvValue[])[]): CsvValue[][] =>
  rows.map((row) =>
    row.map((value) => (typeof value === "number" && !Number.isFinite(value) ? null : value)),
  );

/** Writes a table; the first row is its heads. */
export const encodeCsv = (rows: readonly (readonly CsvValue[])[]): string =>
  BYTE_ORDER_MARK + Papa.unparse(withoutNonsense(rows), { newline: "\r\n", escapeFormulae: FORMULA });

/**
 * Writes a block of cells for the clipboard: tabs between cells, as spreadsheets read and write them. `isOwn` leaves out
 * the apostrophes, for what only Trellis reads. Several rows close with a line end, so that a last one which is empty is
 * told from none.
 */
export const encodeCells = (rows: readonly (readonly CsvValue[])[], isOwn = false): string =>
  Papa.unparse(withoutNonsense(rows), {
    delimiter: "\t",
    newline: "\n",
    ...(isOwn ? {} : { escapeFormulae: FORMULA }),
  }) + (rows.length > 1 ? "\n" : "");
