/** Places on the canvas. A card without a place of its own stands where `derive/lanes` puts it. */
import { LANED_TYPES } from "../schema/cardTypes.ts";
import { isEnumValue, type Level } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import type { MapDraft } from "../schema/mapDoc.ts";
import type { Position } from "../schema/values.ts";
import { markEdited } from "./cards.ts";
import { typeOfCard } from "./checks.ts";
import { OpError } from "./opError.ts";

/** Furthest a card may stand from the origin, in canvas units; fit still works there. */
const FURTHEST = 1_000_000;

/** Where a card is put down; `level` is the lane it was put into, for cards in lanes. */
export interface Placement {
  readonly id: CardId;
  readonly pos: Position;
  readonly level?: Level;
}

/** Whole canvas units, no further out than a card may stand. */
export const whole = (value: number): number => Math.max(-FURTHEST, Math.min(FURTHEST, Math.round(value)));

/** Puts cards down after a drag. A new lane is a new level; only cards in lanes have one to change. */
export function placeCards(draft: MapDraft, input: { cards: readonly Placement[] }): void {
  for (const { id, pos, level } of input.cards) {
    typeOfCard(draft, id);
    if (!pos.every(Number.isFinite)) throw new OpError("invalid_value", "A place needs two numbers.");
    if (level !== undefined && !isEnumValue("level", level))
      throw new OpError("invalid_value", "There is no such level.");
  }
  for (const { id, pos, level } of input.cards) {
    if (
      level !== undefined &&
      LANED_TYPES.has(typeOfCard(draft, id)) &&
      draft.cardKey(id, "level") !== level
    ) {
      draft.setCardKey(id, "level", level);
      markEdited(draft, id);
    }
    draft.setCardKey(id, "pos", [whole(pos[0]), whole(pos[1])]);
  }
}

/** Gives cards back to the layout. */
export function tidyCards(draft: MapDraft, input: { cards: readonly CardId[] | "all" }): void {
  const cards = input.cards === "all" ? draft.cardIds() : input.cards;
  for (const card of cards) if (draft.cardKey(card, "pos")) draft.setCardKey(card, "pos", null);
}
