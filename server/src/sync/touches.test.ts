import { setTimeout as sleep } from "node:timers/promises";
import { addCard, editField } from "@trellis/shared/ops/cards";
import { edit, LocalOrigin } from "@trellis/shared/ops/edit";
import { placeCards } from "@trellis/shared/ops/layout";
import { addLink } from "@trellis/shared/ops/links";
import { MapDoc, type MapDraft } from "@trellis/shared/schema/mapDoc";
import { afterEach, describe, expect, it } from "vitest";
import { actorNamed, RoomPeer, type RoomWorldOfTest, roomWorld } from "../../../tests/support/roomPeer.ts";
import { memoryStores } from "../adapters/memory/memoryStores.ts";

let rooms: RoomWorldOfTest | null = null;
afterEach(async () => {
  await rooms?.stop();
  rooms = null;
});

async function openedMap() {
  const stores = memoryStores();
  rooms = roomWorld({ store: stores.docStore });
  const mapId = await rooms.newMap();
  const touches = async () => (await stores.touchStore.read(mapId, 0))?.touches ?? [];
  return { rooms, mapId, touches };
}

async function edits<Result>(peer: RoomPeer, change: (draft: MapDraft) => Result): Promise<Result> {
  const before = peer.saved;
  const result = edit(new MapDoc(peer.doc), new LocalOrigin(), change);
  const end = Date.now() + 9_000;
  while (peer.saved === before) {
    if (Date.now() > end) throw new Error("Nothing was saved.");
    await sleep(1);
  }
  return result;
}

describe("what a room remembers of its cards", () => {
  it("[SYNC54] each card with who did it, also when several people share a commit", async () => {
    const { rooms: world, mapId, touches } = await openedMap();
    const ann = await RoomPeer.join(world, mapId, "ann");
    const ben = await RoomPeer.join(world, mapId, "ben");
    const made = (title: string) => (draft: MapDraft) =>
      addCard(draft, { type: "project", fields: { title } });
    const [lanes, homes] = await Promise.all([edits(ann, made("Bus lanes")), edits(ben, made("Homes"))]);
    const byCard = new Map((await touches()).map(({ card, added }) => [card, added?.by]));
    expect(byCard).toEqual(
      new Map([
        [lanes, "user-ann"],
        [homes, "user-ben"],
      ]),
    );
    await edits(ben, (draft) => addLink(draft, { type: "depends_on", from: lanes, to: homes }));
    expect((await touches()).map(({ edited }) => edited?.by)).toEqual(["user-ben", "user-ben"]);
  });

  it("[SYNC54] what the server changes for somebody is theirs; moving a card is no edit", async () => {
    const { rooms: world, mapId, touches } = await openedMap();
    const card = await world.liveMaps.edit(mapId, actorNamed("ann"), (draft) =>
      addCard(draft, { type: "project", fields: { title: "Bus lanes" } }),
    );
    const ben = await RoomPeer.join(world, mapId, "ben");
    await edits(ben, (draft) => placeCards(draft, { cards: [{ id: card, pos: [70, 80] }] }));
    expect((await touches()).map(({ edited }) => edited?.by)).toEqual(["user-ann"]);
    await edits(ben, (draft) => editField(draft, { card, field: "title", value: "Bus corridors" }));
    expect((await touches()).map(({ edited }) => edited?.by)).toEqual(["user-ben"]);
  });

  it("[SYNC54] what a reader or a refused edit would have touched is not remembered", async () => {
    const { rooms: world, mapId, touches } = await openedMap();
    const reader = await RoomPeer.join(world, mapId, "rea", { role: "viewer" });
    edit(new MapDoc(reader.doc), new LocalOrigin(), (draft) =>
      addCard(draft, { type: "project", fields: { title: "Never" } }),
    );
    const end = Date.now() + 9_000;
    while (reader.refused.length === 0 && Date.now() < end) await sleep(1);
    expect(reader.refused).toHaveLength(1);
    const half = world.liveMaps.edit(mapId, actorNamed("ann"), (draft) => {
      addCard(draft, { type: "project", fields: { title: "Half" } });
      throw new Error("half-way");
    });
    await expect(half).rejects.toThrow("half-way");
    expect(await touches()).toEqual([]);
    expect((await world.liveMaps.snapshot(mapId)).snapshot.cards.size).toBe(0);
  });
});
