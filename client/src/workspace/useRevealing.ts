/** How a view fulfils wishes to see a card (sightStore.ts), and follows the selection, which is one for all views. */
import type { CardId } from "@trellis/shared/schema/ids";
import { useEffect } from "react";
import { useSight } from "./sightStore.ts";
import { useWorkspace } from "./workspaceStore.ts";

/** Calls `show` once for each wish; it answers whether the wish is done with, else it stays for another view. */
export function useRevealing(show: (card: CardId) => boolean): void {
  const revealing = useSight((state) => state.revealing);
  const revealed = useSight((state) => state.revealed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per wish
  useEffect(() => {
    if (revealing !== null && show(revealing)) revealed();
  }, [revealing]);
}

/** Calls `show` for each wish and for each card that becomes the last selected, in whatever view. */
export function useShowSelected(show: (card: CardId) => void): void {
  const last = useWorkspace((state) => state.selection.cards.at(-1));
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the selection only, not each change of the map
  useEffect(() => {
    if (last !== undefined) show(last);
  }, [last]);
  useRevealing((card) => {
    show(card);
    return true;
  });
}
