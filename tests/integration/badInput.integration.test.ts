/*
 * Bad input, one after another against one running server: each gets a clear answer, and after each the server and the
 * other rooms go on. Broken frames come from a login of their own, since a login that sends them has to wait.
 */
import { connect } from "node:net";
import { addCard, editField } from "@trellis/shared/ops/cards";
import { IMPORT_LIMITS } from "@trellis/shared/protocol/api";
import { LIMITS, MESSAGE, SYNC } from "@trellis/shared/protocol/messages";
import type { CardId } from "@trellis/shared/schema/ids";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { MapSocket, syncFrame, until } from "../support/mapSocket.ts";
import { comeIn, loginOf, Person, secretOf, signIn } from "../support/person.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let owner: Person;
let mapId: string;
let editorLink: string;
let elsewhere: { id: string; writer: MapSocket; reader: MapSocket };
let usedSignInLink: string;
let probes = 0;

beforeAll(async () => {
  server = await startServer();
  usedSignInLink = server.signInLink;
  owner = await signIn(server.url, server.signInLink);
  mapId = await owner.createMap({ title: "A map under attack" });
  editorLink = (await owner.createGuestLink(mapId, "editor")).url;
  const id = await owner.createMap({ title: "Another map" });
  const link = (await owner.createGuestLink(id, "editor")).url;
  elsewhere = {
    id,
    writer: await MapSocket.open(await comeIn(server.url, link, "Writer"), id),
    reader: await MapSocket.open(await comeIn(server.url, link, "Reader"), id),
  };
});

afterAll(() => server.dispose());

/** The server answers, and people in another room still edit together and are told that it is saved. */
afterEach(async () => {
  probes += 1;
  const { writer, reader } = elsewhere;
  const card = writer.edit((draft) => addCard(draft, { type: "note", fields: { title: `After ${probes}` } }));
  await writer.whenSaved();
  await until(() => reader.map.hasCard(card), "the edit at the other person");
  expect((await new Person(server.url).get("/health")).status).toBe(200);
  expect(writer.ending).toBeNull();
});

/** Somebody new who may edit the attacked map. */
const newEditor = (): Promise<Person> => comeIn(server.url, editorLink);

async function refusal(answer: Promise<{ status: number; body: Record<string, unknown> }>) {
  const { status, body } = await answer;
  expect(body.message).toMatch(/^[A-Z]\S* .{10,}/);
  return [status, body.code];
}

describe("links that do not work", () => {
  it("answers an unknown map like one that is not shared with this person", async () => {
    const stranger = await comeIn(
      server.url,
      (await owner.createGuestLink(elsewhere.id, "viewer")).url,
      "Stranger",
    );
    const unknown = await stranger.get("/api/maps/0000000000000000000000000");
    const notShared = await stranger.get(`/api/maps/${mapId}`);
    expect([unknown.status, unknown.body.code]).toEqual([404, "unknown_map"]);
    expect(notShared.body).toEqual(unknown.body);
    const endings = await Promise.all(
      ["0000000000000000000000000", mapId, "%00"].map((id) => MapSocket.connect(stranger, id).whenClosed()),
    );
    expect(endings.map(({ code }) => code)).toEqual([4404, 4404, 4404]);
    expect(new Set(endings.map(({ reason }) => reason)).size).toBe(1);
  });

  it("closes a socket without a login with 4401", async () => {
    const nobody = new Person(server.url);
    expect((await MapSocket.connect(nobody, mapId).whenClosed()).code).toBe(4401);
    expect(await refusal(nobody.get(`/api/maps/${mapId}/snapshot`))).toEqual([401, "login_needed"]);
  });

  it("refuses a sign-in link that was used, and one that nobody made", async () => {
    const nobody = new Person(server.url);
    const secret = secretOf(usedSignInLink);
    expect(await refusal(nobody.post("/api/sign-in", { secret }))).toEqual([410, "link_used"]);
    const madeUp = "A".repeat(secret.length);
    expect(await refusal(nobody.post("/api/sign-in", { secret: madeUp }))).toEqual([404, "unknown_link"]);
  });

  it("ends a guest's socket with 4403 when the link is revoked, and takes nothing from it any more", async () => {
    const link = await owner.createGuestLink(mapId, "editor");
    const guest = await comeIn(server.url, link.url);
    const socket = await MapSocket.open(guest, mapId);
    expect((await owner.delete(`/api/maps/${mapId}/guest-links/${link.id}`)).status).toBe(204);
    expect((await socket.whenClosed()).code).toBe(4403);
    expect((await MapSocket.connect(guest, mapId).whenClosed()).code).toBe(4404);
    expect(await refusal(guest.get(`/api/maps/${mapId}/snapshot`))).toEqual([404, "unknown_map"]);
    const again = { secret: secretOf(link.url), name: "Guest", organisation: "" };
    expect(await refusal(new Person(server.url).post("/api/guest-links/redeem", again))).toEqual([
      410,
      "link_revoked",
    ]);
  });

  it("refuses a guest link after its time", async () => {
    const expiresAt = new Date(Date.now() + 300).toISOString();
    const link = await owner.createGuestLink(mapId, "viewer", expiresAt);
    await new Promise((resolve) => setTimeout(resolve, 350));
    const body = { secret: secretOf(link.url), name: "Late", organisation: "" };
    expect(await refusal(new Person(server.url).post("/api/guest-links/redeem", body))).toEqual([
      410,
      "link_expired",
    ]);
  });
});

