/** Where cards go when they are moved in the outline, or the reason why they cannot. Pure. */
import { groupKey, type ItemKey, type Outline } from "@trellis/shared/derive/outline";
import { HOMED_TYPES } from "@trellis/shared/schema/cardTypes";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { mayLink } from "@trellis/shared/schema/linkTypes";
import { type CardLookup, ownChildren, siblingAfter } from "./newPlace.ts";

export interface Move {
  readonly cards: readonly CardId[];
  readonly home: CardId | null;
  readonly before: CardId | null;
}
/** A key under `outline.cannot`, with the types its sentence names. */
export interface Refusal {
  readonly cannot:
    | "nothingAbove"
    | "holds"
    | "noHome"
    | "outermost"
    | "needsHolder"
    | "apart"
    | "first"
    | "last"
    | "byTitle"
    | "itself";
  readonly type?: CardType;
  readonly holder?: CardType;
}
export type MoveResult = Move | Refusal;
export const isRefusal = (result: MoveResult): result is Refusal => "cannot" in result;

/** Those of `cards` that stand below none of the others, in the outline's order. */
export function rootsOf(outline: Outline, cards: readonly CardId[]): CardId[] {
  const chosen = new Set(cards);
  const { parents } = outline.tree;
  const isBelow = (card: CardId): boolean => {
    for (let at = parents.get(card); at !== undefined; at = parents.get(at)) if (chosen.has(at)) return true;
    return false;
  };
  const place = new Map([...outline.items.keys()].map((key, index) => [key, index]));
  return [...chosen]
    .filter((card) => outline.items.has(card) && !isBelow(card))
    .sort((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0));
}

/** What stands beside the cards: their common parent and its children of a kind. Null when they stand apart. */
function siblingsOf(outline: Outline, lookup: CardLookup, cards: readonly CardId[]) {
  const [one] = cards;
  const parent = one === undefined ? undefined : outline.items.get(one)?.parent;
  if (parent === undefined || cards.some((card) => outline.items.get(card)?.parent !== parent)) return null;
  const type = lookup.get(one as CardId)?.type;
  const all = ownChildren(outline, parent);
  // Without a home, cards are ordered among those of their own type.
  const siblings =
    parent === groupKey("unplaced") ? all.filter((card) => lookup.get(card)?.type === type) : all;
  return { parent, siblings, home: outline.tree.parents.get(one as CardId) ?? null };
}

/** Whether all of them may stand below `home`. */
export function standsBelow(
  outline: Outline,
  lookup: CardLookup,
  cards: readonly CardId[],
  home: CardId,
): Refusal | null {
  const holder = lookup.get(home)?.type;
  for (const card of cards) {
    const type = lookup.get(card)?.type;
    if (!type || !holder) continue;
    if (!HOMED_TYPES.has(type)) return { cannot: "noHome", type };
    if (!mayLink("part_of", type, holder)) return { cannot: "holds", type, holder };
    for (let at: CardId | undefined = home; at !== undefined; at = outline.tree.parents.get(at))
      if (at === card) return { cannot: "itself" };
  }
  return null;
}

/** Below the sibling above. */
export function moveIn(outline: Outline, lookup: CardLookup, cards: readonly CardId[]): MoveResult {
  const beside = siblingsOf(outline, lookup, cards);
  if (!beside) return { cannot: "apart" };
  const type = lookup.get(cards[0] as CardId)?.type;
  if (type && !HOMED_TYPES.has(type)) return { cannot: "noHome", type };
  const all = ownChildren(outline, beside.parent);
  const above = all.slice(0, all.indexOf(cards[0] as CardId)).findLast((card) => !cards.includes(card));
  if (above === undefined) return { cannot: "nothingAbove" };
  return standsBelow(outline, lookup, cards, above) ?? { cards, home: above, before: null };
}

