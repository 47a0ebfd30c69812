/**
 * Cards as React Flow nodes. Size is preset and handles are none, so nothing is ever measured; a node that says the
 * same as before is the same object, so React Flow and React pass it by.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import type { Node } from "@xyflow/react";
import type { CardFace } from "./cardFace.ts";
import type { Rect } from "./geometry.ts";

export interface CardNodeContent extends Record<string, unknown> {
  readonly face: CardFace;
  readonly dragging: boolean;
}
export type CardNode = Node<CardNodeContent, "card">;

/** What one card looks like now. */
export interface CardSight {
  readonly id: CardId;
  readonly rect: Rect;
  readonly face: CardFace;
  readonly selected: boolean;
  readonly dragging: boolean;
}

/** The id of a card's element in the page, for `aria-activedescendant`. */
export const elementIdOf = (card: CardId): string => `canvas-card-${card}`;

/** The node for what is seen of a card; `before` is kept when nothing differs. */
export function toFlow(sight: CardSight, before: CardNode | undefined): CardNode {
  const { id, rect, face, selected, dragging } = sight;
  if (
    before &&
    before.position.x === rect.x &&
    before.position.y === rect.y &&
    before.width === rect.width &&
    before.height === rect.height &&
    before.data.face === face &&
    before.data.dragging === dragging &&
    before.selected === selected
  )
    return before;
  return {
    id,
    type: "card",
    position: { x: rect.x, y: rect.y },
    width: rect.width,
    height: rect.height,
    measured: { width: rect.width, height: rect.height },
    handles: NO_HANDLES,
    data:
      before && before.data.face === face && before.data.dragging === dragging
        ? before.data
        : { face, dragging },
    selected,
    zIndex: dragging ? 3 : selected ? 2 : 1,
    // Presses are the canvas's own (gestures.ts); the card only shows the pointer and takes its title editor's input.
    style: POINTER,
    // The card inside carries the name and role.
    domAttributes: NO_ROLE,
    ariaRole: "none" as const,
  };
}

const NO_HANDLES: NonNullable<CardNode["handles"]> = [];
const POINTER = { pointerEvents: "all" } as const;
const NO_ROLE = { "aria-roledescription": undefined, "aria-describedby": undefined };
