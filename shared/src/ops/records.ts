/** Records in the lists of a card or of the map: one key each, so that two people can add at the same moment. */

import { checkRecord, isDate } from "../schema/checkValue.ts";
import { lastDay } from "../schema/days.ts";
import { type Fields, RECORDS_LIMIT } from "../schema/fields.ts";
import { type CardId, isId, newRecordId, type RecordId } from "../schema/ids.ts";
import { type Entry, listKey, type MapDraft } from "../schema/mapDoc.ts";
import { fieldsOfMap } from "../schema/mapSettings.ts";
import { type RecordName, recordTable } from "../schema/records.ts";
import { markEdited } from "./cards.ts";
import { cardFields, requireSpec } from "./checks.ts";
import { OpError } from "./opError.ts";

/** A list's owner: a card, or the map itself. */
export type RecordOwner = CardId | "map";

function recordName(fields: Fields, list: string): RecordName {
  const spec = requireSpec(fields, list);
  if (spec.kind !== "records") throw new OpError("unknown_field", `"${list}" is not a list of records.`);
  return spec.record as RecordName;
}

function write(draft: MapDraft, owner: RecordOwner, key: string, value: object | null): void {
  if (owner === "map") draft.setSetting(key, value);
  else {
    draft.setCardKey(owner, key, value);
    markEdited(draft, owner);
  }
}

const fieldsOf = (draft: MapDraft, owner: RecordOwner): Fields =>
  owner === "map" ? fieldsOfMap : cardFields(draft, owner);

const entryOf = (draft: MapDraft, owner: RecordOwner): Entry =>
  (owner === "map" ? draft.settingsEntry() : draft.cardEntry(owner)) ?? {};

/** What a list may hold in a file it may hold on the map, and no more. */
function isFull(draft: MapDraft, owner: RecordOwner, list: string): boolean {
  const entry = entryOf(draft, owner);
  const prefix = listKey(list, "");
  const keys = Object.keys(entry);
  if (keys.length < RECORDS_LIMIT) return false;
  return keys.filter((key) => key.startsWith(prefix) && entry[key] !== null).length >= RECORDS_LIMIT;
}

const refuseFull = (list: string): never => {
  throw new OpError("invalid_value", `"${list}" holds ${RECORDS_LIMIT} entries, which is the most.`, {
    code: "too_many",
    path: [],
    limit: RECORDS_LIMIT,
  });
};

const withoutMissing = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Adds a record, or puts it in place of the one with its id. */
export function putRecord(
  draft: MapDraft,
  input: {
    card: RecordOwner;
    list: string;
    record: { readonly id?: string } & Readonly<Record<string, unknown>>;
  },
): RecordId {
  const name = recordName(fieldsOf(draft, input.card), input.list);
  const misfit = checkRecord(name, input.record);
  if (misfit)
    throw new OpError("invalid_value", `An entry of "${input.list}" does not fit: ${misfit.code}.`, misfit);
  const { id, ...fields } = input.record;
  if (isFull(draft, input.card, input.list)) refuseFull(input.list);
  const recordId = (id ?? newRecordId()) as RecordId;
  write(draft, input.card, listKey(input.list, recordId), withoutMissing(fields));
  return recordId;
}

/** What came of a block of records: where each went, in the order given. */
export interface PutRecords {
  readonly ids: readonly RecordId[];
  readonly added: number;
  readonly replaced: number;
}

/**
 * Text by which two records of a list are the same occasion; null when a record names none or the list knows none. A
 * year and a month are their last day, as they are in every figure, so 2025 and 2025-12-31 are one date.
 */
function sameness(name: RecordName, fields: Readonly<Record<string, unknown>>): string | null {
  const { sameBy: keys, fields: specs } = recordTable(name);
  if (!keys?.[0] || (fields[keys[0]] ?? null) === null) return null;
  return JSON.stringify(
    keys.map((key) => {
      const value = fields[key] ?? null;
      return specs[key]?.kind === "date" && isDate(value) ? lastDay(value) : value;
    }),
  );
}

/**
 * Adds many records at once. One that says the same as a record there (`sameBy` of its table: a date and a source)
 * is laid over it, so a block brought in twice leaves one of each; with `inPlace` nothing of the one there stays.
 * All are checked before any is written.
 */
export function putRecords(
  draft: MapDraft,
  input: {
    card: RecordOwner;
    list: string;
    records: readonly Readonly<Record<string, unknown>>[];
    inPlace?: boolean;
  },
): PutRecords {
  const { card, list, records } = input;
  const name = recordName(fieldsOf(draft, card), list);
  records.forEach((record, index) => {
    const misfit = checkRecord(name, record);
    if (misfit)
      throw new OpError("invalid_value", `An entry of "${list}" does not fit: ${misfit.code}.`, {
        ...misfit,
        path: [index, ...misfit.path],
      });
  });
  const prefix = listKey(list, "");
  const known = new Map<string, Readonly<Record<string, unknown>>>();
  const idBySameness = new Map<string, string>();
  for (const [key, value] of Object.entries(entryOf(draft, card))) {
    if (!key.startsWith(prefix) || typeof value !== "object" || value === null) continue;
    const fields = value as Readonly<Record<string, unknown>>;
    const same = sameness(name, fields);
    known.set(key.slice(prefix.length), fields);
    if (same) idBySameness.set(same, key.slice(prefix.length));
  }
  const before = new Set(known.keys());
  // One beginning and a place: the block keeps its order in lists that have no order of their own.
  const block = newRecordId();
  const ids = records.map(({ id, ...fields }, place) => {
    const same = sameness(name, fields);
    const recordId = ((same && idBySameness.get(same)) ??
      id ??
      `${block}.${String(place).padStart(5, "0")}`) as RecordId;
    if (same) idBySameness.set(same, recordId);
    known.set(recordId, { ...(input.inPlace ? {} : known.get(recordId)), ...withoutMissing(fields) });
    return recordId;
  });
  if (known.size > RECORDS_LIMIT) refuseFull(list);
  const touched = new Set(ids);
  for (const id of touched) write(draft, card, listKey(list, id), known.get(id) ?? null);
  const replaced = [...touched].filter((id) => before.has(id)).length;
  return { ids, added: touched.size - replaced, replaced };
}

export function removeRecord(draft: MapDraft, input: { card: RecordOwner; list: string; id: string }): void {
  recordName(fieldsOf(draft, input.card), input.list);
  if (!isId(input.id)) throw new OpError("unknown_field", "There is no such entry.");
  write(draft, input.card, listKey(input.list, input.id), null);
}
