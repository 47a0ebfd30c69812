/**
 * The map as an outline: everything once, in the order in which it is read. It is total and the same for every peer.
 * 1. Grand challenges; missions with their trees; what stands in no mission; actors by level; then type by type.
 * 2. A card is one item, at its home. Where it also helps, a reference stands after the children there; it has none.
 * 3. Cards of the tree and grand challenges stand in the order people gave them, all others by title.
 */
import { compareText } from "../lib/order.ts";
import type { MapSnapshot } from "../read/snapshot.ts";
import { type CardType, ENUMS, type Level } from "../schema/enums.ts";
import type { CardId, LinkId } from "../schema/ids.ts";
import type { Card, Link } from "../schema/values.ts";
import { childrenOf, type MissionTree, missionTree, siblingOrder } from "./tree.ts";

/** Types that stand under a heading of their own, by title. */
const BY_TITLE = ["actor", "indicator", "funding", "risk", "evidence", "decision", "note"] as const;
/** Headings of the outline. Missions stand under none. */
const OUTLINE_GROUPS = ["grand_challenge", "unplaced", ...BY_TITLE] as const;
export type OutlineGroup = (typeof OUTLINE_GROUPS)[number];

/** Unique in one outline, and the same as long as the card, link or heading is there. A card's key is its id. */
export type ItemKey = string;

interface ItemCore {
  readonly key: ItemKey;
  readonly parent: ItemKey | null;
  readonly children: readonly ItemKey[];
}
export interface CardItem extends ItemCore {
  readonly kind: "card";
  readonly card: CardId;
}
/** A card that helps here (`contributes_to`) and has its home elsewhere. */
export interface ReferenceItem extends ItemCore {
  readonly kind: "reference";
  readonly card: CardId;
  readonly link: LinkId;
}
/** `level` is absent for a heading of a whole group, null for actors whose level is not known. */
export interface GroupItem extends ItemCore {
  readonly kind: "group";
  readonly group: OutlineGroup;
  readonly level?: Level | null;
  /** Cards below it. */
  readonly count: number;
}
export type OutlineItem = CardItem | ReferenceItem | GroupItem;

export interface Outline {
  readonly tree: MissionTree;
  readonly roots: readonly ItemKey[];
  readonly items: ReadonlyMap<ItemKey, OutlineItem>;
}

const NONE: readonly ItemKey[] = [];
export const groupKey = (group: OutlineGroup): ItemKey => `group:${group}`;
export const levelKey = (level: Level | null): ItemKey => `level:${level ?? "none"}`;
const referenceKey = (link: LinkId): ItemKey => `reference:${link}`;

/** The outline of a snapshot. */
export function outlineOf(snapshot: MapSnapshot): Outline {
  const { cards } = snapshot;
  const tree = missionTree(cards);
  const items = new Map<ItemKey, OutlineItem>();
  const roots: ItemKey[] = [];
  const byType = new Map<CardType, Card[]>();
  for (const card of cards.values()) {
    if (tree.depths.has(card.id)) continue;
    const list = byType.get(card.type);
    if (list) list.push(card);
    else byType.set(card.type, [card]);
  }

  const addCard = (card: CardId, parent: ItemKey | null, children = NONE) =>
    items.set(card, { kind: "card", key: card, card, parent, children });
  const addGroup = (group: OutlineGroup, children: readonly CardId[]) => {
    if (children.length === 0) return;
    const key = groupKey(group);
    roots.push(key);
    items.set(key, { kind: "group", key, group, parent: null, children, count: children.length });
  };
  const addPlain = (group: OutlineGroup, list: readonly CardId[]) => {
    addGroup(group, list);
    for (const card of list) addCard(card, groupKey(group));
  };

  const inOrder = siblingOrder(cards);
  addPlain("grand_challenge", (byType.get("grand_challenge") ?? []).map(({ id }) => id).sort(inOrder));
  roots.push(...tree.missions);
  addGroup("unplaced", tree.unplaced);
  addTree(snapshot, tree, items, addCard);
  addActors(byType.get("actor") ?? [], roots, items, addCard);
  for (const group of OUTLINE_GROUPS) {
    if (group === "grand_challenge" || group === "unplaced" || group === "actor") continue;
    addPlain(group, inTitleOrder(byType.get(group) ?? []));
  }
  return { tree, roots, items };
}

