/**
 * Cards by the tags of a lens: for colours, for filters and for tables. Every framework is read the same way, one that
 * a council has added as well. A card without tags is "not tagged", which says nothing about the card.
 */
import { compareText } from "../lib/order.ts";
import { CARD_TYPES, type CardType } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import { LENSES } from "../schema/lenses.ts";
import { type Question, question } from "./ask.ts";
import { type Facts, facts, nearestChallenge, real, setting } from "./parts.ts";

export type LensValue = string | number;

/** Values of every lens of the map in their order: the built-in lenses, then the map's own. */
export const lenses: Question<ReadonlyMap<string, readonly LensValue[]>> = question((ask) => {
  const own = ask(setting("ownLenses")) ?? [];
  return new Map<string, readonly LensValue[]>([
    ...LENSES.map(({ id, values }) => [id, values] as const),
    ...own
      .filter(({ id }) => !LENSES.some((lens) => lens.id === id))
      .map(({ id, values }) => [id, [...new Set(values ?? [])]] as const),
  ]);
});

export interface LensGroup {
  readonly value: LensValue;
  /** False for a tag that the lens does not list (any more). */
  readonly listed: boolean;
  /** Cards with this tag, by type. A card with several tags stands in several groups. */
  readonly cards: ReadonlyMap<CardType, readonly CardId[]>;
  readonly count: number;
}
export interface LensTable {
  /** The values of the lens in their order, empty ones too; then tags it does not list. */
  readonly groups: readonly LensGroup[];
  /** The tags of every tagged card, in the order of the groups. */
  readonly tags: ReadonlyMap<CardId, readonly LensValue[]>;
  readonly untagged: ReadonlyMap<CardType, readonly CardId[]>;
}

const tagsOf = (card: Facts, lens: string): readonly LensValue[] => {
  const tags = card.lenses && Object.hasOwn(card.lenses, lens) ? card.lenses[lens] : undefined;
  return tags ?? [];
};

/** Cards by the tags of a lens (its id as argument). */
export const lensTable: Question<LensTable> = question((ask, lens) => {
  const values = ask(lenses).get(lens) ?? [];
  const all = CARD_TYPES.flatMap((type): readonly Facts[] => ask<readonly Facts[]>(facts(type)));
  const found = [...new Set(all.flatMap((card) => tagsOf(card, lens)))];
  const extra = found.filter((value) => !values.includes(value));
  const inOrder = [...values, ...extra.sort((one, other) => compareText(String(one), String(other)))];
  const tags = new Map<CardId, readonly LensValue[]>();
  const members = new Map<LensValue, Map<CardType, CardId[]>>(inOrder.map((value) => [value, new Map()]));
  const untagged = new Map<CardType, CardId[]>();
  const put = (lists: Map<CardType, CardId[]> | undefined, card: Facts) => {
    const list = lists?.get(card.type);
    if (list) list.push(card.id);
    else lists?.set(card.type, [card.id]);
  };
  for (const card of all) {
    const own = new Set(tagsOf(card, lens));
    if (own.size === 0) put(untagged, card);
    else {
      tags.set(
        card.id,
        inOrder.filter((value) => own.has(value)),
      );
      for (const value of own) put(members.get(value), card);
    }
  }
  return {
    groups: inOrder.map((value): LensGroup => {
      const cards = members.get(value) ?? new Map<CardType, CardId[]>();
      const count = [...cards.values()].reduce((sum, ids) => sum + ids.length, 0);
      return { value, listed: values.includes(value), cards, count };
    }),
    tags,
    untagged,
  };
});

export interface ChallengeTags {
  /** Null: cards under no challenge, such as missions and actors. */
  readonly challenge: CardId | null;
  /** Cards with each tag: the challenge itself and those to which it is the nearest above. */
  readonly cards: ReadonlyMap<LensValue, readonly CardId[]>;
  /** Cards of the tree without a tag; cards outside the tree are expected nowhere and not counted. */
  readonly untagged: readonly CardId[];
}

/** The tags of a lens (its id as argument) by challenge, in the order of the tree; cards under none come last. */
export const lensByChallenge: Question<readonly ChallengeTags[]> = question((ask, lens) => {
  const { tags } = ask(lensTable, lens);
  const nearest = ask(nearestChallenge);
  const columns = new Map<CardId | null, { cards: Map<LensValue, CardId[]>; untagged: CardId[] }>();
  const column = (challenge: CardId | null) => {
    const known = columns.get(challenge) ?? { cards: new Map<LensValue, CardId[]>(), untagged: [] };
    columns.set(challenge, known);
    return known;
  };
  const put = (challenge: CardId | null, card: CardId) => {
    const { cards, untagged } = column(challenge);
    const own = tags.get(card);
    if (!own) untagged.push(card);
    for (const value of own ?? []) cards.set(value, [...(cards.get(value) ?? []), card]);
  };
  for (const challenge of nearest.values()) if (challenge !== null) column(challenge);
  for (const [card, challenge] of nearest) put(challenge, card);
  for (const card of tags.keys()) if (!nearest.has(card)) put(null, card);
  const loose = columns.get(null);
  columns.delete(null);
  if (loose) columns.set(null, loose);
  return [...columns].map(([challenge, own]) => ({ challenge, ...own }));
});

/** The values of a lens (its id as argument) that real cards carry. */
export const valuesInUse: Question<ReadonlySet<LensValue>> = question(
  (ask, lens) =>
    new Set(
      CARD_TYPES.flatMap((type) => ask<readonly Facts[]>(real(type)).flatMap((card) => tagsOf(card, lens))),
    ),
);
