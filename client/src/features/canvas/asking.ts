/**
 * The one question that the canvas has open: a small list at a place, answered by typing, arrows or a click. Opening
 * another closes the one before. Nothing is changed until it is answered.
 */
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Point } from "./geometry.ts";

/** `world` is a point of the map; null leaves the place to the layout. */
export type Question =
  | { readonly kind: "type"; readonly world: Point | null }
  | { readonly kind: "join"; readonly from: CardId }
  | { readonly kind: "linkedType"; readonly from: CardId; readonly world: Point }
  | { readonly kind: "linkedWay"; readonly from: CardId; readonly type: CardType; readonly world: Point }
  | { readonly kind: "actor"; readonly cards: readonly CardId[] }
  | { readonly kind: "role"; readonly cards: readonly CardId[]; readonly actor: CardId | NewActor }
  | { readonly kind: "level"; readonly cards: readonly CardId[] }
  | { readonly kind: "home"; readonly cards: readonly CardId[] }
  | { readonly kind: "menu"; readonly link: LinkId | null; readonly world: Point };

export interface NewActor {
  readonly title: string;
}

export interface Asking {
  readonly question: Question | null;
  /** Where the list stands, in pixels from the canvas corner. */
  readonly at: Point;
  readonly ask: (question: Question, at: Point) => void;
  readonly close: () => void;
}

export const askingStore = createStore<Asking>()((set) => ({
  question: null,
  at: { x: 0, y: 0 },
  ask: (question, at) => set({ question, at }),
  close: () => set({ question: null }),
}));

export const useAsking = <Value>(selector: (state: Asking) => Value): Value =>
  useStore(askingStore, selector);
