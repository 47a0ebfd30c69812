/**
 * The left band: grand challenges, missions and challenges, each mission in the middle of its challenges. Missions
 * start at x = 0, so that a first grand challenge, put to the left of them, moves nothing.
 */
import type { CardId } from "../schema/ids.ts";
import type { Card } from "../schema/values.ts";
import { CARD_SIZES } from "./cardSizes.ts";
import { boxOf, type CardBox, type ColumnBox } from "./laneBoxes.ts";
import type { Arrangement } from "./laneOrder.ts";
import type { Occupancy } from "./occupancy.ts";
import { inHeightOrder, planStrip, type Strip, StripFiller } from "./strip.ts";

const COLUMN_GAP = 56;
const LANES_GAP = 40;
const BLOCK_GAP = 40;
const SUB_GAP = 24;
const ROW_GAP = 24;
/** Steps in which rows are spread and the band is centred: small changes of the lanes leave the band in place. */
const STEP = 20;
const WIDEST_PITCH = 200;

const MISSION = CARD_SIZES.mission;
const CHALLENGE = CARD_SIZES.challenge;
const GRAND = CARD_SIZES.grand_challenge;
const CLOSEST_PITCH = CHALLENGE.height + ROW_GAP;

export interface LeftBand {
  readonly columns: readonly ColumnBox[];
  /** Where the lanes begin. */
  readonly lanesX: number;
}

interface Block {
  readonly mission: Card | null;
  readonly challenges: readonly Card[];
}

/** Sub-columns of challenges that keep the band about as high as the lanes. */
function challengeColumns(arrangement: Arrangement, height: number): number {
  const blocks = blocksOf(arrangement);
  const limit = Math.max(height * 1.15, 1200);
  let columns = 1;
  while (columns < 24 && bandHeight(blocks, columns, CLOSEST_PITCH) > limit) columns++;
  return columns;
}

/** Places the band beside lanes of about `height`. Cards with a place of their own are in `boxes` already. */
export function placeLeftBand(
  arrangement: Arrangement,
  height: number,
  occupancy: Occupancy,
  boxes: Map<CardId, CardBox>,
): LeftBand {
  const strips = {
    grand: planStrip(hosted(arrangement, arrangement.grandChallenges), height),
    mission: planStrip(hosted(arrangement, arrangement.missions), height),
    challenge: planStrip(hosted(arrangement, arrangement.challenges.flat()), height),
  };
  const subColumns = challengeColumns(arrangement, height);
  const grandX = -(COLUMN_GAP + strips.grand.width + GRAND.width);
  const challengeX = MISSION.width + strips.mission.width + COLUMN_GAP;
  const challengesWidth = subColumns * (CHALLENGE.width + SUB_GAP) - SUB_GAP;

  const put = (card: Card, x: number, y: number) => {
    if (card.pos) return;
    const wanted = boxOf(card, x, y);
    const box = { ...wanted, y: occupancy.freeBelow(wanted) };
    occupancy.add(box);
    boxes.set(card.id, box);
  };
  placeBlocks(blocksOf(arrangement), subColumns, height, challengeX, put);
  placeGrandChallenges(arrangement, grandX, boxes, put);

  const fill = (strip: Strip, x: number, cards: readonly Card[]) => {
    if (strip.columns === 0) return;
    const filler = new StripFiller(strip, x, occupancy);
    for (const host of inHeightOrder(cards, boxes)) {
      for (const card of arrangement.satellites.get(host.id) ?? []) {
        if (!card.pos) boxes.set(card.id, filler.place(card, host.y, null));
      }
    }
  };
  fill(strips.grand, grandX + GRAND.width, arrangement.grandChallenges);
  fill(strips.mission, MISSION.width, arrangement.missions);
  fill(strips.challenge, challengeX + challengesWidth, arrangement.challenges.flat());

  const columns: ColumnBox[] = [];
  if (arrangement.grandChallenges.length > 0) {
    columns.push({ type: "grand_challenge", x: grandX, width: GRAND.width });
  }
  if (arrangement.missions.length > 0) columns.push({ type: "mission", x: 0, width: MISSION.width });
  if (arrangement.challenges.some((cluster) => cluster.length > 0)) {
    columns.push({ type: "challenge", x: challengeX, width: challengesWidth });
  }
  return { columns, lanesX: challengeX + challengesWidth + strips.challenge.width + LANES_GAP };
}

