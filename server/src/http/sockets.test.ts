import { once } from "node:events";
import { createConnection } from "node:net";
import { DOCUMENT_VERSION, encodeJson, MESSAGE } from "@trellis/shared/protocol/messages";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type Client, type HttpServer, startHttpServer } from "../../../tests/support/httpServer.ts";

let server: HttpServer;
let owner: Client;
let mapId: string;
beforeEach(async () => {
  server = await startHttpServer();
  owner = await server.owner();
  mapId = (await owner.post("/api/maps", { title: "Net zero" })).body.id;
});
afterEach(() => server.stop());

const connect = (cookie: string, more: Record<string, string> = {}): WebSocket =>
  new WebSocket(`${server.url.replace("http", "ws")}/sync/${mapId}`, {
    headers: { ...(cookie === "" ? {} : { cookie }), origin: server.url, ...more },
  });
const closeCode = async (socket: WebSocket): Promise<number> => {
  const [code] = await once(socket, "close");
  return code;
};
const refusal = async (socket: WebSocket): Promise<number> => {
  const [, response] = await once(socket, "unexpected-response");
  return response.statusCode;
};
/** Kinds of messages a socket hears from now on. */
const heardBy = (socket: WebSocket): number[] => {
  const kinds: number[] = [];
  socket.on("message", (message: Buffer) => void kinds.push(message[0] ?? -1));
  return kinds;
};
/** An empty client's sync step 1: what a stock client says first. */
const STEP_1 = Uint8Array.of(0, 0, 1, 0);
/** Connected and answered: access was given. */
const admitted = async (socket: WebSocket): Promise<WebSocket> => {
  await once(socket, "open");
  socket.send(STEP_1);
  await once(socket, "message");
  return socket;
};
const people = async (): Promise<number> => (await owner.get(`/api/maps/${mapId}`)).body.online.length;

describe("sockets and the same access", () => {
  it("[HK1] no login, no role, an unknown map and a foreign origin are turned away", async () => {
    expect(await closeCode(connect(""))).toBe(4401);
    const other = (await owner.post("/api/maps", { title: "Other" })).body.id;
    const link = (await owner.post(`/api/maps/${other}/guest-links`, { role: "editor" })).body;
    const stranger = await server.guest(link.url);
    expect(await closeCode(connect(stranger.cookie))).toBe(4404);
    expect(await refusal(connect(owner.cookie, { origin: "https://evil.example" }))).toBe(403);
    await owner.delete(`/api/maps/${mapId}`);
    expect(await closeCode(connect(owner.cookie))).toBe(4404);
  });

  it("[HK1] who is refused is hung up on, although it never hangs up itself", async () => {
    const line = createConnection({ port: server.port, host: "127.0.0.1", allowHalfOpen: true });
    line.write(
      `GET /sync/${mapId} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nOrigin: https://evil.example\r\n\r\n`,
    );
    const parts: Buffer[] = [];
    for await (const part of line) parts.push(part as Buffer);
    expect(Buffer.concat(parts).toString()).toMatch(
      /^HTTP\/1\.1 403 .*Pages of this origin may not connect/s,
    );
    // Bytes sent to the half that Node would have kept open are answered with a reset.
    const cut = once(line, "error");
    line.on("error", () => clearInterval(sending));
    const sending = setInterval(() => line.write("still here"), 20);
    expect((await cut)[0]).toMatchObject({ code: expect.stringMatching(/^(EPIPE|ECONNRESET)$/) });
  });

  it("[HK2] ending a link shuts its guests out at once, and nobody else", async () => {
    const ended = (await owner.post(`/api/maps/${mapId}/guest-links`, { role: "editor" })).body;
    const kept = (await owner.post(`/api/maps/${mapId}/guest-links`, { role: "viewer" })).body;
    const leaving = await admitted(connect((await server.guest(ended.url, "Ana")).cookie));
    const staying = await admitted(connect((await server.guest(kept.url, "Ben")).cookie));
    expect(await people()).toBe(2);
    const closed = closeCode(leaving);
    expect((await owner.delete(`/api/maps/${mapId}/guest-links/${ended.id}`)).status).toBe(204);
    expect(await closed).toBe(4403);
    expect(staying.readyState).toBe(WebSocket.OPEN);
    expect(await people()).toBe(1);
    staying.terminate();
  });

  it("[HK2] whoever keeps a weaker role by another link is asked to come back", async () => {
    const edit = (await owner.post(`/api/maps/${mapId}/guest-links`, { role: "editor" })).body;
    const view = (await owner.post(`/api/maps/${mapId}/guest-links`, { role: "viewer" })).body;
    const guest = await server.guest(edit.url);
    await guest.post("/api/guest-links/redeem", {
      secret: view.url.split("#")[1],
      name: "Ana",
      organisation: "",
    });
    const socket = await admitted(connect(guest.cookie));
    const closed = closeCode(socket);
    await owner.delete(`/api/maps/${mapId}/guest-links/${edit.id}`);
    expect(await closed).toBe(1012);
    const again = await admitted(connect(guest.cookie));
    again.terminate();
  });

  it("[HK3] deleting a map closes it for everybody", async () => {
    const sockets = [await admitted(connect(owner.cookie)), await admitted(connect(owner.cookie))];
    const closed = Promise.all(sockets.map(closeCode));
    await owner.delete(`/api/maps/${mapId}`);
    expect(await closed).toEqual([4410, 4410]);
  });

  it("[HK4] stopping the server lets sockets come back and ends in order", async () => {
    const socket = await admitted(connect(owner.cookie));
    const closed = closeCode(socket);
    await server.stop();
    expect(await closed).toBe(1012);
    await expect(fetch(`${server.url}/health`)).rejects.toThrow();
    server = await startHttpServer();
  });

  it("[SYNC56] our clients hear that cards were confirmed, a stock one does not", async () => {
    const document = { title: "M", cards: [{ id: "c", type: "project", title: "P" }], links: [] };
    mapId = (await owner.post("/api/maps", { title: "M", document })).body.id;
    const ours = connect(owner.cookie);
    await once(ours, "open");
    ours.send(encodeJson("hello", { version: DOCUMENT_VERSION, clientId: 7 }));
    ours.send(STEP_1);
    const [ofOurs, stock] = [heardBy(ours), await admitted(connect(owner.cookie))];
    const ofStock = heardBy(stock);
    expect((await owner.post(`/api/maps/${mapId}/confirm`, { cards: ["c"] })).status).toBe(204);
    await expect.poll(() => ofOurs).toContain(MESSAGE.confirmed);
    expect(ofStock).not.toContain(MESSAGE.confirmed);
  });
});
