/**
 * The lanes' region: how many sub-columns it takes, which slot of the grid each card has, and the lanes one below the
 * other. Slots depend on the tree and on duties, never on where people moved cards.
 */
import type { CardId } from "../schema/ids.ts";
import type { Card } from "../schema/values.ts";
import { CARD_SIZES } from "./cardSizes.ts";
import type { CardBox, ColumnBox, LaneBox } from "./laneBoxes.ts";
import { LaneFiller, PAD, PITCH_X } from "./laneFiller.ts";
import type { Arrangement, Cluster } from "./laneOrder.ts";
import { hosted } from "./leftBand.ts";
import type { Occupancy } from "./occupancy.ts";
import { planStrip } from "./strip.ts";

/** Room for the lane's name. */
const GUTTER = 200;
const COLUMN_GAP = PITCH_X - CARD_SIZES.project.width;
const SIDE_GAP = 112;
const LEAST_HEIGHT = 88;
const RATIO = 1.6;

const WORK = CARD_SIZES.project;
const ACTOR = CARD_SIZES.actor;
const WORK_PITCH = WORK.height + 20;
const ACTOR_PITCH = ACTOR.height + 20;
const MOST_COLUMNS = 60;
/** Clusters on rows of their own need about a quarter more room. */
const CLUSTER_SHARE = 1.25;
const HEIGHT_STEP = 240;

export interface RegionPlan {
  readonly workColumns: number;
  readonly actorColumns: number;
  /** Slot of each card in its lane's grid. */
  readonly slots: ReadonlyMap<CardId, number>;
  /** About the height of all lanes before anyone moved a card, in coarse steps. */
  readonly height: number;
}

const sizeOf = (clusters: readonly Cluster[]): number =>
  clusters.reduce((sum, cluster) => sum + cluster.length, 0);

/** A count rounded up to about an eighth, so that one more card seldom changes the plan. */
function coarse(count: number): number {
  const step = Math.max(1, 2 ** Math.floor(Math.log2(Math.max(1, count))) / 4);
  return Math.ceil(count / step) * step;
}

const laneHeight = (work: number, actors: number): number =>
  Math.max(LEAST_HEIGHT, 2 * PAD + Math.max(work * WORK_PITCH, actors * ACTOR_PITCH) - 20);

/** Chooses the numbers of sub-columns that bring the whole map closest to 16:10 with little empty room. */
export function planRegion(arrangement: Arrangement, leftWidth: number): RegionPlan {
  const { lanes } = arrangement;
  const work = lanes.map((lane) => coarse(sizeOf(lane.work)));
  const actors = lanes.map((lane) => coarse(lane.actors.length));
  const used = [...work, ...actors].reduce((sum, count) => sum + count, 0) * PITCH_X * WORK_PITCH;
  let best = { score: Number.POSITIVE_INFINITY, workColumns: 1, actorColumns: 1 };
  for (const workColumns of columnChoices(work)) {
    for (const actorColumns of columnChoices(actors)) {
      let height = 0;
      for (let lane = 0; lane < lanes.length; lane++) {
        const workRows = Math.ceil(((work[lane] ?? 0) * CLUSTER_SHARE) / workColumns);
        height += laneHeight(workRows, Math.ceil((actors[lane] ?? 0) / actorColumns));
      }
      const inner = (workColumns + actorColumns) * PITCH_X;
      const shape = Math.abs(Math.log((leftWidth + GUTTER + SIDE_GAP + inner) / height / RATIO));
      const score = shape + (1 - used / (inner * height));
      if (score < best.score) best = { score, workColumns, actorColumns };
    }
  }
  const slots = new Map<CardId, number>();
  let height = 0;
  for (const lane of lanes) {
    const workRows = giveWorkSlots(lane.work, best.workColumns, slots);
    giveActorSlots(lane.actors, best.actorColumns, arrangement.load, slots);
    height += laneHeight(workRows, Math.ceil(lane.actors.length / best.actorColumns));
  }
  return {
    workColumns: best.workColumns,
    actorColumns: best.actorColumns,
    slots,
    height: Math.max(1, Math.round(height / HEIGHT_STEP)) * HEIGHT_STEP,
  };
}

