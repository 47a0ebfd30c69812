import { removeCard } from "@trellis/shared/ops/cards";
import type { CardId } from "@trellis/shared/schema/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, type HttpServer, startHttpServer } from "../../../tests/support/httpServer.ts";
import { MapSocket } from "../../../tests/support/mapSocket.ts";

let server: HttpServer;
let owner: Client;
beforeAll(async () => {
  server = await startHttpServer();
  owner = await server.owner();
});
afterAll(() => server.stop());

const card = (id: string) => ({ id, type: "project", title: `Project ${id}` });
const made = async (): Promise<string> =>
  (
    await owner.post("/api/maps", {
      title: "A map",
      document: { title: "A map", cards: [card("a"), card("b")], links: [] },
    })
  ).body.id;
const guestOn = async (mapId: string, role: "viewer" | "editor", name: string): Promise<Client> =>
  server.guest((await owner.post(`/api/maps/${mapId}/guest-links`, { role })).body.url, name);
const confirm = (client: Client, mapId: string, ...cards: unknown[]) =>
  client.post(`/api/maps/${mapId}/confirm`, { cards });

describe("who last touched a card", () => {
  it("[HR1] of a new map nothing is known but since when; what is confirmed is told by name, never by id", async () => {
    const before = server.now();
    const mapId = await made();
    const fresh = (await owner.get(`/api/maps/${mapId}/touches`)).body;
    expect(fresh).toMatchObject({ people: [], cards: [], removed: [] });
    expect(Date.parse(fresh.recordedFrom)).toBeGreaterThanOrEqual(before);

    const editor = await guestOn(mapId, "editor", "Housing team");
    expect((await confirm(editor, mapId, "a")).status).toBe(204);
    expect((await confirm(owner, mapId, "b")).status).toBe(204);
    const told = await editor.get(`/api/maps/${mapId}/touches`);
    const { people, cards } = told.body;
    const by = (id: string) => people[cards.find((one: { card: string }) => one.card === id).confirmed.by];
    expect(by("a")).toEqual({ name: "Housing team", isYou: true });
    expect(by("b")).toMatchObject({ isYou: false });
    expect(cards[0]).toMatchObject({ added: null, edited: null });
    const { id } = (await editor.get("/api/me")).body;
    expect(JSON.stringify(told.body)).not.toContain(id);

    const viewer = await guestOn(mapId, "viewer", "A councillor");
    expect((await viewer.get(`/api/maps/${mapId}/touches`)).body.cards).toHaveLength(2);
  });

  it("[HR1] of a removed card only who removed it is named", async () => {
    const mapId = await made();
    const editor = await guestOn(mapId, "editor", "Housing team");
    await confirm(editor, mapId, "a");
    const peer = await MapSocket.open({ url: server.url, login: { cookie: owner.cookie } }, mapId);
    peer.edit((draft) => removeCard(draft, { card: "a" as CardId, children: "remove" }));
    await peer.whenSaved();
    peer.close();
    const { people, removed } = (await owner.get(`/api/maps/${mapId}/touches`)).body;
    expect(removed).toMatchObject([{ card: "a", by: 0 }]);
    expect(people).toEqual([expect.objectContaining({ isYou: true })]);
  });

  it("[HR1] to whoever may not open the map it looks unknown", async () => {
    const [mapId, other] = [await made(), await made()];
    const guest = await guestOn(other, "editor", "Somebody");
    for (const id of [mapId, "no-such-map", "x".repeat(300)]) {
      expect((await guest.get(`/api/maps/${id}/touches`)).status).toBe(404);
      expect((await confirm(guest, id, "a")).body.code).toBe("unknown_map");
    }
    expect((await server.browser().get(`/api/maps/${mapId}/touches`)).status).toBe(401);
    await owner.delete(`/api/maps/${mapId}`);
    expect((await owner.get(`/api/maps/${mapId}/touches`)).status).toBe(404);
  });

  it("[HR2] only who may edit confirms, and only cards that are on the map", async () => {
    const mapId = await made();
    const viewer = await guestOn(mapId, "viewer", "A councillor");
    expect((await confirm(viewer, mapId, "a")).body.code).toBe("not_allowed");
    const gone = await confirm(owner, mapId, "a", "gone");
    expect([gone.status, gone.body.code]).toEqual([404, "unknown_card"]);
    const wrong: unknown[][] = [[], [5], ["no id/"], Array.from({ length: 501 }, (_, at) => `c${at}`)];
    for (const cards of wrong) {
      const answer = await confirm(owner, mapId, ...cards);
      expect([answer.status, answer.body.code]).toEqual([400, "invalid_input"]);
    }
    expect((await owner.get(`/api/maps/${mapId}/touches`)).body.cards).toEqual([]);
  });

  it("[HR3] asked again with what it named, it tells what came since", async () => {
    const mapId = await made();
    await confirm(owner, mapId, "a");
    server.advance(5 * 60_000);
    const { next } = (await owner.get(`/api/maps/${mapId}/touches`)).body;
    const again = () => owner.get(`/api/maps/${mapId}/touches?after=${encodeURIComponent(next)}`);
    expect((await again()).body.cards).toEqual([]);
    await confirm(owner, mapId, "b");
    expect((await again()).body.cards).toMatchObject([{ card: "b" }]);
    const wrong = await owner.get(`/api/maps/${mapId}/touches?after=yesterday`);
    expect([wrong.status, wrong.body.code]).toEqual([400, "invalid_input"]);
  });
});
