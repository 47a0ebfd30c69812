/** Goes to another card from inside the panel: it is shown in the view as well. */
import type { CardId } from "@trellis/shared/schema/ids";
import { useCallback } from "react";
import { useLiveMap } from "../../document/useMap.ts";
import { showCard } from "../../workspace/showCard.ts";

export function useGoTo(): (id: CardId) => void {
  const store = useLiveMap();
  return useCallback(
    (id) => {
      const card = store.getSnapshot().cards.get(id);
      if (card) showCard(card);
    },
    [store],
  );
}
