import { setTimeout as sleep } from "node:timers/promises";
import { DOCUMENT_VERSION, encodeJson } from "@trellis/shared/protocol/messages";
import type { MapId } from "@trellis/shared/schema/ids";
import * as encoding from "lib0/encoding";
import { afterEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { actorNamed, RoomPeer, type RoomWorldOfTest, roomWorld } from "../../../tests/support/roomPeer.ts";
import { memoryStores } from "../adapters/memory/memoryStores.ts";
import type { AppendRow, DocStore } from "../ports/docStore.ts";
import { StoreError } from "../ports/storeErrors.ts";
import { type Clock, systemClock } from "./clock.ts";

const A_DAY_MS = 24 * 60 * 60 * 1000;

const worlds: RoomWorldOfTest[] = [];
function world(options: Parameters<typeof roomWorld>[0] = {}): RoomWorldOfTest {
  const made = roomWorld(options);
  worlds.push(made);
  return made;
}
afterEach(async () => {
  for (const made of worlds.splice(0)) await made.stop();
});

async function until(what: string, condition: () => boolean): Promise<void> {
  const end = Date.now() + 9_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await sleep(2);
  }
}

/** A real store whose commits the test holds back, lets go, or lets fail. */
function gatedStore(): DocStore & {
  gate: "open" | "shut" | "failing";
  held: (() => void)[];
  rows: AppendRow[];
} {
  const { docStore } = memoryStores();
  const store = {
    gate: "open" as "open" | "shut" | "failing",
    held: [] as (() => void)[],
    rows: [] as AppendRow[],
    create: docStore.create.bind(docStore),
    load: docStore.load.bind(docStore),
    swapSnapshot: docStore.swapSnapshot.bind(docStore),
    bindClientId: docStore.bindClientId.bind(docStore),
    async append(rows: readonly AppendRow[]): Promise<void> {
      if (store.gate === "failing") throw new StoreError("store_failed", "The disk is full.");
      if (store.gate === "shut") await new Promise<void>((go) => store.held.push(go));
      await docStore.append(rows);
      store.rows.push(...rows);
    },
  };
  return store;
}

describe("what is not on disk", () => {
  it("[SYNC30] is neither acknowledged nor shown to anybody, nor given to who joins meanwhile", async () => {
    const store = gatedStore();
    const rooms = world({ store, limits: { stopMs: 20 } });
    const mapId = await rooms.newMap();
    const ann = await RoomPeer.join(rooms, mapId, "ann");
    const ben = await RoomPeer.join(rooms, mapId, "ben", { hello: false });
    store.gate = "shut";
    ann.set("title", "Never stored");
    await until("the commit is on its way", () => store.held.length === 1);
    const late = await RoomPeer.join(rooms, mapId, "ben");
    await sleep(50);
    expect(late.synced).toBe(true);
    expect([ben.get("title"), late.get("title")]).toEqual(["A map", "A map"]);
    // Her first frame, the empty answer to the server's question, is settled; the edit is not.
    expect(ann.saved).toBe(1);

    store.held[0]?.();
    await until(
      "everybody has it",
      () => ben.get("title") === "Never stored" && late.get("title") === ben.get("title"),
    );
    expect(ann.saved).toBe(2);
  });

  it("[SYNC31] is not acknowledged to a page that repeats it on another socket either", async () => {
    const store = gatedStore();
    const rooms = world({ store });
    const mapId = await rooms.newMap();
    const ann = await RoomPeer.join(rooms, mapId, "ann");
    const again = await RoomPeer.join(rooms, mapId, "ann");
    const settledBefore = again.saved;
    store.gate = "shut";
    const before = Y.encodeStateVector(ann.doc);
    ann.set("title", "Twice");
    await until("the commit is on its way", () => store.held.length === 1);
    await again.sendUpdate(Y.encodeStateAsUpdate(ann.doc, before), "step2");
    await sleep(30);
    expect(again.saved).toBe(settledBefore);
    store.held[0]?.();
    await until("both are told", () => ann.saved === 2 && again.saved === settledBefore + 1);
    expect(store.rows).toHaveLength(1);
  });

  it("[SYNC32] ends the room when the commit fails: nothing acknowledged, everybody closed, then read afresh", async () => {
    const store = gatedStore();
    const rooms = world({ store });
    const mapId = await rooms.newMap();
    const ann = await RoomPeer.join(rooms, mapId, "ann");
    const ben = await RoomPeer.join(rooms, mapId, "ben");
    store.gate = "failing";
    ann.set("title", "Lost");
    await until("both are closed", () => ann.closedWith === 4503 && ben.closedWith === 4503);
    expect([ann.saved, ben.get("title")]).toEqual([1, "A map"]);
    expect(rooms.rooms.counts).toMatchObject({ failing: true, rooms: 0 });
    await expect(
      rooms.liveMaps.edit(mapId, actorNamed("owner"), (draft) => draft.setSetting("place", "X")),
    ).rejects.toThrow("could not be stored");

    store.gate = "open";
    const back = await RoomPeer.join(rooms, mapId, "ann");
    expect(back.get("title")).toBe("A map");
    Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(ann.doc));
    await until("the edit kept in the page is saved", () => back.saved >= 2);
    expect(rooms.rooms.counts.failing).toBe(false);
    expect((await rooms.liveMaps.snapshot(mapId)).snapshot.settings.title).toBe("Lost");
  });
});

