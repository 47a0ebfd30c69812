/**
 * A map as an immutable value. Reading is total: whatever the document holds, every peer reads the same valid map.
 * 1. Cards and links come in the order of their ids.
 * 2. A value that does not fit its field reads as missing; a link whose ends are missing or may not be joined is hidden.
 * 3. What did not change keeps its identity, so a view can compare with `===`.
 */
import { compareText, isOrderKey } from "../lib/order.ts";
import { fieldsOfCard } from "../schema/cardTypes.ts";
import { checkFields, checkLensTags, checkValue } from "../schema/checkValue.ts";
import { isCardType } from "../schema/enums.ts";
import type { Fields } from "../schema/fields.ts";
import { type CardId, isId, type LinkId } from "../schema/ids.ts";
import { fieldsOfLink, isLinkType, mayLink } from "../schema/linkTypes.ts";
import { type Entry, sameJson, splitListKey } from "../schema/mapDoc.ts";
import { fieldsOfMap } from "../schema/mapSettings.ts";
import { type RecordName, recordTable } from "../schema/records.ts";
import type { Card, HomeLink, Link, MapSettings, Position } from "../schema/values.ts";

export interface MapSnapshot {
  readonly settings: MapSettings;
  readonly cards: ReadonlyMap<CardId, Card>;
  readonly links: ReadonlyMap<LinkId, Link>;
}

export const EMPTY_SNAPSHOT: MapSnapshot = { settings: { title: "" }, cards: new Map(), links: new Map() };

/** Records already read, by the stored value they were read from. */
const recordCache = new WeakMap<object, { readonly id: string }>();

function readRecord(name: RecordName, id: string, stored: unknown): { readonly id: string } | null {
  if (typeof stored !== "object" || stored === null) return null;
  const known = recordCache.get(stored);
  if (known?.id === id) return known;
  if (!isId(id) || checkFields(recordTable(name).fields, stored)) return null;
  const record = { id, ...stored };
  recordCache.set(stored, record);
  return record;
}

/** By the table's field; those that tie stay as they came: as the card was made with them, then as they were added. */
function sortRecords<Item extends { readonly id: string }>(name: RecordName, list: Item[]): Item[] {
  const { sortBy, elseBy } = recordTable(name);
  const read = (item: Item, field: string | null | undefined): string =>
    field ? String((item as Record<string, unknown>)[field] ?? "") : "";
  const key = (item: Item) => read(item, sortBy) || read(item, elseBy);
  const isLast = (item: Item) => Number(elseBy !== undefined && key(item) === "");
  return list.sort((one, other) => isLast(one) - isLast(other) || compareText(key(one), key(other)));
}

/** The fields of an entry that fit their table, lists gathered and sorted. */
function readFields(fields: Fields, entry: Entry, previous: object | undefined): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const lists = new Map<string, { readonly id: string }[]>();
  const tags: Record<string, unknown> = {};
  for (const key of Object.keys(entry)) {
    const value = entry[key];
    const inList = splitListKey(key);
    if (!inList) {
      const spec = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (
        spec &&
        value !== undefined &&
        spec.kind !== "records" &&
        spec.kind !== "lenses" &&
        !checkValue(spec, value)
      )
        result[key] = value;
      continue;
    }
    const [list, id] = inList;
    const spec = Object.hasOwn(fields, list) ? fields[list] : undefined;
    if (spec?.kind === "lenses") {
      if (value !== null && isId(id) && !checkLensTags(id, value)) tags[id] = value;
    } else if (spec?.kind === "records") {
      const record = readRecord(spec.record as RecordName, id, value);
      if (!record) continue;
      const known = lists.get(list);
      if (known) known.push(record);
      else lists.set(list, [record]);
    }
  }
  for (const [list, records] of lists) {
    const spec = fields[list];
    if (spec?.kind === "records") result[list] = sortRecords(spec.record as RecordName, records);
  }
  const lensIds = Object.keys(tags).sort(compareText);
  if (lensIds.length > 0) result.lenses = Object.fromEntries(lensIds.map((id) => [id, tags[id]]));
  return previous ? shareWith(previous as Record<string, unknown>, result) : result;
}

/** Takes over every list and object of `previous` that is still the same. */
function shareWith(
  previous: Record<string, unknown>,
  next: Record<string, unknown>,
): Record<string, unknown> {
  for (const [name, value] of Object.entries(next)) {
    if (typeof value === "object" && value !== null && sameJson(previous[name], value))
      next[name] = previous[name];
  }
  return next;
}

const readPosition = (value: unknown): Position | null =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((part) => Number.isSafeInteger(part) && Math.abs(part) <= 1e9)
    ? (value as unknown as Position)
    : null;

function readHomeLink(value: unknown): HomeLink | null {
  if (typeof value !== "object" || value === null) return null;
  const { id, ...fields } = value as Record<string, unknown>;
  if ((id !== undefined && !isId(id)) || checkFields(fieldsOfLink("part_of"), fields)) return null;
  return value as HomeLink;
}

/** A card as stored, or null when it is not one. `previous` is shared where nothing changed. */
export function readCard(id: CardId, entry: Entry | undefined, previous?: Card): Card | null {
  if (!entry || !isId(id) || !isCardType(entry.type)) return null;
  const fields = readFields(fieldsOfCard(entry.type), entry, previous);
  const card = {
    id,
    type: entry.type,
    ...fields,
    title: typeof fields.title === "string" ? fields.title : "",
    home: isId(entry.home) ? entry.home : null,
    homeLink: readHomeLink(entry.homeLink),
    order: isOrderKey(entry.order) ? entry.order : null,
    pos: readPosition(entry.pos),
  } as Card;
  return previous && sameJson(previous, card) ? previous : card;
}

/** A link as stored, or null when it is not one. Whether its ends are there is not asked here. */
export function readLink(id: LinkId, entry: Entry | undefined, previous?: Link): Link | null {
  if (!entry || !isId(id) || !isLinkType(entry.type) || entry.type === "part_of") return null;
  if (!isId(entry.from) || !isId(entry.to)) return null;
  const fields = readFields(fieldsOfLink(entry.type), entry, previous);
  const link = { id, type: entry.type, from: entry.from, to: entry.to, ...fields } as Link;
  return previous && sameJson(previous, link) ? previous : link;
}

/** True when both ends are on the map and this type may join them. */
export function isJoined(link: Link, cards: ReadonlyMap<CardId, Card>): boolean {
  const from = cards.get(link.from);
  const to = cards.get(link.to);
  return from !== undefined && to !== undefined && from !== to && mayLink(link.type, from.type, to.type);
}

export function readSettings(entry: Entry, previous?: MapSettings): MapSettings {
  const fields = readFields(fieldsOfMap, entry, previous);
  const settings = { ...fields, title: typeof fields.title === "string" ? fields.title : "" } as MapSettings;
  return previous && sameJson(previous, settings) ? previous : settings;
}
