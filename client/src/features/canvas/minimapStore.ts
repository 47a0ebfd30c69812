/** Whether the small map is shown: this browser's choice, remembered in it where it may be. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { recall, remember } from "../../ui/remembered.ts";

const KEY = "trellis.minimap";

interface MinimapState {
  readonly on: boolean;
  readonly toggle: () => void;
}

const minimapStore = createStore<MinimapState>()((set, get) => ({
  on: recall(KEY) !== "off",
  toggle: () => {
    const on = !get().on;
    remember(KEY, on ? "on" : "off");
    set({ on });
  },
}));

export const useMinimap = <Value>(selector: (state: MinimapState) => Value): Value =>
  useStore(minimapStore, selector);
