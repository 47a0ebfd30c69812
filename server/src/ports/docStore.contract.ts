// What every DocStore must show, whatever it is built on. An adapter's test opens a fresh store and hands it in.

import type { MapId } from "@trellis/shared/schema/ids";
import { newMapId } from "@trellis/shared/schema/ids";
import { beforeEach, describe, expect, it } from "vitest";
import type { AppendRow, DocStore, NewMap, StoredDoc, StoredSnapshot } from "./docStore.ts";
import type { MapStore } from "./mapStore.ts";

export interface DocStoreUnderTest {
  readonly docStore: DocStore;
  readonly mapStore: MapStore;
  close(): Promise<void>;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export const aMap = (mapId: MapId, change: Partial<NewMap> = {}): NewMap => ({
  mapId,
  title: "A map",
  place: null,
  createdBy: "owner",
  createdAt: 1_000,
  ...change,
});
export const aSnapshot = (seq: number, text = `snapshot ${seq}`): StoredSnapshot => ({
  seq,
  bytes: bytesOf(text),
  stateVector: bytesOf(`vector ${seq}`),
});
export const aRow = (mapId: MapId, seq: number, change: Partial<AppendRow> = {}): AppendRow => ({
  mapId,
  epoch: 1,
  seq,
  ts: 1_000 + seq,
  userId: "owner",
  bytes: bytesOf(`row ${seq}`),
  ...change,
});

/** The document in words, for comparing. */
const told = (stored: StoredDoc | null) =>
  stored && {
    epoch: stored.epoch,
    snapshot: [
      stored.snapshot.seq,
      textOf(stored.snapshot.bytes),
      textOf(stored.snapshot.stateVector),
    ] as const,
    tail: stored.tail.map((row) => `${row.seq} ${textOf(row.bytes)}`),
  };

const settled = async (calls: Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(calls)).map((call) =>
    call.status === "fulfilled" ? String(call.value ?? "done") : String(call.reason?.code),
  );

/** @param open makes an empty store; each test gets its own */
export function docStoreContract(open: () => Promise<DocStoreUnderTest>): void {
  describe("DocStore contract", () => {
    let store: DocStoreUnderTest;
    let docs: DocStore;
    let mapId: MapId;

    beforeEach(async () => {
      store = await open();
      docs = store.docStore;
      mapId = newMapId();
      return () => store.close();
    });

    it("[DS1] answers null for a map that was never made", async () => {
      expect(await docs.load(mapId)).toBeNull();
    });

    it("[DS1] refuses a row for a map that was never made, and makes nothing", async () => {
      await expect(docs.append([aRow(mapId, 1)])).rejects.toMatchObject({ code: "stale_append" });
      expect(await docs.load(mapId)).toBeNull();
    });

    it("[DS2] makes a map once: the second create is refused and changes nothing", async () => {
      await docs.create(aMap(mapId, { title: "First" }), aSnapshot(0, "first"));
      await expect(
        docs.create(aMap(mapId, { title: "Second" }), aSnapshot(0, "second")),
      ).rejects.toMatchObject({ code: "map_exists" });
      expect(told(await docs.load(mapId))).toEqual({
        epoch: 1,
        snapshot: [0, "first", "vector 0"],
        tail: [],
      });
      expect((await store.mapStore.find(mapId))?.title).toBe("First");
    });

    it("[DS3] answers snapshot and rows in order, byte for byte, and keeps no hold on the caller's bytes", async () => {
      const bytes = Uint8Array.from([0, 255, 1, 128]);
      await docs.create(aMap(mapId), { seq: 0, bytes, stateVector: Uint8Array.of(0) });
      const row = aRow(mapId, 1, { bytes: Uint8Array.of(9, 0, 9) });
      await docs.append([row, aRow(mapId, 2)]);
      row.bytes[0] = 77;
      bytes[0] = 77;
      const stored = await docs.load(mapId);
      expect([...(stored?.snapshot.bytes ?? [])]).toEqual([0, 255, 1, 128]);
      expect([...(stored?.tail[0]?.bytes ?? [])]).toEqual([9, 0, 9]);
      expect(stored?.tail.map((one) => one.seq)).toEqual([1, 2]);
    });

    it("[DS3] keeps an empty row and a snapshot of several megabytes", async () => {
      const large = new Uint8Array(3_000_000).map((_, index) => (index * 2_654_435_761) >>> 13);
      await docs.create(aMap(mapId), { seq: 0, bytes: large, stateVector: Uint8Array.of() });
      await docs.append([aRow(mapId, 1, { bytes: Uint8Array.of() })]);
      const stored = await docs.load(mapId);
      expect(Buffer.compare(stored?.snapshot.bytes ?? Uint8Array.of(), large)).toBe(0);
      expect(stored?.tail[0]?.bytes.length).toBe(0);
    });

    it("[DS4] refuses a gap, a repeated number and another epoch; the rest of the call falls with it", async () => {
      await docs.create(aMap(mapId), aSnapshot(0));
      await docs.append([aRow(mapId, 1)]);
      const refused = [
        [aRow(mapId, 3)],
        [aRow(mapId, 1)],
        [aRow(mapId, 2, { epoch: 2 })],
        [aRow(mapId, 2), aRow(mapId, 4)],
      ];
      for (const rows of refused) {
        await expect(docs.append(rows)).rejects.toMatchObject({ code: "stale_append" });
      }
      expect(told(await docs.load(mapId))?.tail).toEqual(["1 row 1"]);
      await docs.append([aRow(mapId, 2)]);
      expect(told(await docs.load(mapId))?.tail).toEqual(["1 row 1", "2 row 2"]);
    });

    it("[DS5] calls made at once are committed each for itself: a refused one harms no other", async () => {
      const other = newMapId();
      await docs.create(aMap(mapId), aSnapshot(0));
      await docs.create(aMap(other), aSnapshot(0));
      const outcomes = await settled([
        docs.append([aRow(mapId, 1)]),
        docs.append([aRow(other, 1), aRow(other, 9)]),
        docs.append([aRow(mapId, 2)]),
        docs.append([aRow(other, 1)]),
        docs.append([aRow(mapId, 2)]),
      ]);
      expect(outcomes).toEqual(["done", "stale_append", "done", "done", "stale_append"]);
      expect(told(await docs.load(mapId))?.tail).toEqual(["1 row 1", "2 row 2"]);
      expect(told(await docs.load(other))?.tail).toEqual(["1 row 1"]);
    });

    it("[DS6] keeps maps apart whose ids begin alike: AAA and AAAB", async () => {
      const short = "AAA" as MapId;
      const long = "AAAB" as MapId;
      await docs.create(aMap(short), aSnapshot(0, "short"));
      await docs.create(aMap(long), aSnapshot(0, "long"));
      await docs.append([aRow(long, 1), aRow(long, 2)]);
      await docs.append([aRow(short, 1)]);
      expect(await docs.swapSnapshot(short, 1, aSnapshot(1, "short merged"))).toBe("swapped");
      expect(await docs.bindClientId(short, 7, "ana")).toBe("bound");
      expect(await docs.bindClientId(long, 7, "ben")).toBe("bound");
      await store.mapStore.markDeleted(short, 5);
      await store.mapStore.purgeDeletedBefore(6);
      expect(await docs.load(short)).toBeNull();
      expect(told(await docs.load(long))?.tail).toEqual(["1 row 1", "2 row 2"]);
    });

    it("[DS7] a swap deletes exactly the rows it merged and leaves those that came meanwhile", async () => {
      await docs.create(aMap(mapId), aSnapshot(0));
      await docs.append([aRow(mapId, 1), aRow(mapId, 2)]);
      const outcomes = await settled([
        docs.append([aRow(mapId, 3)]),
        docs.swapSnapshot(mapId, 1, aSnapshot(2, "merged")),
        docs.append([aRow(mapId, 4)]),
      ]);
      expect(outcomes).toEqual(["done", "swapped", "done"]);
      expect(told(await docs.load(mapId))).toEqual({
        epoch: 1,
        snapshot: [2, "merged", "vector 2"],
        tail: ["3 row 3", "4 row 4"],
      });
    });

    it("[DS8] a stale swap is refused and changes nothing: older, equal, other epoch, beyond the log, unknown", async () => {
      await docs.create(aMap(mapId), aSnapshot(0));
      await docs.append([aRow(mapId, 1), aRow(mapId, 2), aRow(mapId, 3)]);
      expect(await docs.swapSnapshot(mapId, 1, aSnapshot(2, "newer"))).toBe("swapped");
      const before = told(await docs.load(mapId));
      expect(await docs.swapSnapshot(mapId, 1, aSnapshot(1, "older"))).toBe("stale");
      expect(await docs.swapSnapshot(mapId, 1, aSnapshot(2, "equal"))).toBe("stale");
      expect(await docs.swapSnapshot(mapId, 2, aSnapshot(3, "other epoch"))).toBe("stale");
      expect(await docs.swapSnapshot(mapId, 1, aSnapshot(4, "beyond"))).toBe("stale");
      expect(await docs.swapSnapshot(newMapId(), 1, aSnapshot(4, "unknown"))).toBe("stale");
      expect(told(await docs.load(mapId))).toEqual(before);
    });

    it("[DS8] of two swaps at once the newer snapshot stays, in whatever order they come", async () => {
      await docs.create(aMap(mapId), aSnapshot(0));
      await docs.append([aRow(mapId, 1), aRow(mapId, 2)]);
      const swaps = [2, 1].map((seq) => docs.swapSnapshot(mapId, 1, aSnapshot(seq)));
      await Promise.all(swaps);
      expect(told(await docs.load(mapId))).toMatchObject({
        snapshot: [2, "snapshot 2", "vector 2"],
        tail: [],
      });
    });

    it("[DS9] title, place and time of change follow the rows that carry them", async () => {
      await docs.create(aMap(mapId, { title: "Old", place: "Leeds", createdAt: 500 }), aSnapshot(0));
      expect(await store.mapStore.find(mapId)).toMatchObject({ updatedAt: 500, place: "Leeds" });
      await docs.append([aRow(mapId, 1, { ts: 700 })]);
      expect(await store.mapStore.find(mapId)).toMatchObject({ title: "Old", updatedAt: 700 });
      await docs.append([aRow(mapId, 2, { ts: 800, listing: { title: "New", place: null } })]);
      expect(await store.mapStore.find(mapId)).toMatchObject({ title: "New", place: null, updatedAt: 800 });
      await settled([docs.append([aRow(mapId, 9, { listing: { title: "Never", place: null } })])]);
      expect(await store.mapStore.find(mapId)).toMatchObject({ title: "New", updatedAt: 800 });
    });

    it("[DS10] a client id belongs to one person on a map, also when two claim it at once", async () => {
      await docs.create(aMap(mapId), aSnapshot(0));
      const claims = await settled([
        docs.bindClientId(mapId, 4_294_967_295, "ana"),
        docs.bindClientId(mapId, 4_294_967_295, "ben"),
      ]);
      expect(claims.sort()).toEqual(["bound", "taken"]);
      const owner = claims[0] === "bound" ? "ana" : "ben";
      expect(await docs.bindClientId(mapId, 1, owner)).toBe("bound");
      expect(await docs.bindClientId(mapId, 1, owner)).toBe("bound");
      expect(await docs.bindClientId(mapId, 1, "eve")).toBe("taken");
    });

    it("[DS11] a map marked deleted still loads; a purged one is gone with all that belongs to it", async () => {
      await docs.create(aMap(mapId), aSnapshot(0));
      await docs.append([aRow(mapId, 1)]);
      await docs.bindClientId(mapId, 5, "ana");
      await store.mapStore.markDeleted(mapId, 2_000);
      expect(told(await docs.load(mapId))?.tail).toEqual(["1 row 1"]);
      expect(await store.mapStore.purgeDeletedBefore(2_001)).toEqual([mapId]);
      expect(await docs.load(mapId)).toBeNull();
      await docs.create(aMap(mapId), aSnapshot(0, "anew"));
      expect(told(await docs.load(mapId))).toMatchObject({ snapshot: [0, "anew", "vector 0"], tail: [] });
      expect(await docs.bindClientId(mapId, 5, "ben")).toBe("bound");
    });

    it("[DS12] finishes what was asked before close and refuses everything after it", async () => {
      await docs.create(aMap(mapId), aSnapshot(0));
      const before = docs.append([aRow(mapId, 1)]);
      const closing = store.close();
      await before;
      await closing;
      await expect(docs.append([aRow(mapId, 2)])).rejects.toMatchObject({ code: "store_closed" });
      await expect(docs.load(mapId)).rejects.toMatchObject({ code: "store_closed" });
      await store.close();
    });
  });
}
