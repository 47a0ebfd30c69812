/**
 * What one tab sees of the roadmap besides its address: the current row, and folded lanes. One store per open map, so
 * that leaving for another view and coming back finds all of it. Never stored or sent.
 */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";

interface RoadmapState {
  /** The key of the current row. */
  readonly active: string | null;
  /** Keys of lanes whose bars are hidden. */
  readonly folded: ReadonlySet<string>;
}
interface RoadmapStore extends RoadmapState {
  readonly set: (patch: Partial<RoadmapState>) => void;
  readonly fold: (lane: string, isFolded: boolean) => void;
}
export type RoadmapStoreApi = StoreApi<RoadmapStore>;

const stores = new WeakMap<object, RoadmapStoreApi>();

/** The store of one open map, whatever stands for that. */
export function roadmapStoreOf(map: object): RoadmapStoreApi {
  const known = stores.get(map);
  if (known) return known;
  const store = createStore<RoadmapStore>()((set) => ({
    active: null,
    folded: new Set(),
    set: (patch) => set(patch),
    fold: (lane, isFolded) =>
      set(({ folded }) => {
        const next = new Set(folded);
        if (isFolded) next.add(lane);
        else next.delete(lane);
        return { folded: next };
      }),
  }));
  stores.set(map, store);
  return store;
}

export const RoadmapStoreContext = createContext<RoadmapStoreApi | null>(null);

export function useRoadmap<Value>(selector: (state: RoadmapState) => Value): Value {
  const store = useContext(RoadmapStoreContext);
  if (!store) throw new Error("used outside the roadmap");
  return useStore(store, selector);
}
