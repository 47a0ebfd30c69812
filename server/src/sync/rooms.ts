// The rooms that are open now, at most one for a map.
// 1. Opening is single flight: two who come at once get the same room.
// 2. A room goes when nobody holds it, nothing is on its way to disk, and its rows are compacted (or could not be);
//    after every pause it is looked at again, because somebody may have come meanwhile.
// 3. A room that failed is out of the list before anybody can get it again.
import type { MapId } from "@trellis/shared/schema/ids";
import type { Cancel } from "./clock.ts";
import { Compaction } from "./compaction.ts";
import type { DocThread } from "./docThread.ts";
import type { Log } from "./log.ts";
import { Room, RoomEndedError, type RoomWorld } from "./room.ts";
import { RoomLog } from "./roomLog.ts";

interface Place {
  readonly mapId: MapId;
  readonly opening: Promise<Room | null>;
  room: Room | null;
  holders: number;
  cancelLinger: Cancel | null;
}

/** A hold on an open room; it stays open until everybody has let go. */
export interface Lease {
  readonly room: Room;
  /** Harmless when called twice. */
  release(): void;
}

export type RoomsWorld = Omit<RoomWorld, "onCommitted" | "onFailed"> & {
  readonly thread: DocThread;
  readonly log: Log;
};

export class Rooms {
  readonly #world: RoomsWorld;
  readonly #compaction: Compaction;
  readonly #places = new Map<MapId, Place>();
  #commits = 0;
  #failing = false;
  #stopping = false;

  constructor(world: RoomsWorld) {
    this.#world = world;
    this.#compaction = new Compaction(world.store, world.thread, world.limits, world.log);
  }

  get counts(): { rooms: number; loadedDocuments: number; commits: number; failing: boolean } {
    const open = this.open();
    return {
      rooms: open.length,
      loadedDocuments: open.filter(({ holdsDoc }) => holdsDoc).length,
      commits: this.#commits,
      failing: this.#failing,
    };
  }

  open(): Room[] {
    return [...this.#places.values()].flatMap(({ room }) => room ?? []);
  }

  /** Null for a map that was never made. @throws CorruptLogError, RoomEndedError when the server is stopping */
  async lease(mapId: MapId): Promise<Lease | null> {
    if (this.#stopping) throw new RoomEndedError();
    const place = this.#places.get(mapId) ?? this.#newPlace(mapId);
    place.holders++;
    place.cancelLinger?.();
    place.cancelLinger = null;
    let held = true;
    const release = () => {
      if (!held) return;
      held = false;
      this.#letGo(place);
    };
    try {
      const room = await place.opening;
      if (room !== null) return { room, release };
      release();
      return null;
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Commits what is on its way and takes nothing more. Resolves when every room is quiet or the time is up. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const quiet = Promise.all(this.open().map((room) => room.whenQuiet()));
    await new Promise<void>((resolve) => {
      const cancel = this.#world.clock.after(this.#world.limits.stopMs, () => {
        this.#world.log.error(
          {},
          "Stopping with changes that could not be stored; none of them was acknowledged.",
        );
        resolve();
      });
      void quiet.then(() => {
        cancel();
        resolve();
      });
    });
    for (const place of this.#places.values()) {
      place.cancelLinger?.();
      place.room?.stop();
    }
    this.#places.clear();
  }

  #newPlace(mapId: MapId): Place {
    const opening = RoomLog.open(this.#world.store, mapId).then(
      (log) => {
        const room = log === null ? null : this.#newRoom(log);
        place.room = room;
        if (room === null) this.#forget(place);
        return room;
      },
      (error: unknown) => {
        this.#forget(place);
        throw error;
      },
    );
    const place: Place = { mapId, opening, room: null, holders: 0, cancelLinger: null };
    this.#places.set(mapId, place);
    return place;
  }

  #newRoom(log: RoomLog): Room {
    return new Room(log, {
      ...this.#world,
      onCommitted: (room) => {
        this.#commits++;
        this.#failing = false;
        if (this.#compaction.isDue(room.log)) void this.#compaction.run(room.log);
      },
      onFailed: (room, error) => {
        this.#failing = true;
        this.#world.log.error({ err: error, mapId: log.mapId }, "Changes of a map could not be stored.");
        const place = this.#places.get(log.mapId);
        if (place?.room === room) this.#forget(place);
      },
    });
  }

  #letGo(place: Place): void {
    place.holders--;
    if (place.holders > 0 || place.room === null || this.#places.get(place.mapId) !== place) return;
    place.cancelLinger?.();
    place.cancelLinger = this.#world.clock.after(this.#world.limits.lingerMs, () => {
      void this.#closeWhenIdle(place);
    });
  }

  async #closeWhenIdle(place: Place): Promise<void> {
    const { room } = place;
    if (room === null) return;
    const wanted = () => place.holders > 0 || this.#places.get(place.mapId) !== place;
    if (wanted()) return;
    await room.whenQuiet();
    if (wanted()) return;
    await this.#compaction.run(room.log);
    if (wanted() || !room.commits.idle) return;
    room.stop();
    this.#forget(place);
  }

  #forget(place: Place): void {
    place.cancelLinger?.();
    if (this.#places.get(place.mapId) === place) this.#places.delete(place.mapId);
  }
}
