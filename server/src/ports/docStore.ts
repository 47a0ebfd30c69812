// The document log: for each map one snapshot and the rows committed after it. Holds bytes and knows nothing of Yjs.
// Invariants: (1) a resolved promise means "on disk, fsynced"; (2) seq grows by exactly one per row of a map;
// (3) snapshot.seq <= every tail seq, and snapshot + tail in order is the whole map; (4) a row once written is
// deleted only by the swap that merged it; (5) what cannot be trusted is reported, never skipped.
import type { MapId } from "@trellis/shared/schema/ids";
import type { CardTouch } from "@trellis/shared/schema/touchedDoc";

/** Milliseconds since 1970 UTC, by the server's clock. */
export type TimeMs = number;

/** `bytes` is a Yjs update in format V1 that holds the whole map as of `seq`; compression is the adapter's affair. */
export interface StoredSnapshot {
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly stateVector: Uint8Array;
}

export interface LogRow {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

export interface StoredDoc {
  readonly epoch: number;
  readonly snapshot: StoredSnapshot;
  /** Rows after the snapshot, ascending and without a gap. */
  readonly tail: readonly LogRow[];
}

/** What lists of maps show of a map. Derived from the document, so it is only ever written with a document commit. */
export interface MapListing {
  readonly title: string;
  readonly place: string | null;
}

export interface NewMap extends MapListing {
  readonly mapId: MapId;
  readonly createdBy: string;
  readonly createdAt: TimeMs;
}

/** What somebody did to a card in a commit. */
export type CommittedTouch = CardTouch & { readonly by: string };

export interface AppendRow {
  readonly mapId: MapId;
  readonly epoch: number;
  readonly seq: number;
  readonly ts: TimeMs;
  readonly userId: string;
  readonly bytes: Uint8Array;
  /** Given when this commit changed the map's title or place. `updatedAt` and `updatedBy` follow in any case. */
  readonly listing?: MapListing;
  /** What is to be remembered of its cards (see `TouchStore`), in the order in which it was done. */
  readonly touches?: readonly CommittedTouch[];
}

export interface DocStore {
  /**
   * Writes the map's row and its first snapshot (epoch 1) in one transaction: no map exists without a document.
   * @throws StoreError `map_exists`
   */
  create(map: NewMap, snapshot: StoredSnapshot): Promise<void>;

  /**
   * The whole document, or null for a map that was never made or has been purged. A map marked deleted still
   * loads: who may see it is decided elsewhere.
   * @throws CorruptLogError
   */
  load(mapId: MapId): Promise<StoredDoc | null>;

  /**
   * Commits all rows of the call or none. Calls waiting at the same time, of any maps, share one fsync; a refused
   * call does not harm the others. Rows of one map must follow each other (`seq` = last seq + 1) in the current epoch.
   * Trap: after a rejection the room cannot know what is on disk and must load again before it writes.
   * @throws StoreError `stale_append` (gap, repeated seq, other epoch, unknown map), `store_failed` (disk full...)
   */
  append(rows: readonly AppendRow[]): Promise<void>;

  /**
   * Replaces the snapshot and deletes exactly the tail rows with seq <= `snapshot.seq`, in one transaction.
   * Rows appended meanwhile stay. The caller has verified the snapshot.
   * Answers "stale" and changes nothing when the epoch differs, when the stored snapshot is not older, or when
   * `snapshot.seq` lies beyond the last committed row.
   */
  swapSnapshot(mapId: MapId, epoch: number, snapshot: StoredSnapshot): Promise<"swapped" | "stale">;

  /**
   * Claims a Yjs clientID on a map for a person, for ever. The same person may claim it again ("bound");
   * "taken" means another person owns it. Two claims at once: exactly one wins.
   */
  bindClientId(mapId: MapId, clientId: number, userId: string): Promise<"bound" | "taken">;
}
