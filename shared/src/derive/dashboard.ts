/**
 * What a councillor reads in one minute, for each mission: years left, who answers, what waits for a decision, how
 * far its work is, how its indicators stand, how much of it nobody answers for; and the health of the map by group.
 * Prompts that nobody has begun to fill in count for nothing.
 * What changed since a date is not here: a snapshot knows no past, that is the server's log.
 */
import { compareText } from "../lib/order.ts";
import { lastDay, yearOf } from "../schema/days.ts";
import { ENUMS } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import { type Ask, type Question, question } from "./ask.ts";
import { type DecisionState, decisions } from "./decisions.ts";
import { type Duties, holders, realDuties } from "./duties.ts";
import { type GroupHealth, healthCheck } from "./health/healthCheck.ts";
import { missionVerdicts, missionVerdictsOver, VERDICTS, type VerdictCounts } from "./indicators.ts";
import { actorLoads } from "./loads.ts";
import { facts, missionAbove, placeholders, today, tree } from "./parts.ts";

const STATUSES = [...new Set([...ENUMS.status, ...ENUMS.instrumentStatus])];
/** A status of missions, challenges and projects, or of instruments. */
export type TreeStatus = (typeof STATUSES)[number];

export interface MissionTile {
  readonly mission: CardId;
  readonly statement: string | null;
  readonly targetYear: number | null;
  /** Calendar years from today's to the target year; below zero when it is past, null when no year is set. */
  readonly yearsLeft: number | null;
  readonly accountable: readonly CardId[];
  readonly champions: readonly CardId[];
  readonly convenors: readonly CardId[];
  /** Cards of its tree, those of them without an accountable actor today, and prompts beside them. */
  readonly cards: number;
  readonly gaps: readonly CardId[];
  readonly prompts: number;
  /** Who answers for how many of them, the largest first; overloaded by all that the actor answers for on the map. */
  readonly answering: readonly {
    readonly actor: CardId;
    readonly cards: number;
    readonly isOverloaded: boolean;
  }[];
  /** Its cards below the mission by status, in the order of work; null: not known. Statuses that no card has are left out. */
  readonly statuses: readonly { readonly status: TreeStatus | null; readonly cards: number }[];
  /** How many of its indicators stand how. */
  readonly verdicts: VerdictCounts;
  /** Those of them whose last target's day has passed. */
  readonly verdictsOver: VerdictCounts;
  /** Open and due decisions that settle a card of its tree. */
  readonly decisions: readonly {
    readonly card: CardId;
    readonly state: DecisionState;
    readonly date: string | null;
  }[];
}
export interface Dashboard {
  /** In the order of the tree. */
  readonly missions: readonly MissionTile[];
  /** Open and due decisions that settle nothing under a mission. */
  readonly otherDecisions: MissionTile["decisions"];
  /** Cards of the tree that stand under no mission, each before its children. */
  readonly outside: readonly CardId[];
  readonly health: readonly GroupHealth[];
}

const NO_VERDICTS = Object.fromEntries(VERDICTS.map((status) => [status, 0])) as VerdictCounts;

function answeringFor(
  duties: Duties,
  cards: readonly CardId[],
  overloaded: ReadonlySet<CardId>,
): MissionTile["answering"] {
  const counts = new Map<CardId, number>();
  for (const actor of cards.flatMap((card) => holders(duties, card, "accountable")))
    counts.set(actor, (counts.get(actor) ?? 0) + 1);
  return [...counts]
    .map(([actor, cards]) => ({ actor, cards, isOverloaded: overloaded.has(actor) }))
    .sort((one, other) => other.cards - one.cards || compareText(one.actor, other.actor));
}

const statusOfCard: Question<ReadonlyMap<CardId, TreeStatus>> = question((ask: Ask) => {
  const cards = [...ask(facts("challenge")), ...ask(facts("project")), ...ask(facts("instrument"))];
  return new Map(cards.flatMap(({ id, status }) => (status ? [[id, status] as const] : [])));
});

function statusesIn(
  cards: readonly CardId[],
  known: ReadonlyMap<CardId, TreeStatus>,
): MissionTile["statuses"] {
  const own = cards.map((card) => known.get(card) ?? null);
  return [...STATUSES, null]
    .map((status) => ({ status, cards: own.filter((one) => one === status).length }))
    .filter(({ cards }) => cards > 0);
}

/** The whole dashboard. */
export const dashboard: Question<Dashboard> = question((ask) => {
  const above = ask(missionAbove);
  const duties = ask(realDuties);
  const { all, missions } = ask(tree);
  const prompts = ask(placeholders);
  const overloaded = new Set(
    ask(actorLoads).actors.flatMap(({ actor, overload }) => (overload === null ? [] : [actor])),
  );
  const statuses = ask(statusOfCard);
  const [verdicts, verdictsOver] = [ask(missionVerdicts), ask(missionVerdictsOver)];
  const year = yearOf(lastDay(ask(today)));
  const known = new Map(ask(facts("mission")).map((mission) => [mission.id, mission]));
  const open = ask(decisions)
    .filter(({ state, isPlaceholder }) => (state === "due" || state === "open") && !isPlaceholder)
    .map((one) => ({
      missions: new Set(one.settles.flatMap((card) => above.get(card) ?? [])),
      line: { card: one.card, state: one.state, date: one.date },
    }));
  return {
    missions: missions.map((mission): MissionTile => {
      const under = all.filter((card) => above.get(card) === mission);
      const own = under.filter((card) => !prompts.has(card));
      const targetYear = known.get(mission)?.targetYear ?? null;
      return {
        mission,
        statement: (known.get(mission)?.statement ?? "").trim() || null,
        targetYear,
        yearsLeft: targetYear === null ? null : targetYear - year,
        accountable: holders(duties, mission, "accountable"),
        champions: holders(duties, mission, "champion"),
        convenors: holders(duties, mission, "convenor"),
        cards: own.length,
        gaps: own.filter((card) => holders(duties, card, "accountable").length === 0),
        prompts: under.length - own.length,
        answering: answeringFor(duties, own, overloaded),
        statuses: statusesIn(
          own.filter((card) => card !== mission),
          statuses,
        ),
        verdicts: verdicts.get(mission) ?? NO_VERDICTS,
        verdictsOver: verdictsOver.get(mission) ?? NO_VERDICTS,
        decisions: open.filter((one) => one.missions.has(mission)).map((one) => one.line),
      };
    }),
    otherDecisions: open.filter((one) => one.missions.size === 0).map((one) => one.line),
    outside: all.filter((card) => above.get(card) === null && !prompts.has(card)),
    health: ask(healthCheck).groups,
  };
});
