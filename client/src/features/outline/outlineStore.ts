/**
 * What one tab sees of the outline: the current row, what is open, what is being written or asked. One store per open
 * map, so that leaving for another view and coming back finds all of it, an unfinished title too. Never stored or sent.
 */
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
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

const stores = new WeakMap<object, OutlineStoreApi>();

/** The store of one open map, whatever stands for that. Rows are named by their keys in the outline. */
export function outlineStoreOf(map: object): OutlineStoreApi {
  const known = stores.get(map);
  if (known) return known;
  const store = createStore<OutlineStore>()((set) => ({ ...FRESH, set: (patch) => set(patch) }));
  stores.set(map, store);
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
