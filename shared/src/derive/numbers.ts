/** Numbers that can be figures. Fields take any number; sums and ratios of absurd ones would end in infinity or NaN. */

/** Far beyond any figure of the field, and far enough from the end of numbers to sum thousands of them. */
const MOST = 1e100;

/** A number that can be reckoned with; anything else is not known. */
export const known = (value: unknown): number | null =>
  typeof value === "number" && Math.abs(value) <= MOST ? value : null;

/** One number over another; null when there is no such figure. */
export function ratio(one: number, other: number): number | null {
  const result = one / other;
  return Number.isFinite(result) ? result : null;
}
