/**
 * Handing over from phase to phase: where the accountable level changes between two phases that follow each other, and
 * what goes on into the next phase without anybody accountable for it there. Placeholders are left out, and phases
 * without dates where others have some.
 */

import { firstDay, monthsBefore } from "../schema/days.ts";
import { ENUMS, type Level } from "../schema/enums.ts";
import type { CardId, RecordId } from "../schema/ids.ts";
import type { Phase } from "../schema/values.ts";
import { type Ask, type Question, question } from "./ask.ts";
import { phasesOf, realDutiesEver } from "./duties.ts";
import { actorLevels, missionScopes, today } from "./parts.ts";
import { accountableIn, continuingCards } from "./phaseBands.ts";
import { currentPhase, phasesInTime } from "./responsibility.ts";

/** A handover is due from this long before its phase begins. */
const DUE_MONTHS = 12;

/** Who answers in a phase; `levels` from the widest to the nearest, null when one of them is not known. */
export interface Answering {
  readonly actors: readonly CardId[];
  readonly levels: readonly Level[] | null;
}

export interface Handover {
  readonly mission: CardId;
  readonly card: CardId;
  /** The phase that ends and the one that begins. */
  readonly before: RecordId;
  readonly after: RecordId;
  /** The first day of the phase that begins; null: not known. */
  readonly day: number | null;
  readonly from: Answering;
  readonly to: Answering;
}

export interface NextPhase {
  readonly mission: CardId;
  readonly now: Phase;
  readonly next: Phase;
  /** The day on which it begins; null: not known. */
  readonly begins: number | null;
  /** It begins within twelve months, or nobody knows when. */
  readonly isDue: boolean;
  /** Another level leads it; null: one of the two levels is not known. */
  readonly changesLead: boolean | null;
  /** Cards that go on without anybody accountable for them in it, in the order of the tree. */
  readonly open: readonly CardId[];
}

function answering(ask: Ask, actors: readonly CardId[]): Answering {
  const levels = ask(actorLevels);
  const own = new Set(actors.map((actor) => levels.get(actor)));
  return { actors, levels: own.has(undefined) ? null : ENUMS.level.filter((level) => own.has(level)) };
}

const isSame = <Item>(one: readonly Item[], other: readonly Item[]): boolean =>
  one.length === other.length && one.every((item) => other.includes(item));

/** Both phases have somebody accountable, and not the same levels, or others whose levels are not known. */
function changesHands({ actors, levels }: Answering, to: Answering): boolean {
  if (actors.length === 0 || to.actors.length === 0) return false;
  return levels && to.levels ? !isSame(levels, to.levels) : !isSame(actors, to.actors);
}

/** Where the accountable level changes, by mission and in the order of phases and of the tree. */
export const handovers: Question<readonly Handover[]> = question((ask) => {
  const duties = ask(realDutiesEver);
  return [...ask(missionScopes)].flatMap(([mission, cards]) => {
    const phases = ask(phasesOf).get(mission) ?? [];
    const inTime = phasesInTime(phases);
    return inTime.slice(1).flatMap((after, index) => {
      const before = inTime[index] as Phase;
      return cards.flatMap((card): Handover[] => {
        const own = duties.get(card);
        const from = answering(ask, accountableIn(own, phases, before.id));
        const to = answering(ask, accountableIn(own, phases, after.id));
        if (!changesHands(from, to)) return [];
        const day = after.start ? firstDay(after.start) : null;
        return [{ mission, card, before: before.id, after: after.id, day, from, to }];
      });
    });
  });
});

/** The phase that follows the one that counts today, for every mission that has one. */
export const nextPhases: Question<ReadonlyMap<CardId, NextPhase>> = question((ask) => {
  const duties = ask(realDutiesEver);
  const day = ask(today);
  return new Map(
    [...ask(missionScopes).keys()].flatMap((mission): [CardId, NextPhase][] => {
      const phases = ask(phasesOf).get(mission) ?? [];
      const now = currentPhase(phases, day);
      const inTime = phasesInTime(phases);
      const next = now ? inTime[inTime.indexOf(now) + 1] : undefined;
      if (!now || !next) return [];
      const begins = next.start ? firstDay(next.start) : null;
      const found: NextPhase = {
        mission,
        now,
        next,
        begins,
        isDue: begins === null || monthsBefore(begins, DUE_MONTHS) <= firstDay(day),
        changesLead: now.leadLevel && next.leadLevel ? now.leadLevel !== next.leadLevel : null,
        open: continuingCards(ask, mission, next).filter(
          (card) => accountableIn(duties.get(card), phases, next.id).length === 0,
        ),
      };
      return [[mission, found]];
    }),
  );
});