type AddCard = (card: CardId, parent: ItemKey | null, children?: readonly ItemKey[]) => void;

function addTree(
  { cards, links }: MapSnapshot,
  tree: MissionTree,
  items: Map<ItemKey, OutlineItem>,
  addCard: AddCard,
): void {
  const place = new Map(tree.all.map((card, index) => [card, index]));
  const helpers = new Map<CardId, Link[]>();
  for (const link of links.values()) {
    if (link.type !== "contributes_to" || !place.has(link.from) || !place.has(link.to)) continue;
    if (tree.parents.get(link.from) === link.to) continue;
    const list = helpers.get(link.to);
    // Two people may have drawn the same link at once; it says one thing.
    if (!list) helpers.set(link.to, [link]);
    else if (!list.some(({ from }) => from === link.from)) list.push(link);
  }
  for (const card of tree.all) {
    const own: readonly ItemKey[] = childrenOf(tree, card);
    const shared = helpers.get(card)?.sort((a, b) => (place.get(a.from) ?? 0) - (place.get(b.from) ?? 0));
    const home =
      tree.parents.get(card) ?? (cards.get(card)?.type === "mission" ? null : groupKey("unplaced"));
    addCard(card, home, shared ? [...own, ...shared.map(({ id }) => referenceKey(id))] : own);
    for (const { id, from } of shared ?? []) {
      const key = referenceKey(id);
      items.set(key, { kind: "reference", key, card: from, link: id, parent: card, children: NONE });
    }
  }
}

function addActors(
  actors: readonly Card[],
  roots: ItemKey[],
  items: Map<ItemKey, OutlineItem>,
  addCard: AddCard,
): void {
  if (actors.length === 0) return;
  const top = groupKey("actor");
  const levels: ItemKey[] = [];
  for (const level of [...ENUMS.level, null]) {
    const here = inTitleOrder(
      actors.filter((card) => ("level" in card ? (card.level ?? null) : null) === level),
    );
    if (here.length === 0) continue;
    const key = levelKey(level);
    levels.push(key);
    items.set(key, {
      kind: "group",
      key,
      group: "actor",
      level,
      parent: top,
      children: here,
      count: here.length,
    });
    for (const card of here) addCard(card, key);
  }
  roots.push(top);
  items.set(top, {
    kind: "group",
    key: top,
    group: "actor",
    parent: null,
    children: levels,
    count: actors.length,
  });
}

function inTitleOrder(cards: readonly Card[]): CardId[] {
  return cards
    .map(({ id, title }) => ({ id, title: title.toLowerCase() }))
    .sort((one, other) => compareText(one.title, other.title) || compareText(one.id, other.id))
    .map(({ id }) => id);
}

/** True when `next` has the same outline as `before`: what changed is said inside cards, not where they stand. */
export function sameOutline(before: MapSnapshot, next: MapSnapshot): boolean {
  if (before.links !== next.links || before.cards.size !== next.cards.size) return false;
  if (before.cards === next.cards) return true;
  for (const [id, card] of next.cards) {
    const old = before.cards.get(id);
    if (old !== card && (!old || !standsAlike(old, card))) return false;
  }
  return true;
}

const byTitle: ReadonlySet<CardType> = new Set(BY_TITLE);

const standsAlike = (one: Card, other: Card): boolean =>
  one.type === other.type &&
  one.home === other.home &&
  one.order === other.order &&
  (!byTitle.has(one.type) || one.title === other.title) &&
  (one.type !== "actor" || other.type !== "actor" || (one.level ?? null) === (other.level ?? null));
