/**
 * Who answers for what, now. A duty is one `responsible` link: an actor, its role, and the phase it is meant for.
 * 1. A duty without a phase holds in every phase. One with a phase holds while that phase is the current one of the
 *    card's mission; a phase that the mission does not have (any more) rules nothing out.
 * 2. The current phase is the one that holds `today`; before the first, after the last and between two, the nearest.
 *    A phase without dates holds no day while another has some; while none has any, the first is current, since nothing
 *    says that it is over.
 * 3. No duty is made up: a card without an accountable actor has none, and that is shown as "not known".
 */
import { compareText } from "../lib/order.ts";
import type { MapSnapshot } from "../read/snapshot.ts";
import { firstDay, lastDay } from "../schema/days.ts";
import { type CardType, ENUMS, type ResponsibilityRole } from "../schema/enums.ts";
import type { CardId, LinkId, RecordId } from "../schema/ids.ts";
import type { Phase } from "../schema/values.ts";
import { type MissionTree, missionOf } from "./tree.ts";

export interface Duty {
  readonly link: LinkId;
  readonly actor: CardId;
  readonly card: CardId;
  readonly role: ResponsibilityRole;
  readonly phase: RecordId | null;
}

/** Types that count towards an actor's load. */
export const LOAD_TYPES: ReadonlySet<CardType> = new Set(["mission", "challenge", "project", "instrument"]);

const NONE: readonly Duty[] = [];

/** Every duty on each card, in any phase: by role, then by the actor's title. */
export function dutiesByCard(snapshot: MapSnapshot): ReadonlyMap<CardId, readonly Duty[]> {
  const lists = new Map<CardId, Duty[]>();
  for (const link of snapshot.links.values()) {
    if (link.type !== "responsible" || !link.role) continue;
    const duty = {
      link: link.id,
      actor: link.from,
      card: link.to,
      role: link.role,
      phase: link.phase ?? null,
    };
    const list = lists.get(link.to);
    if (list) list.push(duty);
    else lists.set(link.to, [duty]);
  }
  const title = (duty: Duty) => snapshot.cards.get(duty.actor)?.title ?? "";
  for (const list of lists.values()) {
    list.sort(
      (one, other) =>
        ENUMS.role.indexOf(one.role) - ENUMS.role.indexOf(other.role) ||
        compareText(title(one), title(other)) ||
        compareText(one.link, other.link),
    );
  }
  return lists;
}

/** How far a day lies from a phase, in milliseconds; 0 inside it. A missing bound is open. */
function distance(phase: Phase, day: number): number {
  const start = phase.start ? firstDay(phase.start) : Number.NEGATIVE_INFINITY;
  const end = phase.end ? lastDay(phase.end) : Number.POSITIVE_INFINITY;
  return day < start ? start - day : day > end ? day - end : 0;
}

const hasDates = ({ start, end }: Phase): boolean => Boolean(start || end);

/** The phases that have a place in time: those with a start or an end; while none has one, all of them in their order. */
export function phasesInTime(phases: readonly Phase[]): readonly Phase[] {
  const dated = phases.filter(hasDates);
  return dated.length > 0 ? dated : phases;
}

/**
 * The phase that counts on a day (`2026-01-31`); null when there are none. Of two that hold it, the later one; of phases
 * none of which has dates, the first.
 */
export function currentPhase(phases: readonly Phase[], today: string): Phase | null {
  const day = firstDay(today);
  const dated = phases.filter(hasDates);
  let best: Phase | null = dated.length > 0 ? null : (phases[0] ?? null);
  for (const phase of dated) {
    if (!best || distance(phase, day) <= distance(best, day)) best = phase;
  }
  return best;
}

export interface Responsibilities {
  /** Duties in force on a card today. */
  readonly on: (card: CardId) => readonly Duty[];
  /** Actors with a role on a card today, each once. */
  readonly holders: (card: CardId, role: ResponsibilityRole) => readonly CardId[];
  /** Cards of the tree for which each actor is accountable today. */
  readonly load: ReadonlyMap<CardId, number>;
}

/**
 * Whether a duty holds while each mission is in the phase that `phaseOf` names. A duty belongs to the mission above its
 * card; measures, risks and decisions belong to none: any mission that has the phase speaks for them.
 */
export function phaseRule(
  missions: Iterable<readonly [CardId, readonly Phase[]]>,
  phaseOf: (phases: readonly Phase[]) => RecordId | null,
  missionAbove: (card: CardId) => CardId | null,
): (duty: Pick<Duty, "card" | "phase">) => boolean {
  const current = new Map(
    [...missions].map(([mission, phases]) => [
      mission,
      { ids: new Set<string>(phases.map((phase) => phase.id)), now: phaseOf(phases) },
    ]),
  );
  return (duty) => {
    if (duty.phase === null) return true;
    const own = missionAbove(duty.card);
    const named = (own === null ? [...current.values()] : [current.get(own)]).filter((mission) =>
      mission?.ids.has(duty.phase as string),
    );
    return named.length === 0 || named.some((mission) => mission?.now === duty.phase);
  };
}

/** Duties in force on a day. */
export function responsibilities(snapshot: MapSnapshot, tree: MissionTree, today: string): Responsibilities {
  const phases = tree.missions.map((mission): readonly [CardId, readonly Phase[]] => {
    const card = snapshot.cards.get(mission);
    return [mission, (card?.type === "mission" && card.phases) || []];
  });
  const now = (own: readonly Phase[]) => currentPhase(own, today)?.id ?? null;
  const inForce = phaseRule(phases, now, (card) => missionOf(tree, card));
  const byCard = new Map<CardId, readonly Duty[]>();
  const load = new Map<CardId, number>();
  for (const [id, duties] of dutiesByCard(snapshot)) {
    const held = duties.filter(inForce);
    if (held.length === 0) continue;
    byCard.set(id, held);
    if (!LOAD_TYPES.has(snapshot.cards.get(id)?.type ?? "note")) continue;
    for (const actor of holdersOf(held, "accountable")) load.set(actor, (load.get(actor) ?? 0) + 1);
  }
  return {
    on: (card) => byCard.get(card) ?? NONE,
    holders: (card, role) => holdersOf(byCard.get(card) ?? NONE, role),
    load,
  };
}

const holdersOf = (duties: readonly Duty[], role: ResponsibilityRole): CardId[] => [
  ...new Set(duties.filter((duty) => duty.role === role).map((duty) => duty.actor)),
];
