/**
 * Where every card stands on the canvas: the same in every browser and in exported pictures. Whole numbers only.
 * 1. Grand challenges, missions and challenges stand in a left band, in columns in this order, whatever their level.
 * 2. Projects, instruments and actors stand in lanes by level; the level alone decides the lane.
 * 3. A card's own `pos` wins: relative to its lane's corner, or to the canvas origin for cards outside the lanes.
 * 4. Other cards, and cards of lanes without a level, stand beside the card they link to, else below everything.
 * 5. A card without `pos` never covers another card.
 */
import { LANED_TYPES } from "../schema/cardTypes.ts";
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

/** The heading and reach of one column, sub-columns included. `project` also holds instruments. */
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
  readonly columns: readonly ColumnBox[];
  /** Around all cards and lanes. */
  readonly bounds: Box;
}

/** The types a map shows until a person asks for more. */
export const SHOWN_BY_DEFAULT: ReadonlySet<CardType> = new Set([
  "grand_challenge",
  "mission",
  "challenge",
  "project",
  "instrument",
  "actor",
]);

/** How far a card may lie from the corner its position counts from; a longer way is cut short when drawing. */
export const FARTHEST = 50_000;

/** The lane at a height; above the first it is the first, below the last the last. */
export function laneAt(layout: LaneLayout, y: number): LaneBox {
  const found = layout.lanes.findLast((lane) => y >= lane.y) ?? layout.lanes[0];
  if (!found) throw new Error("A layout always has its lanes.");
  return found;
}

/** What to store when a card is dropped with its top left corner at (x, y). `level` only when the lane changed. */
export function positionToPos(
  layout: LaneLayout,
  card: Card,
  x: number,
  y: number,
): { readonly pos: Position; readonly level?: Level } {
  const level = "level" in card ? (card.level ?? null) : null;
  const size = CARD_SIZES[card.type];
  const middle = y + size.height / 2;
  const last = layout.lanes.at(-1);
  const inLanes =
    LANED_TYPES.has(card.type) &&
    (level !== null ||
      (x + size.width / 2 >= layout.lanesX && middle >= 0 && last !== undefined && middle < last.y + last.height));
  if (!inLanes) return { pos: [kept(x, -FARTHEST), kept(y, -FARTHEST)] };
  const lane = laneAt(layout, middle);
  const pos: Position = [kept(x - layout.lanesX, 0), kept(y - lane.y, 0)];
  return lane.level === level ? { pos } : { pos, level: lane.level };
}

/** A whole coordinate within reach. */
export const kept = (value: number, least: number): number =>
  Math.min(FARTHEST, Math.max(least, Math.round(value) || 0));