describe("edits", () => {
  it("[SYNC33] of several people go to disk as one row and out as one batch, as they came in", async () => {
    const store = gatedStore();
    const rooms = world({ store });
    const mapId = await rooms.newMap();
    const [ann, ben, cat] = await Promise.all(
      ["ann", "ben", "cat"].map((name) => RoomPeer.join(rooms, mapId, name)),
    );
    if (!ann || !ben || !cat) throw new Error("Three people were expected.");
    await rooms.liveMaps.edit(mapId, actorNamed("owner"), (draft) => draft.setSetting("place", "Trafford"));
    await until("all have the place", () => cat.get("place") === "Trafford");
    const before = cat.batches.length;
    store.rows.length = 0;
    ann.set("title", "By Ann");
    ben.set("place", "By Ben");
    ann.set("currency", "GBP");
    await until("cat has it all", () => cat.get("currency") === "GBP" && cat.get("place") === "By Ben");
    expect(store.rows.map(({ seq, userId }) => [seq, userId])).toEqual([[2, "user-ann user-ben"]]);
    expect(store.rows[0]?.listing).toEqual({ title: "By Ann", place: "By Ben" });
    expect(cat.batches.slice(before)).toEqual([{ seq: 2, updates: 3 }]);
  });

  it("[SYNC34] come back to nobody who wrote all of them", async () => {
    const rooms = world();
    const mapId = await rooms.newMap();
    const ann = await RoomPeer.join(rooms, mapId, "ann");
    const ben = await RoomPeer.join(rooms, mapId, "ben");
    const before = ann.batches.length;
    ann.set("title", "One");
    await until("ben has it", () => ben.get("title") === "One");
    expect(ann.batches.length).toBe(before);
    expect(ann.saved).toBe(2);
  });

  it("[SYNC35] that are refused are named, settled, and reach neither disk nor people", async () => {
    const store = gatedStore();
    const rooms = world({ store });
    const mapId = await rooms.newMap();
    const ann = await RoomPeer.join(rooms, mapId, "ann");
    const viewer = await RoomPeer.join(rooms, mapId, "vic", { role: "viewer" });
    expect(viewer.welcome).toMatchObject({ role: "viewer", canEdit: false, epoch: 1 });
    viewer.set("title", "Mine");
    await until("it is refused", () => viewer.refused.length === 1);
    expect(viewer.refused[0]).toMatchObject({ frame: 2, code: "read_only" });
    expect(viewer.saved).toBe(2);
    await ann.sendUpdate(new Uint8Array([0, 1, 9, 1, 0, 4]));
    expect(ann.refused[0]).toMatchObject({ frame: 2, code: "gap" });
    ann.seat.setRole("viewer");
    ann.set("title", "Too late");
    await until("ann is refused too", () => ann.refused.length === 2);
    expect(store.rows).toEqual([]);
    expect(viewer.closedWith ?? ann.closedWith).toBeNull();
  });

  it("[SYNC36] that pass the guard but cannot be applied whole leave no trace", async () => {
    const rooms = world();
    const mapId = await rooms.newMap();
    const ann = await RoomPeer.join(rooms, mapId, "ann");
    ann.set("title", "Kept");
    await until("saved", () => ann.saved === 2);
    // Two items, each of which must stand to the left of the other: every id is known, yet neither can come first.
    const [[known = 0] = []] = Y.decodeStateVector(Y.encodeStateVector(ann.doc));
    const circle = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 2);
      for (const [client, other] of [
        [9, 7],
        [7, 9],
      ] as const) {
        for (const part of [1, client, 0]) encoding.writeVarUint(encoder, part);
        // A text with both neighbours given.
        encoding.writeUint8(encoder, 0xc4);
        for (const part of [known, 0, other, 0]) encoding.writeVarUint(encoder, part);
        encoding.writeVarString(encoder, "a");
      }
      encoding.writeVarUint(encoder, 0);
    });
    await ann.sendUpdate(circle);
    expect(ann.refused).toMatchObject([{ frame: 3, code: "gap" }]);
    expect(rooms.rooms.counts.loadedDocuments).toBe(0);
    const ben = await RoomPeer.join(rooms, mapId, "ben");
    ben.set("place", "Tameside");
    await until("the room goes on", () => ben.saved === 2);
    expect((await rooms.liveMaps.snapshot(mapId)).snapshot.settings).toMatchObject({
      title: "Kept",
      place: "Tameside",
    });
  });

  it("[SYNC37] of the server are on disk when they are answered, and a failing one changes nothing", async () => {
    const rooms = world();
    const mapId = await rooms.newMap();
    const ann = await RoomPeer.join(rooms, mapId, "ann");
    const answer = await rooms.liveMaps.edit(mapId, actorNamed("owner"), (draft) => {
      draft.setSetting("place", "Rochdale");
      return 42;
    });
    expect(answer).toBe(42);
    expect((await rooms.store.load(mapId))?.tail).toHaveLength(1);
    await until("ann sees it", () => ann.get("place") === "Rochdale");
    const half = rooms.liveMaps.edit(mapId, actorNamed("owner"), (draft) => {
      draft.setSetting("place", "Nowhere");
      throw new Error("half-way");
    });
    await expect(half).rejects.toThrow("half-way");
    ann.set("title", "After");
    await until("saved", () => ann.saved === 2);
    expect((await rooms.liveMaps.snapshot(mapId)).snapshot.settings).toMatchObject({
      place: "Rochdale",
      title: "After",
    });
  });
});

