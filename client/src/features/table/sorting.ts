/** What the next press on a column's head asks for: upward, downward, the map's own order again. */
import type { Sorting } from "./tableAddress.ts";

export function nextSorting(now: Sorting | null, column: string): Sorting | null {
  if (now?.column !== column) return { column, down: false };
  return now.down ? null : { column, down: true };
}
