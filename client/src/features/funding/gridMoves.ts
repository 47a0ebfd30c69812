/** Keys of the list of cards as commands, and where in it they lead. Pure. */
import { type CardLine, COLUMNS } from "./cardLines.ts";
import type { Spot } from "./fundingStore.ts";

const WAYS = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "rowStart",
  End: "rowEnd",
  PageUp: "pageUp",
  PageDown: "pageDown",
} as const;
export type Way = (typeof WAYS)[keyof typeof WAYS] | "top" | "bottom";
export type GridCommand = { readonly go: Way } | "open" | "fold";

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

export function gridCommand({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): GridCommand | null {
  if (altKey || shiftKey) return null;
  if (ctrlKey || metaKey) return key === "Home" ? { go: "top" } : key === "End" ? { go: "bottom" } : null;
  if (key === "Enter") return "open";
  if (key === " ") return "fold";
  return key in WAYS ? { go: WAYS[key as keyof typeof WAYS] } : null;
}

/** @param page rows that a page holds; a row that is gone counts as above the first */
export function spotAt(lines: readonly CardLine[], { card, column }: Spot, to: Way, page: number): Spot {
  const row = lines.findIndex(({ key }) => key === card);
  const at = (nextRow: number, nextColumn: number): Spot => ({
    card: lines[Math.max(0, Math.min(nextRow, lines.length - 1))]?.key ?? card,
    column: Math.max(0, Math.min(nextColumn, COLUMNS.length)),
  });
  switch (to) {
    case "up":
      return at(row - 1, column);
    case "down":
      return at(row + 1, column);
    case "left":
      return at(row, column - 1);
    case "right":
      return at(row, column + 1);
    case "rowStart":
      return at(row, 0);
    case "rowEnd":
      return at(row, COLUMNS.length);
    case "pageUp":
      return at(row - page, column);
    case "pageDown":
      return at(row + page, column);
    case "top":
      return at(0, 0);
    case "bottom":
      return at(lines.length - 1, COLUMNS.length);
  }
}
