/** Ctrl or Cmd with K for the palette, a question mark for the page of keys. There from the start, unlike the commands. */
import { useEffect } from "react";
import { latinKey } from "../workspace/latinKey.ts";
import { isTyping } from "./isTyping.ts";
import { openedStore } from "./openedStore.ts";

export function useDialogKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { dialog, open, close } = openedStore.getState();
      const withMod = event.ctrlKey || event.metaKey;
      if (withMod && !event.altKey && !event.shiftKey && latinKey(event) === "k") {
        event.preventDefault();
        if (dialog === "palette") close();
        else open("palette");
      } else if (
        event.key === "?" &&
        !withMod &&
        !event.altKey &&
        !isTyping(event.target) &&
        dialog === null
      ) {
        event.preventDefault();
        open("keys");
      }
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
