import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, type HttpServer, startHttpServer } from "../../../tests/support/httpServer.ts";

const SCRIPT = `console.log("${"a".repeat(5000)}");`;

let clientFolder: string;
let server: HttpServer;
let owner: Client;

beforeAll(async () => {
  clientFolder = mkdtempSync(join(tmpdir(), "trellis-client-"));
  mkdirSync(join(clientFolder, "assets"));
  writeFileSync(
    join(clientFolder, "index.html"),
    '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><title>Trellis</title>',
  );
  writeFileSync(join(clientFolder, "assets/app-abc123.js"), SCRIPT);
  writeFileSync(join(clientFolder, "icon.svg"), "<svg/>");
  writeFileSync(join(clientFolder, "secret.env"), "PASSWORD=1");
  server = await startHttpServer({ clientFolder });
  owner = await server.owner();
});
afterAll(async () => {
  await server.stop();
  rmSync(clientFolder, { recursive: true, force: true });
});

/** A request as no browser would send it: the path goes out as it is. */
function raw(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: server.port, path, method, headers }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
    });
    sent.once("error", reject);
    sent.end();
  });
}

describe("who may ask", () => {
  it("[HS1] a change with a cookie from another origin, or from none, is refused and does not happen", async () => {
    const { cookie } = owner;
    const attack = (headers: Record<string, string>) =>
      fetch(`${server.url}/api/maps`, {
        method: "POST",
        headers: { cookie, "content-type": "application/json", ...headers },
        body: JSON.stringify({ title: "Planted" }),
      });
    const origins = [
      "https://evil.example",
      "null",
      `${server.url}.evil.example`,
      `${server.url}/`,
      "http://127.0.0.1",
    ];
    for (const origin of origins) {
      const answer = await attack({ origin });
      expect([answer.status, (await answer.json()).code]).toEqual([403, "foreign_origin"]);
    }
    expect((await attack({})).status).toBe(403);
    expect((await owner.get("/api/maps")).body).toEqual([]);
    expect((await attack({ origin: server.url.replace("127.0.0.1", "localhost") })).status).toBe(201);
  });

  it("[HS1] nor may another site sign a browser in or out", async () => {
    const foreign = { origin: "https://evil.example" };
    const browser = server.browser();
    expect((await browser.post("/api/sign-in", { secret: "x" }, foreign)).status).toBe(403);
    expect((await owner.post("/api/sign-out", undefined, foreign)).status).toBe(403);
    expect((await owner.get("/api/me")).status).toBe(200);
  });

  it("[HS2] a body that is not JSON is refused before it is read", async () => {
    const answer = await fetch(`${server.url}/api/sign-in`, {
      method: "POST",
      headers: { origin: server.url, "content-type": "text/plain" },
      body: '{"secret":"x"}',
    });
    expect([answer.status, (await answer.json()).code]).toEqual([415, "not_json"]);
  });

  it("[HS3] figures are for this machine; through a proxy only a token sees them", async () => {
    const here = await server.browser().get("/metrics");
    expect(here.status).toBe(200);
    expect(here.body).toContain("nodejs_eventloop_lag");
    expect(here.body).toContain("trellis_sockets 0");
    expect((await server.browser().get("/metrics", { "x-forwarded-for": "203.0.113.9" })).status).toBe(404);
    expect((await owner.get("/metrics", { "x-forwarded-for": "203.0.113.9" })).status).toBe(404);
    expect(await raw("/metrics", { host: "evil.example" })).toBe(404);
    expect(await raw("/metrics", { host: `localhost:${server.port}` })).toBe(200);
  });

  it("[HS3] where people come from elsewhere a proxy may ask from here without saying so: only a token sees them", async () => {
    const away = await startHttpServer({ publicUrl: "https://trellis.example.org", publicUrlGiven: true });
    expect((await away.browser().get("/metrics")).status).toBe(404);
    expect((await away.browser().get("/health")).status).toBe(200);
    await away.stop();
  });
});

