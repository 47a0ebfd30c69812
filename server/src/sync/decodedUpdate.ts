// A Yjs update of format V1 taken apart without touching any document: what it adds, for whom, and what it deletes.
// Nothing here trusts a count or a length that the bytes claim; format V2 is never read from the wire.
import * as Y from "yjs";

export type Struct = Y.Item | Y.GC | Y.Skip;

export interface DeleteRange {
  readonly clock: number;
  readonly len: number;
}

export interface DecodedUpdate {
  readonly structs: readonly Struct[];
  readonly deletes: ReadonlyMap<number, readonly DeleteRange[]>;
  /** For each client the clock after its last struct. */
  readonly ends: ReadonlyMap<number, number>;
  readonly deleteRanges: number;
}

/** Clocks stay below this; Yjs counts in 32 bits. */
const CLOCK_LIMIT = 2 ** 31;

/** Null when the bytes are no update. */
export function decodeUpdate(bytes: Uint8Array): DecodedUpdate | null {
  let read: { structs: Struct[]; ds: { clients: Map<number, DeleteRange[]> } };
  try {
    read = Y.decodeUpdate(bytes) as typeof read;
  } catch {
    // Yjs throws plain errors of many kinds on broken bytes; all of them mean the same here.
    return null;
  }
  const ends = endsOf(read.structs);
  const deleteRanges = rangesOf(read.ds.clients);
  if (ends === null || deleteRanges === null) return null;
  // Bytes behind an update without structs are not read by Yjs; an update of format V2 looks like that.
  if (read.structs.length === 0 && bytes.length !== 1 + lengthOfDeletes(read.ds.clients)) return null;
  return { structs: read.structs, deletes: read.ds.clients, ends, deleteRanges };
}

/** Null when a struct is empty, a client comes twice or a clock is out of range. */
function endsOf(structs: readonly Struct[]): Map<number, number> | null {
  const ends = new Map<number, number>();
  let client = -1;
  for (const { id, length } of structs) {
    if (!(length > 0) || id.clock + length > CLOCK_LIMIT) return null;
    if (id.client !== client && ends.has(id.client)) return null;
    client = id.client;
    ends.set(client, id.clock + length);
  }
  return ends;
}

/** How many; null when they overlap or are unsorted, as Yjs never writes them: applying such costs the square. */
function rangesOf(deletes: ReadonlyMap<number, readonly DeleteRange[]>): number | null {
  let count = 0;
  for (const ranges of deletes.values()) {
    let end = 0;
    for (const { clock, len } of ranges) {
      if (clock < end || !(len > 0) || clock + len > CLOCK_LIMIT) return null;
      end = clock + len;
      count++;
    }
  }
  return count;
}

function varUintLength(value: number): number {
  let length = 1;
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) length++;
  return length;
}

function lengthOfDeletes(deletes: ReadonlyMap<number, readonly DeleteRange[]>): number {
  let length = varUintLength(deletes.size);
  for (const [client, ranges] of deletes) {
    length += varUintLength(client) + varUintLength(ranges.length);
    for (const { clock, len } of ranges) length += varUintLength(clock) + varUintLength(len);
  }
  return length;
}

/** How many structs hold something that a holder of `clocks` lacks. */
export function newStructs(update: DecodedUpdate, clockOf: (client: number) => number): number {
  let count = 0;
  for (const { id, length } of update.structs) if (id.clock + length > clockOf(id.client)) count++;
  return count;
}

/** What an update's deletes would do to a document that also gets the update's structs. */
export function newDeletes(update: DecodedUpdate, doc: Y.Doc): { ranges: number; beyond: boolean } {
  let count = 0;
  let beyond = false;
  for (const [client, ranges] of update.deletes) {
    const known = Y.getState(doc.store, client);
    const end = Math.max(known, update.ends.get(client) ?? 0);
    for (const range of ranges) {
      if (range.clock + range.len > end) beyond = true;
      if (range.clock + range.len > known || deletesSomething(doc, client, range)) count++;
    }
  }
  return { ranges: count, beyond };
}

function deletesSomething(doc: Y.Doc, client: number, { clock, len }: DeleteRange): boolean {
  const structs = doc.store.clients.get(client);
  if (structs === undefined) return true;
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= clock + len) return false;
    if (!struct.deleted) return true;
  }
  return false;
}
