/**
 * Puts copied cards on a map: new ids, links among them kept, links to other cards kept where both ends stand on this
 * map and may be joined. From another map such links and homes cannot be kept; they are counted, not dropped unsaid.
 * Everything is worked out and checked before the first write [OP1]; a thousand cards cost one pass over the map.
 */
import type { Body } from "../schema/body.ts";
import { fieldsOfCard } from "../schema/cardTypes.ts";
import type { CopiedCards } from "../schema/copiedCards.ts";
import { type CardType, isCardType } from "../schema/enums.ts";
import type { Fields } from "../schema/fields.ts";
import { type CardId, type LinkId, newCardId, newLinkId } from "../schema/ids.ts";
import { LINK_RULES, type LinkType, mayLink } from "../schema/linkTypes.ts";
import type { Entry, MapDraft } from "../schema/mapDoc.ts";
import type { FileCard, FileLink } from "../schema/mapFile.ts";
import { type RecordName, recordTable } from "../schema/records.ts";
import type { Position } from "../schema/values.ts";
import { linkFields, requireRoom } from "./checks.ts";
import { flattenFields } from "./flatten.ts";
import { ordersOfNew } from "./home.ts";
import { whole } from "./layout.ts";
import { sameMeaning } from "./links.ts";

export interface PasteInput {
  readonly copied: CopiedCards;
  /** The cards were copied from this very map. */
  readonly sameMap: boolean;
  /** Shift of cards that have a place of their own. */
  readonly by: Position;
}

export interface Pasted {
  /** The new cards, in the order they were given. */
  readonly cards: readonly CardId[];
  /** Cards whose home is not on this map. */
  readonly homesLost: number;
  /** Links whose other end is not on this map, or may not be joined any more. */
  readonly linksLost: number;
}

interface NewRecord {
  readonly id: CardId;
  readonly record: Record<string, unknown>;
  readonly pos: Position | null;
  readonly body: Body | undefined;
}

/** Pastes copied cards. Refuses with an `OpError` when a value does not fit; nothing has been written then. */
export function pasteCards(draft: MapDraft, { copied, sameMap, by }: PasteInput): Pasted {
  requireRoom(draft, { cards: copied.cards.length });
  const ids = new Map<string, CardId>(copied.cards.map(({ id }) => [id, newCardId()]));
  const typeOf = (id: string): CardType | null => {
    const type = draft.cardKey(id as CardId, "type");
    return isCardType(type) ? type : null;
  };
  const world = { draft, ids, sameMap, sources: copied.sources };
  const records = copied.cards.map((card) => newRecord(card, world, by));
  const types = new Map<CardId, CardType>(copied.cards.map(({ id, type }) => [ids.get(id) as CardId, type]));

  const homes = new Map<CardId, CardId>();
  const links: Entry[] = [];
  const circles = new Circles(draft);
  let homesLost = 0;
  let linksLost = 0;
  const end = (id: string): CardId | null =>
    ids.get(id) ?? (sameMap && typeOf(id) !== null ? (id as CardId) : null);
  for (const link of [...copied.links, ...copied.outside]) {
    const from = end(link.from);
    const to = end(link.to);
    const fromType = from && (types.get(from) ?? typeOf(from));
    const toType = to && (types.get(to) ?? typeOf(to));
    const fits = from && to && fromType && toType && mayLink(link.type, fromType, toType);
    if (link.type === "part_of") {
      // Children that were not copied stay where they are: only copies get a home.
      if (!ids.has(link.from)) continue;
      if (fits && !homes.has(from)) homes.set(from, to);
      else homesLost++;
      continue;
    }
    const record = fits ? linkRecord(link, from, to, world) : null;
    if (record && circles.allow(link.type, record) && !links.some((other) => sameMeaning(other, record)))
      links.push(record);
    else linksLost++;
  }

  requireRoom(draft, { links: links.length });
  const coming = [...types].map(([id, type]) => ({ id, type, home: homes.get(id) ?? null }));
  const orders = ordersOfNew(draft, coming);
  for (const { id, record, pos, body } of records) {
    const home = homes.get(id);
    const order = orders.get(id);
    draft.putCard(id, { ...record, ...(home ? { home } : {}), ...(order ? { order } : {}) }, pos);
    if (body) draft.writeBody(id, body);
  }
  for (const link of links) draft.putLink(newLinkId() as LinkId, link);
  return { cards: records.map(({ id }) => id), homesLost, linksLost };
}

