// The DocStore port on the store's thread. Compresses and expands snapshots on the thread pool, so that neither the
// event loop nor the writing thread stands still for a large map.
import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import type { MapId } from "@trellis/shared/schema/ids";
import type { AppendRow, DocStore, NewMap, StoredDoc, StoredSnapshot } from "../../ports/docStore.ts";
import { CorruptLogError } from "../../ports/storeErrors.ts";
import type { StoreThread } from "./storeThread.ts";
import type { PackedSnapshot } from "./workerProtocol.ts";

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** No honest map comes near it; a damaged length must not take the memory of the machine. */
const LARGEST_SNAPSHOT_BYTES = 512 * 1024 * 1024;
/** Level 3 packs a map nearly as small as level 6 in a third of the time. */
const LEVEL = 3;

const pack = async (snapshot: StoredSnapshot): Promise<PackedSnapshot> => ({
  seq: snapshot.seq,
  packed: await deflate(snapshot.bytes, { level: LEVEL }),
  stateVector: snapshot.stateVector,
});

export class SqlDocStore implements DocStore {
  readonly #thread: StoreThread;

  constructor(thread: StoreThread) {
    this.#thread = thread;
  }

  async create(map: NewMap, snapshot: StoredSnapshot): Promise<void> {
    await this.#thread.call("create", { map, snapshot: await pack(snapshot) });
  }

  async load(mapId: MapId): Promise<StoredDoc | null> {
    const answer = await this.#thread.call("load", { mapId });
    if (answer === null) return null;
    if (answer.snapshot === null) throw new CorruptLogError(mapId, null);
    const { seq, packed, stateVector } = answer.snapshot;
    const bytes = await inflate(packed, { maxOutputLength: LARGEST_SNAPSHOT_BYTES }).catch(
      (error: unknown) => {
        throw new CorruptLogError(mapId, null, { cause: error });
      },
    );
    const stored: StoredDoc = {
      epoch: answer.epoch,
      snapshot: { seq, bytes, stateVector },
      tail: answer.tail,
    };
    if (!answer.sound) throw new CorruptLogError(mapId, stored);
    return stored;
  }

  async append(rows: readonly AppendRow[]): Promise<void> {
    await this.#thread.call("append", { rows });
  }

  async swapSnapshot(mapId: MapId, epoch: number, snapshot: StoredSnapshot): Promise<"swapped" | "stale"> {
    return this.#thread.call("swap", { mapId, epoch, snapshot: await pack(snapshot) });
  }

  async bindClientId(mapId: MapId, clientId: number, userId: string): Promise<"bound" | "taken"> {
    return this.#thread.call("bind", { mapId, clientId, userId });
  }
}