describe("a large change", () => {
  const text = (length: number): Uint8Array => {
    const doc = new Y.Doc();
    doc.getMap("map").set("description", "x".repeat(length));
    return Y.encodeStateAsUpdate(doc);
  };

  it("[SYNC38] travels as a step 2 and is looked through in a worker first; in an update frame it is refused", async () => {
    const rooms = world({ limits: { screenBytes: 100_000 } });
    const mapId = await rooms.newMap();
    const ann = await RoomPeer.join(rooms, mapId, "ann");
    const ben = await RoomPeer.join(rooms, mapId, "ben");
    await ann.sendUpdate(text(70_000));
    expect(ann.refused).toMatchObject([{ frame: 2, code: "too_large" }]);
    await ann.sendUpdate(text(300_000), "step2");
    await until("ben has it", () => String(ben.get("description")).length === 300_000);
    expect(ann.saved).toBe(3);
    await ann.sendUpdate(text(300_000).slice(0, -1), "step2");
    expect(ann.refused).toMatchObject([{ code: "too_large" }, { frame: 4, code: "malformed" }]);
    expect([ann.closedWith, ben.closedWith]).toEqual([1008, null]);
  });
});

describe("joining", () => {
  const filled = async (rooms: RoomWorldOfTest): Promise<MapId> => {
    const mapId = await rooms.newMap();
    const ann = await RoomPeer.join(rooms, mapId, "ann");
    for (let index = 1; index <= 5; index++) {
      ann.set("title", `Title ${index}`);
      await until("saved", () => ann.saved === index + 1);
    }
    ann.close();
    return mapId;
  };

  it("[SYNC40] gives our own client one batch and then an empty step 2, a stock one plain messages", async () => {
    const rooms = world();
    const mapId = await filled(rooms);
    const own = await RoomPeer.join(rooms, mapId, "ben");
    expect([own.heard, own.batches, own.get("title")]).toEqual([
      ["step1", "batch", "step2"],
      [{ seq: 5, updates: 6 }],
      "Title 5",
    ]);
    const stock = await RoomPeer.join(rooms, mapId, "ben", { hello: false });
    expect([stock.heard, stock.get("title"), stock.saved]).toEqual([
      ["step1", "update", "update", "update", "update", "update", "step2"],
      "Title 5",
      0,
    ]);
  });

  it("[SYNC41] gives a returning page only what came after, or everything when it knows another epoch or no row", async () => {
    const rooms = world();
    const mapId = await filled(rooms);
    const from = (epoch: number, seq: number) => RoomPeer.join(rooms, mapId, "ben", { from: { epoch, seq } });
    expect((await from(1, 3)).batches).toEqual([{ seq: 5, updates: 2 }]);
    expect((await from(1, 5)).batches).toEqual([{ seq: 5, updates: 0 }]);
    expect((await from(2, 3)).batches).toEqual([{ seq: 5, updates: 6 }]);
    expect((await from(1, 9)).batches).toEqual([{ seq: 5, updates: 6 }]);
  });

  it("[SYNC42] and reading load no document; the first write does, and idleness gives it and the bytes up", async () => {
    const rooms = world({ limits: { idleMs: 40 } });
    const mapId = await filled(rooms);
    await until("the document is given up", () => rooms.rooms.counts.loadedDocuments === 0);
    const ben = await RoomPeer.join(rooms, mapId, "ben");
    const viewer = await RoomPeer.join(rooms, mapId, "vic", { role: "viewer" });
    viewer.set("title", "No");
    await until("refused", () => viewer.refused.length === 1);
    expect(rooms.rooms.counts.loadedDocuments).toBe(0);
    ben.set("title", "Yes");
    expect(rooms.rooms.counts.loadedDocuments).toBeLessThanOrEqual(1);
    await until("saved", () => ben.saved === 2);
    expect(rooms.rooms.counts.loadedDocuments).toBe(1);
    await until("given up again", () => rooms.rooms.counts.loadedDocuments === 0);
    await until("so are the bytes", () => ben.seat.room.log.held() === null);
    ben.set("title", "Later");
    await until("saved later", () => ben.saved === 3);
    expect((await RoomPeer.join(rooms, mapId, "cat")).get("title")).toBe("Later");
  });

  it("[SYNC43] refuses a page of another version with 4426", async () => {
    const rooms = world();
    const mapId = await rooms.newMap();
    const ann = await RoomPeer.join(rooms, mapId, "ann", { hello: false });
    await ann.send(encodeJson("hello", { version: DOCUMENT_VERSION + 1, clientId: 1 }));
    expect(ann.closedWith).toBe(4426);
  });
});

