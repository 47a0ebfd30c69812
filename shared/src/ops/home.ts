/** Homes: where a card stands in the mission tree, and in which order among its siblings. */
import { compareText, isOrderKey, orderKeysBetween } from "../lib/order.ts";
import { HOMED_TYPES } from "../schema/cardTypes.ts";
import type { CardType } from "../schema/enums.ts";
import { type CardId, isId } from "../schema/ids.ts";
import { mayLink } from "../schema/linkTypes.ts";
import type { MapDraft } from "../schema/mapDoc.ts";
import { linkFields, requireFit, typeOfCard } from "./checks.ts";
import { OpError } from "./opError.ts";

const orderOf = (draft: MapDraft, card: CardId): string | null => {
  const order = draft.cardKey(card, "order");
  return isOrderKey(order) ? order : null;
};

/** Cards whose home is `home`, in the order in which they are shown: by order key, then id; those without last. */
export function childrenOf(draft: MapDraft, home: CardId): CardId[] {
  return sortSiblings(draft, below(draft, home));
}

const below = (draft: MapDraft, home: CardId): CardId[] =>
  draft.cardIds().filter((id) => draft.cardKey(id, "home") === home);

const withoutHome = (draft: MapDraft, type: CardType): CardId[] =>
  draft.cardIds().filter((id) => draft.cardKey(id, "type") === type && !isId(draft.cardKey(id, "home")));

function sortSiblings(draft: MapDraft, cards: CardId[]): CardId[] {
  const keys = new Map(cards.map((card) => [card, orderOf(draft, card)]));
  return cards.sort((one, other) => {
    const a = keys.get(one) ?? null;
    const b = keys.get(other) ?? null;
    if (a === null || b === null) return a === b ? compareText(one, other) : a === null ? 1 : -1;
    return compareText(a, b) || compareText(one, other);
  });
}

/** Missions and cards without a home are ordered among those of their kind. */
function siblingsOf(draft: MapDraft, card: CardId): CardId[] {
  const home = draft.cardKey(card, "home");
  if (isId(home)) return childrenOf(draft, home as CardId);
  return sortSiblings(draft, withoutHome(draft, typeOfCard(draft, card)));
}

/** A card to come, and where: below a home, or without one among those of its type. */
export interface Coming {
  readonly id: CardId;
  readonly type: CardType;
  readonly home: CardId | null;
}

/**
 * Order keys that put new cards, in the order given, after all that stand where they come to stand; none for types that
 * have no order. One walk over the map for each place, however many come.
 */
export function ordersOfNew(draft: MapDraft, coming: readonly Coming[]): ReadonlyMap<CardId, string> {
  const families = new Map<string, Coming[]>();
  for (const card of coming) {
    if (card.home === null && card.type !== "mission" && !HOMED_TYPES.has(card.type)) continue;
    const name = card.home ?? `type:${card.type}`;
    const family = families.get(name);
    if (family) family.push(card);
    else families.set(name, [card]);
  }
  const orders = new Map<CardId, string>();
  for (const family of families.values()) {
    const { home, type } = family[0] as Coming;
    const others = home === null ? withoutHome(draft, type) : below(draft, home);
    const keys = keysAfter(draft, others, family.length);
    family.forEach(({ id }, index) => {
      orders.set(id, keys[index] as string);
    });
  }
  return orders;
}

/** Cards without a key would stand after the new ones: those get theirs first, and keep their places. */
function keysAfter(draft: MapDraft, others: readonly CardId[], count: number): readonly string[] {
  const unkeyed: CardId[] = [];
  let last: string | null = null;
  for (const id of others) {
    const order = orderOf(draft, id);
    if (order === null) unkeyed.push(id);
    else if (last === null || compareText(order, last) > 0) last = order;
  }
  unkeyed.sort(compareText);
  const keys = orderKeysBetween(last, null, unkeyed.length + count);
  unkeyed.forEach((id, index) => {
    draft.setCardKey(id, "order", keys[index]);
  });
  return keys.slice(unkeyed.length);
}

/**
 * Gives `card` the key between its new neighbours. Siblings that share a key, or have none, leave no room between
 * them: then all are numbered afresh, which happens only after two people ordered the same list at once.
 */
function placeAmong(draft: MapDraft, card: CardId, siblings: readonly CardId[], before: CardId | null): void {
  const others = siblings.filter((sibling) => sibling !== card);
  const at = before === null ? others.length : others.indexOf(before);
  if (at < 0) throw new OpError("unknown_card", "The card to stand before is not among these.");
  const left = at > 0 ? orderOf(draft, others[at - 1] as CardId) : null;
  const right = at < others.length ? orderOf(draft, others[at] as CardId) : null;
  const leftMissing = at > 0 && left === null;
  const rightMissing = at < others.length && right === null;
  if (!leftMissing && !rightMissing && (left === null || right === null || left < right)) {
    draft.setCardKey(card, "order", orderKeysBetween(left, right, 1)[0]);
    return;
  }
  const line = [...others.slice(0, at), card, ...others.slice(at)];
  const keys = orderKeysBetween(null, null, line.length);
  line.forEach((sibling, index) => {
    draft.setCardKey(sibling, "order", keys[index]);
  });
}

