// What every TouchStore must show, together with the DocStore that writes its rows.
import { type CardId, type MapId, newMapId } from "@trellis/shared/schema/ids";
import { beforeEach, describe, expect, it } from "vitest";
import { aMap, aRow, aSnapshot, type DocStoreUnderTest } from "./docStore.contract.ts";
import type { CommittedTouch } from "./docStore.ts";
import { REMOVED_KEPT, type TouchRecord, type TouchStore } from "./touchStore.ts";

type StoresUnderTest = DocStoreUnderTest & { readonly touchStore: TouchStore };

const card = (id: string) => id as CardId;
const touch = (kind: "added" | "edited", id: string, by: string): CommittedTouch => ({
  kind,
  card: card(id),
  by,
});
const removal = (id: string, by: string, title = "Bus lanes"): CommittedTouch => ({
  kind: "removed",
  card: card(id),
  by,
  title,
  type: "project",
});

/** @param open makes empty stores; each test gets its own */
export function touchStoreContract(open: () => Promise<StoresUnderTest>): void {
  describe("TouchStore contract", () => {
    let stores: StoresUnderTest;
    let mapId: MapId;
    let seq: number;

    beforeEach(async () => {
      stores = await open();
      mapId = newMapId();
      seq = 0;
      await stores.docStore.create(aMap(mapId, { createdAt: 500 }), aSnapshot(0));
      return () => stores.close();
    });

    const commit = (ts: number, ...touches: CommittedTouch[]) =>
      stores.docStore.append([aRow(mapId, ++seq, { ts, touches })]);
    const rows = async (after = 0): Promise<Record<string, Omit<TouchRecord, "card">>> => {
      const read = await stores.touchStore.read(mapId, after);
      return Object.fromEntries((read?.touches ?? []).map(({ card: id, ...row }) => [id, row]));
    };

    it("[MT1] a card nobody has touched has no row; a map says since when it remembers", async () => {
      expect(await stores.touchStore.read(mapId, 0)).toEqual({ recordedFrom: 500, touches: [] });
      expect(await stores.touchStore.read(newMapId(), 0)).toBeNull();
    });

    it("[MT2] a commit remembers who added, edited and removed what, the last word of each", async () => {
      await commit(1_000, touch("added", "a", "ana"), touch("edited", "b", "ana"));
      await commit(2_000, touch("edited", "a", "ben"), touch("edited", "b", "cem"), removal("b", "ben"));
      expect(await rows()).toEqual({
        a: {
          added: { at: 1_000, by: "ana" },
          edited: { at: 2_000, by: "ben" },
          confirmed: null,
          removed: null,
        },
        b: {
          added: null,
          edited: { at: 2_000, by: "cem" },
          confirmed: null,
          removed: { at: 2_000, by: "ben", title: "Bus lanes", type: "project" },
        },
      });
    });

    it("[MT2] a card that comes back is no longer removed and keeps when it was first added", async () => {
      await commit(1_000, touch("added", "a", "ana"));
      await commit(2_000, removal("a", "ben"), removal("old", "ben"));
      await commit(3_000, touch("added", "a", "ben"), touch("added", "old", "ben"));
      const { a, old } = await rows();
      expect(a).toMatchObject({ added: { at: 1_000, by: "ana" }, edited: { at: 3_000 }, removed: null });
      expect(old).toMatchObject({ added: null, edited: { at: 3_000, by: "ben" }, removed: null });
      await commit(4_000, removal("a", "ben"));
      await commit(5_000, touch("edited", "a", "cem"));
      expect((await rows()).a).toMatchObject({
        added: { at: 1_000 },
        edited: { at: 5_000, by: "cem" },
        removed: null,
      });
    });

    it("[MT3] what is not stored is not remembered", async () => {
      await commit(1_000, touch("edited", "a", "ana"));
      const refused = stores.docStore.append([
        aRow(mapId, 9, { ts: 2_000, touches: [touch("edited", "b", "ben")] }),
      ]);
      await expect(refused).rejects.toMatchObject({ code: "stale_append" });
      expect(Object.keys(await rows())).toEqual(["a"]);
    });

    it("[MT4] merging the log takes nothing away; purging a map takes all, and of no other", async () => {
      const other = newMapId();
      await stores.docStore.create(aMap(other), aSnapshot(0));
      await stores.docStore.append([aRow(other, 1, { touches: [touch("edited", "a", "ana")] })]);
      await commit(1_000, touch("edited", "a", "ana"));
      expect(await stores.docStore.swapSnapshot(mapId, 1, aSnapshot(1))).toBe("swapped");
      expect(Object.keys(await rows())).toEqual(["a"]);
      await stores.mapStore.markDeleted(mapId, 2_000);
      await stores.mapStore.purge(mapId);
      expect(await stores.touchStore.read(mapId, 0)).toBeNull();
      expect((await stores.touchStore.read(other, 0))?.touches).toHaveLength(1);
      await stores.docStore.create(aMap(mapId), aSnapshot(0));
      expect(await rows()).toEqual({});
    });

    it("[MT5] confirming is remembered beside editing, and leaves what was edited as it was", async () => {
      await commit(1_000, touch("edited", "a", "ana"));
      await stores.touchStore.confirm(mapId, [card("a"), card("new")], { at: 2_000, by: "ben" });
      await stores.touchStore.confirm(mapId, [card("a")], { at: 3_000, by: "cem" });
      expect(await rows()).toEqual({
        a: {
          added: null,
          edited: { at: 1_000, by: "ana" },
          confirmed: { at: 3_000, by: "cem" },
          removed: null,
        },
        new: { added: null, edited: null, confirmed: { at: 2_000, by: "ben" }, removed: null },
      });
    });

    it("[MT6] asked for what came after a moment, it answers that alone", async () => {
      await commit(1_000, touch("edited", "a", "ana"), touch("edited", "b", "ana"), removal("c", "ana"));
      await commit(2_000, touch("edited", "b", "ana"), removal("d", "ana"));
      await stores.touchStore.confirm(mapId, [card("e")], { at: 2_500, by: "ben" });
      expect(Object.keys(await rows(1_000)).sort()).toEqual(["b", "d", "e"]);
      expect(Object.keys(await rows(3_000))).toEqual([]);
    });

    it("[MT7] removed cards are forgotten after a time, and kept in a bounded number", async () => {
      const many = Array.from({ length: REMOVED_KEPT + 5 }, (_, index) => removal(`r${index}`, "ana"));
      await commit(1_000, touch("edited", "there", "ana"), removal("old", "ana"));
      await commit(2_000, ...many);
      expect(Object.keys(await rows())).toHaveLength(REMOVED_KEPT + 1);
      await stores.touchStore.forgetRemoved(1_500);
      const left = await rows();
      expect(left.there?.edited).toEqual({ at: 1_000, by: "ana" });
      expect(left.old).toBeUndefined();
      expect(Object.keys(left)).toHaveLength(REMOVED_KEPT + 1);
      await stores.touchStore.forgetRemoved(3_000);
      expect(Object.keys(await rows())).toEqual(["there"]);
    });
  });
}