describe("a slow reader", () => {
  it("[SYNC44] is paused over the limit, loses nothing, and is given up when it stays so", async () => {
    // Patience ends when the test says so, not when a busy machine has taken its time.
    const patience = new Set<() => void>();
    const clock: Clock = {
      ...systemClock,
      after(ms, act) {
        if (ms < A_DAY_MS) return systemClock.after(ms, act);
        patience.add(act);
        return () => patience.delete(act);
      },
    };
    const rooms = world({ clock, limits: { unsentBytes: 1_000, stalledMs: A_DAY_MS } });
    const mapId = await rooms.newMap();
    const ann = await RoomPeer.join(rooms, mapId, "ann");
    const slow = await RoomPeer.join(rooms, mapId, "ben");
    slow.unsent = 2_000;
    ann.set("title", "First");
    await until("it is paused", () => slow.seat.outlet.paused);
    const { received } = slow;
    for (let index = 0; index < 10; index++) {
      ann.set("place", `Place ${index}`);
      await until("saved", () => ann.saved === index + 3);
    }
    expect(slow.received).toBe(received);
    expect(patience.size).toBe(1);
    slow.drain();
    await until("it has caught up", () => slow.get("place") === "Place 9");
    expect(patience.size).toBe(0);
    slow.unsent = 2_000;
    ann.set("title", "Second");
    await until("it is paused again", () => patience.size === 1);
    expect(slow.closedWith).toBeNull();
    for (const giveUp of patience) giveUp();
    expect(slow.closedWith).toBe(4508);
    expect(ann.closedWith).toBeNull();
  });
});

