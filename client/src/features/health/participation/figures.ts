/** The five figures of participation, each with the cards that count and those that are missing. Pure. */

import type { Ask } from "@trellis/shared/derive/ask";
import { type Occasion, type Participation, participation } from "@trellis/shared/derive/participation";
import { type ParticipationPlaces, participationPlaces } from "@trellis/shared/derive/participationPlaces";
import { missionScopes } from "@trellis/shared/derive/parts";
import { missionTree } from "@trellis/shared/derive/tree";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";

const FIGURES = ["groups", "projects", "decisions", "proof", "classes"] as const;
export type FigureName = (typeof FIGURES)[number];

export interface Figure {
  readonly name: FigureName;
  readonly count: number;
  readonly of: number;
  /** Null: there is nothing to count, so nothing is known. */
  readonly share: number | null;
  /** Cards that count, and cards that lack what is counted. */
  readonly having: readonly CardId[];
  readonly missing: readonly CardId[];
}

export interface Taking {
  /** The mission that is shown; "" for the whole map. */
  readonly mission: CardId | "";
  readonly missions: readonly CardId[];
  readonly found: Participation;
  readonly places: ParticipationPlaces;
  readonly figures: readonly Figure[];
  /** Nothing on the map could take part in anything. */
  readonly isEmpty: boolean;
}

const each = (cards: Iterable<CardId>): readonly CardId[] => [...new Set(cards)];

/** Ids of records are unique on their card only. */
const nameOf = ({ card, record }: Occasion): string => `${card} ${record.id}`;

export function taking(ask: Ask, snapshot: Pick<MapSnapshot, "cards">, wanted: string): Taking {
  const scopes = ask(missionScopes);
  const missions = missionTree(snapshot.cards).missions.filter((id) => scopes.has(id));
  const mission = missions.find((id) => id === wanted) ?? "";
  const found = ask(participation, mission);
  const places = ask(participationPlaces, mission);
  const proven = new Set(found.changes.map(nameOf));
  const targets = found.groups.filter((group) => group.isTarget);
  const cardsBehind: Readonly<Record<FigureName, Pick<Figure, "having" | "missing">>> = {
    groups: {
      having: each(targets.filter((group) => group.isCovered).flatMap((group) => group.projects)),
      missing: each(targets.filter((group) => !group.isCovered).flatMap((group) => group.projects)),
    },
    projects: places.projects,
    decisions: places.decisions,
    proof: {
      having: each(found.changes.map(({ card }) => card)),
      missing: each(places.occasions.filter((one) => !proven.has(nameOf(one))).map(({ card }) => card)),
    },
    classes: { having: each([...found.classes.values()].flat()), missing: found.unclassed },
  };
  const shares = {
    groups: found.groupCoverage,
    projects: found.projectCoverage,
    decisions: found.decisionCoverage,
    proof: found.influenceProof,
    classes: found.classPresence,
  };
  return {
    mission,
    missions,
    found,
    places,
    figures: FIGURES.map((name) => ({ name, ...shares[name], ...cardsBehind[name] })),
    isEmpty: missions.length === 0 && places.occasions.length + places.planned.length === 0,
  };
}
