/** Asks before the tab is closed while anything here has not been confirmed by the server. */
import { useEffect } from "react";
import { useSaveState } from "../document/useSaveState.ts";

export function useLeaveGuard(): void {
  const { kind, pending } = useSaveState();
  const unsafe = pending > 0 || kind === "refused";
  useEffect(() => {
    if (!unsafe) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsafe]);
}
