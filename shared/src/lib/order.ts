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

/** As {@link compareText}, but runs of digits count as numbers, however long they are: 2 before 10. */
export function compareNumbered(one: string, other: string): number {
  const [parts, others] = [one.split(/(\d+)/), other.split(/(\d+)/)];
  for (const [index, part] of parts.entries()) {
    const against = others[index] ?? "";
    // Every second part is a run of digits.
    const found = index % 2 === 1 && against !== "" ? compareRuns(part, against) : compareText(part, against);
    if (found !== 0) return found;
  }
  return compareText(one, other);
}

function compareRuns(one: string, other: string): number {
  const [digits, others] = [one.replace(/^0+/, ""), other.replace(/^0+/, "")];
  return digits.length - others.length || compareText(digits, others);
}
