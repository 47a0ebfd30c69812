/**
 * Every indicator of the map as the Indicators view reads it: what it measures, how it stands on its own path and on
 * the other shape, how fresh its figures are; and per mission how many stand how. Titles and sources are the card's.
 */
import { compareText } from "../lib/order.ts";
import { lastDay } from "../schema/days.ts";
import type { EnumValue } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import { type Ask, type Question, question } from "./ask.ts";
import { type Freshness, freshness } from "./freshness.ts";
import { type DrawnPath, drawnPath } from "./indicatorPath.ts";
import { type Facts, facts, linksOf, missionAbove, realById, realLinks, today, tree } from "./parts.ts";
import { type Rates, rates } from "./rates.ts";
import { actualsUntil, baselineOf, futureOf, type Reached, targetsOf } from "./readings.ts";
import { type Standing, standing, type TrajectoryStatus } from "./trajectory.ts";

/** Why it is too early to say: the path expects no change yet, or never. */
export type Early = "before_baseline" | "flat" | "no_step";

export interface IndicatorReading {
  readonly card: CardId;
  readonly isPlaceholder: boolean;
  readonly kind: EnumValue<"indicatorKind"> | null;
  readonly unit: string | null;
  readonly direction: EnumValue<"direction"> | null;
  /** As chosen on the card; `standing.path` is the one that was used. */
  readonly path: EnumValue<"path"> | null;
  /** Cards it measures, and the missions and challenges at or above them. */
  readonly measures: readonly CardId[];
  readonly missions: readonly CardId[];
  readonly challenges: readonly CardId[];
  readonly standing: Standing;
  readonly early: Early | null;
  /** The same figures on the other shape, where the verdict would be another one. */
  readonly other: { readonly path: "linear" | "compound"; readonly standing: Standing } | null;
  readonly freshness: Freshness;
  readonly baseline: Reached | null;
  readonly targets: readonly Reached[];
  readonly actuals: readonly Reached[];
  /** How many of its values lie after today: none of them counts yet. */
  readonly future: number;
  /** It can be assessed and is not achieved, and the day of its last target has passed today. */
  readonly isTargetOver: boolean;
  /** At its latest rate a budget was used up before today. */
  readonly isUsedUp: boolean;
  readonly drawn: DrawnPath | null;
}

/** For each indicator the latest target year of the missions it measures, directly or through a card below. */
export const missionYears: Question<ReadonlyMap<CardId, number>> = question((ask) => {
  const [above, missions] = [ask(missionAbove), ask(realById("mission"))];
  const years = new Map<CardId, number>();
  for (const { from, to } of ask(realLinks("measures"))) {
    const year = missions.get(above.get(to) ?? to)?.targetYear;
    if (typeof year === "number") years.set(from, Math.max(year, years.get(from) ?? year));
  }
  return years;
});

const OTHER = { linear: "compound", compound: "linear" } as const;

function onOtherShape(indicator: Facts<"indicator">, own: Standing, day: string): IndicatorReading["other"] {
  if (own.path !== "linear" && own.path !== "compound") return null;
  if (own.missing || indicator.path === "budget" || indicator.direction === "maintain") return null;
  if (indicator.direction === "stay_below" || own.status === "too_early") return null;
  const path = OTHER[own.path];
  const other = standing({ ...indicator, path }, day, null);
  return other.path === path && other.status !== own.status ? { path, standing: other } : null;
}

function earlyBecause(own: Standing, baseline: Reached | null): Early | null {
  if (own.status !== "too_early") return null;
  if (own.path === "stepped") return "no_step";
  return own.actual && baseline && own.actual.day <= baseline.day ? "before_baseline" : "flat";
}

const distinct = (cards: readonly (CardId | null | undefined)[]): readonly CardId[] => [
  ...new Set(cards.filter((card) => card !== null && card !== undefined)),
];

/** In the order of ids. */
export const indicators: Question<readonly IndicatorReading[]> = question((ask) => {
  const [day, above, years, all] = [ask(today), ask(missionAbove), ask(missionYears), ask(tree)];
  const challenges = new Set(ask(facts("challenge")).map(({ id }) => id));
  const measured = new Map<CardId, CardId[]>();
  for (const { from, to } of ask(linksOf("measures")))
    measured.set(from, [...(measured.get(from) ?? []), to]);
  const challengeOf = (card: CardId): CardId | null => {
    for (let at: CardId | undefined = card; at; at = all.parents.get(at)) if (challenges.has(at)) return at;
    return null;
  };
  return ask(facts("indicator")).map((indicator): IndicatorReading => {
    const measures = (measured.get(indicator.id) ?? []).sort(compareText);
    const own = standing(indicator, day, years.get(indicator.id) ?? null);
    const baseline = baselineOf(indicator);
    const targets = targetsOf(indicator);
    const last = targets.at(-1);
    return {
      card: indicator.id,
      isPlaceholder: indicator.placeholder === true,
      kind: indicator.kind ?? null,
      unit: (indicator.unit ?? "").trim() || null,
      direction: indicator.direction ?? null,
      path: indicator.path ?? null,
      measures,
      missions: distinct(measures.map((card) => above.get(card))),
      challenges: distinct(measures.map(challengeOf)),
      standing: own,
      early: earlyBecause(own, baseline),
      other: onOtherShape(indicator, own, day),
      freshness: freshness(indicator, day),
      baseline,
      targets,
      actuals: actualsUntil(indicator, day),
      future: futureOf(indicator, day),
      isTargetOver:
        last !== undefined && last.day < lastDay(day) && own.status !== "achieved" && own.missing === null,
      isUsedUp: typeof own.exhausted === "string" && lastDay(own.exhausted) < lastDay(day),
      drawn: drawnPath(indicator),
    };
  });
});

/**
 * Rates of one indicator. The argument is its id, and after a blank the years left out: `k-co2 2020,2021`.
 * Null when there is no such indicator.
 */
export const indicatorRates: Question<Rates | null> = question((ask, argument) => {
  const [card, years = ""] = argument.split(" ");
  const indicator = ask(facts("indicator")).find(({ id }) => id === card);
  return indicator ? rates(indicator, ask(today), new Set(years.split(",").map(Number))) : null;
});

/** Worst first; what cannot be assessed stands before what is well. */
export const VERDICTS: readonly TrajectoryStatus[] = [
  "moving_away",
  "off_track",
  "behind",
  "cannot_assess",
  "too_early",
  "on_track",
  "achieved",
];

export type VerdictCounts = Readonly<Record<TrajectoryStatus, number>>;

const countedFor = (ask: Ask, counts: (one: IndicatorReading) => boolean) => {
  const read = ask(indicators).filter((one) => !one.isPlaceholder && counts(one));
  return new Map(
    ask(tree).missions.map((mission) => {
      const own = read.filter(({ missions }) => missions.includes(mission));
      const count = (status: TrajectoryStatus) => own.filter((one) => one.standing.status === status).length;
      const counts = Object.fromEntries(VERDICTS.map((status) => [status, count(status)]));
      return [mission, counts as VerdictCounts] as const;
    }),
  );
};

/** How many indicators of each mission stand how; placeholders are left out. Without indicators a mission has zeros. */
export const missionVerdicts: Question<ReadonlyMap<CardId, VerdictCounts>> = question((ask) =>
  countedFor(ask, () => true),
);
/** The same of those whose last target's day has passed: their verdict speaks of then. */
export const missionVerdictsOver: Question<ReadonlyMap<CardId, VerdictCounts>> = question((ask) =>
  countedFor(ask, ({ isTargetOver }) => isTargetOver),
);
