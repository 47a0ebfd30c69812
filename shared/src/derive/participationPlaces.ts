/**
 * Where people took part and where they did not: the cards behind the figures of participation, and the occasions by
 * challenge. A card counts as having participation when a record is on it, as in the figures themselves.
 */
import { ENUMS } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import { type Question, question } from "./ask.ts";
import {
  type Influence,
  influenceRank,
  type Occasion,
  occasionsOf,
  participationReach,
  plannedOccasions,
} from "./participation.ts";
import { nearestChallenge, placeholders, real, realById } from "./parts.ts";

/** Cards with a record, and those without. */
export interface Reached {
  readonly having: readonly CardId[];
  readonly missing: readonly CardId[];
}

export interface ChallengeOccasions {
  readonly challenge: CardId;
  /** On the challenge, or on a card to which it is the nearest challenge above; the newest first. */
  readonly occasions: readonly Occasion[];
  /** The highest influence of these; null when none is on record. */
  readonly depth: Influence | null;
  /** Projects to which it is the nearest challenge. */
  readonly projects: Reached;
}

export interface ParticipationPlaces {
  /** Every record up to today, the newest first; those without a date last. */
  readonly occasions: readonly Occasion[];
  /** Records dated after today, which count nowhere; the last one first. */
  readonly planned: readonly Occasion[];
  /** Projects in delivery. */
  readonly projects: Reached;
  /** Decided decisions. */
  readonly decisions: Reached;
  /** In the order of the tree. */
  readonly challenges: readonly ChallengeOccasions[];
}

const newestFirst = (occasions: readonly Occasion[]): Occasion[] =>
  [...occasions].sort((one, other) =>
    one.day === null || other.day === null
      ? Number(one.day === null) - Number(other.day === null)
      : other.day - one.day,
  );

/** For a mission (its id as argument) and everything below it, or for the whole map. */
export const participationPlaces: Question<ParticipationPlaces> = question((ask, mission) => {
  const all = newestFirst(ask(occasionsOf, mission));
  const recorded = new Set(all.map((one) => one.card));
  const within = ask(participationReach, mission);
  const reached = (cards: readonly CardId[]): Reached => ({
    having: cards.filter((card) => recorded.has(card)),
    missing: cards.filter((card) => !recorded.has(card)),
  });
  const ids = (cards: readonly { readonly id: CardId; readonly status?: unknown }[], status: string) =>
    cards.filter((card) => card.status === status && (within?.has(card.id) ?? true)).map(({ id }) => id);
  const nearest = ask(nearestChallenge);
  const projects = ask(realById("project"));
  const left = ask(placeholders);
  const challenges = [...nearest].flatMap(([card, challenge]) =>
    card === challenge && !left.has(card) && (within?.has(card) ?? true) ? [card] : [],
  );
  return {
    occasions: all,
    planned: newestFirst(ask(plannedOccasions, mission)),
    projects: reached(ids(ask(real("project")), "in_delivery")),
    decisions: reached(ids(ask(real("decision")), "decided")),
    challenges: challenges.map((challenge): ChallengeOccasions => {
      const occasions = all.filter((one) => nearest.get(one.card) === challenge);
      const highest = Math.max(-1, ...occasions.map((one) => influenceRank(one.record.influence)));
      const own = [...nearest].flatMap(([card, above]) =>
        above === challenge && projects.has(card) ? [card] : [],
      );
      return { challenge, occasions, depth: ENUMS.influence[highest] ?? null, projects: reached(own) };
    }),
  };
});
