import { caseListSchema } from "@trellis/shared/protocol/api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, type HttpServer, startHttpServer } from "../../../tests/support/httpServer.ts";

let server: HttpServer;
let owner: Client;
beforeAll(async () => {
  server = await startHttpServer();
  owner = await server.owner();
});
afterAll(() => server.stop());

const profile = { region: "Tayside, Scotland", size: "150,000 people", contactRole: "Head of policy" };

const made = async (title: string, cards: object[], sources: object[] = []): Promise<string> =>
  (await owner.post("/api/maps", { document: { title, sources, cards, links: [] } })).body.id;

const guestOn = async (mapId: string): Promise<Client> => {
  const { url } = (await owner.post(`/api/maps/${mapId}/guest-links`, { role: "viewer" })).body;
  return server.guest(url);
};

const casesFor = async (client: Client, search = "") => {
  const answer = await client.get(`/api/cases${search}`);
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
  return caseListSchema.parse(answer.body);
};

describe("cases of the maps one may read", () => {
  it("[HE1] come with their place and their source in words; prompts and evidence without a place are none", async () => {
    const mapId = await made(
      "Waterfront",
      [
        {
          id: "e1",
          type: "evidence",
          title: "The waterfront",
          kind: "case_study",
          year: "2019",
          caseProfile: profile,
          lesson: "Begin with the harbour",
          transferable: { verdict: "partly", why: "One landowner" },
          links: [{ id: "l1", label: "Film", url: "https://example.org/film" }],
          source: "s1",
        },
        { id: "e2", type: "evidence", title: "A study without a place", kind: "study" },
        { id: "e3", type: "evidence", title: "A prompt", caseProfile: profile, placeholder: true },
        { id: "p", type: "project", title: "A project" },
      ],
      [{ id: "s1", title: "Evaluation", publisher: "The council", year: "2020" }],
    );
    const { maps, looked } = await casesFor(owner);
    expect(looked).toBeGreaterThan(0);
    expect(maps.find(({ id }) => id === mapId)).toEqual({
      id: mapId,
      title: "Waterfront",
      cases: [
        {
          card: "e1",
          title: "The waterfront",
          summary: null,
          kind: "case_study",
          year: "2019",
          group: null,
          profile: { governance: null, civilSociety: null, ...profile },
          lesson: "Begin with the harbour",
          transferable: "partly",
          transferableWhy: "One landowner",
          links: [{ label: "Film", url: "https://example.org/film" }],
          source: "Evaluation, The council, 2020",
        },
      ],
    });
  });

  it("[HE1] a guest gets those of the maps shared with them, and nothing that tells of another", async () => {
    const card = (title: string) => ({ id: "e", type: "evidence", title, caseProfile: profile });
    const open = await made("Shared map", [card("Shared case")]);
    const closed = await made("Closed map", [card("Closed case")]);
    const guest = await guestOn(open);
    const answer = await guest.get("/api/cases");
    expect(answer.body).toEqual({
      maps: [expect.objectContaining({ id: open, title: "Shared map" })],
      looked: 1,
      cutOff: 0,
      unread: 0,
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/Closed/);
    expect(JSON.stringify(answer.body)).not.toContain(closed);
    expect((await casesFor(guest, `?except=${open}`)).maps).toEqual([]);
    // Leaving out a map that one may not read tells nothing of it.
    expect((await casesFor(guest, `?except=${closed}`)).looked).toBe(1);
    expect((await server.browser().get("/api/cases")).status).toBe(401);

    const [{ id: linkId }] = (await owner.get(`/api/maps/${open}/guest-links`)).body;
    await owner.delete(`/api/maps/${open}/guest-links/${linkId}`);
    expect((await guest.get("/api/cases")).body).toEqual({ maps: [], looked: 0, cutOff: 0, unread: 0 });
  });

  it("[HE1] a deleted map gives nothing, and gives again when it is brought back", async () => {
    const mapId = await made("Soon gone", [{ id: "e", type: "evidence", title: "C", caseProfile: profile }]);
    const has = async () => (await casesFor(owner)).maps.some(({ id }) => id === mapId);
    expect(await has()).toBe(true);
    await owner.delete(`/api/maps/${mapId}`);
    expect(await has()).toBe(false);
    await owner.post(`/api/maps/${mapId}/restore`);
    expect(await has()).toBe(true);
    await owner.delete(`/api/maps/${mapId}`);
    await owner.post(`/api/maps/${mapId}/purge`);
    expect(await has()).toBe(false);
  });

  it("[HE1] nonsense for a map to leave out is refused or leaves nothing out", async () => {
    const before = (await casesFor(owner)).looked;
    expect((await owner.get(`/api/cases?except=${"x".repeat(65)}`)).body.code).toBe("invalid_input");
    expect((await owner.get("/api/cases?except=a&except=b")).body.code).toBe("invalid_input");
    expect((await casesFor(owner, "?except=__proto__")).looked).toBe(before);
  });
});
