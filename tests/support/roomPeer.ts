/*
 * People in a room without sockets: each has a document of its own and a wire the test controls. Frames are decoded
 * as a client would, so that a test sees what a person sees: the map, what is saved, what was refused.
 */
import { memoryStores } from "@trellis/server/src/adapters/memory/memoryStores.ts";
import type { Actor } from "@trellis/server/src/ports/actor.ts";
import type { DocStore } from "@trellis/server/src/ports/docStore.ts";
import { type Clock, systemClock } from "@trellis/server/src/sync/clock.ts";
import { DocThread } from "@trellis/server/src/sync/docThread.ts";
import { DEFAULT_LIMITS, type SyncLimits } from "@trellis/server/src/sync/limits.ts";
import { createLiveMaps } from "@trellis/server/src/sync/liveMaps.ts";
import { Outlet } from "@trellis/server/src/sync/outlet.ts";
import { Registry } from "@trellis/server/src/sync/registry.ts";
import { type Lease, Rooms } from "@trellis/server/src/sync/rooms.ts";
import { Seat } from "@trellis/server/src/sync/seat.ts";
import { decodeFrame } from "@trellis/server/src/sync/wire.ts";
import type { Role } from "@trellis/shared/access/can";
import {
  DOCUMENT_VERSION,
  decodeBatch,
  decodeJson,
  encodeJson,
  MESSAGE,
  type Refused,
  refusedSchema,
  SYNC,
  type Welcome,
  welcomeSchema,
} from "@trellis/shared/protocol/messages";
import { type MapId, newMapId } from "@trellis/shared/schema/ids";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

export const actorNamed = (name: string): Actor => ({
  kind: "guest",
  userId: `user-${name}`,
  name,
  organisation: "Example Council",
});

export interface RoomWorldOfTest {
  readonly rooms: Rooms;
  readonly store: DocStore;
  readonly thread: DocThread;
  readonly limits: SyncLimits;
  readonly clock: Clock;
  readonly liveMaps: ReturnType<typeof createLiveMaps>;
  readonly errors: string[];
  newMap(title?: string): Promise<MapId>;
  stop(): Promise<void>;
}

/** Rooms over a store, without a gateway. */
export function roomWorld(
  options: { store?: DocStore; limits?: Partial<SyncLimits>; clock?: Clock } = {},
): RoomWorldOfTest {
  const store = options.store ?? memoryStores().docStore;
  const clock = options.clock ?? systemClock;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const errors: string[] = [];
  const log = {
    error: (_fields: object, sentence: string) => void errors.push(sentence),
    warn: () => undefined,
    info: () => undefined,
  };
  const thread = new DocThread(clock);
  const rooms = new Rooms({ store, clock, limits, thread, log });
  const liveMaps = createLiveMaps({ store, clock, thread }, rooms, new Registry());
  return {
    rooms,
    store,
    thread,
    limits,
    clock,
    liveMaps,
    errors,
    async newMap(title = "A map") {
      const mapId = newMapId();
      const file = { schemaVersion: 1 as const, settings: { title }, cards: [], links: [] };
      await liveMaps.create(mapId, file, actorNamed("owner"));
      return mapId;
    },
    async stop() {
      await rooms.stop();
      await thread.stop();
    },
  };
}

const syncFrame = (step: number, bytes: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });

/** One person's page. Frames reach the seat at once; what the room sends is decoded at once. */
export class RoomPeer {
  readonly doc = new Y.Doc();
  readonly seat: Seat;
  readonly lease: Lease;
  /** Kinds of messages received, in order. */
  readonly heard: string[] = [];
  readonly batches: { seq: number; updates: number }[] = [];
  readonly refused: Refused[] = [];
  readonly presence: Uint8Array[] = [];
  readonly errors: unknown[] = [];
  welcome: Welcome | null = null;
  saved = 0;
  synced = false;
  closedWith: number | null = null;
  /** Bytes the other end has not read; while above the limit the seat is paused. */
  unsent = 0;
  received = 0;
  #drained: (() => void)[] = [];
  readonly #remote = {};

