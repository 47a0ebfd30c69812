/**
 * What is looked at, so that one part of the page can ask another to show something. Never stored.
 * 1. `own` is the part of the map on this tab's canvas; null while no canvas is there.
 * 2. `wanted` asks the canvas to show what somebody else sees.
 * 3. `revealing` asks whatever view is there to bring a card into sight; the view that did so calls `revealed`.
 */
import type { Sight } from "@trellis/shared/protocol/presence";
import type { CardId } from "@trellis/shared/schema/ids";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

export interface SightState {
  readonly own: Sight | null;
  readonly wanted: Sight | null;
  readonly revealing: CardId | null;
  readonly setOwn: (own: Sight | null) => void;
  readonly show: (wanted: Sight | null) => void;
  readonly reveal: (card: CardId) => void;
  readonly revealed: () => void;
}

export const sightStore = createStore<SightState>()((set) => ({
  own: null,
  wanted: null,
  revealing: null,
  setOwn: (own) => set({ own }),
  show: (wanted) => set({ wanted }),
  reveal: (revealing) => set({ revealing }),
  revealed: () => set({ revealing: null }),
}));

export const useSight = <Value>(selector: (state: SightState) => Value): Value =>
  useStore(sightStore, selector);
