/**
 * The rows of the roadmap from top to bottom: each mission with its phases, its lanes, their bars. Rows have heights of
 * their own; `top` is where each begins. Pure.
 */
import type { PhaseBand } from "@trellis/shared/derive/phaseBands";
import type { Bar, Lane, Mark, MissionTimeline } from "@trellis/shared/derive/timeline";
import type { CardId } from "@trellis/shared/schema/ids";

/** A phase on the axis; phases that run at the same time stand on tracks below each other. */
export interface PlacedPhase {
  readonly band: PhaseBand & { readonly from: number; readonly to: number };
  readonly track: number;
}

interface RowBase {
  readonly key: string;
  readonly top: number;
  readonly height: number;
  /** Steps from the mission. */
  readonly depth: number;
}
export interface MissionRow extends RowBase {
  readonly kind: "mission";
  readonly mission: CardId | null;
  readonly phases: readonly PlacedPhase[];
  readonly marks: readonly Mark[];
}
/** A phase that cannot be drawn, and so is told. */
export interface FaultRow extends RowBase {
  readonly kind: "fault";
  readonly band: PhaseBand;
}
export interface LaneRow extends RowBase {
  readonly kind: "lane";
  readonly challenge: CardId | null;
  readonly marks: readonly Mark[];
  readonly bars: number;
  readonly isOpen: boolean;
}
export interface BarRow extends RowBase {
  readonly kind: "bar";
  readonly bar: Bar;
  readonly lane: string;
}
export type RoadmapRow = MissionRow | FaultRow | LaneRow | BarRow;

/** What stands behind the rows of a mission. */
export interface Block {
  readonly key: string;
  readonly top: number;
  readonly height: number;
  readonly phases: readonly PlacedPhase[];
}

export interface RoadmapRows {
  readonly rows: readonly RoadmapRow[];
  readonly blocks: readonly Block[];
  readonly height: number;
}

interface Choices {
  /** The one mission that is shown; null: all. */
  readonly mission: CardId | null;
  readonly folded: ReadonlySet<string>;
  /** Cards that are shown; null: all. */
  readonly shown: ReadonlySet<CardId> | null;
}

export const ROW_HEIGHT = 28;
const TRACK_HEIGHT = 40;
const MARKS_HEIGHT = 24;
const MISSION_LEAST = 34;

const laneKeyOf = (mission: CardId | null, lane: CardId | null): string => `lane ${lane ?? mission ?? ""}`;

const isDrawn = (band: PhaseBand): band is PlacedPhase["band"] =>
  band.from !== null && band.to !== null && band.fault === null;

/** Each phase on the first track that is free. */
export function placedPhases(phases: readonly PhaseBand[]): readonly PlacedPhase[] {
  const ends: number[] = [];
  return phases.filter(isDrawn).map((band) => {
    const free = ends.findIndex((end) => end < band.from);
    const track = free < 0 ? ends.length : free;
    ends[track] = band.to;
    return { band, track };
  });
}

/** Lanes with what is shown of them; a lane stays for its challenge or for one of its bars. */
function shownLanes(lanes: readonly Lane[], shown: Choices["shown"]): readonly Lane[] {
  if (shown === null) return lanes;
  return lanes.flatMap((lane) => {
    const bars = lane.bars.filter(({ card }) => shown.has(card));
    const isShown = bars.length > 0 || (lane.challenge !== null && shown.has(lane.challenge));
    return isShown ? [{ ...lane, bars }] : [];
  });
}

export function roadmapRows(missions: readonly MissionTimeline[], choices: Choices): RoadmapRows {
  const rows: RoadmapRow[] = [];
  const blocks: Block[] = [];
  let top = 0;
  const add = (
    row: Omit<MissionRow, "top"> | Omit<FaultRow, "top"> | Omit<LaneRow, "top"> | Omit<BarRow, "top">,
  ) => {
    rows.push({ ...row, top });
    top += row.height;
  };
  const chosen = missions.some((one) => one.mission === choices.mission) ? choices.mission : null;
  for (const one of missions) {
    if (chosen !== null && one.mission !== chosen) continue;
    const begins = top;
    const { mission } = one;
    const key = `mission ${mission ?? ""}`;
    const phases = placedPhases(one.phases);
    const tracks = Math.max(0, ...phases.map(({ track }) => track + 1));
    const height = Math.max(
      MISSION_LEAST,
      tracks * TRACK_HEIGHT + (one.marks.length > 0 ? MARKS_HEIGHT : 0) + (tracks > 0 ? 4 : 0),
    );
    add({ kind: "mission", key, mission, phases, marks: one.marks, height, depth: 0 });
    for (const band of one.phases)
      if (!isDrawn(band))
        add({ kind: "fault", key: `fault ${mission} ${band.phase}`, band, height: ROW_HEIGHT, depth: 1 });
    for (const { challenge, bars, marks } of shownLanes(one.lanes, choices.shown)) {
      const lane = laneKeyOf(mission, challenge);
      const isOpen = !choices.folded.has(lane);
      add({ kind: "lane", key: lane, challenge, marks, bars: bars.length, isOpen, height: 32, depth: 1 });
      if (!isOpen) continue;
      for (const bar of bars) add({ kind: "bar", key: bar.card, bar, lane, height: ROW_HEIGHT, depth: 2 });
    }
    blocks.push({ key, top: begins, height: top - begins, phases });
  }
  return { rows, blocks, height: top };
}

/** The card that a row is about; null for a lane without one. */
export function cardOfRow(row: RoadmapRow): CardId | null {
  switch (row.kind) {
    case "mission":
      return row.mission;
    case "fault":
      return row.band.mission;
    case "lane":
      return row.challenge;
    case "bar":
      return row.bar.card;
  }
}

/** Whether two values made of plain objects and lists hold the same. */
export function saysTheSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const keys = Object.keys(b);
  return Object.keys(a).length === keys.length && keys.every((key) => saysTheSame(a[key], b[key]));
}
