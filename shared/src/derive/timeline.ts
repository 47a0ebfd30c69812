/**
 * The roadmap: missions with their phases, a lane for each challenge, projects and instruments in it, and what is due
 * on a day (decisions, reviews, milestones). What has no dates of its own is never placed as if it had: it stands where
 * the phase it names stands, and says so, or nowhere. Placeholders are here like all others: people fill them in.
 */
import { compareText } from "../lib/order.ts";
import { firstDay, lastDay } from "../schema/days.ts";
import type { CardType } from "../schema/enums.ts";
import type { CardId, RecordId } from "../schema/ids.ts";
import { type Ask, type Question, question } from "./ask.ts";
import { type DecisionState, decisions } from "./decisions.ts";
import { cardTypes, facts, linksOf, missionAbove, tree } from "./parts.ts";
import { type PhaseBand, phaseBands, type Span, spanOf } from "./phaseBands.ts";

export interface Bar extends Span {
  readonly card: CardId;
  readonly type: "project" | "instrument";
  readonly status: string | null;
  /** The phase it names, where its mission has that phase. */
  readonly phase: RecordId | null;
  /** Where `from` and `to` come from: its own dates, its phase, or nowhere. */
  readonly basis: "own" | "phase" | null;
}

export interface Mark {
  readonly card: CardId;
  readonly kind: "decision" | "review" | "milestone";
  readonly date: string;
  /** First and last day that the date may mean. */
  readonly from: number;
  readonly to: number;
  /** Of decisions. */
  readonly state: DecisionState | null;
}

export interface Lane {
  /** Null: what stands directly under the mission. */
  readonly challenge: CardId | null;
  /** By their first day, then by their last; those without dates of their own after them. */
  readonly bars: readonly Bar[];
  readonly marks: readonly Mark[];
}

export interface MissionTimeline {
  /** Null: what stands under no mission. */
  readonly mission: CardId | null;
  readonly phases: readonly PhaseBand[];
  /** What concerns the mission as a whole, or several of its lanes. */
  readonly marks: readonly Mark[];
  readonly lanes: readonly Lane[];
}

export interface Timeline {
  readonly missions: readonly MissionTimeline[];
  /** First and last day of phases, work, decisions, reviews and missions; null when nothing is dated. */
  readonly from: number | null;
  readonly to: number | null;
}

const mark = (card: CardId, kind: Mark["kind"], date: string, state: DecisionState | null = null): Mark => ({
  card,
  kind,
  date,
  from: firstDay(date),
  to: lastDay(date),
  state,
});

interface PlacedMark {
  readonly mark: Mark;
  /** Cards of the tree it bears on. */
  readonly on: readonly CardId[];
}

/** Decisions and reviews with what they bear on; the year a mission ends, and the last target of each indicator. */
const placedMarks: Question<readonly PlacedMark[]> = question((ask) => {
  const found: PlacedMark[] = [];
  const ends = <Type extends "decides" | "threatens" | "measures">(type: Type) => {
    const lists = new Map<CardId, CardId[]>();
    for (const { from, to } of ask(linksOf(type))) lists.set(from, [...(lists.get(from) ?? []), to]);
    return lists;
  };
  const [settles, threatens, measures] = [ends("decides"), ends("threatens"), ends("measures")];
  const states = new Map(ask(decisions).map((one) => [one.card, one.state]));
  for (const { id, date, reviewDate } of ask(facts("decision"))) {
    const on = settles.get(id) ?? [];
    if (date) found.push({ mark: mark(id, "decision", date, states.get(id) ?? null), on });
    if (reviewDate) found.push({ mark: mark(id, "review", reviewDate), on });
  }
  for (const { id, reviewDate } of ask(facts("risk")))
    if (reviewDate) found.push({ mark: mark(id, "review", reviewDate), on: threatens.get(id) ?? [] });
  for (const { id, targetYear } of ask(facts("mission")))
    if (targetYear) found.push({ mark: mark(id, "milestone", String(targetYear)), on: [id] });
  for (const { id, targets } of ask(facts("indicator"))) {
    const last = targets?.findLast(({ date }) => Boolean(date))?.date;
    if (last) found.push({ mark: mark(id, "milestone", last), on: measures.get(id) ?? [] });
  }
  return found.sort(
    (one, other) =>
      one.mark.from - other.mark.from ||
      one.mark.to - other.mark.to ||
      compareText(one.mark.card, other.mark.card) ||
      compareText(one.mark.kind, other.mark.kind),
  );
});

/** Projects and instruments with their dates. */
const bars: Question<ReadonlyMap<CardId, Bar>> = question((ask) => {
  const above = ask(missionAbove);
  const bands = ask(phaseBands);
  const bar = (
    card: CardId,
    type: Bar["type"],
    span: Span,
    status: string | null | undefined,
    named: RecordId | null | undefined,
  ): [CardId, Bar] => {
    const mission = above.get(card);
    const phase = mission ? bands.get(mission)?.find((one) => one.phase === named) : undefined;
    const common = { card, type, status: status ?? null, phase: phase?.phase ?? null };
    if (span.from !== null || span.to !== null) return [card, { ...span, ...common, basis: "own" }];
    const isPlaced = phase !== undefined && phase.from !== null && phase.to !== null && phase.fault === null;
    const { from, to } = isPlaced ? phase : span;
    return [card, { ...span, from, to, ...common, basis: isPlaced ? "phase" : null }];
  };
  return new Map([
    ...ask(facts("project")).map((card) =>
      bar(card.id, "project", spanOf(card.start, card.end), card.status, card.phase),
    ),
    ...ask(facts("instrument")).map((card) =>
      bar(card.id, "instrument", spanOf(card.start, null), card.status, card.phase),
    ),
  ]);
});

