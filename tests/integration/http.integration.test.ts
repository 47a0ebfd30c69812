/*
 * The HTTP interface of a real server process, as a newcomer and as a program meet it, and the server's own first
 * minute: what keeps it from starting ends with one clear sentence and exit code 1.
 */
import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openSqlStores } from "@trellis/server/src/adapters/sql/openSqlStores.ts";
import { hashSecret } from "@trellis/server/src/runtime/secrets.ts";
import { addCard } from "@trellis/shared/ops/cards";
import {
  apiErrorSchema,
  createdMapSchema,
  guestLinkSchema,
  healthSchema,
  mapListItemSchema,
  meSchema,
  templateSchema,
} from "@trellis/shared/protocol/api";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { MapSocket, until } from "../support/mapSocket.ts";
import { type Answer, comeIn, loginOf, Person, secretOf, signIn, withToken } from "../support/person.ts";
import { freePort, startRefused, startServer, type TestServer } from "../support/server.ts";

/** A list as the interface promises it, entry by entry. */
const listOf = <Entry>(schema: { parse(value: unknown): Entry }, answer: Answer): Entry[] => {
  expect(Array.isArray(answer.body)).toBe(true);
  return (answer.body as unknown as unknown[]).map((entry) => schema.parse(entry));
};

const MANCHESTER = "greater-manchester-2038";

describe("a newcomer's way", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.dispose());

  it("leads from the printed link to a map, its exports, a guest, and back out of the bin", async () => {
    const nobody = new Person(server.url);
    expect(healthSchema.parse((await nobody.get("/health")).body).status).toBe("ok");
    expect((await nobody.get("/api/maps")).status).toBe(401);
    const owner = await signIn(server.url, server.signInLink);
    expect(meSchema.parse((await owner.get("/api/me")).body).kind).toBe("owner");
    const templates = listOf(templateSchema, await owner.get("/api/templates"));
    expect(templates.map(({ id }) => id)).toContain(MANCHESTER);

    const made = await owner.post("/api/maps", { templateId: MANCHESTER });
    expect(made.status).toBe(201);
    const { id } = createdMapSchema.parse(made.body);
    const snapshot = await owner.get(`/api/maps/${id}/snapshot`);
    const { cards } = snapshot.body as { cards: unknown[] };
    expect(cards.length).toBe(templates.find((template) => template.id === MANCHESTER)?.cards);
    const exported = await Promise.all(
      ["json", "markdown", "svg"].map((format) => owner.get(`/api/maps/${id}/export/${format}`)),
    );
    expect(exported.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(exported[0]!.body).toEqual(snapshot.body);
    expect(exported[1]!.text).toMatch(/^1\.?/m);
    expect(exported[1]!.text).toMatch(/not known/i);
    expect(exported[2]!.text).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
    expect(exported.map(({ headers }) => headers.get("content-disposition"))).toEqual(
      Array.from({ length: 3 }, () => expect.stringContaining("attachment")),
    );

    const link = await owner.createGuestLink(id, "editor");
    const guest = await comeIn(server.url, link.url, "Climate team", "Bolton Council");
    expect(meSchema.parse((await guest.get("/api/me")).body)).toMatchObject({
      kind: "guest",
      name: "Climate team",
      organisation: "Bolton Council",
    });
    const [listed] = listOf(guestLinkSchema, await owner.get(`/api/maps/${id}/guest-links`));
    expect(listed).toMatchObject({ id: link.id, role: "editor", guests: 1 });
    expect(JSON.stringify(listed)).not.toContain(secretOf(link.url));

    expect((await guest.patch(`/api/maps/${id}`, { title: "Ours" })).status).toBe(200);
    const [seen] = listOf(mapListItemSchema, await guest.get("/api/maps"));
    expect(seen).toMatchObject({ id, title: "Ours", role: "editor" });

    expect((await guest.delete(`/api/maps/${id}`)).status).toBe(403);
    expect((await owner.delete(`/api/maps/${id}`)).status).toBe(204);
    expect((await guest.get(`/api/maps/${id}/snapshot`)).status).toBe(404);
    expect((await guest.post(`/api/maps/${id}/restore`)).status).toBe(404);
    expect((await owner.post(`/api/maps/${id}/restore`)).status).toBe(200);
    expect((await guest.get(`/api/maps/${id}/snapshot`)).text).toContain("Ours");
  });

  it("closes a deleted map for everybody in it and shows them nothing of it afterwards", async () => {
    const owner = await signIn(server.url, await server.freshSignInLink());
    const id = await owner.createMap({ title: "Short-lived" });
    const guest = await comeIn(server.url, (await owner.createGuestLink(id, "editor")).url);
    const socket = await MapSocket.open(guest, id);
    await owner.delete(`/api/maps/${id}`);
    expect((await socket.whenClosed()).code).toBe(4410);
    expect((await MapSocket.connect(guest, id).whenClosed()).code).toBe(4404);
  });

  it("gives back a map that was exported and posted again, card for card", async () => {
    const owner = await signIn(server.url, await server.freshSignInLink());
    const first = await owner.createMap({ templateId: MANCHESTER });
    const file = (await owner.get(`/api/maps/${first}/export/json`)).body;
    const second = await owner.createMap({ document: file });
    expect((await owner.get(`/api/maps/${second}/export/json`)).body).toEqual(file);
  });

  it("lets a program with a token do what the owner may, over HTTP and on the socket", async () => {
    const program = withToken(server.url, await server.token("reporting"));
    expect(meSchema.parse((await program.get("/api/me")).body).kind).toBe("token");
    const id = await program.createMap({ title: "By a program" });
    const socket = await MapSocket.open(program, id);
    const card = socket.edit((draft) => addCard(draft, { type: "note", fields: { title: "By a program" } }));
    await socket.whenSaved();
    expect((await program.get(`/api/maps/${id}/snapshot`)).text).toContain(card);
    const wrong = await withToken(server.url, "not-a-token").get("/api/maps");
    expect([wrong.status, apiErrorSchema.parse(wrong.body).code]).toEqual([401, "unknown_token"]);
  });

  it("shows a renamed map to people who are in it", async () => {
    const owner = await signIn(server.url, await server.freshSignInLink());
    const id = await owner.createMap({ title: "Old name" });
    const socket = await MapSocket.open(owner, id);
    await owner.patch(`/api/maps/${id}`, { title: "New name" });
    await until(() => socket.map.settingsEntry().title === "New name", "the new name on the socket");
  });

  it("ends a login when its owner signs out", async () => {
    const owner = await signIn(server.url, await server.freshSignInLink());
    expect((await owner.post("/api/sign-out")).status).toBe(204);
    expect((await owner.get("/api/me")).status).toBe(401);
  });

  it("keeps no secret in its data in readable form", async () => {
    const link = await server.freshSignInLink();
    const token = await server.token("search me");
    const database = new DatabaseSync(join(server.dataDir, "trellis.db"), { readOnly: true });
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    const everything = JSON.stringify(
      tables.map(({ name }) => database.prepare(`SELECT * FROM "${name}"`).all()),
    );
    database.close();
    expect(everything).toContain("search me");
    for (const secret of [secretOf(link), token]) expect(everything).not.toContain(secret);
  });
});

