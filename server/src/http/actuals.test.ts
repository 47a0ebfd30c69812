import { takeSnapshot } from "@trellis/shared/read/observe";
import type { CardId } from "@trellis/shared/schema/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, type HttpServer, startHttpServer } from "../../../tests/support/httpServer.ts";
import { MapSocket, until } from "../../../tests/support/mapSocket.ts";

let server: HttpServer;
let owner: Client;
let mapId: string;
beforeAll(async () => {
  server = await startHttpServer();
  owner = await server.owner();
  mapId = (await owner.post("/api/maps", { templateId: "greater-manchester-2038" })).body.id;
});
afterAll(() => server.stop());

const at = (card: string, map = mapId) => `/api/maps/${map}/cards/${card}/actuals`;
const report = (...actuals: object[]) => ({ actuals });
const one = { date: "2021-12-31", value: 9400.5, source: "mysoc-ghg" };
const actualsOf = async (card: string): Promise<{ date: string; value: number; source: string }[]> => {
  const file = (await owner.get(`/api/maps/${mapId}/snapshot`)).body;
  return file.cards.find(({ id }: { id: string }) => id === card).actuals;
};
const guestAs = async (role: "viewer" | "editor") =>
  server.guest((await owner.post(`/api/maps/${mapId}/guest-links`, { role })).body.url);

