/**
 * Where words stand that were written here and are not part of a map yet: a title that is too long, a row being written.
 * Only their places: the words stay with the view that holds them. Never stored or sent; leaving the page asks by it.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

export interface UnsavedText {
  readonly mapId: string;
  /** The card they are meant for; null when there is none yet, or none any more. */
  readonly card: CardId | null;
}

const store = createStore<ReadonlyMap<string, UnsavedText>>()(() => new Map());

export const unsavedTexts = {
  /** `place` names the field, once for the whole tab. */
  hold: (place: string, text: UnsavedText): void => {
    const now = store.getState().get(place);
    if (now?.mapId === text.mapId && now.card === text.card) return;
    store.setState(new Map(store.getState()).set(place, text), true);
  },
  release: (place: string): void => {
    if (!store.getState().has(place)) return;
    const rest = new Map(store.getState());
    rest.delete(place);
    store.setState(rest, true);
  },
  all: (): readonly UnsavedText[] => [...store.getState().values()],
};

export const useUnsavedTexts = (): ReadonlyMap<string, UnsavedText> => useStore(store);
