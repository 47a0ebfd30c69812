/** Asks before the tab is closed while anything here is not confirmed by the server, or was written and cannot be saved. */
import { useEffect } from "react";
import { useMap } from "../document/useMap.ts";
import { useSaveState } from "../document/useSaveState.ts";
import { useUnsavedTexts } from "../workspace/unsavedTexts.ts";

export function useLeaveGuard(mapId: string): void {
  const { kind, pending } = useSaveState();
  const texts = useUnsavedTexts();
  // A title whose card somebody removed has no place left to be saved in, and nobody could end the question.
  const hasWords = useMap(({ cards }) =>
    [...texts.values()].some((text) => text.mapId !== mapId || text.card === null || cards.has(text.card)),
  );
  const unsafe = pending > 0 || kind === "refused" || hasWords;
  useEffect(() => {
    if (!unsafe) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsafe]);
}
