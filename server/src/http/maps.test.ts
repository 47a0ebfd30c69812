import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, type HttpServer, startHttpServer } from "../../../tests/support/httpServer.ts";

const DAY_MS = 24 * 60 * 60_000;

let server: HttpServer;
let owner: Client;
beforeAll(async () => {
  server = await startHttpServer();
  owner = await server.owner();
});
afterAll(() => server.stop());

const made = async (input: object): Promise<string> => (await owner.post("/api/maps", input)).body.id;

describe("making maps", () => {
  it("[HM1] refuses what cannot become a map, each by its code, and makes nothing", async () => {
    const before = (await owner.get("/api/maps")).body.length;
    const card = { id: "c1", type: "project", title: "A project" };
    const refusals: [input: unknown, status: number, code: string][] = [
      [{}, 400, "invalid_input"],
      [{ title: "" }, 400, "invalid_input"],
      [{ title: "x".repeat(121) }, 400, "invalid_input"],
      [{ title: 5 }, 400, "invalid_input"],
      [{ templateId: "no-such-map" }, 404, "unknown_template"],
      [{ templateId: "blank-mission", document: {} }, 400, "invalid_input"],
      [{ document: null }, 400, "invalid_document"],
      [{ document: "text" }, 400, "invalid_document"],
      [{ document: { cards: [card, card], links: [] }, title: "T" }, 400, "invalid_document"],
      [{ document: { cards: [{ ...card, type: "spaceship" }] }, title: "T" }, 400, "invalid_document"],
      [
        { document: { cards: [{ ...card, summary: "x".repeat(5_000_000) }] }, title: "T" },
        400,
        "invalid_document",
      ],
      [{ document: { cards: [card], links: [] } }, 400, "invalid_document"],
      [{ document: { schemaVersion: { toString: 1 }, cards: [card] } }, 400, "invalid_document"],
      [{ document: { title: "\ud800", cards: [card] } }, 400, "invalid_document"],
    ];
    for (const [input, status, code] of refusals) {
      const answer = await owner.post("/api/maps", input);
      expect([answer.status, answer.body.code, answer.body.message.length > 10]).toEqual([
        status,
        code,
        true,
      ]);
    }
    expect((await owner.get("/api/maps")).body).toHaveLength(before);
  });

  it("[HM1] a document of 10,001 cards is refused with a sentence that names the limit", async () => {
    const cards = Array.from({ length: 10_001 }, (_, index) => ({
      id: `c${index}`,
      type: "project",
      title: "P",
    }));
    const answer = await owner.post("/api/maps", { title: "Large", document: { cards, links: [] } });
    expect([answer.status, answer.body.code]).toEqual([413, "too_large"]);
    expect(answer.body.message).toContain("10000");
  });

  it("[HM2] bodies have limits: 10 MB for a map file, 256 kB elsewhere; broken JSON is told so", async () => {
    const huge = await owner.post("/api/maps", { title: "x".repeat(11 * 1024 * 1024) });
    expect([huge.status, huge.body.code]).toEqual([413, "too_large"]);
    const mapId = await made({ title: "One" });
    const long = await owner.patch(`/api/maps/${mapId}`, { title: "x".repeat(300 * 1024) });
    expect([long.status, long.body.code]).toEqual([413, "too_large"]);
    for (const text of ["{", "not json", '{"title":', "[1,2"]) {
      const broken = await owner.post("/api/maps", text);
      expect([broken.status, broken.body.code]).toEqual([400, "malformed_json"]);
    }
    const stranger = await server.browser().post("/api/maps", { title: "x".repeat(11 * 1024 * 1024) });
    expect(stranger.status).toBe(401);
  });

  it("[HM3] every shipped template becomes a map and comes back whole", async () => {
    const templates = (await owner.get("/api/templates")).body;
    expect(templates.map((one: { id: string }) => one.id)).toContain("greater-manchester-2038");
    for (const { id, title, cards } of templates) {
      const mapId = await made({ templateId: id });
      expect((await owner.get(`/api/maps/${mapId}`)).body).toMatchObject({
        title,
        role: "owner",
        online: [],
      });
      const file = (await owner.get(`/api/maps/${mapId}/snapshot`)).body;
      expect(file.cards).toHaveLength(cards);
      const copy = await made({ document: file, title: "A copy" });
      const again = (await owner.get(`/api/maps/${copy}/snapshot`)).body;
      expect({ ...again, title }).toEqual({ ...file, title });
    }
  });
});

