/** Keys of the table as commands, and where in it they lead. Pure. */
import type { CardId } from "@trellis/shared/schema/ids";
import { MOD_WAYS, placeAt, WAYS, type Way } from "../../ui/gridMoves.ts";
import { latinKey, type PressedKey } from "../../workspace/latinKey.ts";
import { HEAD, type Spot } from "./tableStore.ts";

export type TableCommand =
  | { readonly kind: "go"; readonly to: Way; readonly extend: boolean }
  /** `letter`: the key writes the first letter in place of what is there. */
  | { readonly kind: "write"; readonly letter: boolean }
  | { readonly kind: "widen"; readonly step: 1 | -1 }
  | { readonly kind: "clear" | "fillDown" | "all" | "tick" | "open" | "single" };

const WITH_MOD: Readonly<Record<string, Way>> = {
  ArrowUp: "top",
  ArrowDown: "bottom",
  ArrowLeft: "rowStart",
  ArrowRight: "rowEnd",
  ...MOD_WAYS,
};

/** What a keyboard for other scripts sends before it knows the letter. */
const COMPOSING = "Process";

export function tableCommand(event: PressedKey): TableCommand | null {
  const { key, shiftKey, altKey } = event;
  if (
    altKey &&
    !shiftKey &&
    !event.ctrlKey &&
    !event.metaKey &&
    (key === "ArrowLeft" || key === "ArrowRight")
  )
    return { kind: "widen", step: key === "ArrowRight" ? 1 : -1 };
  if (altKey && !(event.ctrlKey && key.length === 1)) return null;
  const isMod = (event.ctrlKey || event.metaKey) && !altKey;
  const to = (isMod ? WITH_MOD : WAYS)[key];
  if (to) return { kind: "go", to, extend: shiftKey };
  if (isMod) {
    if (key === "Enter") return { kind: "open" };
    const letter = latinKey(event);
    if (letter === "d" && !shiftKey) return { kind: "fillDown" };
    return letter === "a" && !shiftKey ? { kind: "all" } : null;
  }
  if (key === "Enter" || key === "F2") return { kind: "write", letter: false };
  if (key === "Delete" || key === "Backspace") return { kind: "clear" };
  if (key === "Escape") return { kind: "single" };
  if (key === " ") return { kind: "tick" };
  return key.length === 1 || key === COMPOSING || key === "Dead" ? { kind: "write", letter: true } : null;
}

export interface Places {
  /** The blank row last, where there is one. */
  readonly rows: readonly CardId[];
  readonly columns: readonly string[];
}

/** `page` is how many rows are on screen. Heads stand above the first row and are no part of a block. */
export function spotAt({ rows, columns }: Places, { row, column }: Spot, to: Way, page: number): Spot {
  const down = row === HEAD ? -1 : rows.indexOf(row);
  const right = Math.max(0, columns.indexOf(column));
  const next = placeAt({ row: down, column: right }, to, {
    first: { row: -1, column: 0 },
    last: { row: rows.length - 1, column: columns.length - 1 },
    page,
  });
  return { row: rows[next.row] ?? HEAD, column: columns[next.column] ?? column };
}

/** Rows and columns of a block, both ends included; null where there is none. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function blockOf({ rows, columns }: Places, active: Spot | null, anchor: Spot | null): Block | null {
  if (!active || active.row === HEAD) return null;
  const other = anchor && anchor.row !== HEAD ? anchor : active;
  const down = [rows.indexOf(active.row), rows.indexOf(other.row as CardId)] as const;
  const right = [columns.indexOf(active.column), columns.indexOf(other.column)] as const;
  // A corner that is gone leaves the current cell alone.
  const [one, two] = down[1] < 0 || right[1] < 0 ? [down[0], down[0]] : down;
  const [from, to] = down[1] < 0 || right[1] < 0 ? [right[0], right[0]] : right;
  if (one < 0 || from < 0) return null;
  return {
    top: Math.min(one, two),
    bottom: Math.max(one, two),
    left: Math.min(from, to),
    right: Math.max(from, to),
  };
}
