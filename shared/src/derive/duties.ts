/**
 * Duties as derivations ask for them: who holds which role on which card, in the phase that counts.
 * A duty is one `responsible` link; rules of phases are those of `responsibility.ts`.
 */
import { compareText } from "../lib/order.ts";
import { ENUMS, type ResponsibilityRole } from "../schema/enums.ts";
import type { CardId, RecordId } from "../schema/ids.ts";
import type { LinkOf, Phase } from "../schema/values.ts";
import { type Ask, type Question, question } from "./ask.ts";
import { facts, linksOf, missionAbove, realById, realLinks, today } from "./parts.ts";
import { currentPhase, type Duty, phaseRule } from "./responsibility.ts";

export type Duties = ReadonlyMap<CardId, readonly Duty[]>;

const NONE: readonly Duty[] = [];

const RANK = Object.fromEntries(ENUMS.role.map((role, index) => [role, index])) as Record<
  ResponsibilityRole,
  number
>;

const ofLink = (link: LinkOf<"responsible">): Duty[] =>
  link.role
    ? [{ link: link.id, actor: link.from, card: link.to, role: link.role, phase: link.phase ?? null }]
    : [];

function byCard(duties: readonly Duty[]): Duties {
  const lists = new Map<CardId, Duty[]>();
  for (const duty of duties) {
    const list = lists.get(duty.card);
    if (list) list.push(duty);
    else lists.set(duty.card, [duty]);
  }
  for (const list of lists.values()) {
    list.sort(
      (one, other) =>
        RANK[one.role] - RANK[other.role] ||
        compareText(one.actor, other.actor) ||
        compareText(one.link, other.link),
    );
  }
  return lists;
}

/** The phases of every mission, in order. */
export const phasesOf: Question<ReadonlyMap<CardId, readonly Phase[]>> = question(
  (ask) => new Map(ask(facts("mission")).map((mission) => [mission.id, mission.phases ?? []])),
);

/** Asked for in place of a phase: duties of all phases at once. No id of a phase is written so. */
export const EVERY_PHASE = "*";

/** Whether a duty holds in a phase; "" stands for the phase that counts today. */
const inForce = question((ask, phase): ((duty: Duty) => boolean) => {
  if (phase === EVERY_PHASE) return () => true;
  const above = ask(missionAbove);
  const day = ask(today);
  const chosen = (phases: readonly Phase[]): RecordId | null =>
    phases.find((one) => one.id === phase)?.id ?? currentPhase(phases, day)?.id ?? null;
  return phaseRule(ask(phasesOf), chosen, (card) => above.get(card) ?? null);
});

/**
 * Duties in force in a phase (its id as argument; today's without one, `EVERY_PHASE` for all), placeholders included. A
 * mission that does not have the phase is read as of today.
 */
export const dutiesIn: Question<Duties> = question((ask, phase) =>
  byCard(ask(linksOf("responsible")).flatMap(ofLink).filter(ask(inForce, phase))),
);

/** The same between real cards only. */
export const realDuties: Question<Duties> = question((ask, phase) =>
  byCard(ask(realLinks("responsible")).flatMap(ofLink).filter(ask(inForce, phase))),
);

/** Duties between real cards in any phase. */
export const realDutiesEver: Question<Duties> = question((ask) =>
  byCard(ask(realLinks("responsible")).flatMap(ofLink)),
);

/** Actors with one of the roles on a card, each once. */
export function holders(duties: Duties, card: CardId, ...roles: ResponsibilityRole[]): CardId[] {
  const found: CardId[] = [];
  for (const { role, actor } of duties.get(card) ?? NONE)
    if (roles.includes(role) && !found.includes(actor)) found.push(actor);
  return found;
}

/** Who answers for a card: accountable for it, or where nobody is, responsible. */
export function answerable(duties: Duties, card: CardId): CardId[] {
  const accountable = holders(duties, card, "accountable");
  return accountable.length > 0 ? accountable : holders(duties, card, "responsible");
}

/** Real actors with one of the roles on any of the cards, each once, in the order of ids. */
export function actorsWith(ask: Ask, cards: readonly CardId[], ...roles: ResponsibilityRole[]) {
  const duties = ask(realDuties);
  const known = ask(realById("actor"));
  const found = new Set(cards.flatMap((card) => holders(duties, card, ...roles)));
  return [...found].sort(compareText).flatMap((id) => known.get(id) ?? []);
}
