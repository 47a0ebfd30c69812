/**
 * Where every card stands on the canvas: the same in every browser and in exported pictures. Whole numbers only.
 * 1. Grand challenges, missions and challenges stand in a left band, in columns in this order, whatever their level.
 * 2. Projects, instruments and actors stand in lanes by level; the level alone decides the lane.
 * 3. A card's own `pos` wins: relative to its lane's corner, or to the canvas origin for cards outside the lanes.
 * 4. Other cards, and cards of lanes without a level, stand beside the card they link to, else below everything.
 * 5. A card without `pos` never covers another card.
 */
import type { MapSnapshot } from "../read/snapshot.ts";
import { LANED_TYPES } from "../schema/cardTypes.ts";
import type { CardType, Level } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import type { Card, Link, Position } from "../schema/values.ts";
import { CARD_SIZES } from "./cardSizes.ts";
import { boxAt, boxOf, type CardBox, FARTHEST, kept, type LaneBox, type LaneLayout } from "./laneBoxes.ts";
import { type Arrangement, arrange, laneOf, rearranged, standsAlone } from "./laneOrder.ts";
import { placeLanes, planRegion, type RegionPlan } from "./laneRegion.ts";
import { placeLeftBand } from "./leftBand.ts";
import { type Box, Occupancy } from "./occupancy.ts";
import { type MissionTree, missionTree } from "./tree.ts";

export type { CardBox, ColumnBox, LaneBox, LaneLayout } from "./laneBoxes.ts";

/** The types a map shows until a person asks for more. */
export const SHOWN_BY_DEFAULT: ReadonlySet<CardType> = new Set([
  "grand_challenge",
  "mission",
  "challenge",
  "project",
  "instrument",
  "actor",
]);

/** Usual width of the left band, for choosing the number of sub-columns in the lanes. */
const LEFT_WIDTH = 512;
const GRAND_WIDTH = 256;
const LOOSE_GAP = 48;

export interface LayoutOptions {
  /** Types to lay out; `SHOWN_BY_DEFAULT` when left out. */
  readonly shown?: ReadonlySet<CardType>;
  /** The tree of the same snapshot, when the caller has it. */
  readonly tree?: MissionTree;
}

/** The part of a layout in which people's own placing of cards has no say: who stands next to whom, and the grid. */
export interface LanePlan {
  readonly arrangement: Arrangement;
  readonly region: RegionPlan;
}

/** Half of the work of `laneLayout`. It holds good for later snapshots while cards are only moved within their lanes. */
export function planLanes(
  { cards, links }: Pick<MapSnapshot, "cards" | "links">,
  options: LayoutOptions = {},
): LanePlan {
  const tree = options.tree ?? missionTree(cards);
  const arrangement = arrange(cards, [...links.values()], tree, options.shown ?? SHOWN_BY_DEFAULT);
  const leftWidth = LEFT_WIDTH + (arrangement.grandChallenges.length > 0 ? GRAND_WIDTH : 0);
  return { arrangement, region: planRegion(arrangement, leftWidth) };
}

/** Lays out a map. Pure: the same snapshot and options give the same places on every machine. */
export function laneLayout(
  snapshot: Pick<MapSnapshot, "cards" | "links">,
  options: LayoutOptions = {},
): LaneLayout {
  return layoutBy(planLanes(snapshot, options), snapshot.cards);
}

/**
 * Lays out by a plan.
 * @param cards those of the plan's snapshot, or of a later one in which they were only moved
 */
export function layoutBy(plan: LanePlan, cards: ReadonlyMap<CardId, Card>): LaneLayout {
  const arrangement = rearranged(plan.arrangement, cards);
  const boxes = new Map<CardId, CardBox>();
  const occupancy = new Occupancy();

  const standing = [
    ...arrangement.grandChallenges,
    ...arrangement.missions,
    ...arrangement.challenges.flat(),
  ];
  const satellites = [...arrangement.satellites.values()].flat();
  for (const card of [...standing, ...satellites]) {
    if (!card.pos) continue;
    const box = boxAt(card, card.pos);
    occupancy.add(box);
    boxes.set(card.id, box);
  }
  const left = placeLeftBand(arrangement, plan.region.height, occupancy, boxes);
  const region = placeLanes(arrangement, plan.region, left.lanesX, occupancy, boxes);
  const lanesBox = regionBox(left.lanesX, region.width, region.lanes);
  const loose = arrangement.satellites.get(null) ?? [];
  if (loose.length > 0) placeLoose(loose, around([lanesBox, ...boxes.values()]), occupancy, boxes);
  return {
    cards: boxes,
    lanes: region.lanes,
    lanesX: left.lanesX,
    lanesWidth: region.width,
    columns: [...left.columns, ...region.columns],
    bounds: around([lanesBox, ...boxes.values()]),
  };
}

/**
 * True when a link has a say in where cards stand: duties order the actors, answers place grand challenges, and a card
 * beside the lanes stands by what it is linked to. Other links come and go without a new layout.
 */
export function placesCards({ type, from, to }: Link, cards: ReadonlyMap<CardId, Card>): boolean {
  if (type === "responsible" || type === "addresses") return true;
  return [from, to].some((id) => {
    const card = cards.get(id);
    return card !== undefined && !standsAlone(card);
  });
}

const regionBox = (x: number, width: number, lanes: readonly LaneBox[]): Box => ({
  x,
  y: 0,
  width,
  height: lanes.reduce((sum, lane) => sum + lane.height, 0),
});

/** Rows below everything, for cards that link to nothing shown. */
function placeLoose(
  cards: readonly Card[],
  above: Box,
  occupancy: Occupancy,
  boxes: Map<CardId, CardBox>,
): void {
  let x = above.x;
  let y = above.y + above.height + LOOSE_GAP;
  let rowHeight = 0;
  for (const card of cards) {
    if (card.pos) continue;
    const size = CARD_SIZES[card.type];
    if (x > above.x && x + size.width > above.x + above.width) {
      x = above.x;
      y += rowHeight + 12;
      rowHeight = 0;
    }
    const box = boxOf(card, x, y);
    occupancy.add(box);
    boxes.set(card.id, box);
    x += size.width + 12;
    rowHeight = Math.max(rowHeight, size.height);
  }
}

function around(boxes: readonly Box[]): Box {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * Where a card's own place puts it in lanes as they were laid out before, without a new layout: what a view can show at
 * once while a card is moved by somebody else. Null when the card has no place of its own or its lane is not there.
 */
export function boxAhead(layout: Pick<LaneLayout, "lanes" | "lanesX">, card: Card): CardBox | null {
  if (!card.pos) return null;
  const level = laneOf(card);
  if (level === null) return boxAt(card, card.pos);
  const lane = layout.lanes.find((each) => each.level === level);
  return lane
    ? boxOf(card, layout.lanesX + kept(card.pos[0], 0), lane.y + kept(card.pos[1], 0), level)
    : null;
}

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
  const level = laneOf(card);
  const size = CARD_SIZES[card.type];
  const middle = y + size.height / 2;
  const last = layout.lanes.at(-1);
  const overLanes =
    x + size.width / 2 >= layout.lanesX && middle >= 0 && last !== undefined && middle < last.y + last.height;
  if (!LANED_TYPES.has(card.type) || (level === null && !overLanes)) {
    return { pos: [kept(x, -FARTHEST), kept(y, -FARTHEST)] };
  }
  const lane = laneAt(layout, middle);
  const pos: Position = [kept(x - layout.lanesX, 0), kept(y - lane.y, 0)];
  return lane.level === level ? { pos } : { pos, level: lane.level };
}
