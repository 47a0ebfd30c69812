/** A title that was being written when somebody removed its card is kept, and offered. */
import { useEffect } from "react";
import { useOutline } from "./outlineStore.ts";
import type { OutlineModel } from "./useOutlineModel.ts";

export function useOrphans({ store, snapshot }: OutlineModel): void {
  const card = useOutline(({ writing }) => (writing?.kind === "title" ? writing.card : null));
  const isGone = card !== null && !snapshot.cards.has(card);
  useEffect(() => {
    const { writing, set } = store.getState();
    if (!isGone || writing?.kind !== "title") return;
    set({ writing: null, orphan: { title: writing.was, text: writing.text } });
  }, [isGone, store]);
}
