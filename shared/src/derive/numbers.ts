/** Numbers that can be figures. Fields take any number; sums and ratios of absurd ones would end in infinity or NaN. */

import { NUMBER_MOST } from "../schema/fields.ts";

/** A number that can be reckoned with; anything else is not known. */
export const known = (value: unknown): number | null =>
  typeof value === "number" && Math.abs(value) <= NUMBER_MOST ? value : null;

/**
 * A sum of decimals without the dust that adding them leaves (1100.10 + 2200.20 is a hair below 3300.30): to a
 * ten-thousandth, beyond a hundred thousand millions to fifteen figures. What is compared or subtracted is settled first.
 */
export const settled = (sum: number): number =>
  Math.abs(sum) < 1e11 ? Math.round(sum * 1e4) / 1e4 : Number(sum.toPrecision(15));

/** At most as large, where the last digits are no more than the dust of reckoning. */
export const atMost = (one: number, other: number): boolean =>
  one - other <= Math.max(Math.abs(one), Math.abs(other)) * 1e-9;

/** One number over another; null when there is no such figure. */
export function ratio(one: number, other: number): number | null {
  const result = one / other;
  return Number.isFinite(result) ? result : null;
}
