/** Keys of the matrix as commands, and where in it they lead. Pure. */
import type { ResponsibilityRole } from "@trellis/shared/schema/enums";
import { MOD_WAYS, placeAt, WAYS, type Way } from "../../ui/gridMoves.ts";
import type { PressedKey } from "../../workspace/latinKey.ts";
import type { Spot } from "./dutiesStore.ts";
import type { MatrixTable } from "./matrixTable.ts";

export type GridCommand =
  | { readonly kind: "go"; readonly to: Way }
  | { readonly kind: "role"; readonly role: ResponsibilityRole }
  | { readonly kind: "show" | "menu" | "clear" | "fold" | "find" };

export const ROLE_KEYS: Readonly<Record<string, ResponsibilityRole>> = {
  a: "accountable",
  r: "responsible",
  c: "consulted",
  i: "informed",
};

export function gridCommand(event: Omit<PressedKey, "code">, isCell: boolean): GridCommand | null {
  const { key, altKey, shiftKey } = event;
  const isMod = event.ctrlKey || event.metaKey;
  if (altKey) return null;
  const to = (isMod ? MOD_WAYS : WAYS)[key];
  if (to) return { kind: "go", to };
  if (isMod) return null;
  if (key === "F10" && shiftKey) return { kind: "menu" };
  if (key === "/") return { kind: "find" };
  if (key === "Enter") return { kind: isCell ? "menu" : "show" };
  if (key === " ") return { kind: isCell ? "menu" : "fold" };
  if (key === "ContextMenu") return { kind: "menu" };
  if (key === "Delete" || key === "Backspace") return { kind: "clear" };
  const role = ROLE_KEYS[key.toLowerCase()];
  return role ? { kind: "role", role } : null;
}

/** Rows that a page holds; the grid says how many are on screen. */
export function spotAt(
  { lines, columns }: Pick<MatrixTable, "lines" | "columns">,
  { card, actor }: Spot,
  to: Way,
  page: number,
): Spot {
  // Heads stand before the first: row -1 is the columns' heads, column -1 the rows'.
  const row = card === null ? -1 : lines.findIndex(({ key }) => key === card);
  const column = actor === null ? -1 : columns.findIndex((one) => one.actor === actor);
  const next = placeAt({ row, column }, to, {
    first: { row: -1, column: -1 },
    last: { row: lines.length - 1, column: columns.length - 1 },
    page,
  });
  return { card: lines[next.row]?.key ?? null, actor: columns[next.column]?.actor ?? null };
}