describe("presence", () => {
  it("[SYNC45] goes to others only, under ids nobody else has claimed", async () => {
    const rooms = world();
    const mapId = await rooms.newMap();
    const ann = await RoomPeer.join(rooms, mapId, "ann");
    const ben = await RoomPeer.join(rooms, mapId, "ben");
    const show = (clientId: number, state: string): Uint8Array => {
      const json = new TextEncoder().encode(state);
      const id: number[] = [];
      for (let rest = clientId; ; rest = Math.floor(rest / 128)) {
        if (rest < 128) {
          id.push(rest);
          break;
        }
        id.push((rest % 128) | 128);
      }
      const body = [1, ...id, 1, json.length, ...json];
      return new Uint8Array([1, body.length, ...body]);
    };
    await ann.send(show(ann.doc.clientID, '{"cursor":[1,1]}'));
    await until("ben sees ann", () => ben.presence.length === 1);
    expect(ann.presence).toEqual([]);
    // Ben speaks in Ann's name, before and after claiming an id of his own.
    await ben.send(show(ann.doc.clientID, '{"cursor":[9,9]}'));
    await ben.send(show(ben.doc.clientID, '{"cursor":[2,2]}'));
    await ben.send(show(ann.doc.clientID, "null"));
    await until("ann sees ben", () => ann.presence.length === 1);
    await sleep(120);
    expect([ann.presence.length, ben.presence.length]).toEqual([1, 1]);
    expect(new TextDecoder().decode(ann.presence[0])).toContain('"cursor":[2,2],"person":{"id":"user-ben"');
    expect(await rooms.store.bindClientId(mapId, ann.doc.clientID, "user-ann")).toBe("bound");
  });
});

