/**
 * The values of the lens that colours the map, for those who draw them without asking: marks on cards and their legend.
 * Filled by the watch that comes after the map (features/health), while the look names a lens.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { LensSign } from "./lensMarks.ts";

/** The same object for all cards with the same values, as long as the lens says the same. */
export interface LensMark {
  /** One for each value, in the order of the lens; never none. */
  readonly signs: readonly LensSign[];
  /** "Sphere: operations, capital", in the reader's language. */
  readonly words: string;
}
export type LensMarks = ReadonlyMap<CardId, LensMark>;
export const NO_LENS_MARKS: LensMarks = new Map();

export interface LegendEntry {
  readonly sign: LensSign;
  readonly label: string;
  readonly count: number;
}

interface LensMarkState {
  readonly marks: LensMarks;
  /** Name of the lens; "" while none colours the map. */
  readonly lens: string;
  /** Values that cards carry, in their order. */
  readonly legend: readonly LegendEntry[];
}

const NOTHING = { marks: NO_LENS_MARKS, lens: "", legend: [] } as const;

export const lensMarkStore = createStore<LensMarkState>()(() => NOTHING);

export const forgetLensMarks = (): void => lensMarkStore.setState(NOTHING);

export const useLensMarks = <Value>(selector: (state: LensMarkState) => Value): Value =>
  useStore(lensMarkStore, selector);
