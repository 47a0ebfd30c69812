/** Where and under what a new card comes to stand. Pure. */

import { CARD_SIZES } from "@trellis/shared/derive/cardSizes";
import { type LaneLayout, positionToPos } from "@trellis/shared/derive/lanes";
import type { MissionTree } from "@trellis/shared/derive/tree";
import type { NewCard } from "@trellis/shared/ops/cards";
import { HOMED_TYPES, LANED_TYPES } from "@trellis/shared/schema/cardTypes";
import type { CardType, Level } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { mayLink } from "@trellis/shared/schema/linkTypes";
import type { Card, Position } from "@trellis/shared/schema/values";
import type { Point } from "./geometry.ts";

export interface NewCardPlace {
  readonly pos: Position;
  readonly level?: Level;
}

/** The place of a card of `type` whose middle is put at `point`. */
export function placeOfNew(layout: LaneLayout, type: CardType, point: Point): NewCardPlace {
  const size = CARD_SIZES[type];
  const blank = { id: "" as CardId, type, title: "", home: null, order: null, pos: null } as Card;
  return positionToPos(layout, blank, point.x - size.width / 2, point.y - size.height / 2);
}

/** The type people most likely mean at a point: that of the column they point at, a note outside all columns. */
export function typeAt(layout: LaneLayout, point: Point): CardType {
  const column = layout.columns.find(({ x, width }) => point.x >= x - 20 && point.x <= x + width + 20);
  const last = layout.lanes.at(-1);
  const inLanes = last !== undefined && point.y >= 0 && point.y <= last.y + last.height;
  if (point.x >= layout.lanesX && inLanes) {
    const actors = layout.columns.find(({ type }) => type === "actor");
    return actors && point.x >= actors.x - 40 ? "actor" : "project";
  }
  return column && column.type !== "project" && column.type !== "actor" ? column.type : "note";
}

/**
 * What people most likely add next to a card: the next step down the tree, else another of its kind. On a map without
 * a mission it is the mission: everything else hangs on it.
 */
export function typeBeside(card: Card | null, tree?: MissionTree): CardType {
  if (!card) return tree && tree.missions.length === 0 ? "mission" : "project";
  if (card.type === "mission" || card.type === "grand_challenge") return "challenge";
  return card.type === "challenge" ? "project" : card.type;
}

/** The lane of a new card that is not pointed anywhere: that of the card it stands beside or under. */
export function levelBeside(type: CardType, card: Card | null): Level | null {
  return LANED_TYPES.has(type) && card && "level" in card ? (card.level ?? null) : null;
}

/** A home for a new card: beside or under the selected card, else the only mission for a challenge. */
export function homeOfNew(type: CardType, selected: readonly Card[], tree: MissionTree): CardId | null {
  if (!HOMED_TYPES.has(type)) return null;
  const [one] = selected;
  if (selected.length === 1 && one) {
    // A second project beside the selected one, not inside it.
    const beside = one.type === type ? tree.parents.get(one.id) : undefined;
    if (beside) return beside;
    if (one.type !== type && mayLink("part_of", type, one.type)) return one.id;
  }
  const [mission] = tree.missions;
  return type === "challenge" && tree.missions.length === 1 && mission ? mission : null;
}

/** The next card of the same kind: under the same home, in the same lane, placed by the layout. */
export function siblingOf(card: Card): NewCard {
  const level = LANED_TYPES.has(card.type) && "level" in card ? card.level : null;
  return { type: card.type, home: card.home, fields: { title: "", ...(level ? { level } : {}) } };
}