/** True when `card` is `ancestor` or stands below it. Circles made by two people at once end the walk. */
function isWithin(draft: MapDraft, card: CardId, ancestor: CardId): boolean {
  const seen = new Set<string>();
  let at: unknown = card;
  while (isId(at) && !seen.has(at)) {
    if (at === ancestor) return true;
    seen.add(at);
    at = draft.cardKey(at as CardId, "home");
  }
  return false;
}

/** Moves a card below another (or out of the tree, last of its type), before one of the children there or to their end. */
export function moveHome(
  draft: MapDraft,
  input: { card: CardId; home: CardId | null; before?: CardId | null },
): void {
  const { card, home } = input;
  const type = typeOfCard(draft, card);
  const before = input.before ?? null;
  if (home === null) {
    const order = ordersOfNew(draft, [{ id: card, type, home }]).get(card) ?? null;
    draft.setCardKey(card, "home", null);
    draft.setCardKey(card, "order", order);
    draft.setCardKey(card, "homeLink", null);
    return;
  }
  if (!mayLink("part_of", type, typeOfCard(draft, home)))
    throw new OpError("wrong_home", "This type of card cannot be part of that one.");
  if (isWithin(draft, home, card))
    throw new OpError("circle", "A card cannot be part of itself or of what is below it.");
  const children = childrenOf(draft, home);
  if (before !== null && !children.includes(before))
    throw new OpError("unknown_card", "The card to stand before is not a child of that one.");
  if (draft.cardKey(card, "home") !== home) {
    draft.setCardKey(card, "home", home);
    draft.setCardKey(card, "homeLink", null);
  }
  placeAmong(draft, card, children, before);
}

/** Sets one field of the link between a card and its home, such as its note; `null` makes it "not known". */
export function editHomeLink(draft: MapDraft, input: { card: CardId; field: string; value: unknown }): void {
  const { card, field } = input;
  typeOfCard(draft, card);
  requireFit(linkFields("part_of"), field, input.value);
  if (!isId(draft.cardKey(card, "home")))
    throw new OpError("unknown_link", "This card has no home, so there is no link to it.");
  const stored = draft.cardKey(card, "homeLink");
  const known =
    typeof stored === "object" && stored !== null ? (stored as Readonly<Record<string, unknown>>) : {};
  const next = Object.entries({ ...known, [field]: input.value ?? null }).filter(
    ([, value]) => value !== null,
  );
  draft.setCardKey(card, "homeLink", next.length > 0 ? Object.fromEntries(next) : null);
}

/** Moves a card within its siblings: before one of them, or to the end. */
export function reorder(draft: MapDraft, input: { card: CardId; before: CardId | null }): void {
  typeOfCard(draft, input.card);
  placeAmong(draft, input.card, siblingsOf(draft, input.card), input.before);
}

/**
 * Moves cards, in the order given, below one home (or out of the tree), before one of those there or to their end. All
 * are checked before any is moved. Cards without a home stand among those of their own type.
 */
export function moveCards(
  draft: MapDraft,
  input: { cards: readonly CardId[]; home: CardId | null; before?: CardId | null },
): void {
  const { cards, home } = input;
  const before = input.before ?? null;
  for (const card of cards) {
    const type = typeOfCard(draft, card);
    if (card === before) throw new OpError("unknown_card", "A card cannot stand before itself.");
    if (home === null) {
      if (before !== null && typeOfCard(draft, before) !== type)
        throw new OpError("wrong_home", "Cards without a home stand among those of their own type.");
      continue;
    }
    if (!mayLink("part_of", type, typeOfCard(draft, home)))
      throw new OpError("wrong_home", "This type of card cannot be part of that one.");
    if (isWithin(draft, home, card))
      throw new OpError("circle", "A card cannot be part of itself or of what is below it.");
  }
  if (home !== null && before !== null && draft.cardKey(before, "home") !== home)
    throw new OpError("unknown_card", "The card to stand before is not a child of that one.");
  for (const card of cards) {
    if (home !== null) moveHome(draft, { card, home, before });
    else {
      if (draft.cardKey(card, "home") !== null) moveHome(draft, { card, home: null });
      const siblings = siblingsOf(draft, card);
      placeAmong(draft, card, siblings, before !== null && siblings.includes(before) ? before : null);
    }
  }
}
