/**
 * A big map folded: grand challenges, missions and challenges stay, and what hangs on them comes when one of them is
 * unfolded. What no mission or challenge holds cannot be unfolded, so it is never folded away either.
 */
import type { MapSnapshot } from "../read/snapshot.ts";
import type { CardType } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import { across, type Ties, tiesAt } from "./ties.ts";
import type { MissionTree } from "./tree.ts";

/** With more cards in its tree than this, folding is offered unasked. */
export const BIG_TREE = 60;

const HOLDERS: ReadonlySet<CardType> = new Set(["mission", "challenge"]);
/** Part of the tree, or above it. */
const STRUCTURE: ReadonlySet<CardType> = new Set([
  "grand_challenge",
  "mission",
  "challenge",
  "project",
  "instrument",
]);

/** The mission or challenge that each project and instrument folds into: its nearest one upwards. */
export function holdersOf(tree: MissionTree, cards: MapSnapshot["cards"]): ReadonlyMap<CardId, CardId> {
  const holders = new Map<CardId, CardId>();
  // Parents come before their children, so one look upwards is enough.
  for (const id of tree.all) {
    if (HOLDERS.has(typeIn(cards, id))) continue;
    const parent = tree.parents.get(id);
    if (parent === undefined) continue;
    const holder = HOLDERS.has(typeIn(cards, parent)) ? parent : holders.get(parent);
    if (holder !== undefined) holders.set(id, holder);
  }
  return holders;
}

/** How many projects and instruments each mission and challenge shows when it is unfolded; those with none are left out. */
export function foldedCounts(
  { cards, links }: Pick<MapSnapshot, "cards" | "links">,
  tree: MissionTree,
): ReadonlyMap<CardId, number> {
  const found = new Map<CardId, Set<CardId>>();
  const add = (holder: CardId, id: CardId) => {
    const known = found.get(holder);
    if (known) known.add(id);
    else found.set(holder, new Set([id]));
  };
  const isFolded = (id: CardId) => STRUCTURE.has(typeIn(cards, id)) && !HOLDERS.has(typeIn(cards, id));
  for (const [id, holder] of holdersOf(tree, cards)) add(holder, id);
  for (const { type, from, to } of links.values()) {
    if (type === "contributes_to" && HOLDERS.has(typeIn(cards, to)) && isFolded(from)) add(to, from);
  }
  return new Map([...found].map(([holder, ids]) => [holder, ids.size]));
}

const typeIn = (cards: MapSnapshot["cards"], id: CardId): CardType => cards.get(id)?.type ?? "note";

/**
 * What a folded map shows. Of an unfolded mission or challenge: its projects and instruments, those of others that
 * contribute to it, and whatever is linked to one of these or to itself (actors, indicators, funding).
 */
export function foldedView(
  cards: MapSnapshot["cards"],
  tree: MissionTree,
  ties: Ties,
  unfolded: ReadonlySet<CardId>,
): Set<CardId> {
  const holders = holdersOf(tree, cards);
  const shown = new Set<CardId>();
  const open = new Set<CardId>();
  for (const [id, { type }] of cards) {
    if (!STRUCTURE.has(type)) continue;
    const holder = holders.get(id);
    if (holder === undefined) shown.add(id);
    if (unfolded.has(holder ?? id)) open.add(id);
  }
  for (const holder of unfolded) {
    for (const { type, from } of ties.in.get(holder) ?? []) {
      if (type === "contributes_to" && STRUCTURE.has(typeIn(cards, from))) open.add(from);
    }
  }
  for (const id of open) {
    shown.add(id);
    for (const tie of tiesAt(ties, id, "all")) {
      const other = across(tie, id);
      if (!STRUCTURE.has(typeIn(cards, other))) shown.add(other);
    }
  }
  return shown;
}
