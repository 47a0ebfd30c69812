/**
 * What the health check says, for those who draw it without asking: marks on cards, the count on its tab. Filled by
 * the watch that comes after the map (features/health); until then nothing is known, which is not the same as 0.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { recall, remember } from "../ui/remembered.ts";

const KEY = "trellis.healthMarks";
const NO_MARKS: ReadonlyMap<CardId, number> = new Map();

interface HealthState {
  /** Failing checks; null: not known yet. */
  readonly failing: number | null;
  /** How many findings fail or warn on each card that has any. */
  readonly marks: ReadonlyMap<CardId, number>;
  /** Another number whenever these findings say something else, so that who tells them in words asks again. */
  readonly round: number;
  /** Whether marks are shown. Remembered in this browser. */
  readonly showsMarks: boolean;
  readonly showMarks: (on: boolean) => void;
  readonly forget: () => void;
}

export const healthStore = createStore<HealthState>()((set) => ({
  failing: null,
  marks: NO_MARKS,
  round: 0,
  showsMarks: recall(KEY) !== "off",
  showMarks: (showsMarks) => {
    remember(KEY, showsMarks ? "on" : "off");
    set({ showsMarks });
  },
  forget: () => set({ failing: null, marks: NO_MARKS }),
}));

/** The marks to be drawn now. */
export const marksShown = ({ marks, showsMarks }: HealthState): ReadonlyMap<CardId, number> =>
  showsMarks ? marks : NO_MARKS;

export const useHealth = <Value>(selector: (state: HealthState) => Value): Value =>
  useStore(healthStore, selector);
