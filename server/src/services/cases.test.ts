import { editField } from "@trellis/shared/ops/cards";
import { IMPORT_LIMITS } from "@trellis/shared/protocol/api";
import { type CardId, type MapId, newMapId } from "@trellis/shared/schema/ids";
import { decodeMapFile } from "@trellis/shared/schema/mapFile";
import { afterEach, describe, expect, it } from "vitest";
import { actorNamed, type RoomWorldOfTest, roomWorld } from "../../../tests/support/roomPeer.ts";
import { memoryStores } from "../adapters/memory/memoryStores.ts";
import type { Actor } from "../ports/actor.ts";
import { CorruptLogError } from "../ports/storeErrors.ts";
import { type CaseLimits, GatheredCases, listCases } from "./cases.ts";

const OWNER: Actor = { ...actorNamed("owner"), kind: "owner" };
const AMPLE: CaseLimits = { maps: 200, cases: 2_000, bytes: 1_000_000 };
const place = (id: string, region: string) => ({
  id,
  type: "evidence",
  title: `Case ${id}`,
  caseProfile: { region },
});

const worlds: RoomWorldOfTest[] = [];
afterEach(async () => {
  for (const made of worlds.splice(0)) await made.stop();
});

/** Maps in a store that counts what is read of it and can hold one damaged map. */
function world(limits: CaseLimits = AMPLE) {
  const stores = memoryStores();
  const { docStore, mapStore } = stores;
  const loads: MapId[] = [];
  const damaged = new Set<MapId>();
  const meanwhile: { onLoad: () => Promise<void> } = { onLoad: async () => undefined };
  const store: typeof docStore = {
    create: docStore.create.bind(docStore),
    append: docStore.append.bind(docStore),
    swapSnapshot: docStore.swapSnapshot.bind(docStore),
    bindClientId: docStore.bindClientId.bind(docStore),
    async load(mapId) {
      loads.push(mapId);
      await meanwhile.onLoad();
      if (damaged.has(mapId)) throw new CorruptLogError(mapId, null);
      return docStore.load(mapId);
    },
  };
  const rooms = roomWorld({ store });
  worlds.push(rooms);
  const unreadable: string[] = [];
  const gatheredCases = new GatheredCases(rooms.liveMaps, (mapId) => void unreadable.push(mapId), limits);
  const ports = { mapStore, gatheredCases, now: Date.now };
  return {
    rooms,
    loads,
    damaged,
    meanwhile,
    unreadable,
    ports,
    async newMap(title: string, cards: readonly object[]): Promise<MapId> {
      const mapId = newMapId();
      const { file, ...refused } = decodeMapFile({ title, cards, links: [] }, IMPORT_LIMITS);
      if (!file) throw new Error(JSON.stringify(refused));
      await rooms.liveMaps.create(mapId, file, OWNER);
      return mapId;
    },
    list: (actor: Actor = OWNER, except: MapId | null = null) => listCases(ports, actor, except),
  };
}

const idsOf = ({ maps }: Awaited<ReturnType<typeof listCases>>) =>
  maps.flatMap(({ cases }) => cases.map(({ card }) => card)).sort();

