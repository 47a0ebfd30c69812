/**
 * What only the canvas of this tab knows: which kinds of links are drawn, what the pointer is on, which title is being
 * written, which question is open. The selection is shared with other features and lives in workspace/.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Point } from "./geometry.ts";
import { FIRST_KINDS, type LinkKind } from "./linkStyle.ts";

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
  readonly kinds: ReadonlySet<LinkKind>;
  /** Drawing frames instead of panning. */
  readonly framing: boolean;
  readonly hovered: CardId | null;
  readonly titleOf: CardId | null;
  readonly joining: Joining | null;
  /** The card that a join would end at now. */
  readonly target: CardId | null;
  readonly marks: ReadonlyMap<CardId, PeerMark>;
  readonly canEdit: boolean;
  readonly set: (patch: Partial<Omit<CanvasState, "set" | "showKind">>) => void;
  readonly showKind: (kind: LinkKind, shown: boolean) => void;
}

const createCanvasStore = () =>
  createStore<CanvasState>()((set) => ({
    kinds: new Set(FIRST_KINDS),
    framing: false,
    hovered: null,
    titleOf: null,
    joining: null,
    target: null,
    marks: new Map(),
    canEdit: false,
    set: (patch) => set(patch),
    showKind: (kind, shown) =>
      set((state) => {
        const kinds = new Set(state.kinds);
        if (shown) kinds.add(kind);
        else kinds.delete(kind);
        return { kinds };
      }),
  }));

export const canvasStore = createCanvasStore();

export const useCanvas = <Value>(selector: (state: CanvasState) => Value): Value =>
  useStore(canvasStore, selector);
