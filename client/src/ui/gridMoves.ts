/**
 * Going about a grid by keys, for every view that has one. Rows and columns count from 0; where a grid's heads can be
 * reached they are row -1 and column -1, and the corner between them is no place. Pure.
 */

/** `top` and `bottom` are the ends of a column, `first` and `last` the corners of the grid. */
export type Way =
  | "up"
  | "down"
  | "left"
  | "right"
  | "rowStart"
  | "rowEnd"
  | "top"
  | "bottom"
  | "first"
  | "last"
  | "pageUp"
  | "pageDown";

/** Where keys lead with nothing held beside them. */
export const WAYS: Readonly<Record<string, Way>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "rowStart",
  End: "rowEnd",
  PageUp: "pageUp",
  PageDown: "pageDown",
};

/** Where they lead with Ctrl or Cmd, in every grid. */
export const MOD_WAYS: Readonly<Record<string, Way>> = { Home: "first", End: "last" };

export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** The first and the last place there are; `page` is how many rows are on screen. */
export interface GridExtent {
  readonly first: GridPlace;
  readonly last: GridPlace;
  readonly page: number;
}

/** The place that a way leads to. In a grid without rows it is row 0, where nothing stands. */
export function placeAt(from: GridPlace, to: Way, { first, last, page }: GridExtent): GridPlace {
  const { row, column } = moved(from, to, { first, last, page });
  const next = {
    row: Math.max(first.row, Math.min(row, Math.max(last.row, 0))),
    column: Math.max(first.column, Math.min(column, Math.max(last.column, 0))),
  };
  if (next.row >= 0 || next.column >= 0) return next;
  return from.row < 0 ? { row: next.row, column: 0 } : { row: 0, column: next.column };
}

function moved({ row, column }: GridPlace, to: Way, { first, last, page }: GridExtent): GridPlace {
  switch (to) {
    case "up":
      return { row: row - 1, column };
    case "down":
      return { row: row + 1, column };
    case "left":
      return { row, column: column - 1 };
    case "right":
      return { row, column: column + 1 };
    case "rowStart":
      return { row, column: first.column };
    case "rowEnd":
      return { row, column: last.column };
    case "top":
      return { row: 0, column };
    case "bottom":
      return { row: last.row, column };
    case "first":
      return { row: 0, column: first.column };
    case "last":
      return last;
    case "pageUp":
      return { row: Math.max(row - page, 0), column };
    case "pageDown":
      return { row: row + page, column };
  }
}
