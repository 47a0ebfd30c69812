/** Series lying on each other, as points of bands. Pure. */
import type { BandPoint } from "./chartContext.ts";

/** Lies each series on the one before it. A value that is not known (`null`) adds nothing to the height. */
export function stacked(
  xs: readonly number[],
  series: readonly (readonly (number | null)[])[],
): readonly (readonly BandPoint[])[] {
  const reached = xs.map(() => 0);
  return series.map((values) =>
    xs.map((x, index) => {
      const low = reached[index] ?? 0;
      const high = low + (values[index] ?? 0);
      reached[index] = high;
      return { x, low, high };
    }),
  );
}
