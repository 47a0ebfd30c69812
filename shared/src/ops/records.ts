/** Records in the lists of a card or of the map: one key each, so that two people can add at the same moment. */

import { checkRecord } from "../schema/checkValue.ts";
import { type Fields, RECORDS_LIMIT } from "../schema/fields.ts";
import { type CardId, isId, newRecordId, type RecordId } from "../schema/ids.ts";
import { listKey, type MapDraft } from "../schema/mapDoc.ts";
import { fieldsOfMap } from "../schema/mapSettings.ts";
import type { RecordName } from "../schema/records.ts";
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

/** What a list may hold in a file it may hold on the map, and no more. */
function isFull(draft: MapDraft, owner: RecordOwner, list: string): boolean {
  const entry = (owner === "map" ? draft.settingsEntry() : draft.cardEntry(owner)) ?? {};
  const prefix = listKey(list, "");
  const keys = Object.keys(entry);
  if (keys.length < RECORDS_LIMIT) return false;
  return keys.filter((key) => key.startsWith(prefix) && entry[key] !== null).length >= RECORDS_LIMIT;
}

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
  if (isFull(draft, input.card, input.list))
    throw new OpError("invalid_value", `"${input.list}" holds ${RECORDS_LIMIT} entries, which is the most.`, {
      code: "too_many",
      path: [],
      limit: RECORDS_LIMIT,
    });
  const recordId = (id ?? newRecordId()) as RecordId;
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  write(draft, input.card, listKey(input.list, recordId), Object.fromEntries(known));
  return recordId;
}

export function removeRecord(draft: MapDraft, input: { card: RecordOwner; list: string; id: string }): void {
  recordName(fieldsOf(draft, input.card), input.list);
  if (!isId(input.id)) throw new OpError("unknown_field", "There is no such entry.");
  write(draft, input.card, listKey(input.list, input.id), null);
}
