/**
 * The parts of a map that derivations ask for, each of which stays the same until an edit touches what it says.
 * Cards come without their words and place (`Facts`): typing a title or moving a card leaves every derivation alone.
 * Lists are in the order of ids, whatever order they were read in. "Real" cards and links leave placeholders out.
 */
import { compareText } from "../lib/order.ts";
import type { MapSnapshot } from "../read/snapshot.ts";
import { HOMED_TYPES } from "../schema/cardTypes.ts";
import { CARD_TYPES, type CardType, type Level } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import { LINK_TYPES } from "../schema/linkTypes.ts";
import type { Card, CardOf, Link, LinkOf, MapSettings, StoredLinkType } from "../schema/values.ts";
import { type Context, type Question, question, source } from "./ask.ts";
import { descendantsOf, type MissionTree, missionTree } from "./tree.ts";

const LEFT_OUT = ["title", "summary", "note", "pos", "homeLink", "home", "order"] as const;
const IS_LEFT_OUT: ReadonlySet<string> = new Set(LEFT_OUT);

/** A card without its words, its place and its home. */
export type Facts<Type extends CardType = CardType> = Type extends CardType
  ? Omit<CardOf<Type>, (typeof LEFT_OUT)[number]>
  : never;

function sameFacts(one: object, other: object): boolean {
  if (one === other) return true;
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const told = (key: string) => !IS_LEFT_OUT.has(key);
  return (
    Object.keys(a).every((key) => !told(key) || a[key] === b[key]) &&
    Object.keys(b).every((key) => !told(key) || Object.hasOwn(a, key))
  );
}

const sameList =
  <Item>(same: (one: Item, other: Item) => boolean) =>
  (before: readonly Item[], now: readonly Item[]): boolean =>
    before.length === now.length && before.every((item, index) => same(item, now[index] as Item));

function inIdOrder<Item extends { readonly id: string }>(items: Item[]): readonly Item[] {
  const isInOrder = items.every((item, index) => index === 0 || (items[index - 1] as Item).id < item.id);
  return isInOrder ? items : items.sort((one, other) => compareText(one.id, other.id));
}

type CardQuestions = { readonly [Type in CardType]: Question<readonly Facts<Type>[]> };
type LinkQuestions = { readonly [Type in StoredLinkType]: Question<readonly LinkOf<Type>[]> };

const byType = <Name extends string, Part>(names: readonly Name[], of: (name: Name) => Part) =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as unknown;

const storedLinkTypes = LINK_TYPES.filter((type) => type !== "part_of");

const cardsOf = ({ cards }: MapSnapshot) => cards;

const FACTS = byType(CARD_TYPES, (type) =>
  source(
    cardsOf,
    (cards) => inIdOrder([...cards.values()].filter((card) => card.type === type)) as readonly Facts[],
    sameList<Facts>(sameFacts),
  ),
) as CardQuestions;

const LINKS = byType(storedLinkTypes, (type) =>
  source(
    ({ links }) => links,
    (links) => inIdOrder([...links.values()].filter((link) => link.type === type)),
    sameList<Link>(Object.is),
  ),
) as LinkQuestions;

/** Cards of a type. */
export const facts = <Type extends CardType>(type: Type): CardQuestions[Type] => FACTS[type];

/** Links of a type. */
export const linksOf = <Type extends StoredLinkType>(type: Type): LinkQuestions[Type] => LINKS[type];

const sameSet = <Item>(before: ReadonlySet<Item>, now: ReadonlySet<Item>): boolean =>
  before.size === now.size && [...now].every((item) => before.has(item));

export const placeholders: Question<ReadonlySet<CardId>> = source(
  cardsOf,
  (cards) => new Set([...cards.values()].filter((card) => card.placeholder).map((card) => card.id)),
  sameSet,
);

const REAL = byType(CARD_TYPES, (type) =>
  question<readonly Facts[]>((ask) => ask<readonly Facts[]>(FACTS[type]).filter((card) => !card.placeholder)),
) as CardQuestions;

const REAL_LINKS = byType(storedLinkTypes, (type) =>
  question<readonly Link[]>((ask) => {
    const left = ask(placeholders);
    const links = ask<readonly Link[]>(LINKS[type]);
    return left.size === 0 ? links : links.filter((link) => !left.has(link.from) && !left.has(link.to));
  }, sameList<Link>(Object.is)),
) as LinkQuestions;

