/** Rows have one height each, so where one stands is its number times the height. Pure, but for the text size. */
import { defaultRangeExtractor, type Range } from "@tanstack/react-virtual";

const DESK_REM = 2;
/** Room for two lines and a finger. */
const PHONE_REM = 3.25;

/** In pixels, following the text size that a reader has chosen. */
export function rowHeight(isPhone: boolean): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return Math.round(rem * (isPhone ? PHONE_REM : DESK_REM));
}

/** The rows on screen and those that must stay in the page wherever they are: the current one, the one being written. */
export function visibleRange(range: Range, pinned: readonly number[]): number[] {
  const shown = new Set(defaultRangeExtractor(range));
  for (const index of pinned) if (index >= 0 && index < range.count) shown.add(index);
  return [...shown].sort((one, other) => one - other);
}
