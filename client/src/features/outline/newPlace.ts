/** Where a new card comes to stand in the outline, and which types may stand there, the likeliest first. Pure. */
import {
  groupKey,
  type ItemKey,
  levelKey,
  type Outline,
  type OutlineItem,
} from "@trellis/shared/derive/outline";
import { HOMED_TYPES, LANED_TYPES } from "@trellis/shared/schema/cardTypes";
import { CARD_TYPES, type CardType, type Level } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { mayLink } from "@trellis/shared/schema/linkTypes";
import type { Card } from "@trellis/shared/schema/values";

export interface NewPlace {
  /** The item it stands below; null for a mission. That heading may not be there yet. */
  readonly parent: ItemKey | null;
  readonly home: CardId | null;
  /** The sibling it stands before; null for the end. */
  readonly before: CardId | null;
  readonly level: Level | null;
  /** What may stand there, never empty, the likeliest first. */
  readonly types: readonly CardType[];
}

export type CardLookup = Pick<ReadonlyMap<CardId, Card>, "get">;

/** Types that may be part of a card of this type. */
export const childTypes = (type: CardType): CardType[] =>
  CARD_TYPES.filter((child) => HOMED_TYPES.has(child) && mayLink("part_of", child, type));

/** Types of card that may hold a card of this type. */
export const holderTypes = (type: CardType): CardType[] =>
  CARD_TYPES.filter((holder) => mayLink("part_of", type, holder));

const first = (type: CardType | undefined, types: readonly CardType[]): readonly CardType[] =>
  type && types.includes(type) ? [type, ...types.filter((other) => other !== type)] : types;

const levelOf = (card: Card | undefined): Level | null =>
  card && "level" in card ? (card.level ?? null) : null;

/** A lane is worth carrying over only to a card that stands in one. */
const laneOf = (card: Card | undefined): Level | null =>
  card && LANED_TYPES.has(card.type) ? levelOf(card) : null;

/** The own children of an item: references are other cards' children. */
export const ownChildren = (outline: Outline, key: ItemKey | null): readonly CardId[] =>
  (key === null ? outline.roots : (outline.items.get(key)?.children ?? [])).filter(
    (child) => outline.items.get(child)?.kind === "card",
  ) as unknown as readonly CardId[];

/** The sibling after a card, of those that are ordered among each other. */
export function siblingAfter(outline: Outline, card: CardId): CardId | null {
  const siblings = ownChildren(outline, outline.items.get(card)?.parent ?? null);
  return siblings[siblings.indexOf(card) + 1] ?? null;
}

/** Right below an item, at its level. */
export function placeBelow(outline: Outline, cards: CardLookup, item: OutlineItem): NewPlace | null {
  if (item.kind === "group") return placeInside(outline, cards, item);
  const key = item.kind === "reference" ? item.parent : item.key;
  const anchor = key === null ? undefined : outline.items.get(key);
  if (anchor?.kind !== "card") return null;
  // Below a reference: at the end of what is part of the card here.
  if (item.kind === "reference") return placeInside(outline, cards, anchor);
  const card = cards.get(anchor.card);
  if (!card) return null;
  const { parent } = anchor;
  const home = outline.tree.parents.get(card.id) ?? null;
  const holder = home === null ? undefined : cards.get(home);
  const types = holder
    ? first(card.type, childTypes(holder.type))
    : parent === groupKey("unplaced")
      ? first(card.type, [...HOMED_TYPES])
      : [card.type];
  const after = siblingAfter(outline, card.id);
  const before = after && home === null && cards.get(after)?.type !== card.type ? null : after;
  return { parent, home, before, level: levelOf(card), types };
}

/** As the last of what an item holds; null when nothing can be part of it. */
export function placeInside(outline: Outline, cards: CardLookup, item: OutlineItem): NewPlace | null {
  if (item.kind === "reference") return null;
  if (item.kind === "group") {
    const { group } = item;
    const types = group === "unplaced" ? first("project", [...HOMED_TYPES]) : [group];
    return { parent: item.key, home: null, before: null, level: item.level ?? null, types };
  }
  const card = cards.get(item.card);
  if (!card || !outline.tree.depths.has(card.id)) return null;
  const types = childTypes(card.type);
  if (types.length === 0) return null;
  const one = cards.get(ownChildren(outline, item.key)[0] ?? ("" as CardId));
  const likeliest = one?.type ?? (card.type === "mission" ? "challenge" : "project");
  return {
    parent: item.key,
    home: card.id,
    before: null,
    level: laneOf(one ?? card),
    types: first(likeliest, types),
  };
}

/** A card of one type where there is nothing to stand by: at the end of its kind. */
export function placeOfType(type: CardType): NewPlace {
  const parent =
    type === "mission"
      ? null
      : HOMED_TYPES.has(type)
        ? groupKey("unplaced")
        : type === "actor"
          ? levelKey(null)
          : groupKey(type as "note");
  return { parent, home: null, before: null, level: null, types: [type] };
}

/** One step in: below the sibling above. Null when there is none or nothing may be part of it. */
export function placeIn(outline: Outline, cards: CardLookup, place: NewPlace): NewPlace | null {
  const siblings = ownChildren(outline, place.parent);
  const end = place.before === null ? siblings.length : siblings.indexOf(place.before);
  const above = outline.items.get(siblings[end - 1] ?? "");
  const inside = above && placeInside(outline, cards, above);
  if (!inside) return null;
  return { ...inside, types: first(place.types[0], inside.types) };
}

/** One step out: right below the card that holds it. Null where nothing is further out. */
export function placeOut(outline: Outline, cards: CardLookup, place: NewPlace): NewPlace | null {
  const holder = place.home === null ? undefined : outline.items.get(place.home);
  return holder ? placeBelow(outline, cards, holder) : null;
}
