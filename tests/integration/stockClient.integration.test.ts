import { MESSAGE, SYNC } from "@trellis/shared/protocol/messages";
import * as encoding from "lib0/encoding";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import {
  byCookie,
  byToken,
  endingOf,
  type StockClient,
  type SyncServer,
  startSyncServer,
  stockClient,
  until,
} from "../support/syncServer.ts";

let server: SyncServer;
const clients: StockClient[] = [];

/** A stock client that is closed at the end of the run. */
function connect(mapId: string, headers: Record<string, string>): StockClient {
  const client = stockClient(server, mapId, headers);
  clients.push(client);
  return client;
}

const titleOf = (client: StockClient): unknown => client.doc.getMap("map").get("title");
const synced = (client: StockClient): Promise<void> => until("synced", () => client.provider.synced);

const updateFrame = (update: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, SYNC.update);
    encoding.writeVarUint8Array(encoder, update);
  });

beforeAll(async () => {
  server = await startSyncServer(4630);
});
afterAll(async () => {
  for (const client of clients) client.close();
  await server.stop();
});

describe("who may connect", () => {
  it("[SYNC1] refuses a foreign origin, and a cookie without an origin, before the upgrade", async () => {
    const mapId = await server.newMap();
    server.grant("ann", mapId, "editor");
    const address = `${server.url}/${mapId}`;
    expect(await endingOf(address, byCookie("ann", "https://elsewhere.example"))).toEqual({
      kind: "http",
      status: 403,
    });
    expect(await endingOf(address, { cookie: "login=ann" })).toEqual({ kind: "http", status: 403 });
    expect(await endingOf(`http://127.0.0.1:4630/other/${mapId}`, byToken("ann"))).toEqual({
      kind: "http",
      status: 404,
    });
  });

  it("[SYNC2] closes with 4401 without a login and 4404 without access, and opens no map for either", async () => {
    const mapId = await server.newMap();
    const { rooms } = server.sync.stats();
    expect(await endingOf(`${server.url}/${mapId}`, {})).toEqual({ kind: "closed", code: 4401 });
    expect(await endingOf(`${server.url}/${mapId}`, byToken("ben"))).toEqual({ kind: "closed", code: 4404 });
    expect(await endingOf(`${server.url}/nosuchmap`, byToken("ben"))).toEqual({ kind: "closed", code: 4404 });
    expect(await endingOf(`${server.url}/%00`, byToken("ben"))).toEqual({ kind: "closed", code: 4404 });
    expect(server.sync.stats().rooms).toBe(rooms);
  });
});

describe("a stock y-websocket client", () => {
  it("[SYNC3] connects by cookie or token, edits, and sees what others edit", async () => {
    const mapId = await server.newMap();
    server.grant("ann", mapId, "editor");
    server.grant("ben", mapId, "editor");
    const ann = connect(mapId, byCookie("ann", server.origin));
    const ben = connect(mapId, byToken("ben"));
    await Promise.all([synced(ann), synced(ben)]);
    expect(titleOf(ann)).toBe("A map");

    ann.doc.getMap("map").set("title", "Ann was here");
    await until("ben sees ann's title", () => titleOf(ben) === "Ann was here");
    ben.doc.getMap("map").set("place", "Salford");
    await until("ann sees ben's place", () => ann.doc.getMap("map").get("place") === "Salford");

    const late = connect(mapId, byToken("ben"));
    await synced(late);
    expect([titleOf(late), late.doc.getMap("map").get("place")]).toEqual(["Ann was here", "Salford"]);
  });

  it("[SYNC4] keeps edits made while away and brings them along", async () => {
    const mapId = await server.newMap();
    server.grant("ann", mapId, "editor");
    server.grant("ben", mapId, "editor");
    const ann = connect(mapId, byToken("ann"));
    const ben = connect(mapId, byToken("ben"));
    await Promise.all([synced(ann), synced(ben)]);
    ann.provider.disconnect();
    ann.doc.getMap("map").set("title", "From the train");
    ben.doc.getMap("map").set("place", "Bury");
    await until("ben's edit is on disk", () => server.sync.stats().commits > 0);
    ann.provider.connect();
    await until("ben sees it", () => titleOf(ben) === "From the train");
    await until("ann sees his", () => ann.doc.getMap("map").get("place") === "Bury");
  });

  it("[SYNC5] sees who else is there, under the name of the login, and sees them leave", async () => {
    const mapId = await server.newMap();
    server.grant("ann", mapId, "editor");
    server.grant("ben", mapId, "viewer");
    const ann = connect(mapId, byToken("ann"));
    const ben = connect(mapId, byToken("ben"));
    ben.provider.awareness.setLocalState({
      cursor: [1, 2],
      user: { name: "Chief Executive", color: "#123456" },
    });
    const seen = () => ann.provider.awareness.getStates().get(ben.doc.clientID);
    await until("ann sees ben", () => seen() !== undefined);
    expect(seen()).toEqual({
      cursor: [1, 2],
      user: { name: "ben", color: "#123456" },
      person: { id: "user-ben", name: "ben", organisation: "Example Council" },
    });
    const late = connect(mapId, byToken("ann"));
    await until("a joiner sees ben", () => late.provider.awareness.getStates().has(ben.doc.clientID));
    ben.close();
    await until("ben is gone", () => !ann.provider.awareness.getStates().has(ben.doc.clientID));
  });

  it("[SYNC6] cannot write as a viewer, and loses its write access while connected", async () => {
    const mapId = await server.newMap();
    server.grant("ann", mapId, "editor");
    server.grant("ben", mapId, "viewer");
    const ann = connect(mapId, byToken("ann"));
    const ben = connect(mapId, byToken("ben"));
    await Promise.all([synced(ann), synced(ben)]);
    ben.doc.getMap("map").set("title", "Mine now");
    ann.doc.getMap("map").set("place", "Wigan");
    await until("ben sees ann's edit", () => ben.doc.getMap("map").get("place") === "Wigan");
    expect(titleOf(ann)).toBe("A map");
    const { snapshot } = await server.sync.liveMaps.snapshot(mapId);
    expect(snapshot.settings).toMatchObject({ title: "A map", place: "Wigan" });
  });

  it("[SYNC7] is closed for good when its access is removed or the map deleted", async () => {
    const mapId = await server.newMap();
    server.grant("ann", mapId, "editor");
    server.grant("ben", mapId, "editor");
    const ann = connect(mapId, byToken("ann"));
    const ben = connect(mapId, byToken("ben"));
    const ends: number[] = [];
    ann.provider.on("closed", ({ code }) => ends.push(code));
    ben.provider.on("closed", ({ code }) => ends.push(code));
    await Promise.all([synced(ann), synced(ben)]);
    expect(server.sync.liveMaps.peopleOn(mapId)).toHaveLength(2);
    server.grant("ben", mapId, null);
    await server.sync.liveMaps.disconnect(mapId, { userId: "user-ben" }, 4403, "Access removed.");
    await until("ben is closed", () => ends.includes(4403));
    expect(server.sync.liveMaps.peopleOn(mapId)).toHaveLength(1);
    await server.sync.liveMaps.disconnect(mapId, "all", 4410, "Map deleted.");
    await until("ann is closed", () => ends.includes(4410));
  });
});

