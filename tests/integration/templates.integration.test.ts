/*
 * Pictures and templates of a real server process: a picture follows an edit that came over the socket, and a saved
 * template is on disk when it was answered.
 */
import { addCard } from "@trellis/shared/ops/cards";
import {
  type MapListItem,
  mapListItemSchema,
  templateDetailSchema,
  templateSchema,
} from "@trellis/shared/protocol/api";
import { afterEach, beforeEach, expect, it } from "vitest";
import { MapSocket, until } from "../support/mapSocket.ts";
import { comeIn, type Person, signIn } from "../support/person.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let owner: Person;
beforeEach(async () => {
  server = await startServer();
  owner = await signIn(server.url, server.signInLink);
});
afterEach(() => server.dispose());

const listed = async (person: Person, mapId: string): Promise<MapListItem> =>
  mapListItemSchema.parse((await person.get(`/api/maps/${mapId}`)).body);
const projectsIn = (svg: string): number =>
  /<path d="([^"]*)" fill="#8fc4b9"/.exec(svg)?.[1]?.match(/M/g)?.length ?? 0;

it("[HP3] a card added by somebody in the map is in the picture at the next question, and the room may close", async () => {
  const mapId = await owner.createMap({ title: "Live" });
  const { url } = await owner.createGuestLink(mapId, "editor");
  const guest = await comeIn(server.url, url, "Housing team");
  const before = await listed(owner, mapId);
  expect(projectsIn((await owner.get(`/api/maps/${mapId}/picture`)).text)).toBe(0);

  const socket = await MapSocket.open(guest, mapId);
  socket.edit((draft) => addCard(draft, { type: "project", fields: { title: "New", level: "municipal" } }));
  await socket.whenSaved();
  const after = await listed(owner, mapId);
  expect(after.picture).not.toBe(before.picture);
  expect(after).toMatchObject({
    changedBy: { name: "Housing team", isYou: false },
    online: [{ name: "Housing team", organisation: "A council" }],
  });
  const picture = await owner.request("GET", `/api/maps/${mapId}/picture?v=${after.picture}`, null, {
    "if-none-match": `W/"${before.picture}"`,
  });
  expect([picture.status, projectsIn(picture.text)]).toEqual([200, 1]);

  socket.close();
  await expect.poll(async () => (await listed(owner, mapId)).online).toEqual([]);
});

it("[HT1] a template is there after a power cut as soon as it was answered", async () => {
  const mapId = await owner.createMap({ templateId: "camden-renewal" });
  const saved = await owner.post("/api/templates", { mapId, title: "Boroughs", keep: "everything" });
  expect(saved.status).toBe(201);
  const { id, cards } = templateSchema.parse(saved.body);
  await server.kill9();
  await server.restart();
  const detail = templateDetailSchema.parse((await owner.get(`/api/templates/${id}`)).body);
  expect(detail).toMatchObject({ title: "Boroughs", origin: "own", cards, byType: { mission: 4 } });
  const copy = await owner.createMap({ templateId: id });
  expect(await listed(owner, copy)).toMatchObject({ title: "Boroughs" });
});

it("[HM9] a map removed for good while somebody is in it leaves nothing, and the server goes on", async () => {
  const mapId = await owner.createMap({ templateId: "blank-mission" });
  const socket = await MapSocket.open(owner, mapId);
  socket.edit((draft) => addCard(draft, { type: "note", fields: { title: "Last words" } }));
  await socket.whenSaved();
  expect((await owner.delete(`/api/maps/${mapId}`)).status).toBe(204);
  expect((await owner.post(`/api/maps/${mapId}/purge`)).status).toBe(204);
  await until(() => socket.ending !== null, "the end of the connection");
  const again = MapSocket.connect(owner, mapId);
  expect((await again.whenClosed()).code).toBe(4404);
  const other = await owner.createMap({ title: "Other" });
  const next = await MapSocket.open(owner, other);
  next.edit((draft) => addCard(draft, { type: "note", fields: { title: "On we go" } }));
  await next.whenSaved();
  next.close();
});
