/** The parts of a layout: boxes of cards, lanes and columns, in whole canvas units (pixels at zoom 1). */
import type { CardType, Level } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import type { Card, Position } from "../schema/values.ts";
import { CARD_SIZES } from "./cardSizes.ts";
import type { Box } from "./occupancy.ts";

export interface CardBox extends Box {
  readonly id: CardId;
  readonly type: CardType;
  /** The lane it stands in; null outside the lanes. */
  readonly lane: Level | null;
}

/** One band of the lanes' region. All share `lanesX` and `lanesWidth`. */
export interface LaneBox {
  readonly level: Level;
  readonly y: number;
  readonly height: number;
}

/** The reach of one column, sub-columns included, for its heading. `project` also holds instruments. */
export interface ColumnBox {
  readonly type: "grand_challenge" | "mission" | "challenge" | "project" | "actor";
  readonly x: number;
  readonly width: number;
}

export interface LaneLayout {
  /** Every shown card. */
  readonly cards: ReadonlyMap<CardId, CardBox>;
  /** All six, from supranational to neighbourhood, touching one another. */
  readonly lanes: readonly LaneBox[];
  readonly lanesX: number;
  readonly lanesWidth: number;
  /** Columns that hold at least one card, from left to right. */
  readonly columns: readonly ColumnBox[];
  /** Around all cards and lanes. */
  readonly bounds: Box;
}

/** How far a card may lie from the corner its position counts from; a longer way is cut short when drawing. */
export const FARTHEST = 50_000;

/** A whole coordinate within reach. */
export const kept = (value: number, least: number): number =>
  Math.min(FARTHEST, Math.max(least, Math.round(value) || 0));

/** A card's box with its corner at (x, y). */
export function boxOf(card: Card, x: number, y: number, lane: Level | null = null): CardBox {
  const { width, height } = CARD_SIZES[card.type];
  return { id: card.id, type: card.type, x, y, width, height, lane };
}

/** The box of a card outside the lanes that says itself where it stands. */
export const boxAt = (card: Card, pos: Position): CardBox =>
  boxOf(card, kept(pos[0], -FARTHEST), kept(pos[1], -FARTHEST));
