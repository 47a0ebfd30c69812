// The Y.Doc of a room while somebody writes. Made from bytes, thrown away without ceremony: it never is the truth.
// Invariant: it holds the committed bytes and the edits on their way to disk, in that order, and nothing pending.
import { edit, LoadOrigin, RemoteOrigin, ServerOrigin } from "@trellis/shared/ops/edit";
import { importMap } from "@trellis/shared/ops/importMap";
import { readSettings } from "@trellis/shared/read/snapshot";
import { MapDoc, type MapDraft } from "@trellis/shared/schema/mapDoc";
import type { MapFile } from "@trellis/shared/schema/mapFile";
import { type CardTouch, TouchedDoc } from "@trellis/shared/schema/touchedDoc";
import * as Y from "yjs";
import type { MapListing } from "../ports/docStore.ts";
import { leftPending } from "./guard.ts";
import type { CommittedBytes } from "./roomLog.ts";

/** Updates that do not make a whole document: something they build on is missing. */
export class IncompleteDocumentError extends Error {
  readonly code = "incomplete_document";

  constructor() {
    super("The stored changes of this map do not make a whole document.");
    this.name = "IncompleteDocumentError";
  }
}

/** @throws IncompleteDocumentError */
export function docFrom(committed: CommittedBytes, uncommitted: readonly Uint8Array[] = []): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  const origin = new LoadOrigin();
  Y.applyUpdate(doc, committed.snapshot.bytes, origin);
  for (const { bytes } of committed.tail) Y.applyUpdate(doc, bytes, origin);
  for (const bytes of uncommitted) Y.applyUpdate(doc, bytes, origin);
  if (leftPending(doc)) {
    doc.destroy();
    throw new IncompleteDocumentError();
  }
  return doc;
}

/** The document of a new map. */
export function docOfFile(file: MapFile): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  edit(new MapDoc(doc), new ServerOrigin(), (draft) => importMap(draft, file));
  return doc;
}

/** What lists of maps show of this map. */
export function listingOf(map: MapDoc): MapListing {
  const { title, place } = readSettings(map.settingsEntry());
  return { title, place: place ?? null };
}

export class LiveDoc {
  readonly doc: Y.Doc;
  readonly map: TouchedDoc;
  readonly #remote = new RemoteOrigin();
  #touches: CardTouch[] = [];

  constructor(doc: Y.Doc) {
    this.doc = doc;
    this.map = new TouchedDoc(doc);
    doc.on("afterTransaction", (transaction: Y.Transaction) => {
      for (const touch of this.map.touchesIn(transaction)) this.#touches.push(touch);
    });
  }

  /** What was done to cards since this was asked last. */
  takeTouches(): readonly CardTouch[] {
    const touches = this.#touches;
    this.#touches = [];
    return touches;
  }

  /** False when the update could not be applied whole; the document must then be thrown away. */
  apply(update: Uint8Array): boolean {
    try {
      Y.applyUpdate(this.doc, update, this.#remote);
    } catch {
      // Hostile bytes that passed the guard; what Yjs throws on them is of no fixed kind. The caller rebuilds.
      return false;
    }
    return !leftPending(this.doc);
  }

  /**
   * Runs a change and answers its result with the update it made (null when nothing changed). When the change
   * throws, `spoilt` tells whether it had written something, so that the document must be thrown away.
   */
  change<T>(
    act: (draft: MapDraft) => T,
  ): { result: T; update: Uint8Array | null } | { error: unknown; spoilt: boolean } {
    const made: Uint8Array[] = [];
    const gather = (update: Uint8Array) => made.push(update);
    this.doc.on("update", gather);
    try {
      const result = edit(this.map, new ServerOrigin(), act);
      return { result, update: made.length > 1 ? Y.mergeUpdates(made) : (made[0] ?? null) };
    } catch (error) {
      return { error, spoilt: made.length > 0 };
    } finally {
      this.doc.off("update", gather);
    }
  }

  destroy(): void {
    this.doc.destroy();
  }
}
