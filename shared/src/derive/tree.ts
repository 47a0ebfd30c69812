/**
 * The mission tree, read from the homes of cards. It is total: whatever homes the cards name, every peer gets the same tree.
 * 1. A home counts only if it is on the map, of a type that `part_of` allows, and does not close a circle.
 * 2. In a circle the card with the smallest id loses its home; which cards did, and the home they name, is told.
 * 3. Homed cards without a home are roots of their own (`unplaced`); nothing is dropped.
 * 4. Siblings stand in the order of their order keys, then ids; cards without a key come last.
 */
import { compareText } from "../lib/order.ts";
import { HOMED_TYPES } from "../schema/cardTypes.ts";
import { CARD_TYPES } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import { mayLink } from "../schema/linkTypes.ts";
import type { Card } from "../schema/values.ts";

const NONE: readonly CardId[] = [];

/** Cards of the tree: missions and everything that has a home. Other types are not part of it. */
export interface MissionTree {
  /** Missions, in order. */
  readonly missions: readonly CardId[];
  /** Homed cards that stand under no mission, in order of type, order key and id; their children stand under them. */
  readonly unplaced: readonly CardId[];
  /** Every card of the tree, each before its children: the missions' trees first, then the unplaced ones. */
  readonly all: readonly CardId[];
  readonly parents: ReadonlyMap<CardId, CardId>;
  readonly children: ReadonlyMap<CardId, readonly CardId[]>;
  /** Steps from the root, 0 for a root. Holds every card of the tree. */
  readonly depths: ReadonlyMap<CardId, number>;
  /** Cards that stand without a home because the one they name would close a circle, with that one. */
  readonly circles: ReadonlyMap<CardId, CardId>;
}

const trees = new WeakMap<ReadonlyMap<CardId, Card>, MissionTree>();
/** The cards asked about last: the next ones usually differ from them by one edit. */
let lastAsked: WeakRef<ReadonlyMap<CardId, Card>> | null = null;

/** The tree out of a snapshot's cards. While homes, order and types stay as they are it is the very same tree. */
export function missionTree(cards: ReadonlyMap<CardId, Card>): MissionTree {
  const known = trees.get(cards);
  if (known) return known;
  const before = lastAsked?.deref();
  const kept = before && haveSameHomes(before, cards) ? trees.get(before) : undefined;
  const tree = kept ?? growTree(cards);
  trees.set(cards, tree);
  lastAsked = new WeakRef(cards);
  return tree;
}

/** Snapshots keep the identity of what did not change and the order of ids, so this is one walk side by side. */
function haveSameHomes(before: ReadonlyMap<CardId, Card>, now: ReadonlyMap<CardId, Card>): boolean {
  if (before.size !== now.size) return false;
  const others = before.values();
  for (const card of now.values()) {
    const other = others.next().value;
    if (other === card) continue;
    if (
      other?.id !== card.id ||
      other.type !== card.type ||
      other.home !== card.home ||
      other.order !== card.order
    )
      return false;
  }
  return true;
}

function growTree(cards: ReadonlyMap<CardId, Card>): MissionTree {
  const parents = allowedParents(cards);
  const circles = cutCircles(parents);

  const children = new Map<CardId, CardId[]>();
  const missions: CardId[] = [];
  const unplaced: CardId[] = [];
  for (const [id, card] of cards) {
    const parent = parents.get(id);
    if (parent !== undefined) {
      const siblings = children.get(parent);
      if (siblings) siblings.push(id);
      else children.set(parent, [id]);
    } else if (card.type === "mission") missions.push(id);
    else if (HOMED_TYPES.has(card.type)) unplaced.push(id);
  }
  const inOrder = siblingOrder(cards);
  const rank = (id: CardId) => CARD_TYPES.indexOf((cards.get(id) as Card).type);
  missions.sort(inOrder);
  unplaced.sort((one, other) => rank(one) - rank(other) || inOrder(one, other));
  for (const siblings of children.values()) siblings.sort(inOrder);

  const all: CardId[] = [];
  const depths = new Map<CardId, number>();
  // A stack instead of recursion: projects may nest as deep as the map is large.
  const waiting = [...missions, ...unplaced].reverse();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const parent = parents.get(id);
    all.push(id);
    depths.set(id, parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1);
    const below = children.get(id) ?? NONE;
    for (let index = below.length - 1; index >= 0; index--) waiting.push(below[index] as CardId);
  }
  return { missions, unplaced, all, parents, children, depths, circles };
}

