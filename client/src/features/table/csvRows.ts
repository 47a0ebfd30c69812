/** The table as it stands on screen, for a file: its rows in their order, its columns with their heads. */
import type { TableRows } from "../../workspace/exportTable.ts";
import { columnName, plainCell } from "./cellText.ts";
import type { TableModel } from "./useTableModel.ts";

export const csvRows = ({
  rows,
  columns,
  words,
  joined,
}: Pick<TableModel, "rows" | "columns" | "words" | "joined">): TableRows => [
  columns.map((column) => columnName(words.t, column)),
  ...rows.map((card) => columns.map((column) => plainCell(words, joined, card, column))),
];