describe("edits that are not allowed or too large", () => {
  it("refuses a viewer's edit in words, on the socket and over HTTP, and nobody sees it", async () => {
    const link = (await owner.createGuestLink(mapId, "viewer")).url;
    const viewer = await comeIn(server.url, link, "Viewer");
    const socket = await MapSocket.open(viewer, mapId);
    const witness = await MapSocket.open(await newEditor(), mapId);
    expect(socket.welcome?.canEdit).toBe(false);
    const card = socket.edit((draft) => addCard(draft, { type: "note", fields: { title: "Not mine" } }));
    await until(() => socket.refused.length > 0, "the refusal");
    expect(socket.refused[0]).toMatchObject({ frame: 1, code: "read_only" });
    expect(await refusal(viewer.patch(`/api/maps/${mapId}`, { title: "Mine now" }))).toEqual([
      403,
      "not_allowed",
    ]);
    expect(socket.ending).toBeNull();
    // What is saved after it is seen; the refused edit is not.
    const seen = witness.edit((draft) => addCard(draft, { type: "note" }));
    await witness.whenSaved();
    await until(() => socket.map.hasCard(seen), "the other's edit at the viewer");
    expect(witness.map.hasCard(card)).toBe(false);
    const snapshot = await owner.get(`/api/maps/${mapId}/snapshot`);
    expect(snapshot.text).toContain(seen);
    expect(snapshot.text).not.toContain("Not mine");
  });

  it("refuses a change above the size of a frame and keeps the connection", async () => {
    const socket = await MapSocket.open(await newEditor(), mapId);
    const card = socket.edit((draft) => addCard(draft, { type: "note" }));
    await socket.whenSaved();
    const before = Y.encodeStateVector(socket.doc);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(socket.doc));
    copy.getMap<Y.Map<unknown>>("cards").get(card)?.set("note", "x".repeat(LIMITS.frameBytes));
    const frame = socket.sendWrite(SYNC.update, Y.encodeStateAsUpdate(copy, before));
    await until(() => socket.refused.length > 0, "the refusal");
    expect(socket.refused[0]).toMatchObject({ frame, code: "too_large" });
    socket.edit((draft) => editField(draft, { card, field: "title", value: "Still here" }));
    await socket.whenSaved();
  });

  it.each([SYNC.update, SYNC.step2])(
    "ends a socket that sends a text field of 5 MB (step %i) with 1009",
    async (step) => {
      const socket = await MapSocket.open(await newEditor(), mapId);
      const huge = new Y.Doc();
      huge.getMap("map").set("description", "x".repeat(5 * 1024 * 1024));
      socket.sendWrite(step, Y.encodeStateAsUpdate(huge));
      expect((await socket.whenClosed()).code).toBe(1009);
    },
  );

  it("refuses a text field of 5 MB in a posted document and names the field", async () => {
    const cards = [{ id: "one", type: "project", title: "x", summary: "x".repeat(5 * 1024 * 1024) }];
    const answer = await owner.post("/api/maps", { document: { title: "Too long", cards, links: [] } });
    expect([answer.status, answer.body.code]).toEqual([400, "invalid_document"]);
    expect(answer.body.message).toContain("cards[0].summary");
  });

  it("refuses a document of 10,001 cards with 413, and takes one of 10,000", async () => {
    const document = (count: number) => ({
      title: "Many",
      cards: Array.from({ length: count }, (_, at) => ({ id: `c${at}`, type: "note", title: `${at}` })),
      links: [],
    });
    const tooMany = owner.post("/api/maps", { document: document(IMPORT_LIMITS.cards + 1) });
    expect(await refusal(tooMany)).toEqual([413, "too_large"]);
    const id = await owner.createMap({ document: document(IMPORT_LIMITS.cards) });
    expect((await owner.delete(`/api/maps/${id}`)).status).toBe(204);
  });

  it("refuses a request above 10 MB without reading it to its end", async () => {
    const answer = owner.post("/api/maps", { document: "x".repeat(IMPORT_LIMITS.bytes + 1) });
    expect(await refusal(answer)).toEqual([413, "too_large"]);
  });
});

