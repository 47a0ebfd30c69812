/** What a gesture on the canvas can be, and what it asks of its surroundings. */

import type { LaneBox } from "@trellis/shared/derive/lanes";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import type { Point } from "./geometry.ts";
import type { Guide } from "./snapping.ts";

export type GestureTool = "select" | "frame" | "add" | "connect";

export interface GestureHost {
  readonly canEdit: () => boolean;
  readonly tool: () => GestureTool;
  readonly selected: () => readonly CardId[];
  readonly select: (cards: readonly CardId[]) => void;
  readonly selectLink: (link: LinkId) => void;
  readonly clear: () => void;
  readonly panBy: (x: number, y: number) => void;
  /** Cards are being dragged; null when they no longer are. */
  readonly dragged: (cards: readonly CardId[], by: readonly [number, number] | null) => void;
  readonly drop: (cards: readonly CardId[], by: readonly [number, number]) => void;
  readonly addAt: (world: Point) => void;
  readonly join: (from: CardId, to: CardId, screen: Point) => void;
  /** A line was drawn to where nothing stands. */
  readonly joinToNew: (from: CardId, world: Point, screen: Point) => void;
  /** What can be done here: right button, long press. */
  readonly menu: (card: CardId | null, link: LinkId | null, world: Point, screen: Point) => void;
  /** What a drag lines up with, and the lane it would end in; null when it is over. */
  readonly guide: (marks: DragMarks | null) => void;
  readonly editTitle: (card: CardId) => void;
  readonly frame: (screen: { readonly from: Point; readonly to: Point } | null) => void;
  readonly rubber: (
    line: { readonly from: CardId; readonly to: Point; readonly target: CardId | null } | null,
  ) => void;
}

/** Shown while cards are dragged. */
export interface DragMarks {
  readonly guides: readonly Guide[];
  /** The lane that the pressed card would land in; null outside the lanes. */
  readonly lane: LaneBox | null;
}

export type Gesture =
  | { readonly kind: "idle" }
  /** Down, not yet moved. `claimed` presses on a card may become a drag. */
  | {
      readonly kind: "pressed";
      readonly card: CardId | null;
      readonly start: Point;
      readonly claimed: boolean;
      readonly adding: boolean;
    }
  | {
      readonly kind: "dragging";
      /** The card that was pressed; the others keep their distance to it. */
      readonly lead: CardId;
      readonly cards: readonly CardId[];
      readonly startWorld: Point;
    }
  | { readonly kind: "framing"; readonly startWorld: Point; readonly kept: readonly CardId[] }
  /** `byClick` waits for a second click instead of a release. */
  | { readonly kind: "joining"; readonly from: CardId; readonly byClick: boolean; readonly start: Point };

/** Controls that stand on the canvas and take their own presses. */
export const isOwnControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("[data-canvas-control]") !== null;

/** The card whose connector was pressed; it reaches beyond the card, so the point alone would not tell. */
export const connectorOf = (target: EventTarget | null): CardId | null => {
  const connector = target instanceof Element ? target.closest<HTMLElement>("[data-connector]") : null;
  return (connector?.dataset.connector ?? null) as CardId | null;
};
