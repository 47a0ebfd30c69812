// What every MapStore must show: the list, roles by link, revocation, expiry, deletion and purge.
import type { MapId } from "@trellis/shared/schema/ids";
import { beforeEach, describe, expect, it } from "vitest";
import { aMap, aRow, aSnapshot, type DocStoreUnderTest } from "./docStore.contract.ts";
import type { DocStore } from "./docStore.ts";
import type { MapStore, NewGuestLink } from "./mapStore.ts";

const A = "AAA" as MapId;
const B = "AAAB" as MapId;

const aLink = (id: string, change: Partial<NewGuestLink> = {}): NewGuestLink => ({
  id,
  mapId: A,
  role: "viewer",
  secretHash: `hash of ${id}`,
  createdAt: 100,
  createdBy: "owner",
  expiresAt: null,
  ...change,
});

/** @param open makes an empty store; each test gets its own */
export function mapStoreContract(open: () => Promise<DocStoreUnderTest>): void {
  describe("MapStore contract", () => {
    let maps: MapStore;
    let docs: DocStore;

    beforeEach(async () => {
      const store = await open();
      maps = store.mapStore;
      docs = store.docStore;
      await store.docStore.create(aMap(A, { title: "One", createdAt: 10 }), aSnapshot(0));
      await store.docStore.create(aMap(B, { title: "Two", createdAt: 20, place: "Camden" }), aSnapshot(0));
      return () => store.close();
    });

    it("[MS1] nobody has a role on an unknown map, nor without a link", async () => {
      expect(await maps.roleOf("nowhere" as MapId, "ana", 0)).toBeNull();
      expect(await maps.roleOf(A, "ana", 0)).toBeNull();
      expect(await maps.listFor("ana", 0)).toEqual([]);
      expect(await maps.find("nowhere" as MapId)).toBeNull();
    });

    it("[MS1] a link that does not exist gives nothing", async () => {
      expect(await maps.grantByLink("none", "ana", 0)).toBe("gone");
      expect(await maps.findGuestLink("hash of none")).toBeNull();
      expect(await maps.revokeGuestLink(A, "none", 5)).toBeNull();
    });

    it("[MS2] an expired link gives nothing, and the roles it gave end at that moment", async () => {
      await maps.addGuestLink(aLink("l1", { expiresAt: 1_000 }));
      expect(await maps.grantByLink("l1", "ana", 999)).toBe("granted");
      expect(await maps.roleOf(A, "ana", 999)).toBe("viewer");
      expect(await maps.roleOf(A, "ana", 1_000)).toBeNull();
      expect(await maps.listFor("ana", 1_000)).toEqual([]);
      expect(await maps.grantByLink("l1", "ben", 1_000)).toBe("gone");
    });

    it("[MS3] a revoked link gives nothing, takes back what it gave, and names its guests", async () => {
      await maps.addGuestLink(aLink("l1"));
      await maps.grantByLink("l1", "ben", 200);
      await maps.grantByLink("l1", "ana", 200);
      expect(await maps.revokeGuestLink(B, "l1", 250)).toBeNull();
      expect(await maps.roleOf(A, "ana", 260)).toBe("viewer");
      expect(await maps.revokeGuestLink(A, "l1", 300)).toEqual(["ana", "ben"]);
      expect(await maps.roleOf(A, "ana", 301)).toBeNull();
      expect(await maps.grantByLink("l1", "eve", 302)).toBe("gone");
      expect(await maps.revokeGuestLink(A, "l1", 400)).toEqual(["ana", "ben"]);
      expect(await maps.findGuestLink("hash of l1")).toMatchObject({ revokedAt: 300, guests: 2 });
    });

    it("[MS3] revoking while others come in leaves nobody in", async () => {
      await maps.addGuestLink(aLink("l1"));
      const people = Array.from({ length: 20 }, (_, index) => `guest ${index}`);
      const work = people.map((person, index) =>
        index === 10
          ? maps.revokeGuestLink(A, "l1", 300).then(() => maps.grantByLink("l1", person, 299))
          : maps.grantByLink("l1", person, 299),
      );
      await Promise.all(work);
      for (const person of people) expect(await maps.roleOf(A, person, 301)).toBeNull();
    });

    it("[MS4] of several roles the strongest counts; when its link goes the weaker stays", async () => {
      await maps.addGuestLink(aLink("view"));
      await maps.addGuestLink(aLink("edit", { role: "editor" }));
      await maps.grantByLink("edit", "ana", 200);
      await maps.grantByLink("view", "ana", 201);
      await maps.grantByLink("view", "ana", 202);
      expect(await maps.roleOf(A, "ana", 300)).toBe("editor");
      expect((await maps.listFor("ana", 300)).map((item) => [item.map.id, item.role])).toEqual([
        [A, "editor"],
      ]);
      await maps.revokeGuestLink(A, "edit", 400);
      expect(await maps.roleOf(A, "ana", 401)).toBe("viewer");
      expect((await maps.listGuestLinks(A)).map((link) => [link.id, link.guests])).toEqual([
        ["edit", 1],
        ["view", 1],
      ]);
    });

    it("[MS5] a role on one map is none on another", async () => {
      await maps.addGuestLink(aLink("l1", { mapId: B, role: "editor" }));
      await maps.grantByLink("l1", "ana", 200);
      expect(await maps.roleOf(A, "ana", 201)).toBeNull();
      expect(await maps.roleOf(B, "ana", 201)).toBe("editor");
      expect((await maps.listFor("ana", 201)).map((item) => item.map.id)).toEqual([B]);
      expect(await maps.listGuestLinks(A)).toEqual([]);
    });

    it("[MS6] lists newest change first, deleted maps apart", async () => {
      expect((await maps.list("inUse")).map((map) => map.id)).toEqual([B, A]);
      expect(await maps.markDeleted(B, 50)).toBe(true);
      expect((await maps.list("inUse")).map((map) => map.id)).toEqual([A]);
      expect(await maps.list("deleted")).toMatchObject([{ id: B, place: "Camden", deletedAt: 50 }]);
    });

    it("[MS7] a deleted map gives nobody a role until it is brought back", async () => {
      await maps.addGuestLink(aLink("l1"));
      await maps.grantByLink("l1", "ana", 200);
      expect(await maps.markDeleted(A, 300)).toBe(true);
      expect(await maps.markDeleted(A, 301)).toBe(false);
      expect(await maps.roleOf(A, "ana", 302)).toBeNull();
      expect(await maps.listFor("ana", 302)).toEqual([]);
      expect(await maps.find(A)).toMatchObject({ deletedAt: 300 });
      expect(await maps.restore(A)).toBe(true);
      expect(await maps.restore(A)).toBe(false);
      expect(await maps.restore("nowhere" as MapId)).toBe(false);
      expect(await maps.roleOf(A, "ana", 303)).toBe("viewer");
    });

    it("[MS9] a deleted map can be purged at once, with its links; one in use cannot", async () => {
      await maps.addGuestLink(aLink("l1"));
      expect(await maps.purge(A)).toBe(false);
      await maps.markDeleted(A, 100);
      expect(await maps.purge(A)).toBe(true);
      expect(await maps.purge(A)).toBe(false);
      expect(await maps.find(A)).toBeNull();
      expect(await docs.load(A)).toBeNull();
      expect(await maps.findGuestLink("hash of l1")).toBeNull();
      expect(await maps.find(B)).not.toBeNull();
    });

    it("[MS10] a map's row names its last change and who made it", async () => {
      expect(await maps.find(A)).toMatchObject({ seq: 0, epoch: 1, updatedBy: null });
      await docs.append([aRow(A, 1, { userId: "ana" }), aRow(A, 2, { userId: "ben" })]);
      expect(await maps.find(A)).toMatchObject({ seq: 2, epoch: 1, updatedBy: "ben" });
      expect(await docs.swapSnapshot(A, 1, aSnapshot(2))).toBe("swapped");
      const [first] = await maps.list("inUse");
      expect(first).toMatchObject({ id: A, seq: 2, updatedBy: "ben" });
    });

    it("[MS8] purges only maps deleted before the limit, with their links", async () => {
      await maps.addGuestLink(aLink("l1"));
      await maps.markDeleted(A, 100);
      await maps.markDeleted(B, 200);
      expect(await maps.purgeDeletedBefore(100)).toEqual([]);
      expect(await maps.purgeDeletedBefore(200)).toEqual([A]);
      expect(await maps.find(A)).toBeNull();
      expect(await maps.restore(A)).toBe(false);
      expect(await maps.findGuestLink("hash of l1")).toBeNull();
      expect(await maps.find(B)).not.toBeNull();
    });
  });
}
