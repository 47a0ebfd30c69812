import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type HttpServer, startHttpServer } from "../../../tests/support/httpServer.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let server: HttpServer;
beforeEach(async () => {
  server = await startHttpServer();
});
afterEach(() => server.stop());

const aMap = async (owner: Awaited<ReturnType<HttpServer["owner"]>>): Promise<string> =>
  (await owner.post("/api/maps", { title: "Net zero" })).body.id;
const aLink = async (
  owner: Awaited<ReturnType<HttpServer["owner"]>>,
  mapId: string,
  input: object = { role: "viewer" },
): Promise<{ id: string; url: string }> => (await owner.post(`/api/maps/${mapId}/guest-links`, input)).body;

describe("signing in", () => {
  it("[HL1] without a login every route but the open ones answers 401 and changes nothing", async () => {
    const nobody = server.browser();
    const refused = [
      nobody.get("/api/me"),
      nobody.get("/api/maps"),
      nobody.post("/api/maps", { title: "No" }),
      nobody.get("/api/maps/abc"),
      nobody.get("/api/maps/abc/export/json"),
      nobody.delete("/api/maps/abc"),
      nobody.post("/api/maps/abc/guest-links", { role: "editor" }),
    ];
    for (const answer of await Promise.all(refused)) {
      expect([answer.status, answer.body.code]).toEqual([401, "login_needed"]);
    }
    expect((await nobody.get("/api/templates")).status).toBe(200);
    expect((await (await server.owner()).get("/api/maps")).body).toEqual([]);
  });

  it("[HL2] a wrong secret, a used one and an expired one are refused, each by its code", async () => {
    const browser = server.browser();
    const tried = async (secret: string) => {
      const { status, body } = await browser.post("/api/sign-in", { secret });
      return [status, body.code];
    };
    expect(await tried("wrong")).toEqual([404, "unknown_link"]);
    expect(browser.cookie).toBe("");
    await server.owner();
    expect(await tried(server.signInSecret)).toEqual([410, "link_used"]);
    expect(browser.cookie).toBe("");
  });

  it("[HL2] a sign-in link works for 15 minutes and no longer", async () => {
    server.advance(15 * MINUTE_MS);
    const answer = await server.browser().post("/api/sign-in", { secret: server.signInSecret });
    expect([answer.status, answer.body.code]).toEqual([410, "link_expired"]);
  });

  it("[HL3] the same secret in two browsers at once lets one in", async () => {
    const tries = await Promise.all(
      [1, 2, 3].map(() => server.browser().post("/api/sign-in", { secret: server.signInSecret })),
    );
    expect(tries.map((answer) => answer.status).sort()).toEqual([204, 410, 410]);
  });

  it("[HL4] the cookie is out of reach for scripts and other sites, and ends with signing out", async () => {
    const browser = server.browser();
    const answer = await browser.post("/api/sign-in", { secret: server.signInSecret });
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^trellis-login=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect((await browser.get("/api/me")).body).toMatchObject({ kind: "owner", name: "Owner" });
    const kept = browser.cookie;
    expect((await browser.post("/api/sign-out")).status).toBe(204);
    browser.cookie = kept;
    expect((await browser.get("/api/me")).status).toBe(401);
  });

  it("[HL4] by https the cookie is Secure and bound to the host", async () => {
    const port = server.port;
    await server.stop();
    server = await startHttpServer({ port, publicUrl: "https://trellis.example.org" });
    const answer = await server
      .browser()
      .post("/api/sign-in", { secret: server.signInSecret }, { origin: "https://trellis.example.org" });
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-trellis-login=/);
    expect(cookie).toMatch(/; Secure/i);
    expect(cookie).toMatch(/; Path=\//i);
    expect(cookie).not.toMatch(/Domain=/i);
    expect(answer.headers.get("strict-transport-security")).toMatch(/max-age=/);
  });

  it("[HL5] a changed cookie and an unknown token are nobody; a wrong token is not helped by a good cookie", async () => {
    const owner = await server.owner();
    const good = owner.cookie;
    owner.cookie = `${good.slice(0, -6)}AAAAAA`;
    expect((await owner.get("/api/me")).status).toBe(401);
    owner.cookie = good;
    const both = await owner.get("/api/me", { authorization: `Bearer ${"x".repeat(43)}` });
    expect(both.status).toBe(401);
    expect((await owner.get("/api/me", { authorization: "Basic abc" })).status).toBe(401);
  });

  it("[HL6] guessing is held back by address, and a good link works again later", async () => {
    const browser = server.browser();
    for (let count = 0; count < 300; count++) {
      expect((await browser.post("/api/sign-in", { secret: `guess ${count}` })).status).toBe(404);
    }
    const held = await browser.post("/api/sign-in", { secret: "one more" });
    expect([held.status, held.body.code]).toEqual([429, "too_many_tries"]);
    expect(Number(held.headers.get("retry-after"))).toBeGreaterThan(0);
    server.advance(10 * MINUTE_MS);
    expect((await browser.post("/api/sign-in", { secret: server.signInSecret })).status).toBe(204);
  });
});

