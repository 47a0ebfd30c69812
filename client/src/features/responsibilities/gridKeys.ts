/** Keys of the matrix as commands, and where in it they lead. Pure. */
import type { ResponsibilityRole } from "@trellis/shared/schema/enums";
import type { Spot } from "./dutiesStore.ts";
import type { MatrixTable } from "./matrixTable.ts";

type Way =
  | "up"
  | "down"
  | "left"
  | "right"
  | "rowStart"
  | "rowEnd"
  | "top"
  | "bottom"
  | "pageUp"
  | "pageDown";
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

const WAYS: Readonly<Record<string, Way>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "rowStart",
  End: "rowEnd",
  PageUp: "pageUp",
  PageDown: "pageDown",
};

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

export function gridCommand(event: Key, isCell: boolean): GridCommand | null {
  const { key, altKey, shiftKey } = event;
  const isMod = event.ctrlKey || event.metaKey;
  if (altKey) return null;
  if (isMod)
    return key === "Home" ? { kind: "go", to: "top" } : key === "End" ? { kind: "go", to: "bottom" } : null;
  if (key === "F10" && shiftKey) return { kind: "menu" };
  const to = WAYS[key];
  if (to) return { kind: "go", to };
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
  const at = (nextRow: number, nextColumn: number): Spot => {
    const line = lines[Math.min(nextRow, lines.length - 1)];
    const one = columns[Math.min(nextColumn, columns.length - 1)];
    // The corner is no place: there is nothing to read or do.
    if (nextRow < 0 && nextColumn < 0) return { card, actor };
    return {
      card: nextRow < 0 ? null : (line?.key ?? null),
      actor: nextColumn < 0 ? null : (one?.actor ?? null),
    };
  };
  const first = actor === null ? 0 : -1;
  const moves: Readonly<Record<Way, () => Spot>> = {
    up: () => at(Math.max(row - 1, first), column),
    down: () => at(row + 1, column),
    left: () => at(row, Math.max(column - 1, card === null ? 0 : -1)),
    right: () => at(row, column + 1),
    rowStart: () => at(row, card === null ? 0 : -1),
    rowEnd: () => at(row, columns.length - 1),
    top: () => at(0, -1),
    bottom: () => at(lines.length - 1, columns.length - 1),
    pageUp: () => at(Math.max(row - page, 0), column),
    pageDown: () => at(row + page, column),
  };
  return moves[to]();
}