export const hosted = (arrangement: Arrangement, hosts: readonly Card[]): Card[] =>
  hosts.flatMap((host) => arrangement.satellites.get(host.id) ?? []);

const blocksOf = (arrangement: Arrangement): Block[] =>
  arrangement.challenges
    .map((challenges, index) => ({ mission: arrangement.missions[index] ?? null, challenges }))
    .filter((block) => block.mission || block.challenges.length > 0);

const rowsHeight = (count: number, columns: number, pitch: number): number =>
  count === 0 ? 0 : (Math.ceil(count / columns) - 1) * pitch + CHALLENGE.height;

const blockHeight = (block: Block, columns: number, pitch: number): number =>
  Math.max(block.mission ? MISSION.height : 0, rowsHeight(block.challenges.length, columns, pitch));

const bandHeight = (blocks: readonly Block[], columns: number, pitch: number): number =>
  blocks.reduce((sum, block) => sum + blockHeight(block, columns, pitch) + BLOCK_GAP, -BLOCK_GAP);

function placeBlocks(
  blocks: readonly Block[],
  columns: number,
  height: number,
  challengeX: number,
  put: (card: Card, x: number, y: number) => void,
): void {
  let pitch = WIDEST_PITCH;
  while (pitch > CLOSEST_PITCH && bandHeight(blocks, columns, pitch) > height) pitch -= STEP;
  const spare = (height - bandHeight(blocks, columns, pitch)) / 2;
  let y = Math.max(0, Math.floor(spare / STEP) * STEP);
  for (const block of blocks) {
    const own = blockHeight(block, columns, pitch);
    if (block.mission) put(block.mission, 0, y + Math.floor((own - MISSION.height) / 2));
    const first = y + Math.floor((own - rowsHeight(block.challenges.length, columns, pitch)) / 2);
    block.challenges.forEach((card, index) => {
      const x = challengeX + (index % columns) * (CHALLENGE.width + SUB_GAP);
      put(card, x, first + Math.floor(index / columns) * pitch);
    });
    y += own + BLOCK_GAP;
  }
}

/** Each grand challenge beside the middle of what answers it. */
function placeGrandChallenges(
  arrangement: Arrangement,
  x: number,
  boxes: ReadonlyMap<CardId, CardBox>,
  put: (card: Card, x: number, y: number) => void,
): void {
  const middleOf = (card: Card): number => {
    const answers = (arrangement.addressedBy.get(card.id) ?? []).flatMap((id) => boxes.get(id) ?? []);
    const missions = answers.filter((box) => box.type === "mission");
    const chosen = missions.length > 0 ? missions : answers;
    const sum = chosen.reduce((total, box) => total + box.y + box.height / 2, 0);
    return chosen.length === 0 ? Number.MAX_SAFE_INTEGER : Math.round(sum / chosen.length);
  };
  const groups = new Map<number, Card[]>();
  for (const card of arrangement.grandChallenges) {
    const middle = middleOf(card);
    groups.set(middle, [...(groups.get(middle) ?? []), card]);
  }
  let end = 0;
  for (const [middle, cards] of [...groups].sort(([one], [other]) => one - other)) {
    const needed = cards.length * (GRAND.height + ROW_GAP) - ROW_GAP;
    const wanted = middle === Number.MAX_SAFE_INTEGER ? end : middle - Math.floor(needed / 2);
    let y = Math.max(end, wanted);
    for (const card of cards) {
      put(card, x, y);
      y += GRAND.height + ROW_GAP;
    }
    end = y;
  }
}
