/**
 * Which cards answer to a filter. Kinds are joined by "and", values of one kind by "or"; a card without a value of a
 * kind that is asked for does not match. An empty kind asks for nothing.
 */
import type { MapSnapshot } from "../read/snapshot.ts";
import type { Level, ResponsibilityRole } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import type { Card } from "../schema/values.ts";

/** A value of a lens as one word: `sdg:7`. */
export type LensTag = `${string}:${string}`;

export interface CardFilter {
  readonly levels: readonly Level[];
  readonly statuses: readonly string[];
  /** Cards that one of these actors has a role on, and the actors themselves. */
  readonly actors: readonly CardId[];
  /** Narrows `actors` to these roles; alone, cards on which anybody has one of them. */
  readonly roles: readonly ResponsibilityRole[];
  readonly tags: readonly LensTag[];
}

export const NO_FILTER: CardFilter = { levels: [], statuses: [], actors: [], roles: [], tags: [] };

/** Kinds of the filter as people choose them; a role belongs to its actor. */
const FILTER_KINDS = ["level", "status", "actor", "tag"] as const;
export type FilterKind = (typeof FILTER_KINDS)[number];

export const isFiltering = (filter: CardFilter): boolean =>
  Object.values(filter).some((values) => values.length > 0);

/** How many cards each value would show, given what the other kinds ask for. Values no card has are left out. */
export type FilterCounts = Readonly<Record<FilterKind, ReadonlyMap<string, number>>>;

type Snapshot = Pick<MapSnapshot, "cards" | "links">;

/** The cards among `cards` that match. */
export function matching(snapshot: Snapshot, filter: CardFilter, cards: Iterable<CardId>): Set<CardId> {
  const read = reader(snapshot, filter);
  const found = new Set<CardId>();
  for (const id of cards) if (read.failing(id).length === 0) found.add(id);
  return found;
}

/** Counts over `cards`, once through the map. */
export function filterCounts(snapshot: Snapshot, filter: CardFilter, cards: Iterable<CardId>): FilterCounts {
  const read = reader(snapshot, filter);
  const counts: Record<FilterKind, Map<string, number>> = {
    level: new Map(),
    status: new Map(),
    actor: new Map(),
    tag: new Map(),
  };
  for (const id of cards) {
    const failing = read.failing(id);
    for (const kind of FILTER_KINDS) {
      const counted = failing.every((other) => other === kind);
      for (const value of read.values(id, kind))
        counts[kind].set(value, (counts[kind].get(value) ?? 0) + Number(counted));
    }
  }
  return counts;
}

interface Reader {
  readonly values: (card: CardId, kind: FilterKind) => readonly string[];
  /** The kinds of the filter that a card does not answer to. */
  readonly failing: (card: CardId) => readonly FilterKind[];
}

const NONE: readonly string[] = [];

function reader({ cards, links }: Snapshot, filter: CardFilter): Reader {
  const roles = new Set(filter.roles);
  const holders = new Map<CardId, Set<CardId>>();
  for (const { type, role, from, to } of responsibilitiesIn(links)) {
    if (type !== "responsible" || (roles.size > 0 && !(role && roles.has(role)))) continue;
    if (!cards.has(from) || !cards.has(to)) continue;
    const own = holders.get(to);
    if (own) own.add(from);
    else holders.set(to, new Set([from]));
  }
  const wanted: Readonly<Record<FilterKind, ReadonlySet<string>>> = {
    level: new Set(filter.levels),
    status: new Set(filter.statuses),
    actor: new Set(filter.actors),
    tag: new Set(filter.tags),
  };
  const values = (id: CardId, kind: FilterKind): readonly string[] => {
    const card = cards.get(id);
    if (!card) return NONE;
    if (kind === "actor") return card.type === "actor" ? [id] : [...(holders.get(id) ?? [])];
    return kind === "tag" ? tagsOf(card) : plain(card, kind);
  };
  const asksRole = roles.size > 0 && wanted.actor.size === 0;
  const failing = (id: CardId): FilterKind[] =>
    FILTER_KINDS.filter((kind) => {
      if (kind === "actor" && asksRole) return !holders.has(id);
      return wanted[kind].size > 0 && !values(id, kind).some((value) => wanted[kind].has(value));
    });
  return { values, failing };
}

function* responsibilitiesIn(links: Snapshot["links"]) {
  for (const link of links.values()) {
    if (link.type === "responsible") yield link;
  }
}

function plain(card: Card, kind: "level" | "status"): readonly string[] {
  const value = (card as { readonly level?: string | null; readonly status?: string | null })[kind];
  return typeof value === "string" ? [value] : NONE;
}

/** Every tag a card carries. */
function tagsOf(card: Card): LensTag[] {
  const { lenses } = card as { readonly lenses?: Readonly<Record<string, readonly unknown[]>> | null };
  return Object.entries(lenses ?? {}).flatMap(([lens, values]) =>
    values.map((value): LensTag => `${lens}:${String(value)}`),
  );
}
