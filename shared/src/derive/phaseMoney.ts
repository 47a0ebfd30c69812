/**
 * Committed money by provider level in each phase of a mission. The years of a funding link decide the phase, as the
 * slices of money do; without any, the phase that the card it pays for names; without either it is not dated. A year
 * before the first phase, after the last or between two belongs to the nearest.
 */
import { ENUMS, type Level } from "../schema/enums.ts";
import type { CardId, RecordId } from "../schema/ids.ts";
import type { Phase } from "../schema/values.ts";
import { type Question, question } from "./ask.ts";
import { phasesOf } from "./duties.ts";
import { moneyLinks } from "./money/moneyLinks.ts";
import { scopeCurrency } from "./money/rates.ts";
import { type Slice, slices } from "./money/slices.ts";
import { joinSums, NOTHING, type OtherSum } from "./money/sums.ts";
import { real } from "./parts.ts";
import { currentPhase } from "./responsibility.ts";

export interface LevelAmount {
  /** Of the provider; null: not known. */
  readonly level: Level | null;
  /** Null: none that is known in the currency of the mission. */
  readonly amount: number | null;
}

export interface PhaseMoney {
  /** Null: not dated. */
  readonly phase: RecordId | null;
  /** In the currency of the mission; the same levels in every phase, from the widest to the nearest, then not known. */
  readonly levels: readonly LevelAmount[];
  /** Null, as in `byCard`: none that is known in the currency of the mission. */
  readonly amount: number | null;
  /** How much of it is here because of the phase that its card names. */
  readonly byCard: number | null;
  /** In currencies without a rate. */
  readonly others: readonly OtherSum[];
  /** Links whose amount is not known. */
  readonly notKnown: number;
}

export interface MoneyInTime {
  readonly currency: string | null;
  /** The phases in their order, then what is not dated, where there is any. */
  readonly phases: readonly PhaseMoney[];
}

/** The phase that each card of the tree names. */
const namedPhases: Question<ReadonlyMap<CardId, RecordId>> = question((ask) => {
  const cards = [...ask(real("challenge")), ...ask(real("project")), ...ask(real("instrument"))];
  return new Map(cards.flatMap(({ id, phase }) => (phase ? [[id, phase] as const] : [])));
});

/** The phase of a year or a financial year (`2024/25`), by the day in its middle. */
function phaseOfYear(phases: readonly Phase[], year: string): RecordId | null {
  const dated = phases.filter(({ start, end }) => start || end);
  const middle = year.includes("/") ? "10-01" : "07-01";
  return currentPhase(dated, `${year.slice(0, 4)}-${middle}`)?.id ?? null;
}

interface Placed {
  readonly slice: Slice;
  readonly phase: RecordId | null;
  readonly isByCard: boolean;
}

/** Of a mission, its id as argument; empty without phases. */
export const phaseMoney: Question<MoneyInTime> = question((ask, mission) => {
  const currency = ask(scopeCurrency, mission);
  const phases = ask(phasesOf).get(mission as CardId) ?? [];
  if (phases.length === 0) return { currency, phases: [] };
  const cardOf = new Map(ask(moneyLinks).map(({ link, card }) => [link, card]));
  const named = ask(namedPhases);
  const known = new Set(phases.map(({ id }) => id));
  const placed = ask(slices, mission)
    .filter(({ state }) => state === "committed")
    .map((slice): Placed => {
      const byYear = slice.of.year === null ? null : phaseOfYear(phases, slice.of.year);
      const byCard = byYear === null ? named.get(cardOf.get(slice.link) ?? ("" as CardId)) : undefined;
      const isByCard = byCard !== undefined && known.has(byCard);
      return { slice, phase: byYear ?? (isByCard ? byCard : null), isByCard };
    });
  const used = new Set(placed.map(({ slice }) => slice.of.level));
  const shown = [...ENUMS.level, null].filter((level) => used.has(level));
  const rows = [...known, null].map((phase) =>
    told(
      phase,
      shown,
      placed.filter((one) => one.phase === phase),
    ),
  );
  return {
    currency,
    phases: rows.filter((row) => row.phase !== null || placed.some((one) => one.phase === null)),
  };
});

/** Of what is known; nothing known is never 0. */
const sum = (some: readonly Placed[]): number | null =>
  some.reduce<number | null>(
    (total, { slice }) => (slice.amount === null ? total : (total ?? 0) + slice.amount),
    null,
  );

function told(phase: RecordId | null, levels: readonly (Level | null)[], own: readonly Placed[]): PhaseMoney {
  const others = own.flatMap(({ slice }) => (slice.other ? [{ ...NOTHING, others: [slice.other] }] : []));
  const notKnown = own.flatMap(({ slice }) =>
    slice.amount === null && slice.other === null ? slice.link : [],
  );
  return {
    phase,
    levels: levels.map((level) => ({
      level,
      amount: sum(own.filter(({ slice }) => slice.of.level === level)),
    })),
    amount: sum(own),
    byCard: sum(own.filter(({ isByCard }) => isByCard)),
    others: joinSums(others).others,
    notKnown: new Set(notKnown).size,
  };
}
