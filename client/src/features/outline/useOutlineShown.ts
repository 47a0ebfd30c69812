/**
 * Cards that a filter, a focus or a path leaves to see; null when none is set. Folding is left out: it spares room on
 * the canvas, and the outline opens and closes by itself. So are types that come on demand: they are closed headings.
 */
import { isFiltering } from "@trellis/shared/derive/cardFilter";
import { shownCards } from "@trellis/shared/derive/shownCards";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
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
    if (!isFiltering(filter) && !focus && !path) return null;
    return shownCards({ cards, links }, { types, filter, focus, path, unfolded: null, also }).shown;
  }, [cards, links, types, filter, focus, path, also]);
}