function allowedParents(cards: ReadonlyMap<CardId, Card>): Map<CardId, CardId> {
  const parents = new Map<CardId, CardId>();
  for (const [id, card] of cards) {
    if (card.home === null) continue;
    const home = cards.get(card.home);
    if (home && mayLink("part_of", card.type, home.type)) parents.set(id, card.home);
  }
  return parents;
}

/** Follows each card upwards once; a walk that meets itself has found a circle. Answers with the homes taken away. */
function cutCircles(parents: Map<CardId, CardId>): ReadonlyMap<CardId, CardId> {
  const cut = new Map<CardId, CardId>();
  const walkOf = new Map<CardId, CardId>();
  for (const start of [...parents.keys()]) {
    let at: CardId | undefined = start;
    while (at !== undefined && !walkOf.has(at)) {
      walkOf.set(at, start);
      at = parents.get(at);
    }
    if (at === undefined || walkOf.get(at) !== start) continue;
    let smallest = at;
    for (let next = parents.get(at); next !== undefined && next !== at; next = parents.get(next)) {
      if (next < smallest) smallest = next;
    }
    cut.set(smallest, parents.get(smallest) as CardId);
    parents.delete(smallest);
  }
  return cut;
}

/** Sorts siblings as they are shown: by order key, then id; those without a key last. */
export const siblingOrder =
  (cards: ReadonlyMap<CardId, Card>) =>
  (one: CardId, other: CardId): number => {
    const first = cards.get(one)?.order ?? null;
    const second = cards.get(other)?.order ?? null;
    if (first !== second) {
      if (first === null) return 1;
      if (second === null) return -1;
      return compareText(first, second);
    }
    return compareText(one, other);
  };

export const parentOf = (tree: MissionTree, id: CardId): CardId | null => tree.parents.get(id) ?? null;

export const childrenOf = (tree: MissionTree, id: CardId): readonly CardId[] => tree.children.get(id) ?? NONE;

/** From the root down to the card itself. Empty for a card that is not in the tree. */
export function pathTo(tree: MissionTree, id: CardId): CardId[] {
  if (!tree.depths.has(id)) return [];
  const path: CardId[] = [];
  for (let at: CardId | undefined = id; at !== undefined; at = tree.parents.get(at)) path.push(at);
  return path.reverse();
}

/** Everything below a card, each before its children, the card itself left out. */
export function descendantsOf(tree: MissionTree, id: CardId): CardId[] {
  const found: CardId[] = [];
  const waiting = [...childrenOf(tree, id)].reverse();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    found.push(at);
    const below = childrenOf(tree, at);
    for (let index = below.length - 1; index >= 0; index--) waiting.push(below[index] as CardId);
  }
  return found;
}

/** The mission a card belongs to, itself for a mission; null for unplaced cards and cards outside the tree. */
export function missionOf(tree: MissionTree, id: CardId): CardId | null {
  const [root] = pathTo(tree, id);
  return root !== undefined && tree.missions.includes(root) ? root : null;
}

/** Deepest level whose number is written out; projects nested without end would else be all numbers. */
const DEEPEST_NUMBER = 32;

/**
 * The number people quote of every card under a mission: "1" for the first mission, "1.2" for its second child. Below
 * the deepest level the middle is left out ("1.2 ... …4"). Unplaced cards have no number.
 */
export function treeNumbers(tree: MissionTree): ReadonlyMap<CardId, string> {
  const numbers = new Map(tree.missions.map((id, index) => [id, `${index + 1}`]));
  for (const id of tree.all) {
    const own = numbers.get(id);
    if (own === undefined) continue;
    const isDeep = (tree.depths.get(id) ?? 0) >= DEEPEST_NUMBER;
    for (const [index, child] of childrenOf(tree, id).entries()) {
      numbers.set(child, isDeep ? `${own.split("…")[0]}…${index + 1}` : `${own}.${index + 1}`);
    }
  }
  return numbers;
}