describe("keeping house", () => {
  it("[SYNC46] compacts a long log in the background, proven to be the same map, while people edit", async () => {
    const rooms = world({ limits: { compactRows: 20 } });
    const mapId = await rooms.newMap();
    const ann = await RoomPeer.join(rooms, mapId, "ann");
    for (let index = 0; index < 60; index++) {
      ann.set("title", `Title ${index}`);
      await until("saved", () => ann.saved === index + 2);
    }
    await until("rows became a snapshot", () => ann.seat.room.log.tailRows < 25);
    const stored = await rooms.store.load(mapId);
    expect(stored?.snapshot.seq).toBeGreaterThan(19);
    expect((await RoomPeer.join(rooms, mapId, "ben")).get("title")).toBe("Title 59");
    expect((await rooms.liveMaps.snapshot(mapId)).snapshot.settings.title).toBe("Title 59");
  });

  it("[SYNC47] closes a room that everybody has left, after compacting it, and opens it again as it was", async () => {
    const rooms = world({ limits: { lingerMs: 10 } });
    const mapId = await rooms.newMap();
    const ann = await RoomPeer.join(rooms, mapId, "ann");
    ann.set("title", "Left behind");
    await until("saved", () => ann.saved === 2);
    ann.close();
    await until("the room is closed", () => rooms.rooms.counts.rooms === 0);
    expect((await rooms.store.load(mapId))?.tail).toEqual([]);
    expect((await RoomPeer.join(rooms, mapId, "ben")).get("title")).toBe("Left behind");
  });

  it("[SYNC48] leaves the rows alone when a compaction cannot be proven, and says so", async () => {
    const store = gatedStore();
    const rooms = world({ store, limits: { lingerMs: 10 } });
    const mapId = await rooms.newMap();
    const doc = new Y.Doc();
    doc.getMap("map").set("a", 1);
    const before = Y.encodeStateVector(doc);
    doc.getMap("map").set("b", 2);
    // A row that builds on one that was never stored.
    const bytes = Y.encodeStateAsUpdate(doc, before);
    await store.append([{ mapId, epoch: 1, seq: 1, ts: 0, userId: "user-ann", bytes }]);
    const lease = await rooms.rooms.lease(mapId);
    lease?.release();
    await until("it was tried", () => rooms.errors.length > 0);
    expect(rooms.errors[0]).toContain("could not be compacted");
    expect((await store.load(mapId))?.tail).toHaveLength(1);
  });

  it("[SYNC53] closes a map that was removed for good while it lingered, and calls nothing a failure", async () => {
    const { docStore: store, mapStore } = memoryStores();
    for (const when of ["before it is compacted", "while it is compacted"]) {
      let swapping = (): void => undefined;
      const rooms = world({
        store: {
          create: store.create.bind(store),
          load: store.load.bind(store),
          append: store.append.bind(store),
          bindClientId: store.bindClientId.bind(store),
          async swapSnapshot(...swap) {
            if (when === "while it is compacted") await purge();
            swapping();
            return store.swapSnapshot(...swap);
          },
        },
        limits: { lingerMs: 10 },
      });
      const mapId = await rooms.newMap();
      const purge = async () => {
        await mapStore.markDeleted(mapId, Date.now());
        expect(await mapStore.purge(mapId), when).toBe(true);
      };
      const swapped = new Promise<void>((resolve) => {
        swapping = resolve;
      });
      const ann = await RoomPeer.join(rooms, mapId, "ann");
      ann.set("title", "Soon gone");
      await until("saved", () => ann.saved === 2);
      if (when === "before it is compacted") await purge();
      ann.close();
      await swapped;
      await until("the room is closed", () => rooms.rooms.counts.rooms === 0);
      expect(rooms.errors, when).toEqual([]);
    }
  });

  it("[SYNC49] commits everything that was taken before it stops", async () => {
    const store = gatedStore();
    const rooms = world({ store });
    const mapId = await rooms.newMap();
    const ann = await RoomPeer.join(rooms, mapId, "ann");
    store.gate = "shut";
    ann.set("title", "First");
    await until("on its way", () => store.held.length === 1);
    ann.set("title", "Second");
    const stopped = rooms.rooms.stop();
    store.gate = "open";
    store.held[0]?.();
    await stopped;
    expect(ann.saved).toBe(3);
    expect((await rooms.liveMaps.snapshot(mapId)).snapshot.settings.title).toBe("Second");
  });
});