describe("a sign-in link", () => {
  let server: TestServer | undefined;
  afterEach(() => server?.dispose());

  it("works once, survives a restart, and is refused after its fifteen minutes", async () => {
    server = await startServer();
    const { url } = server;
    const early = await server.freshSignInLink();
    await server.stop();
    const late = "an-old-secret-that-was-valid-once";
    const stores = await openSqlStores(join(server.dataDir, "trellis.db"), "requireCurrent");
    const then = Date.now() - 16 * 60_000;
    await stores.secretStore.addSignInSecret({
      secretHash: hashSecret(late),
      createdAt: then,
      expiresAt: then + 15 * 60_000,
    });
    await stores.close();
    await server.restart();
    const nobody = new Person(url);
    const expired = await nobody.post("/api/sign-in", { secret: late });
    expect([expired.status, expired.body.code]).toEqual([410, "link_expired"]);
    const first = await nobody.post("/api/sign-in", { secret: secretOf(early) });
    expect(first.status).toBe(204);
    expect(loginOf(first).cookie).toBeTruthy();
    const second = await nobody.post("/api/sign-in", { secret: secretOf(early) });
    expect([second.status, second.body.code]).toEqual([410, "link_used"]);
    expect(second.body.message).toContain("sign-in-link");
  });
});

describe("a server that cannot start", () => {
  const folders: string[] = [];
  const newFolder = async () => {
    const folder = await mkdtemp(join(tmpdir(), "trellis-refused-"));
    folders.push(folder);
    return folder;
  };
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

  /** One sentence, on one line, and exit code 1. */
  async function refusedWith(settings: Record<string, string>): Promise<string> {
    const { code, output } = await startRefused(settings);
    expect(code).toBe(1);
    const lines = output.trim().split("\n");
    expect(lines).toHaveLength(1);
    return lines[0] ?? "";
  }

  it.each([
    ["PORT", "http", "PORT"],
    ["HOST", "0.0.0.0", "PUBLIC_URL"],
  ])("names the setting when %s is %s", async (name, value, named) => {
    expect(await refusedWith({ DATA_DIR: await newFolder(), [name]: value })).toContain(named);
  });

  it("says that the port is in use", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const { port } = taken.address() as { port: number };
    expect(await refusedWith({ DATA_DIR: await newFolder(), PORT: String(port) })).toMatch(
      new RegExp(`Port ${port} is in use`),
    );
    taken.close();
  });

  it("says that it cannot write to its data folder", async () => {
    const file = join(await newFolder(), "file");
    writeFileSync(file, "in the way");
    const sentence = await refusedWith({ DATA_DIR: join(file, "data"), PORT: String(await freePort()) });
    expect(sentence).toContain("DATA_DIR");
  });

  it("says that another server uses the same data folder, and leaves that one alone", async () => {
    const running = await startServer();
    try {
      const settings = { DATA_DIR: running.dataDir, PORT: String(await freePort()) };
      expect(await refusedWith(settings)).toMatch(/Another Trellis server/);
      expect((await new Person(running.url).get("/health")).status).toBe(200);
    } finally {
      await running.dispose();
    }
  });

  it("says that the database is of a newer version and changes nothing in it", async () => {
    const running = await startServer();
    try {
      await running.stop();
      const file = join(running.dataDir, "trellis.db");
      const database = new DatabaseSync(file);
      database.exec("PRAGMA user_version = 999");
      database.close();
      const settings = { DATA_DIR: running.dataDir, PORT: String(await freePort()) };
      expect(await refusedWith(settings)).toMatch(/newer/);
      const after = new DatabaseSync(file, { readOnly: true });
      expect(after.prepare("PRAGMA user_version").get()).toEqual({ user_version: 999 });
      after.close();
    } finally {
      await running.dispose();
    }
  });
});
