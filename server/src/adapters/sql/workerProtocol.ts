// What the main thread and the store's worker thread say to each other. Plain values only; blobs travel as bytes.
import type { AppendRow, NewMap } from "../../ports/docStore.ts";
import type { StoreErrorCode } from "../../ports/storeErrors.ts";

/** A snapshot as it lies on disk: `packed` is compressed, `checksum` covers packed bytes and state vector. */
export interface PackedSnapshot {
  readonly seq: number;
  readonly packed: Uint8Array;
  readonly stateVector: Uint8Array;
}

export interface QueryAnswer {
  readonly rows: unknown[];
  readonly changes: number;
  readonly lastInsertRowid: bigint;
}

/** `sound` is false when something after the last row given here cannot be trusted. */
export interface LoadAnswer {
  readonly epoch: number;
  readonly snapshot: PackedSnapshot | null;
  readonly tail: { seq: number; bytes: Uint8Array }[];
  readonly sound: boolean;
}

/** Every request of the worker with its answer. */
export interface StoreCalls {
  query: { ask: { sql: string; parameters: readonly unknown[] }; answer: QueryAnswer };
  begin: { ask: null; answer: null };
  commit: { ask: null; answer: null };
  rollback: { ask: null; answer: null };
  create: { ask: { map: NewMap; snapshot: PackedSnapshot }; answer: null };
  load: { ask: { mapId: string }; answer: LoadAnswer | null };
  append: { ask: { rows: readonly AppendRow[] }; answer: null };
  swap: { ask: { mapId: string; epoch: number; snapshot: PackedSnapshot }; answer: "swapped" | "stale" };
  bind: { ask: { mapId: string; clientId: number; userId: string }; answer: "bound" | "taken" };
  close: { ask: null; answer: null };
}

export type StoreCall = keyof StoreCalls;

export type StoreRequest = {
  [Kind in StoreCall]: { id: number; kind: Kind; ask: StoreCalls[Kind]["ask"] };
}[StoreCall];

/** An error crosses the thread border as values; `engineCode` is SQLite's own, such as SQLITE_FULL. */
export interface Failure {
  readonly code: StoreErrorCode;
  readonly message: string;
  readonly engineCode?: string;
}

export type StoreReply =
  | { id: number; ok: true; answer: unknown }
  | { id: number; ok: false; failure: Failure };

/** Sent once, before any reply. */
export type StoreOpening = { opened: true } | { opened: false; failure: Failure };

export interface StoreWorkerInput {
  readonly file: string;
  /** `migrate` for the server; `requireCurrent` for a second process, which must not change the file's shape. */
  readonly onOpen: "migrate" | "requireCurrent";
}
