// The failures every store adapter may answer with. Each has a stable `code`; nobody reads the message to decide.
// A store never reports success for something that is not on disk, and never leaves a row out silently.
import type { StoredDoc } from "./docStore.ts";

export type StoreErrorCode =
  | "store_closed"
  | "store_failed"
  | "stale_append"
  | "map_exists"
  | "corrupt_log"
  | "newer_database"
  | "other_database_version"
  | "old_sqlite"
  | "folder_in_use"
  | "folder_unusable";

/** An expected failure of the storage. `cause` holds the engine's own error where there is one. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StoreError";
    this.code = code;
  }
}

/**
 * A stored snapshot or log row cannot be trusted (checksum, compression or a gap in the sequence).
 * The bytes stay where they are. `good` is everything up to `lastGoodSeq`; it is null when the snapshot
 * itself is damaged, and then nothing of the map may be shown.
 */
export class CorruptLogError extends StoreError {
  readonly mapId: string;
  readonly lastGoodSeq: number | null;
  readonly good: StoredDoc | null;

  constructor(mapId: string, good: StoredDoc | null, options?: ErrorOptions) {
    const lastGoodSeq = good === null ? null : (good.tail.at(-1)?.seq ?? good.snapshot.seq);
    super(
      "corrupt_log",
      lastGoodSeq === null
        ? "The stored snapshot of this map is damaged. Restore it from a backup."
        : `The stored map is damaged after change ${lastGoodSeq}. Everything up to there can still be read.`,
      options,
    );
    this.name = "CorruptLogError";
    this.mapId = mapId;
    this.lastGoodSeq = lastGoodSeq;
    this.good = good;
  }
}