interface World {
  readonly draft: MapDraft;
  readonly ids: ReadonlyMap<string, CardId>;
  readonly sameMap: boolean;
  readonly sources: ReadonlyMap<string, string>;
}

function newRecord(card: FileCard, world: World, by: Position): NewRecord {
  const { id, type, order: _order, pos, description, ...said } = card;
  const fields = fieldsOfCard(type);
  return {
    id: world.ids.get(id) as CardId,
    record: { type, title: "", ...flattenFields(fields, withReferences(fields, said, world)) },
    pos: pos ? [whole(pos[0] + by[0]), whole(pos[1] + by[1])] : null,
    body: description,
  };
}

function linkRecord(link: FileLink, from: CardId, to: CardId, world: World): Entry {
  const { id: _id, type, from: _from, to: _to, ...said } = link;
  const fields = linkFields(type);
  return { type, from, to, ...flattenFields(fields, withReferences(fields, said, world)) };
}

/** Values that name a card, a phase or a source of the map they come from, as they have to read on this one. */
function withReferences(
  fields: Fields,
  values: Record<string, unknown>,
  world: World,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const spec = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const parts =
      spec?.kind === "records"
        ? recordTable(spec.record as RecordName).fields
        : spec?.kind === "group" || spec?.kind === "rows"
          ? spec.parts
          : null;
    const inside = (one: unknown) =>
      parts && typeof one === "object" && one !== null
        ? withReferences(parts, one as Record<string, unknown>, world)
        : one;
    if (parts) result[name] = Array.isArray(value) ? value.map(inside) : inside(value);
    else if (spec?.kind === "card" && typeof value === "string")
      result[name] = world.ids.get(value) ?? (world.sameMap ? value : null);
    else if (spec?.kind === "phase") result[name] = world.sameMap ? value : null;
    else if (spec?.kind === "source" && typeof value === "string")
      result[name] = world.sameMap ? value : (world.sources.get(value) ?? value);
    else result[name] = value;
  }
  return result;
}

function addWay(ways: Map<string, string[]>, from: string, to: string): void {
  const known = ways.get(from);
  if (known) known.push(to);
  else ways.set(from, [to]);
}

/** Links of types that must not lead back: those of the map, read once when needed, and those being pasted. */
class Circles {
  readonly #draft: MapDraft;
  #ways = new Map<LinkType, Map<string, string[]>>();

  constructor(draft: MapDraft) {
    this.#draft = draft;
  }

  /** Takes the link in, unless it would close a circle. */
  allow(type: LinkType, link: Entry): boolean {
    if (!LINK_RULES[type].acyclic) return true;
    const ways = this.#waysOf(type);
    const [from, to] = [link.from as string, link.to as string];
    const reached = new Set([to]);
    for (const at of reached) for (const next of ways.get(at) ?? []) reached.add(next);
    if (reached.has(from)) return false;
    addWay(ways, from, to);
    return true;
  }

  #waysOf(type: LinkType): Map<string, string[]> {
    const known = this.#ways.get(type);
    if (known) return known;
    const ways = new Map<string, string[]>();
    for (const id of this.#draft.linkIds()) {
      const entry = this.#draft.linkEntry(id);
      if (entry?.type === type) addWay(ways, entry.from as string, entry.to as string);
    }
    this.#ways.set(type, ways);
    return ways;
  }
}