describe("guest links", () => {
  it("[HG1] unknown, expired, revoked and dead links are refused, each by its code", async () => {
    const owner = await server.owner();
    const mapId = await aMap(owner);
    const tried = async (url: string) => {
      const secret = url.split("#")[1];
      const { status, body } = await server
        .browser()
        .post("/api/guest-links/redeem", { secret, name: "Ana", organisation: "" });
      return [status, body.code];
    };
    expect(await tried("#nonsense")).toEqual([404, "unknown_link"]);

    const expiresAt = new Date(server.now() + MINUTE_MS).toISOString();
    const short = await aLink(owner, mapId, { role: "viewer", expiresAt });
    const guest = await server.guest(short.url);
    expect((await guest.get(`/api/maps/${mapId}`)).status).toBe(200);
    server.advance(MINUTE_MS);
    expect(await tried(short.url)).toEqual([410, "link_expired"]);
    expect((await guest.get(`/api/maps/${mapId}`)).status).toBe(404);

    const ended = await aLink(owner, mapId);
    await owner.delete(`/api/maps/${mapId}/guest-links/${ended.id}`);
    expect(await tried(ended.url)).toEqual([410, "link_revoked"]);

    const orphan = await aLink(owner, mapId);
    await owner.delete(`/api/maps/${mapId}`);
    expect(await tried(orphan.url)).toEqual([410, "map_deleted"]);
  });

  it("[HG2] a name is needed and has its length; a link to the past is not made", async () => {
    const owner = await server.owner();
    const mapId = await aMap(owner);
    const { url } = await aLink(owner, mapId);
    const secret = url.split("#")[1];
    const names = ["", "   ", "x".repeat(81)];
    for (const name of names) {
      const answer = await server
        .browser()
        .post("/api/guest-links/redeem", { secret, name, organisation: "" });
      expect([answer.status, answer.body.code]).toEqual([400, "invalid_input"]);
    }
    const long = { secret, name: "Ana", organisation: "x".repeat(121) };
    expect((await server.browser().post("/api/guest-links/redeem", long)).status).toBe(400);
    const past = await owner.post(`/api/maps/${mapId}/guest-links`, {
      role: "viewer",
      expiresAt: "2020-01-01T00:00:00Z",
    });
    expect([past.status, past.body.code]).toEqual([400, "invalid_input"]);
    const tooMuch = await owner.post(`/api/maps/${mapId}/guest-links`, { role: "owner" });
    expect(tooMuch.status).toBe(400);
  });

  it("[HG3] a guest has the link's role on its map and nothing else", async () => {
    const owner = await server.owner();
    const mapId = await aMap(owner);
    const other = await aMap(owner);
    const viewer = await server.guest((await aLink(owner, mapId)).url, "Ana");
    expect((await viewer.get("/api/me")).body).toMatchObject({
      kind: "guest",
      name: "Ana",
      organisation: "A council",
    });
    expect((await viewer.get("/api/maps")).body).toMatchObject([{ id: mapId, role: "viewer" }]);
    expect((await viewer.get(`/api/maps/${other}`)).status).toBe(404);
    const refused = [
      await viewer.patch(`/api/maps/${mapId}`, { title: "Mine" }),
      await viewer.delete(`/api/maps/${mapId}`),
      await viewer.get(`/api/maps/${mapId}/guest-links`),
      await viewer.post(`/api/maps/${mapId}/guest-links`, { role: "viewer" }),
      await viewer.post("/api/maps", { title: "Mine" }),
      await viewer.get("/api/maps?deleted=1"),
    ];
    for (const answer of refused) expect([answer.status, answer.body.code]).toEqual([403, "not_allowed"]);
    expect((await viewer.post(`/api/maps/${mapId}/restore`)).status).toBe(404);
    expect((await owner.get(`/api/maps/${mapId}`)).body.title).toBe("Net zero");

    const editor = await server.guest((await aLink(owner, mapId, { role: "editor" })).url);
    expect((await editor.patch(`/api/maps/${mapId}`, { title: "Ours" })).body).toMatchObject({
      title: "Ours",
    });
    expect((await editor.delete(`/api/maps/${mapId}`)).status).toBe(403);
  });

  it("[HG4] someone signed in already keeps the login and the stronger role", async () => {
    const owner = await server.owner();
    const mapId = await aMap(owner);
    const view = await aLink(owner, mapId);
    const edit = await aLink(owner, mapId, { role: "editor" });
    const guest = await server.guest(edit.url, "Ana");
    const before = (await guest.get("/api/me")).body.id;
    const secret = view.url.split("#")[1];
    await guest.post("/api/guest-links/redeem", { secret, name: "Ana B", organisation: "Office" });
    expect((await guest.get("/api/me")).body).toMatchObject({
      id: before,
      name: "Ana B",
      organisation: "Office",
    });
    expect((await guest.get("/api/maps")).body).toMatchObject([{ id: mapId, role: "editor" }]);
    await owner.delete(`/api/maps/${mapId}/guest-links/${edit.id}`);
    expect((await guest.get("/api/maps")).body).toMatchObject([{ id: mapId, role: "viewer" }]);
    const own = await owner.post("/api/guest-links/redeem", { secret, name: "X", organisation: "" });
    expect(own.body).toEqual({ mapId });
    expect((await owner.get("/api/me")).body).toMatchObject({ kind: "owner", name: "Owner" });
  });

  it("[HG5] the list names role, times and how many came in, and never a secret", async () => {
    const owner = await server.owner();
    const mapId = await aMap(owner);
    const link = await aLink(owner, mapId, { role: "editor" });
    await server.guest(link.url);
    await server.guest(link.url);
    const { body } = await owner.get(`/api/maps/${mapId}/guest-links`);
    expect(body).toMatchObject([
      { id: link.id, role: "editor", expiresAt: null, revokedAt: null, guests: 2 },
    ]);
    expect(JSON.stringify(body)).not.toContain(link.url.split("#")[1]);
    const unknown = await owner.delete(`/api/maps/${mapId}/guest-links/nothing`);
    expect([unknown.status, unknown.body.code]).toEqual([404, "unknown_link"]);
  });

  it("[HG6] a login lasts seven days", async () => {
    const answer = await server.browser().post("/api/sign-in", { secret: server.signInSecret });
    const [line = ""] = answer.headers.getSetCookie();
    expect(Number(/Max-Age=(\d+)/i.exec(line)?.[1]) * 1000).toBe(7 * DAY_MS);
  });
});
