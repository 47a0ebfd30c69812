/** Texts that do not fit their field yet, by field, so that selecting another card loses none of them. Local to the tab. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

interface Drafts {
  readonly texts: ReadonlyMap<string, string>;
  readonly keep: (key: string, text: string | null) => void;
}

const draftStore = createStore<Drafts>()((set) => ({
  texts: new Map(),
  keep: (key, text) =>
    set((state) => {
      const texts = new Map(state.texts);
      if (text === null) texts.delete(key);
      else texts.set(key, text);
      return { texts };
    }),
}));

/** The unfinished text of one field; null when there is none. */
export const useDraftText = (key: string): string | null =>
  useStore(draftStore, (state) => state.texts.get(key) ?? null);

export const keepDraft = (key: string, text: string | null): void => draftStore.getState().keep(key, text);
