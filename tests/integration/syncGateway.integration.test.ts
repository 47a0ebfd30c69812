import { memoryStores } from "@trellis/server/src/adapters/memory/memoryStores.ts";
import {
  DOCUMENT_VERSION,
  decodeJson,
  encodeJson,
  goAwaySchema,
  MESSAGE,
  SYNC,
  welcomeSchema,
} from "@trellis/shared/protocol/messages";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import {
  byToken,
  endingOf,
  type SyncServer,
  startSyncServer,
  stockClient,
  until,
} from "../support/syncServer.ts";

const servers: SyncServer[] = [];
const sockets: WebSocket[] = [];
let port = 4631;

async function start(options: Parameters<typeof startSyncServer>[1] = {}): Promise<SyncServer> {
  const server = await startSyncServer(port, options);
  port = port === 4639 ? 4631 : port + 1;
  servers.push(server);
  return server;
}

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  for (const server of servers.splice(0)) await server.stop();
});

const hello = (clientId: number): Uint8Array => encodeJson("hello", { version: DOCUMENT_VERSION, clientId });
const step1 = (): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, SYNC.step1);
    encoding.writeVarUint8Array(encoder, Y.encodeStateVector(new Y.Doc()));
  });

/** A socket that says hello, and everything it hears by message type. */
function ownClient(server: SyncServer, mapId: string, name: string, clientId = 1) {
  const socket = new WebSocket(`${server.url}/${mapId}`, { headers: byToken(name) });
  sockets.push(socket);
  const heard: { type: number; decoder: decoding.Decoder }[] = [];
  let closedWith: number | null = null;
  socket.binaryType = "arraybuffer";
  socket.on("open", () => {
    socket.send(hello(clientId));
    socket.send(step1());
  });
  socket.on("message", (bytes) => {
    const decoder = decoding.createDecoder(new Uint8Array(bytes as ArrayBuffer));
    heard.push({ type: decoding.readVarUint(decoder), decoder });
  });
  socket.on("close", (code) => {
    closedWith = code;
  });
  const first = (type: number) => heard.find((message) => message.type === type);
  return {
    socket,
    heard,
    get closedWith() {
      return closedWith;
    },
    has: (type: number) => first(type) !== undefined,
    take: (type: number) => first(type)?.decoder as decoding.Decoder,
  };
}