describe("maps", () => {
  it("[HM4] an unknown map, a deleted one and nonsense for an id look alike", async () => {
    const mapId = await made({ title: "Soon gone" });
    await owner.delete(`/api/maps/${mapId}`);
    for (const id of ["0123456789abcdefghijklmno", mapId, "%20", "__proto__", "a".repeat(500)]) {
      for (const path of [`/api/maps/${id}`, `/api/maps/${id}/snapshot`, `/api/maps/${id}/export/svg`]) {
        const answer = await owner.get(path);
        expect([answer.status, answer.body.code]).toEqual([404, "unknown_map"]);
      }
      expect((await owner.patch(`/api/maps/${id}`, { title: "T" })).status).toBe(404);
      expect((await owner.delete(`/api/maps/${id}`)).status).toBe(404);
    }
    expect((await owner.get("/api/maps/%E0%A4%A")).status).toBe(400);
  });

  it("[HM5] renaming changes the document and the list in one", async () => {
    const mapId = await made({ title: "Old" });
    const renamed = await owner.patch(`/api/maps/${mapId}`, { title: "  New  " });
    expect(renamed.body).toMatchObject({ id: mapId, title: "New" });
    expect((await owner.get(`/api/maps/${mapId}/snapshot`)).body.title).toBe("New");
    const [first] = (await owner.get("/api/maps")).body;
    expect(first).toMatchObject({ id: mapId, title: "New" });
    expect(Date.parse(first.updatedAt)).toBeGreaterThanOrEqual(Date.parse(first.createdAt));
  });

  it("[HM6] a deleted map leaves the list, comes back whole within 30 days, and is gone after them", async () => {
    const mapId = await made({ templateId: "blank-mission" });
    const before = (await owner.get(`/api/maps/${mapId}/snapshot`)).body;
    expect((await owner.delete(`/api/maps/${mapId}`)).status).toBe(204);
    const ids = (list: { id: string }[]) => list.map((map) => map.id);
    expect(ids((await owner.get("/api/maps")).body)).not.toContain(mapId);
    expect(ids((await owner.get("/api/maps?deleted=1")).body)).toContain(mapId);
    server.advance(29 * DAY_MS);
    expect((await owner.post(`/api/maps/${mapId}/restore`)).body).toMatchObject({
      id: mapId,
      deletedAt: null,
    });
    expect((await owner.get(`/api/maps/${mapId}/snapshot`)).body).toEqual(before);
    expect((await owner.post(`/api/maps/${mapId}/restore`)).status).toBe(404);
  });

  it("[HM7] exports carry the title as a file name, in any script, and go out compressed", async () => {
    const mapId = await made({ templateId: "greater-manchester-2038", title: 'Größer "Zürich" / 2038' });
    const types = { json: "application/json", markdown: "text/markdown", svg: "image/svg+xml" };
    for (const [format, type] of Object.entries(types)) {
      const answer = await owner.get(`/api/maps/${mapId}/export/${format}`, { "accept-encoding": "br" });
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toContain(type);
      expect(answer.headers.get("content-encoding")).toBe("br");
      expect(answer.headers.get("cache-control")).toContain("no-store");
      expect(answer.headers.get("content-disposition")).toContain(
        "filename*=UTF-8''Gr%C3%B6%C3%9Fer-Z%C3%BCrich-2038.",
      );
    }
    for (const title of [`${"a".repeat(79)}\u{20000}`, "\u{20000}".repeat(60), "...", "a\r\nX-Evil: 1"]) {
      const answer = await owner.get(`/api/maps/${await made({ title })}/export/svg`);
      expect([answer.status, answer.headers.get("x-evil")]).toEqual([200, null]);
      const name = /UTF-8''(\S+)$/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "";
      expect(Buffer.byteLength(decodeURIComponent(name))).toBeLessThan(256);
    }
    const text = (await owner.get(`/api/maps/${mapId}/export/markdown`)).body;
    expect(text).toContain("not known");
    expect((await owner.get(`/api/maps/${mapId}/export/pdf`)).status).toBe(404);
  });
});