describe("what is not of this protocol", () => {
  it.each([
    ["POST", "/api/maps", '{"title": "half'],
    ["POST", "/api/sign-in", "secret=abc"],
    ["POST", "/api/guest-links/redeem", "[1, 2"],
  ])("answers %s %s with malformed JSON by a sentence and 400", async (method, path, body) => {
    expect(await refusal(owner.request(method, path, body))).toEqual([400, "malformed_json"]);
  });

  it("names the field when JSON is of another shape", async () => {
    const answer = await owner.post("/api/maps", { title: 7 });
    expect([answer.status, answer.body.code]).toEqual([400, "invalid_input"]);
    expect(answer.body.message).toContain("title");
  });

  it("asks for JSON when something else is sent", async () => {
    const answer = owner.request("POST", "/api/maps", "title=A", {
      "content-type": "application/x-www-form-urlencoded",
    });
    expect(await refusal(answer)).toEqual([415, "not_json"]);
  });

  const bytes = (...values: number[]) => new Uint8Array(values);
  const update = (change: (doc: Y.Doc) => void): Uint8Array => {
    const doc = new Y.Doc();
    change(doc);
    return syncFrame(SYNC.update, Y.encodeStateAsUpdate(doc));
  };
  const BROKEN: [string, Uint8Array][] = [
    ["nothing at all", bytes()],
    ["an unknown message", bytes(77, 1, 2, 3)],
    ["an unknown sync step", bytes(MESSAGE.sync, 9, 1, 0)],
    ["a length beyond the end", bytes(MESSAGE.sync, SYNC.update, 200, 1, 1)],
    ["an endless number", bytes(...Array.from({ length: 40 }, () => 0xff))],
    ["bytes left over", bytes(MESSAGE.sync, SYNC.update, 2, 0, 0, 7, 7)],
    ["an update of noise", syncFrame(SYNC.update, bytes(9, 8, 7, 6, 5, 4, 3, 2, 1))],
    ["an update that claims 2^25 structs", syncFrame(SYNC.update, bytes(1, 128, 128, 128, 16, 1, 0))],
    ["hello that is no JSON", bytes(MESSAGE.hello, 3, 123, 123, 123)],
    ["presence of noise", bytes(MESSAGE.awareness, 3, 1, 255, 255)],
    ["a root of its own", update((doc) => doc.getMap("secrets").set("a", 1))],
    ["list items where keys belong", update((doc) => doc.getArray("cards").insert(0, [1]))],
    ["a key that reaches a prototype", update((doc) => doc.getMap("map").set("__proto__", { a: 1 }))],
  ];

  it.each(BROKEN)("ends a socket that sends %s with 1008", async (_what, frame) => {
    const socket = await MapSocket.open(await newEditor(), mapId);
    const witness = await MapSocket.open(await newEditor(), mapId);
    socket.send(frame);
    expect((await socket.whenClosed()).code).toBe(1008);
    // The room it was in goes on too.
    witness.edit((draft) => addCard(draft, { type: "note" }));
    await witness.whenSaved();
    witness.close();
  });

  it("ends a socket that sends text with 1008", async () => {
    const socket = await MapSocket.open(await newEditor(), mapId);
    socket.sendText("hello?");
    expect((await socket.whenClosed()).code).toBe(1008);
  });

  it("refuses an edit that builds on something the server never got, and says so", async () => {
    const socket = await MapSocket.open(await newEditor(), mapId);
    const doc = new Y.Doc();
    doc.getMap("map").set("title", "First");
    const withoutFirst = Y.encodeStateVector(doc);
    doc.getMap("map").set("title", "Second");
    const frame = socket.sendWrite(SYNC.update, Y.encodeStateAsUpdate(doc, withoutFirst));
    await until(() => socket.refused.length > 0, "the refusal");
    expect(socket.refused[0]).toMatchObject({ frame, code: "gap" });
    expect(socket.ending).toBeNull();
  });

  it("makes a login that sent broken frames wait, and nobody else", async () => {
    const offender = await newEditor();
    const socket = await MapSocket.open(offender, mapId);
    socket.send(bytes(77));
    await socket.whenClosed();
    const again = await MapSocket.connect(offender, mapId).whenClosed();
    expect(again.code).toBe(1008);
    expect(again.reason).toMatch(/Wait \d+ s/);
    (await MapSocket.open(await newEditor(), mapId)).close();
  });

  it("closes a socket that sends far more frames than a person can with 4529", async () => {
    const socket = await MapSocket.open(await newEditor(), mapId);
    const empty = syncFrame(SYNC.update, bytes(0, 0));
    for (let nth = 0; nth < LIMITS.frameBurst + LIMITS.framesPerSecond; nth++) socket.send(empty);
    expect((await socket.whenClosed()).code).toBe(4529);
  });

  it("survives bytes that are no WebSocket at all", async () => {
    const guest = await newEditor();
    const { port } = new URL(server.url);
    const raw = connect(Number(port), "127.0.0.1");
    const lines = [
      `GET /sync/${mapId} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
      `Origin: ${server.url}`,
      `Cookie: ${guest.login.cookie}`,
    ];
    raw.write(`${lines.join("\r\n")}\r\n\r\n`);
    let closed = false;
    raw.on("data", () => raw.write(Buffer.from("\x00\xff\xff this was never a frame", "latin1")));
    raw.on("error", () => raw.destroy());
    raw.on("close", () => {
      closed = true;
    });
    await until(() => closed, "the end of the raw connection");
  });
});

describe("pages of another site", () => {
  const foreign = "https://elsewhere.example";

  it("may not change anything with somebody's cookie", async () => {
    const answer = owner.request("POST", "/api/maps", '{"title":"Theirs"}', { origin: foreign });
    expect(await refusal(answer)).toEqual([403, "foreign_origin"]);
    const titles = (await owner.get("/api/maps")).text;
    expect(titles).not.toContain("Theirs");
  });

  it("may not sign anybody in", async () => {
    const nobody = new Person(server.url);
    const body = JSON.stringify({ secret: secretOf(await server.freshSignInLink()) });
    const answer = await nobody.request("POST", "/api/sign-in", body, { origin: foreign });
    expect([answer.status, answer.body.code]).toEqual([403, "foreign_origin"]);
    expect(loginOf(answer)).toEqual({});
  });

  it("may not open a socket: HTTP 403 before any upgrade", async () => {
    const refused = MapSocket.connect(owner, mapId, { headers: { origin: foreign } });
    expect((await refused.whenClosed()).status).toBe(403);
    const withoutOrigin = new Person(server.url, owner.login);
    const silent = MapSocket.connect(withoutOrigin, mapId, { headers: { origin: "null" } });
    expect((await silent.whenClosed()).status).toBe(403);
  });
});

it("kept every card of the other room", async () => {
  const snapshot = await owner.get(`/api/maps/${elsewhere.id}/snapshot`);
  const { cards } = snapshot.body as { cards: { id: CardId }[] };
  expect(cards.length).toBe(probes);
});