describe("answers", () => {
  it("[HS4] unknown addresses under /api and broken requests get JSON, never a page or a stack", async () => {
    for (const path of [
      "/api",
      "/api/",
      "/api/nothing",
      "/api/maps/a/b/c",
      "/api/auth/session",
      "/sync/abc",
    ]) {
      const answer = await owner.get(path);
      expect([answer.status, answer.body.code]).toEqual([404, "unknown_path"]);
    }
    const nul = await owner.get("/api/maps/%00");
    expect(nul.body.code).toBe("unknown_map");
    expect(JSON.stringify(nul.body)).not.toContain("node_modules");
    expect((await owner.post("/api/nothing", { a: 1 })).status).toBe(404);
  });

  it("[HS4] says in plain words what is wrong with a body, and never blames itself for it", async () => {
    const mapId = (await owner.post("/api/maps", { title: "Words" })).body.id;
    const links = `/api/maps/${mapId}/guest-links`;
    const said: [path: string, body: unknown, message: string][] = [
      ["/api/maps", [], "Send the body of the request as one JSON object."],
      ["/api/maps", { title: 5 }, "title must be given as text."],
      ["/api/maps", { title: " \n " }, "title must not be empty."],
      ["/api/maps", { title: "x".repeat(121) }, "title is too long: at most 120 characters are taken."],
      ["/api/maps", '{"title":"half a pair \\ud800"}', "title is not text."],
      [links, { role: "owner" }, "role must be one of: viewer, editor."],
      [
        links,
        { role: "viewer", expiresAt: "tomorrow" },
        "expiresAt must be a date and time such as 2038-01-31T12:00:00Z.",
      ],
      ["/api/sign-in", {}, "secret must be given as text."],
    ];
    for (const [path, body, message] of said) {
      const answer = await owner.post(path, body);
      expect([answer.status, answer.body]).toEqual([400, { code: "invalid_input", message }]);
    }
    for (const coding of ["gzip", "deflate", "br"]) {
      const packed = await owner.post("/api/maps", "not packed", { "content-encoding": coding });
      expect([packed.status, packed.body.code]).toEqual([400, "malformed_request"]);
    }
    expect((await owner.post("/api/maps", "{}", { "content-encoding": "odd" })).status).toBe(415);
  });

  it("[HS4] a program that offers to go on in HTTP/2 is answered all the same", async () => {
    const offer = { connection: "Upgrade, HTTP2-Settings", upgrade: "h2c", "http2-settings": "AAMAAABk" };
    expect(await raw("/health", offer)).toBe(200);
    expect(await raw("/api/me", offer)).toBe(401);
  });

  it("[HS4] what the interface answers is kept by no browser and no proxy", async () => {
    for (const path of ["/api/me", "/api/maps", "/api/nothing"]) {
      expect((await owner.get(path)).headers.get("cache-control")).toBe("private, no-store");
    }
  });

  it("[HS5] health says ok and the version", async () => {
    expect((await server.browser().get("/health")).body).toEqual({
      status: "ok",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
  });

  it("[HS6] the description of the interface covers every route and names no secret", async () => {
    const { body } = await server.browser().get("/api/openapi.json");
    expect(body.openapi).toBe("3.1.0");
    expect(Object.keys(body.paths)).toContain("/api/maps/{id}/export/markdown");
    expect(body.components.schemas.CreateMap).toBeDefined();
    for (const [path, operations] of Object.entries<Record<string, unknown>>(body.paths)) {
      for (const method of ["get", "post", "patch", "delete"]) {
        if (operations[method] === undefined) continue;
        const at = path
          .replace("templates/{id}", "templates/blank-mission")
          .replace("{id}", "abc")
          .replace("{linkId}", "def");
        const answer = await raw(at, { authorization: "Bearer none" }, method.toUpperCase());
        expect([method, path, answer]).not.toEqual([method, path, 404]);
      }
    }
  });
});

describe("pages", () => {
  it("[HS7] any address of the client gets index.html with a nonce of its own that the policy names", async () => {
    const nonces = new Set<string>();
    for (const path of ["/", "/maps/abc", "/enter", "/join", "/index.html"]) {
      const page = await server.browser().get(path);
      expect(page.status).toBe(200);
      expect(page.headers.get("cache-control")).toBe("no-store");
      const nonce = /nonce="([^"]+)"/.exec(page.body)?.[1] ?? "";
      nonces.add(nonce);
      expect(nonce.length).toBeGreaterThan(20);
      expect(page.headers.get("content-security-policy")).toBe(
        `default-src 'none';script-src 'self';style-src 'self' 'nonce-${nonce}';img-src 'self' data: blob:;connect-src 'self';font-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none'`,
      );
      expect(page.headers.get("x-powered-by")).toBeNull();
    }
    expect(nonces.size).toBe(5);
  });

  it("[HS8] assets are kept for ever and travel compressed; nothing else of the disk can be reached", async () => {
    const asset = await server.browser().get("/assets/app-abc123.js", { "accept-encoding": "gzip, br" });
    expect(asset.body).toBe(SCRIPT);
    expect(asset.headers.get("content-encoding")).toBe("br");
    expect(asset.headers.get("cache-control")).toContain("immutable");
    const plain = await server.browser().get("/assets/app-abc123.js", { "accept-encoding": "identity" });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(plain.body).toBe(SCRIPT);
    expect((await server.browser().get("/assets/gone-000000.js")).status).toBe(404);
    expect((await server.browser().get("/secret.env")).body).toContain("<title>Trellis</title>");
    for (const path of ["/../secret.env", "/assets/../../package.json", "/%2e%2e/%2e%2e/etc/passwd"]) {
      expect([200, 400, 404]).toContain(await raw(path));
      const answer = await fetch(server.url + path);
      expect(await answer.text()).not.toContain("root:");
    }
  });

  it("[HS9] without a built client a sentence says what to do", async () => {
    const bare = await startHttpServer();
    const page = await bare.browser().get("/");
    expect([page.status, page.body]).toEqual([503, expect.stringContaining("npm start")]);
    await bare.stop();
  });
});