describe("the gateway", () => {
  it("[SYNC12] keeps frames that come before access is known, in order, and handles them then", async () => {
    const { docStore } = memoryStores();
    const { promise: opened, resolve: open } = Promise.withResolvers<void>();
    const slow = {
      create: docStore.create.bind(docStore),
      append: docStore.append.bind(docStore),
      swapSnapshot: docStore.swapSnapshot.bind(docStore),
      bindClientId: docStore.bindClientId.bind(docStore),
      load: async (mapId: Parameters<typeof docStore.load>[0]) => {
        await opened;
        return docStore.load(mapId);
      },
    };
    const server = await start({ store: slow });
    const mapId = await server.newMap();
    server.grant("ann", mapId, "editor");
    const ann = ownClient(server, mapId, "ann");
    await until("the frames are there", () => server.sync.stats().sockets === 1);
    expect(ann.heard).toEqual([]);
    open();
    await until("she is welcome and has the map", () => ann.has(MESSAGE.welcome) && ann.has(MESSAGE.batch));
    expect(decodeJson(ann.take(MESSAGE.welcome), welcomeSchema)).toEqual({
      version: DOCUMENT_VERSION,
      epoch: 1,
      seq: 0,
      role: "editor",
      canEdit: true,
      person: { id: "user-ann", name: "ann", organisation: "Example Council" },
    });
    expect(ann.heard.map(({ type }) => type)).toEqual([
      MESSAGE.welcome,
      MESSAGE.sync,
      MESSAGE.batch,
      MESSAGE.sync,
    ]);
  });

  it("[SYNC13] holds no more sockets of one person, and no more on one map, than it may", async () => {
    const server = await start({ limits: { socketsPerPerson: 2, socketsPerMap: 3 } });
    const mapId = await server.newMap();
    for (const name of ["ann", "ben", "cat"]) server.grant(name, mapId, "editor");
    const open = [ownClient(server, mapId, "ann", 1), ownClient(server, mapId, "ann", 2)];
    await until("both are in", () => open.every((client) => client.has(MESSAGE.batch)));
    const address = `${server.url}/${mapId}`;
    expect(await endingOf(address, byToken("ann"))).toEqual({ kind: "closed", code: 4530 });
    const ben = ownClient(server, mapId, "ben", 3);
    await until("ben is in", () => ben.has(MESSAGE.batch));
    expect(await endingOf(address, byToken("cat"))).toEqual({ kind: "closed", code: 4530 });
    open[0]?.socket.close();
    await until("one has left", () => server.sync.stats().sockets === 2);
    const cat = ownClient(server, mapId, "cat", 4);
    await until("there is room again", () => cat.has(MESSAGE.batch));
  });

  it("[SYNC14] asks for login and role again from time to time: 4401, 4403, or read-only from then on", async () => {
    const server = await start({ limits: { watchMs: 50, accessCheckMs: 0 } });
    const mapId = await server.newMap();
    for (const name of ["ann", "ben", "cat"]) server.grant(name, mapId, "editor");
    const ann = ownClient(server, mapId, "ann", 1);
    const ben = ownClient(server, mapId, "ben", 2);
    const cat = stockClient(server, mapId, byToken("cat"));
    await until("all are in", () => ann.has(MESSAGE.batch) && ben.has(MESSAGE.batch) && cat.provider.synced);
    server.signOut("ann");
    server.grant("ben", mapId, null);
    server.grant("cat", mapId, "viewer");
    await until("both are closed", () => ann.closedWith === 4401 && ben.closedWith === 4403);
    cat.doc.getMap("map").set("title", "Not any more");
    cat.doc.getMap("map").set("place", "Nor this");
    await until("cat is still there", () => cat.provider.wsconnected);
    await server.sync.liveMaps.edit(mapId, OWNER, (draft) => draft.setSetting("currency", "GBP"));
    await until("cat still reads", () => cat.doc.getMap("map").get("currency") === "GBP");
    expect((await server.sync.liveMaps.snapshot(mapId)).snapshot.settings).toEqual({
      title: "A map",
      currency: "GBP",
    });
    cat.close();
  });

  it("[SYNC15] is heard by both kinds of client when nothing happens, and lets go of who is silent", async () => {
    const server = await start({ limits: { watchMs: 50, pingMs: 1_000, deadMs: 3_000 } });
    const mapId = await server.newMap();
    server.grant("ann", mapId, "editor");
    server.grant("ben", mapId, "editor");
    const ann = ownClient(server, mapId, "ann", 1);
    const ben = stockClient(server, mapId, byToken("ben"));
    await until("both are in", () => ann.has(MESSAGE.batch) && ben.provider.synced);
    const last = ben.provider.wsLastMessageReceived;
    await until("ann hears the heartbeat", () => ann.has(MESSAGE.heartbeat));
    await until("ben hears something", () => ben.provider.wsLastMessageReceived > last);
    // A socket that answers no ping any more, as after the loss of a network.
    ann.socket.pause();
    await until("ann is let go", () => server.sync.liveMaps.peopleOn(mapId).length === 1, 10_000);
    expect(ben.provider.wsconnected).toBe(true);
    ben.close();
  });

  it("[SYNC16] stops with what was taken on disk, our clients told when to come back, all sockets closed 1012", async () => {
    const server = await start();
    const mapId = await server.newMap();
    server.grant("ann", mapId, "editor");
    server.grant("ben", mapId, "editor");
    const ann = ownClient(server, mapId, "ann", 1);
    const ben = stockClient(server, mapId, byToken("ben"));
    await until("both are in", () => ann.has(MESSAGE.batch) && ben.provider.synced);
    const codes: (number | undefined)[] = [];
    ben.provider.on("connection-close", (event) => codes.push(event?.code));
    await server.sync.liveMaps.edit(mapId, OWNER, (draft) => draft.setSetting("place", "The first"));
    const edits = Array.from({ length: 20 }, (_, index) =>
      server.sync.liveMaps.edit(mapId, OWNER, (draft) => draft.setSetting("place", `Place ${index}`)),
    );
    await new Promise((turn) => setImmediate(turn));
    await server.sync.stop();
    await Promise.all(edits);
    await until("both are closed", () => ann.closedWith === 1012 && codes.includes(1012));
    const { retryAfterMs } = decodeJson(ann.take(MESSAGE.goAway), goAwaySchema);
    expect(retryAfterMs).toBeGreaterThanOrEqual(500);
    expect(retryAfterMs).toBeLessThanOrEqual(5_000);
    const stored = await server.store.load(mapId);
    expect(stored?.tail.length).toBeGreaterThan(0);
    expect((await server.sync.liveMaps.snapshot(mapId)).snapshot.settings.place).toBe("Place 19");
    expect(await endingOf(`${server.url}/${mapId}`, byToken("ann"))).toEqual({ kind: "http", status: 503 });
    ben.close();
  });
});

const OWNER = { kind: "owner", userId: "user-owner", name: "owner", organisation: "" } as const;
