/**
 * Cards that types switched off, a filter, a focus or a path leave to see; null when all are. Folding is left out: it
 * spares room on the canvas, and the outline opens and closes by itself. So are types that come on demand while nothing
 * else is asked: they are closed headings.
 */
import { isFiltering } from "@trellis/shared/derive/cardFilter";
import { SHOWN_BY_DEFAULT } from "@trellis/shared/derive/lanes";
import { shownCards } from "@trellis/shared/derive/shownCards";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { CARD_TYPES } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { useMemo } from "react";
import { useLook } from "../../workspace/lookStore.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";

export function useOutlineShown(snapshot: MapSnapshot): ReadonlySet<CardId> | null {
  const types = useWorkspace((state) => state.shownTypes);
  const filter = useLook((state) => state.filter);
  const focus = useLook((state) => state.focus);
  const path = useLook((state) => state.path);
  const also = useLook((state) => state.also);
  const { cards, links } = snapshot;
  return useMemo(() => {
    const asksOnlyTypes = !isFiltering(filter) && !focus && !path;
    const offered = asksOnlyTypes
      ? new Set(CARD_TYPES.filter((type) => types.has(type) || !SHOWN_BY_DEFAULT.has(type)))
      : types;
    return shownCards({ cards, links }, { types: offered, filter, focus, path, unfolded: null, also }).shown;
  }, [cards, links, types, filter, focus, path, also]);
}
