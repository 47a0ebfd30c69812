/** A finished drag as what the document is told: one place per card, and the new level where the lane changed. */
import { type LaneLayout, positionToPos } from "@trellis/shared/derive/lanes";
import type { Placement } from "@trellis/shared/ops/layout";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import type { Rect } from "./geometry.ts";

export interface Dropped {
  readonly card: Card;
  /** Where the card stood, before the drag. */
  readonly rect: Rect;
}

export function placementsOf(
  layout: LaneLayout,
  dropped: readonly Dropped[],
  by: readonly [number, number],
): Placement[] {
  return dropped.map(({ card, rect }) => ({
    id: card.id,
    ...positionToPos(layout, card, Math.round(rect.x + by[0]), Math.round(rect.y + by[1])),
  }));
}

/** The cards of a drag that are still on the map and shown; a card removed by somebody else just leaves the drag. */
export function stillThere(
  ids: readonly CardId[],
  cardOf: (id: CardId) => Card | undefined,
  rectOf: (id: CardId) => Rect | undefined,
): Dropped[] {
  return ids.flatMap((id) => {
    const card = cardOf(id);
    const rect = rectOf(id);
    return card && rect ? [{ card, rect }] : [];
  });
}
