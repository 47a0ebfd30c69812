/** What the next press on a column's head asks for: upward, downward, the map's own order again. */
import { readTable, type Sorting } from "./tableAddress.ts";
import type { TableModel } from "./useTableModel.ts";

export function nextSorting(now: Sorting | null, column: string): Sorting | null {
  if (now?.column !== column) return { column, down: false };
  return now.down ? null : { column, down: true };
}

/** Sorts by a column. Two presses in a row may come before the first is drawn, so the address itself is asked. */
export const sortBy = ({ choose }: Pick<TableModel, "choose">, column: string): void =>
  choose({ sort: nextSorting(readTable(window.location.search).sort, column) });
