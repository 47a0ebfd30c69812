/** Making, changing, copying and removing cards. */
import { fieldsOfCard, LANED_TYPES } from "../schema/cardTypes.ts";
import { CARD_TYPES, type CardType } from "../schema/enums.ts";
import { type CardId, isId, type LinkId, newCardId, newLinkId } from "../schema/ids.ts";
import { mayLink } from "../schema/linkTypes.ts";
import { type Entry, listKey, type MapDraft } from "../schema/mapDoc.ts";
import type { CardOf, Position } from "../schema/values.ts";
import { cardFields, requireFit, requireRoom, requireTagsFit, typeOfCard } from "./checks.ts";
import { flattenFields } from "./flatten.ts";
import { childrenOf, moveHome, ordersOfNew } from "./home.ts";
import { OpError } from "./opError.ts";

/** Values of a new card; lists are given whole. */
export type CardValues = { [Type in CardType]: ValuesFor<Type> }[CardType];
type ValuesFor<Type extends CardType> = Partial<
  Omit<CardOf<Type>, "id" | "type" | "home" | "homeLink" | "order" | "pos">
>;

export interface NewCard {
  /** Given when it comes from a file; otherwise made here. */
  readonly id?: CardId;
  readonly type: CardType;
  readonly fields?: CardValues;
  readonly home?: CardId | null;
  readonly pos?: Position | null;
}

/** Adds a card; it becomes the last child of its home, or the last of its type without one. */
export const addCard = (draft: MapDraft, input: NewCard): CardId => addCards(draft, [input])[0] as CardId;

/** Adds cards, in the order given, or none when one of them may not be. Returns their ids. */
export function addCards(draft: MapDraft, inputs: readonly NewCard[]): readonly CardId[] {
  requireRoom(draft, { cards: inputs.length });
  const ids = new Set<CardId>();
  const cards = inputs.map((input) => {
    if (!CARD_TYPES.includes(input.type))
      throw new OpError("unknown_field", "There is no such type of card.");
    const id = input.id ?? newCardId();
    if (!isId(id) || draft.hasCard(id) || ids.has(id))
      throw new OpError("already_there", "A card with this id is on the map already.");
    ids.add(id);
    const home = input.home ?? null;
    if (home !== null && !mayLink("part_of", input.type, typeOfCard(draft, home)))
      throw new OpError("wrong_home", "This type of card cannot be part of that one.");
    const fields = flattenFields(fieldsOfCard(input.type), input.fields ?? {});
    const record: Record<string, unknown> = { type: input.type, title: "", ...fields };
    return { id, type: input.type, home, record, pos: input.pos ?? null };
  });
  const orders = ordersOfNew(draft, cards);
  for (const { id, home, record, pos } of cards) {
    const order = orders.get(id);
    draft.putCard(id, { ...record, ...(home ? { home } : {}), ...(order ? { order } : {}) }, pos);
  }
  return [...ids];
}

/** A prompt is a prompt until someone edits it: called for every change of what a card says. */
export function markEdited(draft: MapDraft, card: CardId): void {
  if (draft.cardKey(card, "placeholder") === true) draft.setCardKey(card, "placeholder", null);
}

/** Sets one plain field; `null` makes it "not known". The title cannot be unknown: null empties it. */
export function editField(draft: MapDraft, input: { card: CardId; field: string; value: unknown }): void {
  const { card, field } = input;
  requireFit(cardFields(draft, card), field, input.value);
  draft.setCardKey(card, field, input.value ?? (field === "title" ? "" : null));
  // A place within the old lane means nothing in the new one.
  if (field === "level" && LANED_TYPES.has(typeOfCard(draft, card))) draft.setCardKey(card, "pos", null);
  if (field !== "placeholder") markEdited(draft, card);
}

/** Sets a card's tags of one lens; null or none removes them. */
export function setLensTags(
  draft: MapDraft,
  input: { card: CardId; lens: string; tags: readonly (string | number)[] | null },
): void {
  cardFields(draft, input.card);
  requireTagsFit(input.lens, input.tags);
  draft.setCardKey(input.card, listKey("lenses", input.lens), input.tags?.length ? input.tags : null);
  markEdited(draft, input.card);
}

