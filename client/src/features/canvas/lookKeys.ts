/** Keys for what the canvas shows: which key means what. Pure; `useLookKeys` carries it out. */
import type { Degrees } from "@trellis/shared/derive/shownCards";
import { latinKey, type PressedKey } from "../../workspace/latinKey.ts";

export type LookKey =
  | { readonly kind: "focus" | "direction" | "path" | "end" | "fit" | "fitSelected" | "wholeSize" }
  | { readonly kind: "degrees"; readonly degrees: Degrees }
  | { readonly kind: "unfold"; readonly others: "fold" | "stay" };

const ZOOMS: Readonly<Record<string, LookKey>> = {
  Digit0: { kind: "wholeSize" },
  Digit1: { kind: "fit" },
  Digit2: { kind: "fitSelected" },
};

/** Null for keys that are none of these. Digits and D mean something only while there is a focus. */
export function lookKey(pressed: PressedKey, isFocused: boolean, isAsking: boolean): LookKey | null {
  const { key, code, shiftKey } = pressed;
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  // Some keyboards need Shift for digits: the sign wins over the place of the key.
  if (isFocused && /^[123]$/.test(key)) return { kind: "degrees", degrees: Number(key) as Degrees };
  if (shiftKey && ZOOMS[code]) return ZOOMS[code];
  if (key === "Escape") return isAsking && !shiftKey ? { kind: "end" } : null;
  const letter = latinKey(pressed);
  if (letter === "u") return { kind: "unfold", others: shiftKey ? "stay" : "fold" };
  if (shiftKey) return letter === "p" ? { kind: "path" } : null;
  if (letter === "f") return { kind: "focus" };
  return letter === "d" && isFocused ? { kind: "direction" } : null;
}