const RANK = { own: 0, phase: 1, none: 2 } as const;

function inTime(one: Bar, other: Bar): number {
  const day = (value: number | null, other: number | null) => value ?? other ?? 0;
  return (
    RANK[one.basis ?? "none"] - RANK[other.basis ?? "none"] ||
    day(one.from, one.to) - day(other.from, other.to) ||
    day(one.to, one.from) - day(other.to, other.from)
  );
}

/** The lane in which a card of the tree stands: the nearest challenge at or above it. */
function lanesOf(ask: Ask): ReadonlyMap<CardId, CardId | null> {
  const { all, parents } = ask(tree);
  const types = ask(cardTypes);
  const lanes = new Map<CardId, CardId | null>();
  for (const card of all) {
    const parent = parents.get(card);
    lanes.set(
      card,
      types.get(card) === "challenge" ? card : parent === undefined ? null : (lanes.get(parent) ?? null),
    );
  }
  return lanes;
}

interface Place {
  readonly mission: CardId | null;
  readonly lane: CardId | null;
}

/** Where a mark stands: the one lane it bears on, else the one mission, else with what is under no mission. */
function placeOf(on: readonly CardId[], placeOfCard: ReadonlyMap<CardId, Place>): Place {
  const places = on.flatMap((card) => placeOfCard.get(card) ?? []);
  const missions = new Set(places.map(({ mission }) => mission));
  const lanes = new Set(places.map(({ lane }) => lane));
  const mission = missions.size === 1 ? (places[0]?.mission ?? null) : null;
  return { mission, lane: missions.size === 1 && lanes.size === 1 ? (places[0]?.lane ?? null) : null };
}

/** A list for each key, in the order in which items came. */
function gathered<Item>(items: Iterable<readonly [string, Item]>): (key: string) => readonly Item[] {
  const lists = new Map<string, Item[]>();
  for (const [key, item] of items) {
    const list = lists.get(key);
    if (list) list.push(item);
    else lists.set(key, [item]);
  }
  return (key) => lists.get(key) ?? [];
}

// Ids hold no blank, so two of them with one between are one key.
const laneKey = ({ mission, lane }: Place): string => `${mission ?? ""} ${lane ?? ""}`;

/** Everything in time. */
export const timeline: Question<Timeline> = question((ask) => {
  const { all, missions } = ask(tree);
  const types: ReadonlyMap<CardId, CardType> = ask(cardTypes);
  const above = ask(missionAbove);
  const laneOf = lanesOf(ask);
  const known = ask(bars);
  const bands = ask(phaseBands);
  const place = new Map(
    all.map((card): [CardId, Place] => [
      card,
      { mission: above.get(card) ?? null, lane: laneOf.get(card) ?? null },
    ]),
  );
  // What bears on nothing, or on several missions, stands with the only mission or with none.
  const only = missions.length === 1 ? (missions[0] ?? null) : null;
  const marksAt = gathered(
    ask(placedMarks).map(({ mark, on }) => {
      const { mission, lane } = placeOf(on, place);
      return [laneKey({ mission: mission ?? only, lane }), mark] as const;
    }),
  );
  const barsAt = gathered(
    [...place].flatMap(([card, at]) => {
      const bar = known.get(card);
      return bar ? [[laneKey(at), bar] as const] : [];
    }),
  );
  const challengesAt = gathered(
    [...place].flatMap(([card, { mission }]) =>
      types.get(card) === "challenge" ? [[mission ?? "", card] as const] : [],
    ),
  );
  const rows = [...missions, null].map((mission): MissionTimeline => {
    const lanes = [null, ...challengesAt(mission ?? "")].map((challenge): Lane => {
      const key = laneKey({ mission, lane: challenge });
      return { challenge, bars: barsAt(key).toSorted(inTime), marks: challenge === null ? [] : marksAt(key) };
    });
    return {
      mission,
      phases: mission === null ? [] : (bands.get(mission) ?? []),
      marks: marksAt(laneKey({ mission, lane: null })),
      lanes: lanes.filter((lane) => lane.challenge !== null || lane.bars.length > 0),
    };
  });
  const shown = rows.filter((row) => row.mission !== null || row.lanes.length > 0 || row.marks.length > 0);
  return { missions: shown, ...extent(shown) };
});

/** Targets of indicators may lie far beyond all work: they say when everything is only where nothing else is dated. */
function extent(missions: readonly MissionTimeline[]): Pick<Timeline, "from" | "to"> {
  const marks = missions.flatMap((one) => [...one.marks, ...one.lanes.flatMap((lane) => lane.marks)]);
  const ownMissions = new Set<string | null>(missions.map(({ mission }) => mission));
  const near = marks.filter(({ kind, card }) => kind !== "milestone" || ownMissions.has(card));
  const work = missions.flatMap((one) => [...one.phases, ...one.lanes.flatMap((lane) => lane.bars)]);
  const found = bounds([...work, ...near]);
  return found.from === null ? bounds(marks) : found;
}

function bounds(spans: readonly Pick<Span, "from" | "to">[]): Pick<Timeline, "from" | "to"> {
  let from: number | null = null;
  let to: number | null = null;
  for (const day of spans.flatMap((span) => [span.from, span.to])) {
    if (day === null) continue;
    from = from === null ? day : Math.min(from, day);
    to = to === null ? day : Math.max(to, day);
  }
  return { from, to };
}
