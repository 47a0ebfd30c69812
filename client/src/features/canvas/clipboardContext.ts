/** The canvas's clipboard, for the menus and questions around it. */
import { createContext, useContext } from "react";
import type { Clipboard } from "./useClipboard.ts";

export const ClipboardContext = createContext<Clipboard | null>(null);

export function useClipboardOf(): Clipboard {
  const clipboard = useContext(ClipboardContext);
  if (!clipboard) throw new Error("used outside the canvas's tools");
  return clipboard;
}
