/** The canvas by keyboard: which key means what. Pure; `useKeys` carries it out. Undo and redo belong to the whole map. */
import { latinKey, type PressedKey } from "../../workspace/latinKey.ts";
import type { Direction } from "./nearestCard.ts";

export type KeyCommand =
  | { readonly kind: "go"; readonly direction: Direction; readonly extend: boolean }
  | { readonly kind: "nudge"; readonly by: readonly [number, number] }
  | { readonly kind: "zoom"; readonly step: "in" | "out" | "fit" }
  | { readonly kind: "walk"; readonly way: 1 | -1 }
  | {
      readonly kind:
        | "open"
        | "rename"
        | "remove"
        | "clear"
        | "add"
        | "addType"
        | "connect"
        | "actor"
        | "level"
        | "home"
        | "tidy"
        | "menu"
        | "parent"
        | "link"
        | "duplicate"
        | "selectAll";
    };

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

const NAMED: Readonly<Record<string, KeyCommand>> = {
  Enter: { kind: "open" },
  F2: { kind: "rename" },
  Delete: { kind: "remove" },
  Backspace: { kind: "remove" },
  Escape: { kind: "clear" },
  Home: { kind: "parent" },
  ContextMenu: { kind: "menu" },
};
const LETTERS: Readonly<Record<string, KeyCommand>> = {
  n: { kind: "add" },
  c: { kind: "connect" },
  r: { kind: "actor" },
  m: { kind: "level" },
  p: { kind: "home" },
  t: { kind: "tidy" },
  l: { kind: "link" },
};
/** By what is printed on the key: some keyboards need Shift or AltGr for these. */
const SIGNS: Readonly<Record<string, KeyCommand>> = {
  "]": { kind: "walk", way: 1 },
  "[": { kind: "walk", way: -1 },
  "+": { kind: "zoom", step: "in" },
  "=": { kind: "zoom", step: "in" },
  "-": { kind: "zoom", step: "out" },
  "0": { kind: "zoom", step: "fit" },
};

/** Null for keys that are none of ours. */
export function keyCommand(pressed: PressedKey): KeyCommand | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  // AltGr comes as Ctrl and Alt together, and is how half of Europe types a bracket.
  if (altKey) return ctrlKey && !metaKey && (key === "[" || key === "]") ? (SIGNS[key] ?? null) : null;
  const arrow = ARROWS[key];
  const letter = latinKey(pressed);
  if (ctrlKey || metaKey) {
    if (arrow) return { kind: "nudge", by: [arrow.way[0] * NUDGE, arrow.way[1] * NUDGE] };
    if (shiftKey) return null;
    if (letter === "d") return { kind: "duplicate" };
    return letter === "a" ? { kind: "selectAll" } : null;
  }
  if (arrow) return { kind: "go", direction: arrow.direction, extend: shiftKey };
  if (shiftKey && key === "F10") return { kind: "menu" };
  const named = NAMED[key] ?? SIGNS[key];
  if (named) return named;
  if (shiftKey) return letter === "n" ? { kind: "addType" } : null;
  return LETTERS[letter] ?? null;
}