/** 1, 2, 3... up to what the fullest lane could use. */
const columnChoices = (counts: readonly number[]): number[] =>
  Array.from({ length: Math.max(1, Math.min(MOST_COLUMNS, Math.max(...counts))) }, (_, index) => index + 1);

/** Each cluster on rows of its own, unless that would leave more than half the lane empty. Returns the rows used. */
function giveWorkSlots(clusters: readonly Cluster[], columns: number, slots: Map<CardId, number>): number {
  const apart = clusters.reduce((sum, cluster) => sum + Math.ceil(cluster.length / columns), 0);
  const packed = apart > 2 * Math.ceil(sizeOf(clusters) / columns) + 2;
  let slot = 0;
  for (const cluster of clusters) {
    if (!packed) slot = Math.ceil(slot / columns) * columns;
    for (const card of cluster) slots.set(card.id, slot++);
  }
  return Math.ceil(slot / columns);
}

/** Rows by duty; within a row those who answer for most come first, nearest to what they answer for. */
function giveActorSlots(
  actors: readonly Card[],
  columns: number,
  load: ReadonlyMap<CardId, number>,
  slots: Map<CardId, number>,
): void {
  for (let first = 0; first < actors.length; first += columns) {
    const row = actors.slice(first, first + columns);
    row.sort((one, other) => (load.get(other.id) ?? 0) - (load.get(one.id) ?? 0));
    for (const [index, card] of row.entries()) slots.set(card.id, first + index);
  }
}

/** Places all lanes from the top at `lanesX`. */
export function placeLanes(
  arrangement: Arrangement,
  plan: RegionPlan,
  lanesX: number,
  occupancy: Occupancy,
  boxes: Map<CardId, CardBox>,
): { readonly lanes: LaneBox[]; readonly width: number; readonly columns: ColumnBox[] } {
  const workCards = arrangement.lanes.flatMap((lane) => lane.work.flat());
  const actorCards = arrangement.lanes.flatMap((lane) => lane.actors);
  const workStrip = planStrip(hosted(arrangement, workCards), plan.height);
  const actorStrip = planStrip(hosted(arrangement, actorCards), plan.height);
  const workX = lanesX + GUTTER;
  const workWidth = plan.workColumns * PITCH_X - COLUMN_GAP;
  const actorX = workX + workWidth + workStrip.width + SIDE_GAP;
  const actorWidth = plan.actorColumns * PITCH_X - COLUMN_GAP;

  const lanes: LaneBox[] = [];
  let right = actorX + actorWidth + actorStrip.width;
  let y = 0;
  for (const lane of arrangement.lanes) {
    const work = { cards: lane.work.flat(), x: workX, columns: plan.workColumns, pitch: WORK_PITCH };
    const actors = { cards: lane.actors, x: actorX, columns: plan.actorColumns, pitch: ACTOR_PITCH };
    const placed = new LaneFiller(lane.level, lanesX, y, plan.slots, occupancy);
    placed.keepOwnPlaces([...work.cards, ...actors.cards]);
    placed.fill(work);
    placed.fill(actors);
    placed.fillStrip(work.cards, workStrip, workX + workWidth, arrangement.satellites);
    placed.fillStrip(actors.cards, actorStrip, actorX + actorWidth, arrangement.satellites);
    let bottom = y + LEAST_HEIGHT - PAD;
    for (const box of placed.boxes) {
      boxes.set(box.id, box);
      bottom = Math.max(bottom, box.y + box.height);
      right = Math.max(right, box.x + box.width);
    }
    const height = bottom + PAD - y;
    lanes.push({ level: lane.level, y, height });
    y += height;
  }
  const columns: ColumnBox[] = [];
  if (workCards.length > 0) columns.push({ type: "project", x: workX, width: workWidth });
  if (actorCards.length > 0) columns.push({ type: "actor", x: actorX, width: actorWidth });
  return { lanes, width: right + PAD - lanesX, columns };
}
