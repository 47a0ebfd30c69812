/** Fractional indexes: an order key between two neighbours, so that moving one sibling never rewrites another. */
import { generateNKeysBetween } from "fractional-indexing";

/** `count` rising keys after `before` and before `after`; null stands for the open end. */
export const orderKeysBetween = (before: string | null, after: string | null, count: number): string[] =>
  generateNKeysBetween(before, after, count);

/** A key of this shape can be compared and split further. */
export const isOrderKey = (value: unknown): value is string =>
  typeof value === "string" && value.length <= 256 && /^[A-Za-z0-9]+$/.test(value);

/** Plain comparison by code unit: the same on every machine, whatever its language. */
export const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
