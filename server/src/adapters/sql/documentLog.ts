// The document log inside the worker thread: plain synchronous SQLite, one file, the only writer.
// Invariants: (1) `append` answers after the commit, which `synchronous=FULL` has pushed to the disk;
// (2) one call's rows stand or fall together, and one call's refusal leaves the others of the batch alone;
// (3) the head of a map (epoch, seq) moves only with its row, so a gap cannot be written.
import { crc32 } from "node:zlib";
import type { Database } from "better-sqlite3";
import type { AppendRow, NewMap } from "../../ports/docStore.ts";
import { StoreError } from "../../ports/storeErrors.ts";
import { TouchRows } from "./touchRows.ts";
import type { LoadAnswer, PackedSnapshot } from "./workerProtocol.ts";

interface Head {
  epoch: number;
  seq: number;
}
interface SnapshotRow {
  seq: number;
  bytes: Buffer;
  state_vector: Buffer;
  checksum: number;
}
interface TailRow {
  seq: number;
  epoch: number;
  bytes: Buffer;
  checksum: number;
}

const checksumOf = (snapshot: PackedSnapshot): number => crc32(snapshot.stateVector, crc32(snapshot.packed));

function prepare(db: Database) {
  return {
    addMap: db.prepare(
      `INSERT INTO maps (id, title, place, created_at, created_by, updated_at, recorded_from, epoch, seq)
       VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?) ON CONFLICT DO NOTHING`,
    ),
    putSnapshot: db.prepare(
      `INSERT INTO snapshots (map_id, seq, bytes, state_vector, checksum) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (map_id) DO UPDATE
       SET seq = excluded.seq, bytes = excluded.bytes, state_vector = excluded.state_vector, checksum = excluded.checksum`,
    ),
    head: db.prepare<[string], Head>("SELECT epoch, seq FROM maps WHERE id = ?"),
    snapshot: db.prepare<[string], SnapshotRow>(
      "SELECT seq, bytes, state_vector, checksum FROM snapshots WHERE map_id = ?",
    ),
    snapshotSeq: db.prepare<[string], { seq: number }>("SELECT seq FROM snapshots WHERE map_id = ?"),
    tail: db.prepare<[string], TailRow>(
      "SELECT seq, epoch, bytes, checksum FROM document_log WHERE map_id = ? ORDER BY seq",
    ),
    moveHead: db.prepare(
      "UPDATE maps SET seq = ?, updated_at = max(updated_at, ?), updated_by = ? WHERE id = ? AND epoch = ? AND seq = ? - 1",
    ),
    list: db.prepare("UPDATE maps SET title = ?, place = ? WHERE id = ?"),
    addRow: db.prepare(
      "INSERT INTO document_log (map_id, seq, epoch, ts, user_id, bytes, checksum) VALUES (?, ?, ?, ?, ?, ?, ?)",
    ),
    dropMerged: db.prepare("DELETE FROM document_log WHERE map_id = ? AND seq <= ?"),
    bind: db.prepare(
      "INSERT INTO client_ids (map_id, client_id, user_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    ),
    boundTo: db.prepare<[string, number], { user_id: string }>(
      "SELECT user_id FROM client_ids WHERE map_id = ? AND client_id = ?",
    ),
  };
}

/** The log's operations on one open database; the caller makes sure that no other transaction is open. */
export class DocumentLog {
  readonly #db: Database;
  readonly #sql: ReturnType<typeof prepare>;
  readonly #touches: TouchRows;

  constructor(db: Database) {
    this.#db = db;
    this.#sql = prepare(db);
    this.#touches = new TouchRows(db);
  }

  create(map: NewMap, snapshot: PackedSnapshot): void {
    this.#db
      .transaction(() => {
        const { mapId, title, place, createdAt, createdBy } = map;
        const added = this.#sql.addMap.run(
          mapId,
          title,
          place,
          createdAt,
          createdBy,
          createdAt,
          createdAt,
          snapshot.seq,
        );
        if (added.changes === 0) throw new StoreError("map_exists", "A map with this id exists already.");
        this.#putSnapshot(mapId, snapshot);
      })
      .immediate();
  }

  load(mapId: string): LoadAnswer | null {
    const head = this.#sql.head.get(mapId);
    if (head === undefined) return null;
    const stored = this.#sql.snapshot.get(mapId);
    const damaged: LoadAnswer = { epoch: head.epoch, snapshot: null, tail: [], sound: false };
    if (stored === undefined) return damaged;
    const snapshot = { seq: stored.seq, packed: stored.bytes, stateVector: stored.state_vector };
    if (checksumOf(snapshot) !== stored.checksum) return damaged;

    const tail: LoadAnswer["tail"] = [];
    for (const row of this.#sql.tail.iterate(mapId)) {
      const follows = row.seq === snapshot.seq + tail.length + 1 && row.epoch === head.epoch;
      if (!follows || crc32(row.bytes) !== row.checksum)
        return { epoch: head.epoch, snapshot, tail, sound: false };
      tail.push({ seq: row.seq, bytes: row.bytes });
    }
    return { epoch: head.epoch, snapshot, tail, sound: snapshot.seq + tail.length === head.seq };
  }

  /**
   * Commits several calls in one transaction. Answers, call by call, null or why it was refused.
   * Throws when the transaction as a whole failed: then nothing of any call is stored.
   */
  append(calls: readonly (readonly AppendRow[])[]): (StoreError | null)[] {
    return this.#db.transaction(() => calls.map((rows) => this.#appendCall(rows))).immediate();
  }

  #appendCall(rows: readonly AppendRow[]): StoreError | null {
    try {
      // A transaction within a transaction is a savepoint: it takes back this call's rows only.
      this.#db.transaction(() => {
        for (const row of rows) this.#appendRow(row);
      })();
      return null;
    } catch (error) {
      // Any other failure (disk full, I/O) is the whole batch's: nothing of it may be acknowledged.
      if (error instanceof StoreError) return error;
      throw error;
    }
  }

  #appendRow(row: AppendRow): void {
    const { mapId, epoch, seq, ts, userId, bytes, listing, touches } = row;
    const moved = this.#sql.moveHead.run(seq, ts, userId, mapId, epoch, seq);
    if (moved.changes === 0) {
      throw new StoreError(
        "stale_append",
        `Change ${seq} does not follow the last stored change of this map.`,
      );
    }
    this.#sql.addRow.run(mapId, seq, epoch, ts, userId, bytes, crc32(bytes));
    if (listing !== undefined) this.#sql.list.run(listing.title, listing.place, mapId);
    for (const touch of touches ?? []) this.#touches.put(mapId, ts, touch);
  }

  swap(mapId: string, epoch: number, snapshot: PackedSnapshot): "swapped" | "stale" {
    return this.#db
      .transaction(() => {
        const head = this.#sql.head.get(mapId);
        const stored = this.#sql.snapshotSeq.get(mapId);
        if (head === undefined || stored === undefined || head.epoch !== epoch) return "stale";
        if (snapshot.seq <= stored.seq || snapshot.seq > head.seq) return "stale";
        this.#putSnapshot(mapId, snapshot);
        this.#sql.dropMerged.run(mapId, snapshot.seq);
        return "swapped";
      })
      .immediate();
  }

  bind(mapId: string, clientId: number, userId: string): "bound" | "taken" {
    this.#sql.bind.run(mapId, clientId, userId);
    return this.#sql.boundTo.get(mapId, clientId)?.user_id === userId ? "bound" : "taken";
  }

  #putSnapshot(mapId: string, snapshot: PackedSnapshot): void {
    const { seq, packed, stateVector } = snapshot;
    this.#sql.putSnapshot.run(mapId, seq, packed, stateVector, checksumOf(snapshot));
  }
}