describe("broken frames", () => {
  const nested = (depth: number): Uint8Array => {
    const doc = new Y.Doc();
    doc.transact(() => {
      let inner = doc.getMap("cards");
      for (let level = 0; level < depth; level++) {
        const next = new Y.Map<unknown>();
        inner.set("a", next);
        inner = next;
      }
    });
    return Y.encodeStateAsUpdate(doc);
  };
  const v2 = (): Uint8Array => {
    const doc = new Y.Doc();
    doc.getMap("map").set("title", "In another format");
    return Y.encodeStateAsUpdateV2(doc);
  };
  const cases: [string, () => Uint8Array][] = [
    ["random bytes", () => Uint8Array.from({ length: 200 }, (_, index) => (index * 167 + 13) % 256)],
    ["no bytes", () => new Uint8Array()],
    ["a truncated update", () => updateFrame(nested(3)).slice(0, -5)],
    ["a length beyond the frame", () => new Uint8Array([0, 2, 255, 255, 255, 127, 1])],
    ["a huge number", () => new Uint8Array([255, 255, 255, 255, 255, 255, 255, 255, 255, 127])],
    ["an update that claims 2^25 structs", () => updateFrame(new Uint8Array([1, 128, 128, 128, 16, 1, 0]))],
    ["an update of format V2", () => updateFrame(v2())],
    ["types nested 2,000 deep", () => updateFrame(nested(2_000))],
    ["an unknown message", () => new Uint8Array([77, 1])],
  ];

  it.each(cases)("[SYNC8] %s closes the sender with 1008; others and the map go on", async (what, frame) => {
    const mapId = await server.newMap();
    const sender = `rogue${what.replaceAll(/\W/g, "")}`;
    server.grant(sender, mapId, "editor");
    server.grant("ann", mapId, "editor");
    const ann = connect(mapId, byToken("ann"));
    await synced(ann);
    const ending = await endingOf(`${server.url}/${mapId}`, byToken(sender), (socket) =>
      socket.send(frame()),
    );
    expect(ending).toEqual({ kind: "closed", code: 1008 });
    ann.doc.getMap("map").set("title", "Still here");
    const late = connect(mapId, byToken("ann"));
    await until("the map goes on", () => titleOf(late) === "Still here");
    ann.close();
    late.close();
  });

  it("[SYNC9] keeps whoever sends them out for a while", async () => {
    const mapId = await server.newMap();
    server.grant("mallory", mapId, "editor");
    const address = `${server.url}/${mapId}`;
    const open = (socket: WebSocket) => socket.send(new Uint8Array([77]));
    expect(await endingOf(address, byToken("mallory"), open)).toEqual({ kind: "closed", code: 1008 });
    expect(await endingOf(address, byToken("mallory"))).toEqual({ kind: "closed", code: 1008 });
  });

  it("[SYNC10] closes a sender of too many frames with 4529", async () => {
    const mapId = await server.newMap();
    server.grant("ann", mapId, "editor");
    const ending = await endingOf(`${server.url}/${mapId}`, byToken("ann"), (socket) => {
      for (let sent = 0; sent < 300; sent++) socket.send(new Uint8Array([3]));
    });
    expect(ending).toEqual({ kind: "closed", code: 4529 });
  });

  it("[SYNC11] closes a frame beyond the largest sync with 1009", async () => {
    const mapId = await server.newMap();
    server.grant("ann", mapId, "editor");
    const ending = await endingOf(`${server.url}/${mapId}`, byToken("ann"), (socket) =>
      socket.send(new Uint8Array(4 * 1024 * 1024 + 70_000)),
    );
    expect(ending).toEqual({ kind: "closed", code: 1009 });
  });
});
