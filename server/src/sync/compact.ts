// Makes one snapshot out of a snapshot and the rows after it, and proves that it is the same map.
// Through a fresh Y.Doc, never by merging a long log, which takes seconds. Runs in the worker; pure.
import { LoadOrigin } from "@trellis/shared/ops/edit";
import { readBody } from "@trellis/shared/schema/body";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import * as Y from "yjs";

export interface Compacted {
  readonly bytes: Uint8Array;
  readonly stateVector: Uint8Array;
}

/** The rows stay where they are: what came out is not what went in. */
export class CompactionError extends Error {
  readonly code = "compaction_failed";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "CompactionError";
  }
}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  const origin = new LoadOrigin();
  for (const update of updates) Y.applyUpdate(doc, update, origin);
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    throw new CompactionError("Changes are missing between the stored ones.");
  return doc;
}

/** Everything a reader sees of a map, in an order that does not depend on how it came to be. */
function readAll(doc: Y.Doc): string {
  const map = new MapDoc(doc);
  const sorted = (entry: object | undefined) =>
    Object.entries(entry ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const cards = map
    .cardIds()
    .sort()
    .map((id) => [id, sorted(map.cardEntry(id)), map.hasBody(id) ? readBody(map.body(id)) : null]);
  const links = map
    .linkIds()
    .sort()
    .map((id) => [id, sorted(map.linkEntry(id))]);
  return JSON.stringify([cards, links, sorted(map.settingsEntry())]);
}

/** @throws CompactionError when the result cannot be shown to hold the same map */
export function compact(snapshot: Uint8Array, tail: readonly Uint8Array[]): Compacted {
  const before = docOf([snapshot, ...tail]);
  const bytes = Y.encodeStateAsUpdate(before);
  const after = docOf([bytes]);
  // Equal state vectors and equal deletes: not one change more or less.
  if (!Y.equalSnapshots(Y.snapshot(before), Y.snapshot(after)))
    throw new CompactionError("The new snapshot holds other changes than the log.");
  if (readAll(before) !== readAll(after))
    throw new CompactionError("The new snapshot reads differently from the log.");
  return { bytes, stateVector: Y.encodeStateVector(after) };
}
