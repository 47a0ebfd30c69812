/**
 * How measured cards stand on the paths of their indicators, for those who draw it without asking: a small path on the
 * canvas. Filled by the watch that comes after the map (features/indicators); until then nothing is known.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { createStore } from "zustand/vanilla";

/** Two lines in a box of `PATH_BOX`, y downwards, and the verdict in the words of the catalogue's key. */
export interface CardPath {
  readonly expected: string;
  readonly reached: string;
  readonly verdict: string;
}

export const PATH_BOX = { width: 44, height: 12 } as const;

interface PathState {
  /** The same object for a card as long as its path looks the same. */
  readonly paths: ReadonlyMap<CardId, CardPath>;
}

export const pathStore = createStore<PathState>()(() => ({ paths: new Map() }));
