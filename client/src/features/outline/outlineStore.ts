/**
 * What one tab sees of the outline: the current row, what is open, what is being written or asked. One store per map,
 * so that leaving for another view or map and coming back finds all of it, an unfinished title too. Never stored or sent.
 */
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { unsavedTexts } from "../../workspace/unsavedTexts.ts";
import type { NewPlace } from "./newPlace.ts";

/** A title that is being written: of a card that is there, or of a new one. */
export type Writing =
  | { readonly kind: "title"; readonly card: CardId; readonly was: string; readonly text: string }
  | { readonly kind: "new"; readonly place: NewPlace; readonly type: CardType; readonly text: string };

/** A question that is open: where to move cards, what to link a card to, or what to do with a row. */
export type Asking =
  | { readonly kind: "move"; readonly cards: readonly CardId[] }
  | { readonly kind: "link"; readonly card: CardId }
  | { readonly kind: "row"; readonly key: string; readonly x: number; readonly y: number };

export interface OutlineState {
  /** The row that keys act on. */
  readonly active: string | null;
  /** Where a range of selected rows began. */
  readonly anchor: string | null;
  /** Items that are not as they are at first. */
  readonly toggled: ReadonlySet<string>;
  readonly query: string;
  readonly writing: Writing | null;
  /** A title that was being written when somebody removed its card. */
  readonly orphan: { readonly title: string; readonly text: string } | null;
  readonly asking: Asking | null;
}
interface OutlineStore extends OutlineState {
  readonly set: (patch: Partial<OutlineState>) => void;
}
export type OutlineStoreApi = StoreApi<OutlineStore>;

const FRESH: OutlineState = {
  active: null,
  anchor: null,
  toggled: new Set(),
  query: "",
  writing: null,
  orphan: null,
  asking: null,
};

const stores = new Map<string, OutlineStoreApi>();

/** The card that unsaved words are meant for, null when they have none; undefined when nothing is unsaved. */
function unsavedIn({ writing, orphan }: OutlineState): CardId | null | undefined {
  if (orphan) return null;
  if (writing?.kind === "new" && writing.text.trim() !== "") return null;
  return writing?.kind === "title" && writing.text !== writing.was ? writing.card : undefined;
}

/** The store of one map. Rows are named by their keys in the outline. */
export function outlineStoreOf(mapId: string): OutlineStoreApi {
  const known = stores.get(mapId);
  if (known) return known;
  const store = createStore<OutlineStore>()((set) => ({ ...FRESH, set: (patch) => set(patch) }));
  store.subscribe((state) => {
    const unsaved = unsavedIn(state);
    if (unsaved === undefined) unsavedTexts.release(`outline ${mapId}`);
    else unsavedTexts.hold(`outline ${mapId}`, { mapId, card: unsaved });
  });
  stores.set(mapId, store);
  return store;
}

export const OutlineStoreContext = createContext<OutlineStoreApi | null>(null);

export function useOutlineStore(): OutlineStoreApi {
  const store = useContext(OutlineStoreContext);
  if (!store) throw new Error("used outside the outline");
  return store;
}

export const useOutline = <Value>(selector: (state: OutlineState) => Value): Value =>
  useStore(useOutlineStore(), selector);