/** Ids of the links that touch any of these cards. */
function linksOf(draft: MapDraft, cards: ReadonlySet<string>): LinkId[] {
  return draft.linkIds().filter((id) => {
    const entry = draft.linkEntry(id);
    return entry !== undefined && (cards.has(entry.from as string) || cards.has(entry.to as string));
  });
}

/**
 * Copies cards with their texts, beside their originals, and the links that join two of them. `by` shifts those that
 * have a place of their own. Returns the copies in the order asked.
 */
export function duplicateCards(
  draft: MapDraft,
  input: { cards: readonly CardId[]; by?: Position },
): CardId[] {
  for (const card of input.cards) typeOfCard(draft, card);
  const by = input.by ?? [24, 24];
  const copies = new Map<string, CardId>(input.cards.map((card) => [card, newCardId()]));
  const links = linksOf(draft, new Set(copies.keys())).flatMap((id): Entry[] => {
    const entry = draft.linkEntry(id);
    const from = copies.get(entry?.from as string);
    const to = copies.get(entry?.to as string);
    return from && to ? [{ ...entry, from, to }] : [];
  });
  requireRoom(draft, { cards: copies.size, links: links.length });
  const originals = [...copies] as [CardId, CardId][];
  const orders = ordersOfNew(
    draft,
    originals.map(([original, copy]) => ({
      id: copy,
      type: typeOfCard(draft, original),
      home: homeOf(draft, original),
    })),
  );
  for (const [original, copy] of originals) copyCard(draft, original, copy, by, orders.get(copy));
  for (const [original, copy] of copies) {
    const home = draft.cardKey(original as CardId, "home");
    const newHome = typeof home === "string" ? copies.get(home) : undefined;
    if (newHome) moveHome(draft, { card: copy, home: newHome });
  }
  for (const link of links) draft.putLink(newLinkId(), link);
  return [...copies.values()];
}

const homeOf = (draft: MapDraft, card: CardId): CardId | null => {
  const home = draft.cardKey(card, "home");
  return isId(home) && draft.hasCard(home as CardId) ? (home as CardId) : null;
};

function copyCard(
  draft: MapDraft,
  original: CardId,
  copy: CardId,
  by: Position,
  order: string | undefined,
): void {
  const {
    pos,
    order: _order,
    homeLink: _homeLink,
    ...record
  } = { ...draft.cardEntry(original) } as Record<string, unknown>;
  if (order !== undefined) record.order = order;
  const place = Array.isArray(pos) ? ([Number(pos[0]) + by[0], Number(pos[1]) + by[1]] as const) : null;
  draft.putCard(copy, record, place);
  draft.copyBody(original, copy);
}

/** Where the children of a removed card go. */
export type ChildrenGo = "parent" | "none" | "remove" | CardId;

/**
 * Removes a card, its text and its links. Its children go to its own home ("parent"), stand without a home ("none"),
 * go with it, all the way down ("remove"), or move to a card that may hold them. A child that its new home cannot
 * hold stands without one.
 */
export function removeCard(draft: MapDraft, input: { card: CardId; children: ChildrenGo }): void {
  typeOfCard(draft, input.card);
  const removed = new Set<CardId>([input.card]);
  if (input.children === "remove") {
    for (const card of removed) for (const child of childrenOf(draft, card)) removed.add(child);
  } else sendChildren(draft, input.card, input.children);
  for (const link of linksOf(draft, removed)) draft.deleteLink(link);
  for (const card of removed) draft.deleteCard(card);
}

function sendChildren(draft: MapDraft, card: CardId, to: Exclude<ChildrenGo, "remove">): void {
  const own = draft.cardKey(card, "home");
  const target = to === "parent" ? (isId(own) ? (own as CardId) : null) : to === "none" ? null : to;
  if (target === card)
    throw new OpError("circle", "The children cannot stay under the card that is removed.");
  const children = childrenOf(draft, card);
  if (target !== null && to !== "parent") typeOfCard(draft, target);
  for (const child of children) {
    try {
      moveHome(draft, { card: child, home: target });
    } catch (error) {
      // The new home may not hold this type, or lie below the child: it then stands without a home, and is seen to.
      if (!(error instanceof OpError)) throw error;
      moveHome(draft, { card: child, home: null });
    }
  }
}
