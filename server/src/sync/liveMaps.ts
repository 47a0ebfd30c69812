// The LiveMaps port on top of the rooms: what services may do with living maps.
// Invariant: reading a map never opens a room, and a room opened for a change of the server's closes by itself.
import { takeSnapshot } from "@trellis/shared/read/observe";
import { type Body, readBody } from "@trellis/shared/schema/body";
import type { CardId, MapId } from "@trellis/shared/schema/ids";
import { MapDoc, type MapDraft } from "@trellis/shared/schema/mapDoc";
import type { MapFile } from "@trellis/shared/schema/mapFile";
import * as Y from "yjs";
import type { Actor } from "../ports/actor.ts";
import type { MapListing, StoredDoc, StoredSnapshot } from "../ports/docStore.ts";
import {
  type LiveMaps,
  type MapCases,
  type MapPicture,
  type MapReading,
  UnknownMapError,
} from "../ports/liveMaps.ts";
import { docFrom, docOfFile, listingOf } from "./liveDoc.ts";
import type { Registry } from "./registry.ts";
import type { Rooms, RoomsWorld } from "./rooms.ts";
import { CONFIRMED } from "./wire.ts";

function read(doc: Y.Doc): MapReading {
  const map = new MapDoc(doc);
  const bodies = new Map<CardId, Body>();
  for (const id of map.cardIds()) {
    const body = map.hasBody(id) ? readBody(map.body(id)) : null;
    if (body) bodies.set(id, body);
  }
  return { snapshot: takeSnapshot(map), bodies };
}

const stateOf = ({ epoch, snapshot, tail }: StoredDoc) => ({
  epoch,
  seq: tail.at(-1)?.seq ?? snapshot.seq,
});

/** The first state of a map made from a file. */
function firstOf(file: MapFile): { listing: MapListing; snapshot: StoredSnapshot } {
  const doc = docOfFile(file);
  const listing = listingOf(new MapDoc(doc));
  const snapshot = { seq: 0, bytes: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) };
  doc.destroy();
  return { listing, snapshot };
}

export function createLiveMaps(
  world: Pick<RoomsWorld, "store" | "clock" | "thread">,
  rooms: Rooms,
  registry: Registry,
): LiveMaps {
  const storedMap = async (mapId: MapId): Promise<StoredDoc> => {
    const stored = await world.store.load(mapId);
    if (stored === null) throw new UnknownMapError(mapId);
    return stored;
  };
  return {
    async create(mapId: MapId, file: MapFile, actor: Actor): Promise<void> {
      const { listing, snapshot } = firstOf(file);
      const made = { mapId, ...listing, createdBy: actor.userId, createdAt: world.clock.now() };
      await world.store.create(made, snapshot);
    },

    async snapshot(mapId: MapId): Promise<MapReading> {
      const doc = docFrom(await storedMap(mapId));
      try {
        return read(doc);
      } finally {
        doc.destroy();
      }
    },

    async edit<T>(mapId: MapId, actor: Actor, change: (draft: MapDraft) => T): Promise<T> {
      const lease = await rooms.lease(mapId);
      if (lease === null) throw new UnknownMapError(mapId);
      try {
        return await lease.room.edit(actor, change);
      } finally {
        lease.release();
      }
    },

    tellConfirmed: (mapId) => registry.tell(mapId, CONFIRMED),

    async disconnect(mapId, whom, code, reason) {
      registry.disconnect(mapId, whom, code, reason);
    },

    peopleOn: (mapId) => registry.people(mapId).map(({ name, organisation }) => ({ name, organisation })),

    async picture(mapId: MapId): Promise<MapPicture> {
      const stored = await storedMap(mapId);
      return { ...stateOf(stored), svg: await world.thread.draw(stored) };
    },

    async cases(mapId: MapId): Promise<MapCases> {
      const stored = await storedMap(mapId);
      return { ...stateOf(stored), ...(await world.thread.gather(stored)) };
    },

    pictureOfFile: (file) => world.thread.drawFile(file),
  };
}
