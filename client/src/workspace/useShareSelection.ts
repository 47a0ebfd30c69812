/** Tells the others what is selected here. Called once, by the map's frame. */
import { useEffect } from "react";
import { useSetPresence } from "../presence/PresenceProvider.tsx";
import { useWorkspace } from "./workspaceStore.ts";

export function useShareSelection(): void {
  const { cards, link } = useWorkspace((state) => state.selection);
  const setPresence = useSetPresence();
  useEffect(() => setPresence({ selection: link ? [link] : cards }), [cards, link, setPresence]);
}
