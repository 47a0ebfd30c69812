/** Ctrl or Cmd with Z, Shift+Z, Y. Text fields keep their own undo. */
import { useEffect } from "react";
import { useUndo } from "../document/useUndo.ts";
import { latinKey } from "../workspace/latinKey.ts";
import { isTyping } from "./isTyping.ts";

export function useUndoKeys(): void {
  const { undo, redo } = useUndo();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = latinKey(event);
      const wantsRedo = key === "y" || (key === "z" && event.shiftKey);
      if (key !== "z" && !wantsRedo) return;
      event.preventDefault();
      if (wantsRedo) redo();
      else undo();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [undo, redo]);
}
