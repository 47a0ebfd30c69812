// When the rows after a snapshot become a new snapshot.
// 1. Only a snapshot that was proven to be the same map replaces rows, and exactly the rows it merged.
// 2. A failure leaves everything as it is and is logged; it is tried again after as many rows more.
// 3. One compaction at a time for a map.
// 4. A map that was removed for good meanwhile has nothing to compact: that is no failure.
import type { DocStore } from "../ports/docStore.ts";
import { CompactionError } from "./compact.ts";
import type { DocThread } from "./docThread.ts";
import type { SyncLimits } from "./limits.ts";
import type { Log } from "./log.ts";
import type { RoomLog } from "./roomLog.ts";

export class Compaction {
  readonly #store: DocStore;
  readonly #thread: Pick<DocThread, "compact">;
  readonly #limits: Pick<SyncLimits, "compactRows" | "compactBytes">;
  readonly #log: Log;
  readonly #running = new Map<RoomLog, Promise<void>>();
  /** Sequence number below which a map is not tried again. */
  readonly #notBefore = new WeakMap<RoomLog, number>();

  constructor(
    store: DocStore,
    thread: Pick<DocThread, "compact">,
    limits: Pick<SyncLimits, "compactRows" | "compactBytes">,
    log: Log,
  ) {
    this.#store = store;
    this.#thread = thread;
    this.#limits = limits;
    this.#log = log;
  }

  /** True when reading the map has become needlessly dear. */
  isDue(room: RoomLog): boolean {
    if (room.seq < (this.#notBefore.get(room) ?? 0)) return false;
    const { compactRows, compactBytes } = this.#limits;
    return room.tailRows >= compactRows || room.tailLength > Math.max(compactBytes, room.snapshotLength / 2);
  }

  /** Compacts now unless it is under way or there is nothing to merge. Never rejects. */
  run(room: RoomLog): Promise<void> {
    const running = this.#running.get(room);
    if (running !== undefined) return running;
    const done = this.#compact(room).finally(() => this.#running.delete(room));
    this.#running.set(room, done);
    return done;
  }

  async #compact(room: RoomLog): Promise<void> {
    try {
      // Rows that came meanwhile may make it due again.
      do await this.#once(room);
      while (this.isDue(room));
    } catch (error) {
      if (await this.#isGone(room)) return;
      this.#notBefore.set(room, room.seq + this.#limits.compactRows);
      this.#log.error(
        { err: error, mapId: room.mapId },
        "A map could not be compacted; its changes stay as they are.",
      );
    }
  }

  /** Asked only after a failure, so that a map in use never pays for it. */
  async #isGone(room: RoomLog): Promise<boolean> {
    try {
      return (await this.#store.load(room.mapId)) === null;
    } catch (error) {
      this.#log.error({ err: error, mapId: room.mapId }, "A map that could not be compacted cannot be read.");
      return false;
    }
  }

  async #once(room: RoomLog): Promise<void> {
    if (room.tailRows === 0) return;
    let committed = room.held();
    while (committed === null) {
      await room.fetch();
      committed = room.held();
    }
    const seq = committed.tail.at(-1)?.seq ?? committed.snapshot.seq;
    const snapshot = { seq, ...(await this.#thread.compact(committed)) };
    const answer = await this.#store.swapSnapshot(room.mapId, room.epoch, snapshot);
    // Only this server compacts, so another snapshot there means that this room no longer knows its store.
    if (answer === "stale")
      throw new CompactionError("The stored snapshot is not the one that was compacted.");
    room.compacted(snapshot);
  }
}
