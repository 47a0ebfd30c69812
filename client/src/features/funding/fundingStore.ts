/**
 * What one tab sees of the list of cards besides its address: the current place and the folded rows. One store per open map, so
 * that leaving for another view and coming back finds both. Never stored or sent.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { createStore, type StoreApi } from "zustand/vanilla";

/** A place in the grid; column 0 is the head of the row. */
export interface Spot {
  readonly card: CardId;
  readonly column: number;
}
interface FundingState {
  readonly active: Spot | null;
  readonly folded: ReadonlySet<CardId>;
}
export type FundingStoreApi = StoreApi<FundingState>;

const stores = new WeakMap<object, FundingStoreApi>();

/** The store of one open map, whatever stands for that. */
export function fundingStoreOf(map: object): FundingStoreApi {
  const known = stores.get(map);
  if (known) return known;
  const store = createStore<FundingState>()(() => ({ active: null, folded: new Set() }));
  stores.set(map, store);
  return store;
}
