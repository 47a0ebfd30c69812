/**
 * What one tab sees of the matrix besides its address: the current cell, folded rows, what is looked for, the open
 * menu. One store per open map, so that leaving for another view and coming back finds all of it. Never stored or sent.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";

/** A place in the grid. Without an actor it is the head of a row, without a card the head of a column. */
export interface Spot {
  readonly card: CardId | null;
  readonly actor: CardId | null;
}

interface DutiesState {
  readonly active: Spot | null;
  readonly folded: ReadonlySet<CardId>;
  readonly query: string;
  /** The menu of roles, and where on the screen it stands. */
  readonly asking: {
    readonly card: CardId;
    readonly actor: CardId;
    readonly x: number;
    readonly y: number;
  } | null;
  /** The card whose roles are edited as a list. */
  readonly listing: CardId | null;
}
interface DutiesStore extends DutiesState {
  readonly set: (patch: Partial<DutiesState>) => void;
}
export type DutiesStoreApi = StoreApi<DutiesStore>;

const stores = new WeakMap<object, DutiesStoreApi>();

/** The store of one open map, whatever stands for that. */
export function dutiesStoreOf(map: object): DutiesStoreApi {
  const known = stores.get(map);
  if (known) return known;
  const store = createStore<DutiesStore>()((set) => ({
    active: null,
    folded: new Set(),
    query: "",
    asking: null,
    listing: null,
    set: (patch) => set(patch),
  }));
  stores.set(map, store);
  return store;
}

export const DutiesStoreContext = createContext<DutiesStoreApi | null>(null);

function useDutiesStore(): DutiesStoreApi {
  const store = useContext(DutiesStoreContext);
  if (!store) throw new Error("used outside the responsibilities");
  return store;
}

export const useDuties = <Value>(selector: (state: DutiesState) => Value): Value =>
  useStore(useDutiesStore(), selector);
