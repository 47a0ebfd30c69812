/** Which cards this tab shows, for any view of the map. */
import type { ShownCards } from "@trellis/shared/derive/shownCards";
import { useSyncExternalStore } from "react";
import { useLiveMap } from "../document/useMap.ts";
import { lookStore } from "./lookStore.ts";
import { showEverything } from "./showEverything.ts";
import { type Folds, shownNow } from "./shownNow.ts";
import { workspaceStore } from "./workspaceStore.ts";

export interface ShownHere extends ShownCards {
  /** Shows everything again. */
  readonly clear: () => void;
}

/** `shown` null means all; `kept` are cards above a shown one, which a tree shows muted. */
export function useShownCards(folds: Folds): ShownHere {
  const live = useLiveMap();
  const answer = useSyncExternalStore(
    (changed) => {
      const stops = [
        live.subscribe(changed),
        lookStore.subscribe(changed),
        workspaceStore.subscribe(changed),
      ];
      return () => stops.forEach((stop) => void stop());
    },
    () => shownNow(live.getSnapshot(), folds),
  );
  return { ...answer, clear: showEverything };
}
