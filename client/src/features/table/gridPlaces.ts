/** Sizes of the grid in pixels, following the text size that a reader has chosen, and the ids of its cells. */
import type { Column } from "./columns.ts";
import type { Spot } from "./tableStore.ts";

const ROW_REM = 2.25;
const HEAD_REM = 2.25;
const TICK_REM = 2.25;
/** Titles give way to the other columns where there is little room, less so when somebody gave them a width. */
const TITLE_SHARE = 0.4;
const GIVEN_TITLE_SHARE = 0.8;

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

export const remPixels = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** `given`: the width in rem that somebody gave to a column. */
export function gridSizes(
  [title, ...columns]: readonly Column[],
  room: number,
  given: (column: Column) => number | undefined,
): GridSizes {
  const rem = remPixels();
  const pixels = (size: number) => Math.round(size * rem);
  const tick = pixels(TICK_REM);
  const own = title && given(title);
  const wanted = pixels(own ?? title?.width ?? 0);
  const share = own === undefined ? TITLE_SHARE : GIVEN_TITLE_SHARE;
  const first = tick + (room > 0 ? Math.min(wanted, Math.max(pixels(9), Math.round(room * share))) : wanted);
  let left = first;
  const places = columns.map((column) => {
    const place = { left, width: pixels(given(column) ?? column.width) };
    left += place.width;
    return place;
  });
  return { row: pixels(ROW_REM), head: pixels(HEAD_REM), tick, first, places, width: left };
}

export const spotId = ({ row, column }: Spot): string => `cell-${row}-${column}`;
