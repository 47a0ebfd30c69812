/**
 * What only the canvas of this tab knows: what the pointer is on, which title is being written, which question
 * is open. The selection is shared with other features and lives in workspace/.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Point } from "./geometry.ts";

/** How a peer shows on a card. */
export interface PeerMark {
  readonly name: string;
  readonly colour: string;
  readonly editing: boolean;
}

/** Two cards to be joined; the question is by which link. */
export interface Joining {
  readonly from: CardId;
  readonly to: CardId;
  /** Where the menu stands, in pixels from the canvas corner. */
  readonly at: Point;
}

export interface CanvasState {
  /** Drawing frames instead of panning. */
  readonly framing: boolean;
  readonly hovered: CardId | null;
  readonly titleOf: CardId | null;
  readonly joining: Joining | null;
  /** The card that a join would end at now. */
  readonly target: CardId | null;
  readonly marks: ReadonlyMap<CardId, PeerMark>;
  readonly canEdit: boolean;
  readonly set: (patch: Partial<Omit<CanvasState, "set">>) => void;
}

const createCanvasStore = () =>
  createStore<CanvasState>()((set) => ({
    framing: false,
    hovered: null,
    titleOf: null,
    joining: null,
    target: null,
    marks: new Map(),
    canEdit: false,
    set: (patch) => set(patch),
  }));

export const canvasStore = createCanvasStore();

export const useCanvas = <Value>(selector: (state: CanvasState) => Value): Value =>
  useStore(canvasStore, selector);