describe("actuals brought in by a data job", () => {
  it("[HI1] join the indicator, and the same report again changes nothing", async () => {
    const before = await actualsOf("k-co2");
    const first = await owner.post(at("k-co2"), report(one, { ...one, date: "2022", value: 9100 }));
    expect([first.status, first.body]).toEqual([200, { added: 2, replaced: 0 }]);
    const after = await actualsOf("k-co2");
    expect(after).toHaveLength(before.length + 2);
    const updatedAt = async () => (await owner.get(`/api/maps/${mapId}`)).body.updatedAt;
    const changed = await updatedAt();
    server.advance(60_000);
    const again = await owner.post(at("k-co2"), report(one, { ...one, date: "2022", value: 9100 }));
    expect([again.status, again.body]).toEqual([200, { added: 0, replaced: 2 }]);
    expect(await actualsOf("k-co2")).toEqual(after);
    expect(await updatedAt()).toBe(changed);
  });

  it("[HI1] a revised value takes the place of the one with its date and source, another source stands beside it", async () => {
    const before = (await actualsOf("k-co2pc")).length;
    await owner.post(at("k-co2pc"), report({ date: "2021", value: 3.1, source: "register" }));
    await owner.post(at("k-co2pc"), report({ date: "2021", value: 3.2, source: "register" }));
    await owner.post(at("k-co2pc"), report({ date: "2021", value: 3.3, source: "another" }));
    const found = (await actualsOf("k-co2pc")).filter(({ date }) => date === "2021");
    expect(found.map(({ value, source }) => [value, source]).sort()).toEqual([
      [3.2, "register"],
      [3.3, "another"],
    ]);
    expect(await actualsOf("k-co2pc")).toHaveLength(before + 2);
  });

  it("[HI1] a year, its last month and its last day are one date, also within a report", async () => {
    const before = (await actualsOf("k-co2pc")).length;
    const said = { value: 5, source: "calendar" };
    await owner.post(at("k-co2pc"), report({ date: "2017", ...said }));
    const again = await owner.post(at("k-co2pc"), report({ date: "2017-12", ...said, value: 6 }));
    expect(again.body).toEqual({ added: 0, replaced: 1 });
    const twice = report({ date: "2017", ...said }, { date: "2017-12-31", ...said, value: 7 });
    const refused = await owner.post(at("k-co2pc"), twice);
    expect([refused.status, refused.body.code]).toEqual([422, "invalid_actuals"]);
    const found = (await actualsOf("k-co2pc")).filter(({ source }) => source === "calendar");
    expect(found.map(({ date, value }) => [date, value])).toEqual([["2017-12", 6]]);
    expect(await actualsOf("k-co2pc")).toHaveLength(before + 1);
  });

  it("[HI1] a misspelt name is refused, and a program without a token is told how to send one", async () => {
    const misspelt = await owner.post(at("k-co2pc"), report({ ...one, sorce: "x" }));
    expect([misspelt.status, JSON.stringify(misspelt.body)]).toEqual([400, expect.stringContaining("sorce")]);
    const send = async (headers: Record<string, string>) => {
      const body = JSON.stringify(report(one));
      const asked = { method: "POST", headers: { "content-type": "application/json", ...headers }, body };
      const answer = await fetch(`${server.url}${at("k-co2pc")}`, asked);
      return [answer.status, (await answer.json()).code];
    };
    expect(await send({})).toEqual([401, "token_needed"]);
    expect(await send({ authorization: "Bearer " })).toEqual([401, "unknown_token"]);
    expect(await send({ authorization: `Bearer ${"x".repeat(40)}` })).toEqual([401, "unknown_token"]);
  });

  it("[HI1] nothing that was said of a value stays with the one that takes its place", async () => {
    const early = { date: "2020", value: 3, source: "release" };
    await owner.post(at("k-co2pc"), report({ ...early, status: "provisional", note: "First estimate" }));
    const last = await owner.post(at("k-co2pc"), report({ ...early, value: 3.4 }));
    expect(last.body).toEqual({ added: 0, replaced: 1 });
    const [found] = (await actualsOf("k-co2pc")).filter(({ source }) => source === "release");
    expect(found?.value).toBe(3.4);
    expect(JSON.stringify(found)).not.toMatch(/provisional|estimate/);
  });

  it("[HI2] is for editors: by login, by guest link, and not for viewers or strangers", async () => {
    const viewer = await (await guestAs("viewer")).post(at("k-co2"), report(one));
    expect([viewer.status, viewer.body.code]).toEqual([403, "not_allowed"]);
    expect((await (await guestAs("editor")).post(at("k-co2"), report(one))).status).toBe(200);
    expect((await server.browser().post(at("k-co2"), report(one))).status).toBe(401);
    const wrong = await server.program("x".repeat(40)).post(at("k-co2"), report(one));
    expect(wrong.status).toBe(401);
    const other = (await owner.post("/api/maps", { title: "Another" })).body.id;
    const stranger = await (await guestAs("editor")).post(at("k-co2", other), report(one));
    expect([stranger.status, stranger.body.code]).toEqual([404, "unknown_map"]);
  });

  it("[HI3] refuses what it cannot take by a code of its own, and nothing is changed", async () => {
    const before = await actualsOf("k-recycle");
    const many = Array.from({ length: 1001 }, (_, index) => ({ ...one, date: String(1000 + index) }));
    const refusals: [card: string, body: unknown, status: number, code: string][] = [
      ["no-such-card", report(one), 404, "unknown_card"],
      ["%20", report(one), 404, "unknown_card"],
      ["__proto__", report(one), 404, "unknown_card"],
      ["m-2038", report(one), 409, "not_an_indicator"],
      ["p-zeb", report(one), 409, "not_an_indicator"],
      ["k-recycle", report(), 400, "invalid_input"],
      ["k-recycle", report(...many), 400, "invalid_input"],
      ["k-recycle", report({ ...one, date: "31/12/2021" }), 400, "invalid_input"],
      ["k-recycle", report({ ...one, date: "2021-02-30" }), 400, "invalid_input"],
      ["k-recycle", report({ ...one, value: "9400" }), 400, "invalid_input"],
      ["k-recycle", report({ ...one, value: null }), 400, "invalid_input"],
      ["k-recycle", report({ ...one, value: 1e200 }), 400, "invalid_input"],
      ["k-recycle", report({ ...one, value: -1e200 }), 400, "invalid_input"],
      ["k-recycle", report({ ...one, source: " " }), 400, "invalid_input"],
      ["k-recycle", report({ ...one, source: "x".repeat(301) }), 400, "invalid_input"],
      ["k-recycle", { actuals: "2021" }, 400, "invalid_input"],
      ["k-recycle", report(one, { ...one, value: 1 }), 422, "invalid_actuals"],
    ];
    for (const [card, body, status, code] of refusals) {
      const answer = await owner.post(at(card), body);
      expect([card, answer.status, answer.body.code]).toEqual([card, status, code]);
      expect(answer.body.message.length).toBeGreaterThan(10);
    }
    const { message } = (await owner.post(at("k-recycle"), report({ ...one, value: 1e200 }))).body;
    expect(message).toBe("actuals.0.value must be at most 1e+100.");
    expect(await actualsOf("k-recycle")).toEqual(before);
  });

  it("[HI3] refuses more than an indicator holds, whole, and says the limit", async () => {
    const year = (from: number) =>
      Array.from({ length: 1000 }, (_, index) => ({ ...one, date: String(from + index) }));
    for (let from = 1000; from < 10_000; from += 1000) {
      expect((await owner.post(at("k-trees"), report(...year(from)))).status).toBe(200);
    }
    const last = Array.from({ length: 1000 }, (_, index) => ({
      ...one,
      source: "more",
      date: String(1000 + index),
    }));
    expect((await owner.post(at("k-trees"), report(...last))).status).toBe(200);
    const full = await owner.post(at("k-trees"), report({ ...one, source: "one too many" }));
    expect([full.status, full.body.code]).toEqual([409, "list_full"]);
    expect(full.body.message).toContain("10000");
    expect(await actualsOf("k-trees")).toHaveLength(10_000);
  });

  it("[HI4] are seen at once by whoever has the map open", async () => {
    const peer = await MapSocket.open({ url: server.url, login: { cookie: owner.cookie } }, mapId);
    await owner.post(at("k-ebus"), report({ date: "2026-01", value: 23.5, source: "depot" }));
    const values = () => takeSnapshot(peer.map).cards.get("k-ebus" as CardId);
    await until(() => JSON.stringify(values()).includes("23.5"), "the value a job brought in");
    peer.close();
  });
});
