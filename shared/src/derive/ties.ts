/**
 * The map as what hangs on what: every link and every home between two cards, walked from either end. Total: a home
 * that the tree does not accept is no tie, and a link to a card that is not there is left out.
 */
import { compareText } from "../lib/order.ts";
import type { MapSnapshot } from "../read/snapshot.ts";
import type { ResponsibilityRole } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import { LINK_TYPES, type LinkType } from "../schema/linkTypes.ts";
import { type MissionTree, missionTree } from "./tree.ts";

/** One link as it is stored; a home runs from the lower card to the card it is part of. */
export interface Tie {
  readonly from: CardId;
  readonly to: CardId;
  readonly type: LinkType;
  /** For responsibilities that name one. */
  readonly role: ResponsibilityRole | null;
}

/** Ties by card, in the order of link types, then of the card at the other end. */
export interface Ties {
  readonly out: ReadonlyMap<CardId, readonly Tie[]>;
  readonly in: ReadonlyMap<CardId, readonly Tie[]>;
}

/** Along links, against them, or both. */
export const DIRECTIONS = ["all", "out", "in"] as const;
export type Direction = (typeof DIRECTIONS)[number];

const NONE: readonly Tie[] = [];

/** Reads the ties of a map; `tree` is that of the same snapshot, when the caller has it. */
export function tiesOf(snapshot: Pick<MapSnapshot, "cards" | "links">, tree?: MissionTree): Ties {
  const { cards, links } = snapshot;
  const out = new Map<CardId, Tie[]>();
  const into = new Map<CardId, Tie[]>();
  const add = (tie: Tie) => {
    listAt(out, tie.from).push(tie);
    listAt(into, tie.to).push(tie);
  };
  for (const [from, to] of (tree ?? missionTree(cards)).parents)
    add({ from, to, type: "part_of", role: null });
  for (const link of links.values()) {
    if (!cards.has(link.from) || !cards.has(link.to) || link.from === link.to) continue;
    const role = link.type === "responsible" ? (link.role ?? null) : null;
    add({ from: link.from, to: link.to, type: link.type, role });
  }
  for (const list of out.values()) list.sort((one, other) => byTie(one, other, "to"));
  for (const list of into.values()) list.sort((one, other) => byTie(one, other, "from"));
  return { out, in: into };
}

/** The ties that may be followed from a card. */
export function tiesAt(ties: Ties, card: CardId, direction: Direction): readonly Tie[] {
  const out = direction === "in" ? NONE : (ties.out.get(card) ?? NONE);
  const into = direction === "out" ? NONE : (ties.in.get(card) ?? NONE);
  return into.length === 0 ? out : out.length === 0 ? into : [...out, ...into];
}

/** The card at the other end. */
export const across = (tie: Tie, card: CardId): CardId => (tie.from === card ? tie.to : tie.from);

/**
 * How many links each card is away from the nearest of `starts`, up to `reach`. Only cards that `isOpen` accepts are
 * entered; the starts themselves always count.
 */
export function distancesFrom(
  ties: Ties,
  starts: Iterable<CardId>,
  reach: number,
  direction: Direction,
  isOpen: (card: CardId) => boolean,
): ReadonlyMap<CardId, number> {
  const distances = new Map<CardId, number>();
  for (const start of starts) distances.set(start, 0);
  let front = [...distances.keys()];
  for (let distance = 1; distance <= reach && front.length > 0; distance++) {
    const next: CardId[] = [];
    for (const card of front) {
      for (const tie of tiesAt(ties, card, direction)) {
        const other = across(tie, card);
        if (distances.has(other) || !isOpen(other)) continue;
        distances.set(other, distance);
        next.push(other);
      }
    }
    front = next;
  }
  return distances;
}

function listAt(lists: Map<CardId, Tie[]>, card: CardId): Tie[] {
  const known = lists.get(card);
  if (known) return known;
  const made: Tie[] = [];
  lists.set(card, made);
  return made;
}

const byTie = (one: Tie, other: Tie, end: "from" | "to"): number =>
  LINK_TYPES.indexOf(one.type) - LINK_TYPES.indexOf(other.type) ||
  compareText(one.role ?? "", other.role ?? "") ||
  compareText(one[end], other[end]);