describe("cases of all maps", () => {
  it("[HE2] a map is read once, and again only after it changed; nobody's map is opened for it", async () => {
    const made = world();
    const one = await made.newMap("One", [place("a", "North")]);
    const two = await made.newMap("Two", [place("b", "South")]);
    expect(idsOf(await made.list())).toEqual(["a", "b"]);
    made.loads.length = 0;
    const answers = await Promise.all([made.list(), made.list(), made.list()]);
    expect(answers.map(idsOf)).toEqual(Array.from({ length: 3 }, () => ["a", "b"]));
    expect(made.loads).toEqual([]);
    expect(made.rooms.rooms.counts).toMatchObject({ rooms: 0, loadedDocuments: 0 });
    await made.rooms.liveMaps.edit(two, OWNER, (draft) =>
      editField(draft, { card: "b" as CardId, field: "lesson", value: "Start small" }),
    );
    made.loads.length = 0;
    const changed = await made.list();
    expect(changed.maps.find(({ id }) => id === two)?.cases[0]?.lesson).toBe("Start small");
    expect(made.loads).toEqual([two]);
    expect((await made.list(OWNER, one)).maps.map(({ id }) => id)).toEqual([two]);
  });

  it("[HE3] limits of maps, cases and bytes cut the answer off, and it says so", async () => {
    const cards = [place("a", "North"), place("b", "South"), place("c", "East")];
    const fill = async (limits: CaseLimits) => {
      const made = world(limits);
      for (const title of ["One", "Two", "Three"]) await made.newMap(title, cards);
      const { maps, looked, cutOff } = await made.list();
      return { given: maps.map((map) => map.cases.length), looked, cutOff };
    };
    expect(await fill(AMPLE)).toEqual({ given: [3, 3, 3], looked: 3, cutOff: 0 });
    expect(await fill({ ...AMPLE, maps: 2 })).toEqual({ given: [3, 3], looked: 2, cutOff: 1 });
    expect(await fill({ ...AMPLE, cases: 4 })).toEqual({ given: [3, 1], looked: 2, cutOff: 2 });
    // A case is about 290 bytes: two fit into 700, and nothing is said of the third.
    expect(await fill({ ...AMPLE, bytes: 700 })).toEqual({ given: [2], looked: 1, cutOff: 3 });
  });

  it("[HE3] one large map gives what one map may give, whole cases, and says that it was cut", async () => {
    const made = world();
    const long = "x".repeat(18_000);
    await made.newMap(
      "Large",
      Array.from({ length: 40 }, (_, index) => ({
        ...place(`c${index}`, "North"),
        lesson: long,
      })),
    );
    const { maps, looked, cutOff } = await made.list();
    expect({ looked, cutOff }).toEqual({ looked: 1, cutOff: 1 });
    expect(maps[0]?.cases.length).toBeGreaterThan(10);
    expect(maps[0]?.cases.length).toBeLessThan(16);
    expect(maps[0]?.cases.every(({ lesson }) => lesson === long)).toBe(true);
  });

  it("[HE3] a map that cannot be read is counted and told to the log, and hides no other", async () => {
    const made = world();
    const broken = await made.newMap("Broken", [place("a", "North")]);
    await made.newMap("Sound", [place("b", "South")]);
    made.damaged.add(broken);
    const answer = await made.list();
    expect(idsOf(answer)).toEqual(["b"]);
    expect(answer).toMatchObject({ looked: 1, unread: 1, cutOff: 0 });
    expect(made.unreadable).toEqual([broken]);
    made.damaged.clear();
    expect(await made.list()).toMatchObject({ looked: 2, unread: 0 });
  });

  it("[HE1] whoever loses a map while cases are gathered does not get them", async () => {
    const made = world();
    const mapId = await made.newMap("Shared for a while", [place("a", "North")]);
    const { mapStore } = made.ports;
    const link = { id: "link", mapId, role: "viewer", secretHash: "hash", createdAt: 0, createdBy: "owner" };
    await mapStore.addGuestLink({ ...link, role: "viewer", expiresAt: null });
    await mapStore.grantByLink("link", "user-guest", Date.now());
    const guest = actorNamed("guest");
    expect(idsOf(await made.list(guest))).toEqual(["a"]);
    await made.rooms.liveMaps.edit(mapId, OWNER, (draft) =>
      editField(draft, { card: "a" as CardId, field: "lesson", value: "Start small" }),
    );
    made.loads.length = 0;
    made.meanwhile.onLoad = async () => {
      await mapStore.revokeGuestLink(mapId, "link", Date.now());
    };
    const answer = await made.list(guest);
    expect(made.loads).toEqual([mapId]);
    expect(answer).toMatchObject({ maps: [], looked: 1 });
  });
});
