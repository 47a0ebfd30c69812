/** Sizes of the grid in pixels, following the text size that a reader has chosen, and the ids of its cells. */
import type { Spot } from "./dutiesStore.ts";

const ROW_REM = 2.75;
const COLUMN_REM = 5.5;
const FIRST_REM = 22;
const GROUP_REM = 1.625;
const HEAD_REM = 5.5;

export interface GridSizes {
  readonly row: number;
  readonly column: number;
  /** Width of the first column. */
  readonly first: number;
  /** Height of both rows of heads together. */
  readonly head: number;
}

export function gridSizes(): GridSizes {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const pixels = (size: number) => Math.round(size * rem);
  return {
    row: pixels(ROW_REM),
    column: pixels(COLUMN_REM),
    first: pixels(FIRST_REM),
    head: pixels(GROUP_REM) + pixels(HEAD_REM),
  };
}

/** The element of a place; heads leave out what they have not. */
export const spotId = ({ card, actor }: Spot): string => `duty-${card ?? ""}-${actor ?? ""}`;
