/**
 * A map as a file: the shape of the shipped templates, which `schema/mapFile` decodes and `ops/importMap` reads.
 * 1. What is written can be read back: only what the map shows is written, and every id occurs once.
 * 2. Homes are written as `part_of` links, order keys as positions among siblings, texts as `description`.
 * 3. Written, read and written again, a file stays the same to the letter.
 */

import { type MissionTree, missionTree, parentOf } from "../derive/tree.ts";
import { compareText } from "../lib/order.ts";
import type { MapSnapshot } from "../read/snapshot.ts";
import type { Body } from "../schema/body.ts";
import { fieldsOfCard } from "../schema/cardTypes.ts";
import { CARD_TYPES } from "../schema/enums.ts";
import type { Fields } from "../schema/fields.ts";
import { type CardId, isId, type LinkId } from "../schema/ids.ts";
import { fieldsOfLink, LINK_TYPES, REQUIRED_LINK_FIELDS } from "../schema/linkTypes.ts";
import type { FileCard, FileLink } from "../schema/mapFile.ts";
import { fieldsOfMap } from "../schema/mapSettings.ts";
import type { Card, Link } from "../schema/values.ts";

/** A file ready for `JSON.stringify`: settings beside the lists, as people write it. */
export type WrittenMap = {
  readonly id?: string;
  readonly title: string;
  readonly schemaVersion: 1;
  readonly cards: readonly FileCard[];
  readonly links: readonly FileLink[];
} & Readonly<Record<string, unknown>>;

/** Writes a map with its texts. `id` names the map the file was taken from. */
export function encodeMapFile(
  snapshot: MapSnapshot,
  bodies: ReadonlyMap<CardId, Body>,
  options: { readonly id?: string } = {},
): WrittenMap {
  const tree = missionTree(snapshot.cards);
  const orders = positions(snapshot, tree);
  const { title, ...settings } = knownFields(fieldsOfMap, snapshot.settings);
  return {
    ...(options.id === undefined ? {} : { id: options.id }),
    title: typeof title === "string" ? title : "",
    schemaVersion: 1,
    ...settings,
    cards: inFileOrder(snapshot, tree).map((card) => writtenCard(card, orders, bodies)),
    links: writtenLinks(snapshot, tree),
  };
}

/** The fields an object has, in the order of their table. */
function knownFields(fields: Fields, values: object): Record<string, unknown> {
  const known: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) {
    const value = (values as Record<string, unknown>)[name];
    if (value !== undefined) known[name] = value;
  }
  return known;
}

/** By type; within a type as in the tree, then by id. */
function inFileOrder(snapshot: MapSnapshot, tree: MissionTree): Card[] {
  const place = new Map(tree.all.map((id, index) => [id, index]));
  return [...snapshot.cards.values()].sort(
    (one, other) =>
      CARD_TYPES.indexOf(one.type) - CARD_TYPES.indexOf(other.type) ||
      (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0) ||
      compareText(one.id, other.id),
  );
}

/** Positions counted from 1: children among the children of their home, others that have an order among their type. */
function positions(snapshot: MapSnapshot, tree: MissionTree): ReadonlyMap<CardId, number> {
  const result = new Map<CardId, number>();
  const count = (ids: readonly CardId[]) => {
    for (const [index, id] of ids.entries()) result.set(id, index + 1);
  };
  for (const children of tree.children.values()) count(children);
  for (const type of CARD_TYPES) {
    const ordered = [...snapshot.cards.values()].filter(
      (card) => card.type === type && card.order !== null && parentOf(tree, card.id) === null,
    );
    ordered.sort(
      (one, other) => compareText(one.order ?? "", other.order ?? "") || compareText(one.id, other.id),
    );
    count(ordered.map((card) => card.id));
  }
  return result;
}

function writtenCard(
  card: Card,
  orders: ReadonlyMap<CardId, number>,
  bodies: ReadonlyMap<CardId, Body>,
): FileCard {
  const order = orders.get(card.id);
  const body = bodies.get(card.id);
  return {
    id: card.id,
    type: card.type,
    ...knownFields(fieldsOfCard(card.type), card),
    ...(order === undefined ? {} : { order }),
    ...(card.pos ? { pos: card.pos } : {}),
    ...(body ? { description: body } : {}),
  };
}

function writtenLinks(snapshot: MapSnapshot, tree: MissionTree): FileLink[] {
  const links: FileLink[] = [];
  const used = new Set<string>();
  for (const link of snapshot.links.values()) {
    if (!saysSomething(link)) continue;
    used.add(link.id);
    const { id, type, from, to } = link;
    links.push({ id, type, from, to, ...knownFields(fieldsOfLink(type), link) });
  }
  for (const child of tree.all) {
    const parent = parentOf(tree, child);
    if (parent === null) continue;
    const { id, ...said } = snapshot.cards.get(child)?.homeLink ?? {};
    links.push({
      id: freeId(id, child, used),
      type: "part_of",
      from: child,
      to: parent,
      ...knownFields(fieldsOfLink("part_of"), said),
    });
  }
  return links.sort(
    (one, other) =>
      LINK_TYPES.indexOf(one.type) - LINK_TYPES.indexOf(other.type) ||
      compareText(one.from, other.from) ||
      compareText(one.to, other.to) ||
      compareText(one.id ?? "", other.id ?? ""),
  );
}

/** A file refuses a link without its required field; a damaged document may hold one. */
const saysSomething = (link: Link): boolean =>
  (REQUIRED_LINK_FIELDS[link.type] ?? []).every((field) => {
    const value = (link as unknown as Record<string, unknown>)[field];
    return value !== undefined && value !== null;
  });

/** The id a file gave the link to the home, else one made of the card's own; the same map gives the same ids. */
function freeId(given: LinkId | undefined, child: CardId, used: Set<string>): LinkId {
  const wanted = [given, `home:${child}`].filter((id) => isId(id) && !used.has(id));
  let id = wanted[0];
  for (let count = 1; id === undefined; count++) if (!used.has(`home:${count}`)) id = `home:${count}`;
  used.add(id);
  return id as LinkId;
}