/** Cards of a type that people have begun to fill in. */
export const real = <Type extends CardType>(type: Type): CardQuestions[Type] => REAL[type];

/** Links of a type between cards that people have begun to fill in. */
export const realLinks = <Type extends StoredLinkType>(type: Type): LinkQuestions[Type] => REAL_LINKS[type];

/** Real cards of a type by id. */
const REAL_BY_ID = byType(CARD_TYPES, (type) =>
  question((ask) => new Map(ask<readonly Facts[]>(REAL[type]).map((card) => [card.id, card]))),
) as { readonly [Type in CardType]: Question<ReadonlyMap<CardId, Facts<Type>>> };
export const realById = <Type extends CardType>(type: Type): (typeof REAL_BY_ID)[Type] => REAL_BY_ID[type];

/** The type of every card. */
export const cardTypes: Question<ReadonlyMap<CardId, CardType>> = source(
  cardsOf,
  (cards) => new Map([...cards.values()].map((card) => [card.id, card.type])),
  (before, now) => before.size === now.size && [...now].every(([id, type]) => before.get(id) === type),
);

const homed = source(
  cardsOf,
  (cards): readonly Card[] =>
    inIdOrder([...cards.values()].filter((card) => card.type === "mission" || HOMED_TYPES.has(card.type))),
  sameList<Card>(
    (one, other) =>
      one.id === other.id && one.type === other.type && one.home === other.home && one.order === other.order,
  ),
);

/** The mission tree, placeholders included. */
export const tree: Question<MissionTree> = question((ask) =>
  missionTree(new Map(ask(homed).map((card) => [card.id, card]))),
);

/** Every real mission with itself and everything real below it, each before its children. */
export const missionScopes: Question<ReadonlyMap<CardId, readonly CardId[]>> = question((ask) => {
  const all = ask(tree);
  const left = ask(placeholders);
  return new Map(
    all.missions
      .filter((mission) => !left.has(mission))
      .map((mission) => [
        mission,
        [mission, ...descendantsOf(all, mission)].filter((card) => !left.has(card)),
      ]),
  );
});

/** The mission at the root of every card of the tree; null for cards under no mission. */
export const missionAbove: Question<ReadonlyMap<CardId, CardId | null>> = question((ask) => {
  const all = ask(tree);
  const above = new Map<CardId, CardId | null>();
  const missions = new Set(all.missions);
  for (const id of all.all) {
    const parent = all.parents.get(id);
    above.set(id, parent === undefined ? (missions.has(id) ? id : null) : (above.get(parent) ?? null));
  }
  return above;
});

/**
 * Every card of the tree by the nearest challenge that it is or stands under, in the order of the tree; null for those
 * under none.
 */
export const nearestChallenge: Question<ReadonlyMap<CardId, CardId | null>> = question((ask) => {
  const { all, parents } = ask(tree);
  const types = ask(cardTypes);
  const nearest = new Map<CardId, CardId | null>();
  for (const card of all) {
    const parent = parents.get(card);
    const above = parent === undefined ? null : (nearest.get(parent) ?? null);
    nearest.set(card, types.get(card) === "challenge" ? card : above);
  }
  return nearest;
});

/** The level at which an actor acts; actors without one are left out. */
export const actorLevels: Question<ReadonlyMap<CardId, Level>> = question((ask) => {
  const levels = new Map<CardId, Level>();
  for (const actor of ask(facts("actor"))) if (actor.level) levels.set(actor.id, actor.level);
  return levels;
});

/** A part just as it is. */
const itself = <Part>(part: (snapshot: MapSnapshot, context: Context) => Part): Question<Part> =>
  source(part, (value) => value);

const SETTINGS = new Map<keyof MapSettings, Question<unknown>>();
/** One setting of the map. */
export function setting<Name extends keyof MapSettings>(name: Name): Question<MapSettings[Name]> {
  const known = SETTINGS.get(name) ?? itself(({ settings }) => settings[name]);
  SETTINGS.set(name, known);
  return known as Question<MapSettings[Name]>;
}

export const today = itself((_, context) => context.today);
export const lastReviewed = itself((_, context) => context.lastReviewed ?? null);
export const lastReported = itself((_, context) => context.lastReported ?? null);
export const stances = itself((_, context) => context.stance ?? null);
