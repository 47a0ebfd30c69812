/** Sizes of the grid in pixels, following the text size that a reader has chosen, and the ids of its cells. */
import type { Column } from "./columns.ts";
import type { Spot } from "./tableStore.ts";

const ROW_REM = 2.25;
const HEAD_REM = 2.25;
const TICK_REM = 2.25;
/** Titles give way to the other columns where there is little room. */
const TITLE_SHARE = 0.4;

export interface GridSizes {
  readonly row: number;
  readonly head: number;
  readonly tick: number;
  /** Width of the tick and the title, which stay in sight. */
  readonly first: number;
  /** Left edge and width of each column after the title. */
  readonly places: readonly { readonly left: number; readonly width: number }[];
  readonly width: number;
}

export function gridSizes([title, ...columns]: readonly Column[], room: number): GridSizes {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const pixels = (size: number) => Math.round(size * rem);
  const tick = pixels(TICK_REM);
  const wanted = pixels(title?.width ?? 0);
  const first =
    tick + (room > 0 ? Math.min(wanted, Math.max(pixels(9), Math.round(room * TITLE_SHARE))) : wanted);
  let left = first;
  const places = columns.map((column) => {
    const place = { left, width: pixels(column.width) };
    left += place.width;
    return place;
  });
  return { row: pixels(ROW_REM), head: pixels(HEAD_REM), tick, first, places, width: left };
}

export const spotId = ({ row, column }: Spot): string => `cell-${row}-${column}`;
