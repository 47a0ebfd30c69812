// The committed bytes of one map: stored snapshot, rows after it, and the state vector of both.
// 1. Only what is on disk is in here; an edit enters when its commit is done, never earlier.
// 2. The bytes may be given up while nobody needs them and are read back from the store. Sequence number, state
//    vector and sizes always stay.
// 3. A log that is behind its store by a failed append is thrown away, not mended.
import type { MapId } from "@trellis/shared/schema/ids";
import * as Y from "yjs";
import type { DocStore, LogRow, StoredDoc, StoredSnapshot } from "../ports/docStore.ts";
import { encodeStateVector } from "./wire.ts";

export interface CommittedBytes {
  readonly snapshot: Pick<StoredSnapshot, "seq" | "bytes">;
  readonly tail: readonly LogRow[];
}

interface HeldBytes {
  snapshot: Pick<StoredSnapshot, "seq" | "bytes">;
  tail: LogRow[];
}

type Bytes =
  | { readonly kind: "held"; readonly held: HeldBytes }
  | { readonly kind: "released" }
  /** Being read back; rows committed meanwhile wait beside it. */
  | { readonly kind: "reading"; readonly done: Promise<void>; readonly since: LogRow[] };

export class RoomLog {
  readonly mapId: MapId;
  readonly epoch: number;
  readonly #store: DocStore;
  readonly #clocks: Map<number, number>;
  #bytes: Bytes;
  #seq: number;
  #snapshotSeq: number;
  #snapshotLength: number;
  #tailLength: number;

  private constructor(store: DocStore, mapId: MapId, stored: StoredDoc) {
    this.#store = store;
    this.mapId = mapId;
    this.epoch = stored.epoch;
    this.#clocks = Y.decodeStateVector(stored.snapshot.stateVector);
    this.#bytes = { kind: "held", held: { snapshot: stored.snapshot, tail: [...stored.tail] } };
    this.#snapshotSeq = stored.snapshot.seq;
    this.#snapshotLength = stored.snapshot.bytes.length;
    this.#seq = stored.snapshot.seq;
    this.#tailLength = 0;
    for (const row of stored.tail) this.#count(row);
  }

  /** Null for a map that was never made. @throws CorruptLogError */
  static async open(store: DocStore, mapId: MapId): Promise<RoomLog | null> {
    const stored = await store.load(mapId);
    return stored === null ? null : new RoomLog(store, mapId, stored);
  }

  /** Sequence number of the last committed row. */
  get seq(): number {
    return this.#seq;
  }

  get tailRows(): number {
    return this.#seq - this.#snapshotSeq;
  }

  get tailLength(): number {
    return this.#tailLength;
  }

  get snapshotLength(): number {
    return this.#snapshotLength;
  }

  clockOf(client: number): number {
    return this.#clocks.get(client) ?? 0;
  }

  stateVector(): Uint8Array {
    return encodeStateVector(this.#clocks);
  }

  /** Takes in rows that are on disk now, in order. */
  committed(rows: readonly LogRow[]): void {
    for (const row of rows) {
      this.#count(row);
      if (this.#bytes.kind === "held") this.#bytes.held.tail.push(row);
      else if (this.#bytes.kind === "reading") this.#bytes.since.push(row);
    }
  }

  /** The bytes if they are here; else null, and `fetch` brings them. */
  held(): CommittedBytes | null {
    return this.#bytes.kind === "held" ? this.#bytes.held : null;
  }

  /** Resolves when the bytes were here; look at `held` again, since they may have gone meanwhile. */
  async fetch(): Promise<void> {
    const bytes = this.#bytes;
    switch (bytes.kind) {
      case "held":
        return;
      case "reading":
        return bytes.done;
      case "released": {
        const since: LogRow[] = [];
        const done = this.#read(since);
        this.#bytes = { kind: "reading", done, since };
        return done;
      }
    }
  }

  /** Rows after `seq`, or null when they are no longer apart from the snapshot (or not here). */
  after(seq: number): readonly LogRow[] | null {
    const held = this.held();
    if (held === null || seq < held.snapshot.seq || seq > this.#seq) return null;
    return held.tail.slice(seq - held.snapshot.seq);
  }

  /** Gives up the bytes. */
  release(): void {
    if (this.#bytes.kind === "held") this.#bytes = { kind: "released" };
  }

  /** The store now has this snapshot instead of the rows up to its seq. */
  compacted(snapshot: StoredSnapshot): void {
    const rows = this.after(snapshot.seq);
    this.#snapshotSeq = snapshot.seq;
    this.#snapshotLength = snapshot.bytes.length;
    if (rows === null) {
      // Not here (or just being read back): the store has it all.
      this.#tailLength = 0;
      return;
    }
    this.#tailLength = rows.reduce((sum, row) => sum + row.bytes.length, 0);
    this.#bytes = { kind: "held", held: { snapshot, tail: [...rows] } };
  }

  #count(row: LogRow): void {
    if (row.seq !== this.#seq + 1) throw new Error(`Row ${row.seq} does not follow ${this.#seq}.`);
    this.#seq = row.seq;
    this.#tailLength += row.bytes.length;
    for (const [client, clock] of Y.parseUpdateMeta(row.bytes).to) {
      if (clock > this.clockOf(client)) this.#clocks.set(client, clock);
    }
  }

  async #read(since: LogRow[]): Promise<void> {
    try {
      const stored = await this.#store.load(this.mapId);
      if (stored === null) throw new Error(`Map ${this.mapId} is gone from the store while it is open.`);
      const last = stored.tail.at(-1)?.seq ?? stored.snapshot.seq;
      // A row may be on disk before this log was told so; it is not shown before.
      const tail = [...stored.tail, ...since.filter(({ seq }) => seq > last)].filter(
        ({ seq }) => seq <= this.#seq,
      );
      this.#snapshotSeq = stored.snapshot.seq;
      this.#snapshotLength = stored.snapshot.bytes.length;
      this.#tailLength = tail.reduce((sum, row) => sum + row.bytes.length, 0);
      this.#bytes = { kind: "held", held: { snapshot: stored.snapshot, tail } };
    } catch (error) {
      this.#bytes = { kind: "released" };
      throw error;
    }
  }
}
