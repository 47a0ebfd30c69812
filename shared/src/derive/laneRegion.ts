/**
 * The lanes' region: how many sub-columns it takes, and every card inside it. A card keeps its slot in the grid while it
 * is dragged about, so that moving one card does not make the others close up; only cards it lands on give way.
 */
import type { CardId } from "../schema/ids.ts";
import type { Card } from "../schema/values.ts";
import { CARD_SIZES } from "./cardSizes.ts";
import { boxOf, type CardBox, type ColumnBox, kept, type LaneBox } from "./laneBoxes.ts";
import type { Arrangement, Cluster, LaneCards } from "./laneOrder.ts";
import { hosted, inHeightOrder } from "./leftBand.ts";
import type { Occupancy } from "./occupancy.ts";
import { planStrip, StripFiller } from "./strip.ts";

/** Room for the lane's name. */
const GUTTER = 112;
const PAD = 24;
const COLUMN_GAP = 28;
const SIDE_GAP = 112;
const LEAST_HEIGHT = 112;
const RATIO = 1.6;

const WORK = CARD_SIZES.project;
const ACTOR = CARD_SIZES.actor;
const PITCH_X = WORK.width + COLUMN_GAP;
const WORK_PITCH = WORK.height + 20;
const ACTOR_PITCH = ACTOR.height + 20;
const MOST_COLUMNS = 60;

export interface RegionPlan {
  readonly workColumns: number;
  readonly actorColumns: number;
  /** Slot of each card in its lane's grid. */
  readonly slots: ReadonlyMap<CardId, number>;
  /** Height of all lanes before anyone moved a card. */
  readonly height: number;
}

const isCrowdedBy = (clusters: readonly Cluster[], columns: number): boolean => {
  const count = clusters.reduce((sum, cluster) => sum + cluster.length, 0);
  return clusteredRows(clusters, columns) > 2 * Math.ceil(count / columns);
};

const clusteredRows = (clusters: readonly Cluster[], columns: number): number =>
  clusters.reduce((sum, cluster) => sum + Math.ceil(cluster.length / columns), 0);

/** Each cluster on rows of its own, unless that would leave half the lane empty. */
function workRows(clusters: readonly Cluster[], columns: number): number {
  if (!isCrowdedBy(clusters, columns)) return clusteredRows(clusters, columns);
  return Math.ceil(clusters.reduce((sum, cluster) => sum + cluster.length, 0) / columns);
}

const laneHeight = (work: number, actors: number): number =>
  Math.max(LEAST_HEIGHT, 2 * PAD + Math.max(work * WORK_PITCH, actors * ACTOR_PITCH) - 20);

/** Chooses the numbers of sub-columns that bring the whole map closest to 16:10 with little empty room. */
export function planRegion(arrangement: Arrangement, leftWidth: number): RegionPlan {
  const { lanes } = arrangement;
  const sizes = lanes.map((lane) => lane.work.reduce((sum, cluster) => sum + cluster.length, 0));
  const widestWork = Math.max(0, ...sizes);
  const widestActors = Math.max(0, ...lanes.map((lane) => lane.actors.length));
  const used =
    lanes.reduce((sum, lane, index) => sum + lane.actors.length + (sizes[index] ?? 0), 0) *
    PITCH_X *
    WORK_PITCH;
  let best = { score: Number.POSITIVE_INFINITY, workColumns: 1, actorColumns: 1, height: 0 };
  const actorRows = columnChoices(widestActors).map((columns) =>
    lanes.map((lane) => Math.ceil(lane.actors.length / columns)),
  );
  for (const workColumns of columnChoices(widestWork)) {
    const work = lanes.map((lane) => workRows(lane.work, workColumns));
    actorRows.forEach((rows, index) => {
      const actorColumns = index + 1;
      let height = 0;
      for (let lane = 0; lane < lanes.length; lane++) height += laneHeight(work[lane] ?? 0, rows[lane] ?? 0);
      const inner = (workColumns + actorColumns) * PITCH_X;
      const shape = Math.abs(Math.log((leftWidth + GUTTER + SIDE_GAP + inner) / height / RATIO));
      const score = shape + 0.5 * (1 - used / (inner * height));
      if (score < best.score) best = { score, workColumns, actorColumns, height };
    });
  }
  const slots = new Map<CardId, number>();
  for (const lane of lanes) {
    giveWorkSlots(lane.work, best.workColumns, slots);
    for (const [index, card] of lane.actors.entries()) slots.set(card.id, index);
  }
  return { workColumns: best.workColumns, actorColumns: best.actorColumns, slots, height: best.height };
}

