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
const saved = async (mapId: string, more: object = {}): Promise<string> => {
  const answer = await owner.post("/api/templates", { mapId, title: "Ours", keep: "everything", ...more });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
};
const guestOn = async (mapId: string, role: "viewer" | "editor"): Promise<Client> => {
  const { url } = (await owner.post(`/api/maps/${mapId}/guest-links`, { role })).body;
  return server.guest(url);
};
const listed = async (who: Client): Promise<{ id: string; title: string; origin: string }[]> =>
  (await who.get("/api/templates")).body;

describe("templates of one's own", () => {
  it("[HT1] a saved map is listed first, with its counts, and becomes a map again, whole", async () => {
    const mapId = await made({ templateId: "camden-renewal", title: "Our Camden" });
    const id = await saved(mapId, { title: "  Borough\nmission ", description: "For boroughs." });
    const [first] = await listed(owner);
    const file = (await owner.get(`/api/maps/${mapId}/snapshot`)).body;
    expect(first).toMatchObject({
      id,
      title: "Borough mission",
      description: "For boroughs.",
      place: "London Borough of Camden, England",
      origin: "own",
      cards: file.cards.length,
      links: file.links.length,
    });
    const copy = (await owner.get(`/api/maps/${await made({ templateId: id })}/snapshot`)).body;
    expect(copy).toEqual({ ...file, title: "Borough mission" });
  });

  it("[HT1] what changes in the map afterwards does not change the template", async () => {
    const mapId = await made({ templateId: "blank-mission" });
    const id = await saved(mapId);
    await owner.patch(`/api/maps/${mapId}`, { title: "Changed" });
    await owner.delete(`/api/maps/${mapId}`);
    expect((await owner.get(`/api/templates/${id}`)).body).toMatchObject({ title: "Ours", cards: 23 });
  });

  it("[HT2] only who makes maps saves, sees or changes templates; to others they look unknown", async () => {
    const mapId = await made({ templateId: "blank-mission" });
    const id = await saved(mapId);
    const guest = await guestOn(mapId, "editor");
    const input = { mapId, title: "Mine", keep: "everything" };
    for (const answer of [
      await guest.post("/api/templates", input),
      await guest.patch(`/api/templates/${id}`, { title: "Mine" }),
      await guest.delete(`/api/templates/${id}`),
      await guest.post(`/api/templates/${id}/restore`),
    ])
      expect([answer.status, answer.body.code]).toEqual([403, "not_allowed"]);
    const nobody = server.browser();
    expect((await nobody.post("/api/templates", input)).status).toBe(401);
    for (const who of [guest, nobody]) {
      expect((await listed(who)).map((one) => one.origin)).not.toContain("own");
      for (const path of [`/api/templates/${id}`, `/api/templates/${id}/picture`])
        expect((await who.get(path)).body.code).toBe("unknown_template");
      expect((await who.get("/api/templates/camden-renewal")).status).toBe(200);
    }
    expect((await owner.get(`/api/templates/${id}`)).body.title).toBe("Ours");
  });

  it("[HT3] what cannot be saved is refused by its code, and nothing is kept", async () => {
    const mapId = await made({ title: "One" });
    const before = (await listed(owner)).length;
    const good = { mapId, title: "T", keep: "everything" };
    const refusals: [object, number, string][] = [
      [{ ...good, mapId: "nowhere" }, 404, "unknown_map"],
      [{ ...good, mapId: "../x" }, 404, "unknown_map"],
      [{ ...good, title: " " }, 400, "invalid_input"],
      [{ ...good, title: "x".repeat(121) }, 400, "invalid_input"],
      [{ ...good, description: "x".repeat(2_001) }, 400, "invalid_input"],
      [{ ...good, keep: "half" }, 400, "invalid_input"],
      [{ ...good, title: "\ud800" }, 400, "invalid_input"],
      [{}, 400, "invalid_input"],
    ];
    for (const [input, status, code] of refusals) {
      const answer = await owner.post("/api/templates", input);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    for (const id of ["nothing", "%20", "camden-renewal"])
      expect((await owner.delete(`/api/templates/${id}`)).body.code).toBe("unknown_template");
    expect(await listed(owner)).toHaveLength(before);
  });

  it("[HT3] a map of more than 4 MB of text is refused with a sentence that says what to do", async () => {
    const note = "x".repeat(20_000);
    const cards = Array.from({ length: 220 }, (_, index) => ({
      id: `c${index}`,
      type: "note",
      title: "N",
      note,
    }));
    const mapId = await made({ title: "Long", document: { cards, links: [] } });
    const answer = await owner.post("/api/templates", { mapId, title: "T", keep: "everything" });
    expect([answer.status, answer.body.code]).toEqual([413, "too_large"]);
    expect(answer.body.message).toContain("Export it as a file");
  });

  it("[HT4] saved as structure, a template holds every card and no status, date, sum or figure", async () => {
    const id = await saved(await made({ templateId: "greater-manchester-2038" }), { keep: "structure" });
    const copy = (await owner.get(`/api/maps/${await made({ templateId: id })}/snapshot`)).body;
    expect(copy.cards).toHaveLength(136);
    const text = JSON.stringify(copy);
    for (const gone of ['"status"', '"cost"', '"figures"', '"actuals"', '"targets"', '"asOf"', '"amount"'])
      expect(text).not.toContain(gone);
  });

  it("[HT5] renamed, deleted and brought back for 30 days; a map made from it stays", async () => {
    const id = await saved(await made({ templateId: "blank-mission" }));
    const mapId = await made({ templateId: id });
    const renamed = await owner.patch(`/api/templates/${id}`, { title: "New", description: "Two\nlines" });
    expect(renamed.body).toMatchObject({ id, title: "New", description: "Two\nlines" });
    expect((await owner.patch(`/api/templates/${id}`, {})).body.code).toBe("invalid_input");
    expect((await owner.delete(`/api/templates/${id}`)).status).toBe(204);
    expect((await owner.delete(`/api/templates/${id}`)).status).toBe(404);
    expect((await listed(owner)).map((one) => one.id)).not.toContain(id);
    expect((await owner.post("/api/maps", { templateId: id })).body.code).toBe("unknown_template");
    server.advance(29 * DAY_MS);
    expect((await owner.post(`/api/templates/${id}/restore`)).body).toMatchObject({ id, title: "New" });
    expect((await owner.post(`/api/templates/${id}/restore`)).status).toBe(404);
    expect((await owner.get(`/api/maps/${mapId}`)).status).toBe(200);
  });

  it("[HT6] a template tells its cards by type and its sources before it is used", async () => {
    const { body } = await server.browser().get("/api/templates/greater-manchester-2038");
    expect(body.byType).toMatchObject({ mission: 1, project: 21, actor: 45 });
    expect(body.sources.length).toBe(61);
    expect(body.sources[1]).toMatchObject({ publisher: "UCL Institute for Innovation and Public Purpose" });
    expect(body.asOf).toBe("2026-01");
  });
});

describe("pictures", () => {
  const path = (id: string) => `/api/maps/${id}/picture`;

  it("[HP1] only who may open the map gets its picture", async () => {
    const mapId = await made({ templateId: "blank-mission" });
    const other = await made({ templateId: "blank-mission" });
    const guest = await guestOn(mapId, "viewer");
    expect((await guest.get(path(mapId))).status).toBe(200);
    expect((await guest.get(path(other))).body.code).toBe("unknown_map");
    expect((await server.browser().get(path(mapId))).status).toBe(401);
    await owner.delete(`/api/maps/${mapId}`);
    expect((await owner.get(path(mapId))).status).toBe(404);
    expect((await guest.get(path(mapId))).status).toBe(404);
  });

  it("[HP3] a browser that has the picture is answered 304 until the map changes, and asked for its right each time", async () => {
    const mapId = await made({ templateId: "camden-renewal", title: "Before" });
    const guest = await guestOn(mapId, "viewer");
    const first = await guest.get(path(mapId));
    const etag = first.headers.get("etag") ?? "";
    expect(first.headers.get("content-type")).toContain("image/svg+xml");
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
    expect(first.body).toContain("<title>Before</title>");
    const again = await guest.get(path(mapId), { "if-none-match": etag });
    expect([again.status, again.body, again.headers.get("etag")]).toEqual([304, "", etag]);
    expect((await guest.get(path(mapId), { "if-none-match": 'W/"other", "x"' })).status).toBe(200);

    await owner.patch(`/api/maps/${mapId}`, { title: "After" });
    const changed = await guest.get(path(mapId), { "if-none-match": etag });
    expect([changed.status, changed.body.includes("<title>After</title>")]).toEqual([200, true]);
    const [{ id: linkId }] = (await owner.get(`/api/maps/${mapId}/guest-links`)).body;
    await owner.delete(`/api/maps/${mapId}/guest-links/${linkId}`);
    const now = { "if-none-match": changed.headers.get("etag") ?? "" };
    expect((await guest.get(path(mapId), now)).status).toBe(404);
  });

  it("[HP3] the list names the picture of each map as it is now", async () => {
    const mapId = await made({ title: "One" });
    const tagNow = async (): Promise<string> => (await owner.get(`/api/maps/${mapId}`)).body.picture;
    const before = await tagNow();
    expect((await owner.get(path(mapId))).headers.get("etag")).toBe(`W/"${before}"`);
    await owner.patch(`/api/maps/${mapId}`, { title: "Two" });
    expect(await tagNow()).not.toBe(before);
  });

  it("[HP4] templates have pictures too; the shipped ones are for everybody", async () => {
    const shipped = await server.browser().get("/api/templates/greater-manchester-2038/picture");
    expect([shipped.status, shipped.body.startsWith("<svg")]).toEqual([200, true]);
    const id = await saved(await made({ templateId: "blank-mission" }));
    const own = await owner.get(`/api/templates/${id}/picture`);
    expect(own.body).toContain("<svg");
    const kept = { "if-none-match": own.headers.get("etag") ?? "" };
    expect((await owner.get(`/api/templates/${id}/picture`, kept)).status).toBe(304);
    expect((await server.browser().get("/api/templates/none/picture")).body.code).toBe("unknown_template");
  });
});

describe("who changed a map, and its end", () => {
  it("[HM8] lists say who made the last change, in the reader's view", async () => {
    const mapId = await made({ title: "One" });
    const seen = async (who: Client) => (await who.get(`/api/maps/${mapId}`)).body.changedBy;
    expect(await seen(owner)).toBeNull();
    const { url } = (await owner.post(`/api/maps/${mapId}/guest-links`, { role: "editor" })).body;
    const guest = await server.guest(url, "Housing team");
    await guest.patch(`/api/maps/${mapId}`, { title: "Two" });
    expect(await seen(owner)).toEqual({ name: "Housing team", isYou: false });
    expect(await seen(guest)).toEqual({ name: "Housing team", isYou: true });
  });

  it("[HM9] a deleted map says when it goes for good, and can be removed at once by the owner alone", async () => {
    const mapId = await made({ templateId: "blank-mission" });
    const guest = await guestOn(mapId, "editor");
    expect((await owner.post(`/api/maps/${mapId}/purge`)).status).toBe(404);
    await owner.delete(`/api/maps/${mapId}`);
    const deleted = async () =>
      (await owner.get("/api/maps?deleted=1")).body.find((map: { id: string }) => map.id === mapId);
    const { deletedAt, goneAt } = await deleted();
    expect(Date.parse(goneAt) - Date.parse(deletedAt)).toBe(30 * DAY_MS);
    expect((await guest.post(`/api/maps/${mapId}/purge`)).status).toBe(404);
    expect(await deleted()).toBeDefined();
    expect((await owner.post(`/api/maps/${mapId}/purge`)).status).toBe(204);
    expect(await deleted()).toBeUndefined();
    expect((await owner.post(`/api/maps/${mapId}/restore`)).status).toBe(404);
    expect((await owner.post(`/api/maps/${mapId}/purge`)).status).toBe(404);
  });
});

describe("the limit of templates", () => {
  it("[HT3] the 101st template is refused and names the way out; deleting one makes room", async () => {
    const mapId = await made({ title: "One" });
    const input = { mapId, title: "T", keep: "everything" };
    for (
      let count = (await listed(owner)).filter(({ origin }) => origin === "own").length;
      count < 100;
      count++
    )
      await saved(mapId);
    const refused = await owner.post("/api/templates", input);
    expect([refused.status, refused.body.code]).toEqual([409, "too_many_templates"]);
    const [newest] = await listed(owner);
    await owner.delete(`/api/templates/${newest?.id}`);
    expect((await owner.post("/api/templates", input)).status).toBe(201);
  });
});
