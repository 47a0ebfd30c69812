import { defaultRangeExtractor, type Range } from "@tanstack/react-virtual";

/** What is on screen of a long list, and what must stay in the page wherever it is: the current row, the one being written. */
export function visibleRange(range: Range, pinned: readonly number[]): number[] {
  const shown = new Set(defaultRangeExtractor(range));
  for (const index of pinned) if (index >= 0 && index < range.count) shown.add(index);
  return [...shown].sort((one, other) => one - other);
}