  static async join(
    world: RoomWorldOfTest,
    mapId: MapId,
    name: string,
    options: { role?: Role; hello?: boolean; from?: { epoch: number; seq: number } } = {},
  ): Promise<RoomPeer> {
    const lease = await world.rooms.lease(mapId);
    if (lease === null) throw new Error("There is no such map.");
    const peer = new RoomPeer(world, lease, name, options.role ?? "editor");
    if (options.hello ?? true) {
      const hello = { version: DOCUMENT_VERSION, clientId: peer.doc.clientID, ...options.from };
      await peer.send(encodeJson("hello", hello));
    }
    await peer.send(syncFrame(SYNC.step1, Y.encodeStateVector(peer.doc)));
    return peer;
  }

  private constructor(world: RoomWorldOfTest, lease: Lease, name: string, role: Role) {
    const wire = {
      isOpen: () => this.closedWith === null,
      write: (...frames: readonly Uint8Array[]) => this.#hear(Buffer.concat(frames)),
      unsentBytes: () => this.unsent,
      onceDrained: (act: () => void) => void this.#drained.push(act),
    };
    const outlet = new Outlet(wire, world.clock, world.limits, {
      drained: (seq) => void this.seat.room.resume(this.seat, seq),
      stalled: () => this.close(4508),
    });
    this.lease = lease;
    this.seat = new Seat(world, { actor: actorNamed(name), role, room: lease.room, outlet }, (code) =>
      this.close(code),
    );
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this.#remote) void this.send(syncFrame(SYNC.update, update));
    });
  }

  /** Sends a frame as the connection would; a broken one closes. */
  async send(frame: Uint8Array): Promise<void> {
    if (this.closedWith !== null) return;
    try {
      await this.seat.handle(decodeFrame(frame));
    } catch (error) {
      this.errors.push(error);
      this.close(1008);
    }
  }

  sendUpdate(update: Uint8Array, step: "update" | "step2" = "update"): Promise<void> {
    return this.send(syncFrame(SYNC[step], update));
  }

  set(key: string, value: unknown): void {
    this.doc.getMap("map").set(key, value);
  }

  get(key: string): unknown {
    return this.doc.getMap("map").get(key);
  }

  close(code = 1000): void {
    if (this.closedWith !== null) return;
    this.closedWith = code;
    this.seat.leave();
    this.lease.release();
  }

  /** The other end has read everything. */
  drain(): void {
    this.unsent = 0;
    const drained = this.#drained;
    this.#drained = [];
    for (const act of drained) act();
  }

  #hear(bytes: Buffer): void {
    this.received += bytes.length;
    let at = 0;
    while (at < bytes.length) {
      let length = (bytes[at + 1] as number) & 127;
      let header = 2;
      if (length === 126) [length, header] = [bytes.readUInt16BE(at + 2), 4];
      else if (length === 127) [length, header] = [bytes.readUIntBE(at + 4, 6), 10];
      this.#message(new Uint8Array(bytes.subarray(at + header, at + header + length)));
      at += header + length;
    }
  }

  #message(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    switch (type) {
      case MESSAGE.sync: {
        const step = decoding.readVarUint(decoder);
        const bytes = decoding.readVarUint8Array(decoder);
        this.heard.push(["step1", "step2", "update"][step] as string);
        if (step === SYNC.step1) void this.sendUpdate(Y.encodeStateAsUpdate(this.doc, bytes), "step2");
        else Y.applyUpdate(this.doc, bytes, this.#remote);
        if (step === SYNC.step2) this.synced = true;
        return;
      }
      case MESSAGE.awareness:
        this.heard.push("presence");
        this.presence.push(decoding.readVarUint8Array(decoder));
        return;
      case MESSAGE.welcome:
        this.welcome = decodeJson(decoder, welcomeSchema);
        return;
      case MESSAGE.saved:
        this.saved = decoding.readVarUint(decoder);
        return;
      case MESSAGE.refused:
        this.refused.push(decodeJson(decoder, refusedSchema));
        return;
      case MESSAGE.batch: {
        const { seq, updates } = decodeBatch(decoder);
        this.heard.push("batch");
        this.batches.push({ seq, updates: updates.length });
        for (const update of updates) Y.applyUpdate(this.doc, update, this.#remote);
        return;
      }
      default:
        throw new Error(`A message of type ${type} was not expected.`);
    }
  }
}
