/**
 * What the server remembers of this map's cards, as it said last, and when this person was here before. Filled by the
 * watch that comes after the map; until then nothing is known.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapTouches } from "@trellis/shared/schema/touches";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

interface TouchesState {
  readonly touches: MapTouches | null;
  /** The day of each card's last review. Keeps its identity while no day is another. */
  readonly lastReviewed: ReadonlyMap<CardId, string> | null;
  /** The last question was not answered; what was known before may be old. */
  readonly isFailing: boolean;
  /** The end of the visit before this one (ms); null on a first visit. */
  readonly lastVisit: number | null;
  readonly forget: () => void;
}

const NOTHING = { touches: null, lastReviewed: null, isFailing: false, lastVisit: null } as const;

export const touchesStore = createStore<TouchesState>()((set) => ({
  ...NOTHING,
  forget: () => set(NOTHING),
}));

export const useTouches = <Value>(selector: (state: TouchesState) => Value): Value =>
  useStore(touchesStore, selector);
