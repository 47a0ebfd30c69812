/** The canvas by keyboard: which key means what. Pure; `useKeys` carries it out. Undo and redo belong to the whole map. */
import type { Direction } from "./nearestCard.ts";

export type KeyCommand =
  | { readonly kind: "go"; readonly direction: Direction }
  | { readonly kind: "nudge"; readonly by: readonly [number, number] }
  | { readonly kind: "zoom"; readonly step: "in" | "out" | "fit" }
  | { readonly kind: "open" | "rename" | "remove" | "clear" | "add" | "connect" | "duplicate" | "selectAll" };

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const ARROWS: Readonly<
  Record<string, { readonly direction: Direction; readonly way: readonly [number, number] }>
> = {
  ArrowLeft: { direction: "left", way: [-1, 0] },
  ArrowRight: { direction: "right", way: [1, 0] },
  ArrowUp: { direction: "up", way: [0, -1] },
  ArrowDown: { direction: "down", way: [0, 1] },
};
/** How far a card moves with Ctrl and an arrow, in canvas units. */
const NUDGE = 12;

/** Null for keys that are none of ours. */
export function keyCommand({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): KeyCommand | null {
  if (altKey) return null;
  const arrow = ARROWS[key];
  if (ctrlKey || metaKey) {
    if (arrow) return { kind: "nudge", by: [arrow.way[0] * NUDGE, arrow.way[1] * NUDGE] };
    if (shiftKey) return null;
    if (key.toLowerCase() === "d") return { kind: "duplicate" };
    return key.toLowerCase() === "a" ? { kind: "selectAll" } : null;
  }
  if (arrow) return { kind: "go", direction: arrow.direction };
  switch (key) {
    case "Enter":
      return { kind: "open" };
    case "F2":
      return { kind: "rename" };
    case "Delete":
    case "Backspace":
      return { kind: "remove" };
    case "Escape":
      return { kind: "clear" };
    case "n":
    case "N":
      return { kind: "add" };
    case "c":
    case "C":
      return { kind: "connect" };
    case "+":
    case "=":
      return { kind: "zoom", step: "in" };
    case "-":
      return { kind: "zoom", step: "out" };
    case "0":
      return { kind: "zoom", step: "fit" };
    default:
      return null;
  }
}