/** 1, 2, 3... up to what the fullest lane could use. */
const columnChoices = (fullest: number): number[] =>
  Array.from({ length: Math.max(1, Math.min(MOST_COLUMNS, fullest)) }, (_, index) => index + 1);

function giveWorkSlots(clusters: readonly Cluster[], columns: number, slots: Map<CardId, number>): void {
  const packed = isCrowdedBy(clusters, columns);
  let slot = 0;
  for (const cluster of clusters) {
    if (!packed) slot = Math.ceil(slot / columns) * columns;
    for (const card of cluster) slots.set(card.id, slot++);
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
    const work = lane.work.flat();
    const placed: CardBox[] = [];
    const keep = (box: CardBox) => {
      boxes.set(box.id, box);
      placed.push(box);
    };
    for (const card of [...work, ...lane.actors]) {
      if (!card.pos) continue;
      const box = boxOf(card, lanesX + kept(card.pos[0], 0), y + kept(card.pos[1], 0), lane.level);
      occupancy.add(box);
      keep(box);
    }
    const top = y + PAD;
    fillGrid(
      { x: workX, y: top, columns: plan.workColumns, pitch: WORK_PITCH },
      work,
      lane,
      plan,
      occupancy,
      keep,
    );
    fillGrid(
      { x: actorX, y: top, columns: plan.actorColumns, pitch: ACTOR_PITCH },
      lane.actors,
      lane,
      plan,
      occupancy,
      keep,
    );
    for (const [hosts, strip, x] of [
      [work, workStrip, workX + workWidth],
      [lane.actors, actorStrip, actorX + actorWidth],
    ] as const) {
      if (strip.columns === 0) continue;
      const filler = new StripFiller(strip, x, occupancy);
      for (const host of inHeightOrder(hosts, boxes)) {
        for (const card of arrangement.satellites.get(host.id) ?? []) {
          if (!card.pos) keep(filler.place(card, host.y, null));
        }
      }
    }
    let bottom = y + LEAST_HEIGHT - PAD;
    for (const box of placed) {
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

interface Grid {
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly pitch: number;
}

/** Puts each card into its slot; those whose slot is covered by a moved card take the next free one. */
function fillGrid(
  grid: Grid,
  cards: readonly Card[],
  lane: LaneCards,
  plan: RegionPlan,
  occupancy: Occupancy,
  keep: (box: CardBox) => void,
): void {
  const at = (card: Card, slot: number) =>
    boxOf(
      card,
      grid.x + (slot % grid.columns) * PITCH_X,
      grid.y + Math.floor(slot / grid.columns) * grid.pitch,
      lane.level,
    );
  const put = (box: CardBox) => {
    occupancy.add(box);
    keep(box);
  };
  const displaced: Card[] = [];
  for (const card of cards) {
    if (card.pos) continue;
    const box = at(card, plan.slots.get(card.id) ?? 0);
    if (occupancy.inTheWay(box)) displaced.push(card);
    else put(box);
  }
  let next = 0;
  for (const card of displaced) {
    next = Math.max(next, plan.slots.get(card.id) ?? 0);
    while (occupancy.inTheWay(at(card, next))) next++;
    put(at(card, next));
    next++;
  }
}
