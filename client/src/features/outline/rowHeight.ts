/** Rows have one height each, so where one stands is its number times the height. Pure, but for the text size. */
const DESK_REM = 2;
/** Room for two lines and a finger. */
const PHONE_REM = 3.25;

/** In pixels, following the text size that a reader has chosen. */
export function rowHeight(isPhone: boolean): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return Math.round(rem * (isPhone ? PHONE_REM : DESK_REM));
}
