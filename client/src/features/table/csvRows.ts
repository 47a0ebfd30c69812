/**
 * The table as it stands on screen, for a file: its rows in their order, its columns with their heads, and beside each
 * sum its currency.
 */
import type { TableRows } from "../../workspace/exportTable.ts";
import { columnName, plainCell } from "./cellText.ts";
import { withCurrencies } from "./columns.ts";
import type { TableModel } from "./useTableModel.ts";

export function csvRows({
  type,
  rows,
  columns,
  words,
  joined,
}: Pick<TableModel, "type" | "rows" | "columns" | "words" | "joined">): TableRows {
  const written = withCurrencies(type, columns);
  return [
    written.map((column) => columnName(words.t, column)),
    ...rows.map((card) => written.map((column) => plainCell(words, joined, card, column))),
  ];
}
