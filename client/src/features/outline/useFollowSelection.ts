/** The selection is one for all views: what is selected elsewhere becomes the current row and comes into sight. */
import { useEffect, useRef } from "react";
import { useRevealing } from "../../workspace/useRevealing.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { cardOf } from "./navigation.ts";
import { useOutline } from "./outlineStore.ts";
import type { OutlineModel } from "./useOutlineModel.ts";

export function useFollowSelection({ store, outline, nav, rows }: OutlineModel): void {
  const last = useWorkspace((state) => state.selection.cards.at(-1));
  const isThere = last !== undefined && outline.items.has(last);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the selection only, not each change of the map
  useEffect(() => {
    if (last === undefined || !isThere) return;
    // The current row may be a reference to the selected card.
    if (cardOf(outline.items.get(store.getState().active ?? "")) !== last) nav.reveal(last);
  }, [last, isThere]);

  useRevealing((card) => {
    if (!outline.items.has(card)) return false;
    nav.reveal(card);
    return true;
  });

  useCurrentRow({ store, outline, rows });
}

/** Keeps a current row: the first at the start, what it stands in when it is closed away, its neighbour when it is gone. */
function useCurrentRow({ store, outline, rows }: Pick<OutlineModel, "store" | "outline" | "rows">): void {
  const current = useOutline((state) => state.active);
  const lastIndex = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks the store, where another row may be the current one since
  useEffect(() => {
    const { active, set } = store.getState();
    const list = rows.filter(({ kind }) => kind === "item");
    const index = list.findIndex(({ key }) => key === active);
    if (index >= 0) {
      lastIndex.current = index;
      return;
    }
    const shown = new Set(list.map(({ key }) => key));
    let at = active;
    while (at !== null && !shown.has(at)) at = outline.items.get(at)?.parent ?? null;
    const next = at ?? list[Math.min(lastIndex.current, list.length - 1)]?.key ?? null;
    if (next !== active) set({ active: next, anchor: next });
  }, [current, rows, outline, store]);
}