/** Right below the card that holds them. */
export function moveOut(outline: Outline, lookup: CardLookup, cards: readonly CardId[]): MoveResult {
  const beside = siblingsOf(outline, lookup, cards);
  if (!beside) return { cannot: "apart" };
  const { home } = beside;
  const type = lookup.get(cards[0] as CardId)?.type;
  if (type && !HOMED_TYPES.has(type)) return { cannot: "noHome", type };
  if (home === null) return { cannot: "outermost" };
  const outer = outline.tree.parents.get(home) ?? null;
  if (outer === null) {
    if (lookup.get(home)?.type === "mission")
      return type ? { cannot: "needsHolder", type } : { cannot: "outermost" };
    return { cards, home: null, before: null };
  }
  return (
    standsBelow(outline, lookup, cards, outer) ?? { cards, home: outer, before: siblingAfter(outline, home) }
  );
}

/** One place up or down among their siblings. */
export function moveBeside(
  outline: Outline,
  lookup: CardLookup,
  cards: readonly CardId[],
  way: "up" | "down",
): MoveResult {
  const beside = siblingsOf(outline, lookup, cards);
  if (!beside) return { cannot: "apart" };
  const { siblings, home } = beside;
  const type = lookup.get(cards[0] as CardId)?.type;
  if (type && !isOrdered(type)) return { cannot: "byTitle", type };
  const at = cards.map((card) => siblings.indexOf(card)).filter((index) => index >= 0);
  const start = Math.min(...at);
  const end = Math.max(...at);
  if (way === "up") {
    const before = siblings[start - 1];
    return before === undefined ? { cannot: "first" } : { cards, home, before };
  }
  if (end + 1 >= siblings.length) return { cannot: "last" };
  return { cards, home, before: siblings[end + 2] ?? null };
}

/** People give these types their order; all others stand by title. */
export const isOrdered = (type: CardType): boolean =>
  type === "grand_challenge" || type === "mission" || HOMED_TYPES.has(type);

/** Dropped on an item, or on the line above or below it. */
export function moveTo(
  outline: Outline,
  lookup: CardLookup,
  cards: readonly CardId[],
  {
    key,
    zone,
    isOpen,
  }: { readonly key: ItemKey; readonly zone: "before" | "inside" | "after"; readonly isOpen: boolean },
): MoveResult {
  const item = outline.items.get(key);
  const type = lookup.get(cards[0] as CardId)?.type;
  if (!item || !type) return { cannot: "itself" };
  if (item.kind !== "card") {
    if (item.key !== groupKey("unplaced")) return { cannot: "noHome", type };
    return HOMED_TYPES.has(type) ? { cards, home: null, before: null } : { cannot: "noHome", type };
  }
  if (cards.includes(item.card)) return { cannot: "itself" };
  if (zone === "inside") return below(outline, lookup, cards, item.card, null);
  const [firstChild] = ownChildren(outline, item.key);
  if (zone === "after" && isOpen && firstChild) return below(outline, lookup, cards, item.card, firstChild);
  const home = outline.tree.parents.get(item.card) ?? null;
  const before = nextNot(outline, cards, zone === "before" ? item.card : siblingAfter(outline, item.card));
  if (home !== null) return below(outline, lookup, cards, home, before);
  const target = lookup.get(item.card)?.type;
  if (!isOrdered(type)) return { cannot: "byTitle", type };
  if (HOMED_TYPES.has(type) && target === "mission") return { cannot: "needsHolder", type };
  if (target !== type)
    return item.parent === groupKey("unplaced")
      ? { cards, home: null, before: null }
      : { cannot: "noHome", type };
  return { cards, home: null, before: before && lookup.get(before)?.type === type ? before : null };
}

/** The sibling that is not itself on the move. */
function nextNot(outline: Outline, cards: readonly CardId[], from: CardId | null): CardId | null {
  let at = from;
  while (at !== null && cards.includes(at)) at = siblingAfter(outline, at);
  return at;
}

const below = (
  outline: Outline,
  lookup: CardLookup,
  cards: readonly CardId[],
  home: CardId,
  before: CardId | null,
): MoveResult =>
  standsBelow(outline, lookup, cards, home) ?? { cards, home, before: nextNot(outline, cards, before) };
