/**
 * Phases of missions ("seasons") as stretches of time, and what runs in them. A date that is a year or a month stands
 * for all its days: a phase ends before it starts, or two overlap, only when every reading of their dates says so.
 */

import { firstDay, lastDay } from "../schema/days.ts";
import type { Level } from "../schema/enums.ts";
import type { CardId, RecordId } from "../schema/ids.ts";
import type { Phase } from "../schema/values.ts";
import { type Ask, type Question, question } from "./ask.ts";
import { phasesOf, realDutiesEver } from "./duties.ts";
import { missionScopes, real, today } from "./parts.ts";
import { currentPhase, type Duty, phasesInTime } from "./responsibility.ts";

/** A start and an end as they were written, and the days they stand for; null is not known. */
export interface Span {
  readonly start: string | null;
  readonly end: string | null;
  /** First day and last day, in milliseconds. */
  readonly from: number | null;
  readonly to: number | null;
  readonly fault: "ends_before_start" | null;
}

export interface PhaseBand extends Span {
  readonly mission: CardId;
  readonly phase: RecordId;
  /** Its place in its mission, from 1: what it is called for want of a name. */
  readonly number: number;
  readonly name: string | null;
  readonly leadLevel: Level | null;
  readonly focus: string | null;
  /** It counts today: of those that hold the day the latest, else the nearest. */
  readonly isCurrent: boolean;
  /** Phases of the mission that run at the same time. */
  readonly overlaps: readonly RecordId[];
}

export function spanOf(start: string | null | undefined, end: string | null | undefined): Span {
  const from = start ? firstDay(start) : null;
  const to = end ? lastDay(end) : null;
  const fault = from !== null && to !== null && to < from ? "ends_before_start" : null;
  return { start: start || null, end: end || null, from, to, fault };
}

const words = (text: string | null | undefined): string | null => (text ?? "").trim() || null;

/** Whether one surely ends after the other has begun, and the other way round. */
function overlap(one: Phase, other: Phase): boolean {
  const endsAfter = (a: Phase, b: Phase) => a.end && b.start && firstDay(a.end) >= lastDay(b.start);
  return Boolean(endsAfter(one, other) && endsAfter(other, one));
}

/** The phases of every mission, in the order of time; missions without one have an empty list. */
export const phaseBands: Question<ReadonlyMap<CardId, readonly PhaseBand[]>> = question((ask) => {
  const day = ask(today);
  return new Map(
    [...ask(phasesOf)].map(([mission, phases]) => {
      const current = currentPhase(phases, day)?.id;
      return [
        mission,
        phases.map((one, index): PhaseBand => {
          const span = spanOf(one.start, one.end);
          return {
            ...span,
            mission,
            phase: one.id,
            number: index + 1,
            name: words(one.name),
            leadLevel: one.leadLevel ?? null,
            focus: words(one.focus),
            isCurrent: one.id === current,
            overlaps:
              span.fault === null
                ? phases
                    .filter((two) => two !== one && spanOf(two.start, two.end).fault === null)
                    .filter((two) => overlap(one, two))
                    .map(({ id }) => id)
                : [],
          };
        }),
      ];
    }),
  );
});

/** Whether a duty holds in a phase: it names none, or this one, or one that the mission does not have. */
const holdsIn = (duty: Duty, phases: readonly Phase[], phase: RecordId): boolean =>
  duty.phase === null || duty.phase === phase || !phases.some(({ id }) => id === duty.phase);

/** Actors accountable for a card in a phase of its mission, each once. */
export const accountableIn = (
  duties: readonly Duty[] | undefined,
  phases: readonly Phase[],
  phase: RecordId,
): readonly CardId[] => [
  ...new Set(
    (duties ?? [])
      .filter((duty) => duty.role === "accountable" && holdsIn(duty, phases, phase))
      .map((duty) => duty.actor),
  ),
];

/** When a card of the tree runs, as far as it says. */
interface Running {
  readonly start: string | null;
  readonly end: string | null;
  readonly phase: RecordId | null;
  readonly isOver: boolean;
}

const OVER: ReadonlySet<string> = new Set(["completed", "stopped", "repealed"]);

const running: Question<ReadonlyMap<CardId, Running>> = question((ask) => {
  const always = { start: null, end: null, phase: null };
  const isOver = (card: { readonly status?: string | null | undefined }) => OVER.has(card.status ?? "");
  return new Map<CardId, Running>([
    ...ask(real("mission")).map((card) => [card.id, { ...always, isOver: isOver(card) }] as const),
    ...ask(real("challenge")).map(
      (card) => [card.id, { ...always, phase: card.phase ?? null, isOver: isOver(card) }] as const,
    ),
    ...ask(real("project")).map(
      ({ id, start, end, phase, status }) =>
        [
          id,
          { start: start ?? null, end: end ?? null, phase: phase ?? null, isOver: isOver({ status }) },
        ] as const,
    ),
    ...ask(real("instrument")).map(
      ({ id, start, phase, status }) =>
        [id, { start: start ?? null, end: null, phase: phase ?? null, isOver: isOver({ status }) }] as const,
    ),
  ]);
});

/** Cards of a mission that go on when one of its phases begins: not completed, stopped, repealed or ended before. */
export function continuingCards(ask: Ask, mission: CardId, next: Phase): readonly CardId[] {
  const begins = next.start ? firstDay(next.start) : null;
  const known = ask(running);
  return (ask(missionScopes).get(mission) ?? []).filter((id) => {
    const card = known.get(id);
    if (!card || card.isOver) return false;
    return begins === null || card.end === null || lastDay(card.end) >= begins;
  });
}

/**
 * Cards of a mission that run in one of its phases. A card does not run before its start (for want of one: before the
 * phase it names) nor after its end (for want of one: when it is completed, stopped or repealed, after the phase it
 * names); a duty that names the phase says that it does. A phase without dates has no days while another has some: in it
 * runs what names it, and it is neither before nor after another.
 */
export function cardsIn(ask: Ask, mission: CardId, phase: Phase): readonly CardId[] {
  const phases = phasesInTime(ask(phasesOf).get(mission) ?? []);
  const at = phases.indexOf(phase);
  const begins = phase.start ? firstDay(phase.start) : null;
  const ends = phase.end ? lastDay(phase.end) : null;
  const known = ask(running);
  const duties = ask(realDutiesEver);
  return (ask(missionScopes).get(mission) ?? []).filter((id) => {
    const card = known.get(id);
    if (!card) return false;
    if (duties.get(id)?.some((duty) => duty.phase === phase.id)) return true;
    if (at < 0) return card.phase === phase.id;
    const named = phases.findIndex((one) => one.id === card.phase);
    const isEarly =
      card.start === null ? named >= 0 && named > at : ends !== null && firstDay(card.start) > ends;
    const isLate =
      card.end === null
        ? card.isOver && named >= 0 && named < at
        : begins !== null && lastDay(card.end) < begins;
    return !isEarly && !isLate;
  });
}
