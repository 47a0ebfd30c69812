/** Keys of the list of cards as commands, and where in it they lead. Pure. */
import { MOD_WAYS, placeAt, WAYS, type Way } from "../../ui/gridMoves.ts";
import type { PressedKey } from "../../workspace/latinKey.ts";
import { type CardLine, COLUMNS } from "./cardLines.ts";
import type { Spot } from "./fundingStore.ts";

export type GridCommand = { readonly go: Way } | "open" | "fold";

export function gridCommand(event: Omit<PressedKey, "code">): GridCommand | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey || shiftKey) return null;
  const isMod = ctrlKey || metaKey;
  const go = (isMod ? MOD_WAYS : WAYS)[key];
  if (go) return { go };
  if (isMod) return null;
  return key === "Enter" ? "open" : key === " " ? "fold" : null;
}

/** @param page rows that a page holds; a row that is gone counts as above the first */
export function spotAt(lines: readonly CardLine[], { card, column }: Spot, to: Way, page: number): Spot {
  const row = lines.findIndex(({ key }) => key === card);
  const last = { row: lines.length - 1, column: COLUMNS.length };
  const next = placeAt({ row, column }, to, { first: { row: 0, column: 0 }, last, page });
  return { card: lines[next.row]?.key ?? card, column: next.column };
}
