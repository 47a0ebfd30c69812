/**
 * How much actors carry (domain 4.1).
 *   load = cards of the tree an actor is accountable for; share = load / all accountable roles in force
 *   overload, as soon as there are five such roles: a share above 40 %, or a load above the larger of 5 and twice the
 *   median of actors with a load
 *   idle: accountable somewhere, responsible nowhere in the tree (information only)
 *   orphan: an actor without any role, funding or membership
 * Prompts that nobody has begun to fill in, and roles on them or of them, count for nothing.
 */
import { compareText } from "../lib/order.ts";
import { ENUMS, type Level } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import { type Question, question } from "./ask.ts";
import { holders, realDuties } from "./duties.ts";
import { actorLevels, cardTypes, facts, linksOf } from "./parts.ts";
import { spreadOf } from "./ratings.ts";
import { LOAD_TYPES } from "./responsibility.ts";

const LEAST_ROLES = 5;
const LARGEST_SHARE = 0.4;
const LARGEST_LOAD = 5;

/** Why an actor holds too many roles; both limits may be passed, and the share is then named. */
export type Overload = "share" | "load";

export interface ActorLoad {
  readonly actor: CardId;
  readonly load: number;
  /** 0 to 1. */
  readonly share: number;
  readonly overload: Overload | null;
  readonly isIdle: boolean;
}
export interface Loads {
  /** Accountable roles in force. */
  readonly total: number;
  /** There are enough of them to say who holds too many. */
  readonly isWeighed: boolean;
  /** Actors with a load, the largest first. */
  readonly actors: readonly ActorLoad[];
  /** Accountable roles at each level; null: actors whose level is not known. `share` is null when there are none. */
  readonly levels: readonly {
    readonly level: Level | null;
    readonly load: number;
    readonly share: number | null;
  }[];
}

/** Loads in a phase (its id as argument; as of today without one). */
export const actorLoads: Question<Loads> = question((ask, phase) => {
  const duties = ask(realDuties, phase);
  const types = ask(cardTypes);
  const inTree = [...duties.keys()].filter((card) => LOAD_TYPES.has(types.get(card) ?? "note"));
  const loads = new Map<CardId, number>();
  const working = new Set<CardId>();
  for (const card of inTree) {
    for (const actor of holders(duties, card, "accountable")) loads.set(actor, (loads.get(actor) ?? 0) + 1);
    for (const actor of holders(duties, card, "responsible")) working.add(actor);
  }
  const total = [...loads.values()].reduce((sum, load) => sum + load, 0);
  const median = spreadOf("", [...loads.values()]).median ?? 0;
  const most = Math.max(LARGEST_LOAD, 2 * median);
  const isWeighed = total >= LEAST_ROLES;
  const overloadOf = (load: number): Overload | null => {
    if (!isWeighed) return null;
    return load / total > LARGEST_SHARE ? "share" : load > most ? "load" : null;
  };
  const levels = ask(actorLevels);
  return {
    total,
    isWeighed,
    actors: [...loads]
      .map(([actor, load]) => ({
        actor,
        load,
        share: load / total,
        overload: overloadOf(load),
        isIdle: !working.has(actor),
      }))
      .sort((one, other) => other.load - one.load || compareText(one.actor, other.actor)),
    levels: [...ENUMS.level, null].map((level) => {
      const held = [...loads].filter(([actor]) => (levels.get(actor) ?? null) === level);
      const load = held.reduce((sum, [, own]) => sum + own, 0);
      return { level, load, share: total === 0 ? null : load / total };
    }),
  };
});

/** Actors without any role, funding or membership. */
export const orphanActors: Question<readonly CardId[]> = question((ask) => {
  const joined = new Set<CardId>([
    ...ask(linksOf("responsible")).map((link) => link.from),
    ...ask(linksOf("provides")).map((link) => link.from),
    ...ask(linksOf("member_of")).flatMap((link) => [link.from, link.to]),
  ]);
  return ask(facts("actor"))
    .map((actor) => actor.id)
    .filter((actor) => !joined.has(actor));
});
