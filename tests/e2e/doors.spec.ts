import { expect, test } from "@playwright/test";
import {
  field,
  guestScreen,
  makeGuestLink,
  makeMap,
  mapOnServer,
  openMap,
  ownerScreen,
  panel,
  saveState,
} from "../support/screens.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

/** One struct of client 7 at clock 0: root "map", key "place", value "Taken". */
const FORGED = [
  1, 1, 7, 0, 40, 1, 3, 109, 97, 112, 5, 112, 108, 97, 99, 101, 1, 119, 5, 84, 97, 107, 101, 110, 0,
];

const document = {
  title: "Doors",
  cards: [{ id: "m", type: "mission", title: "Warm homes", status: "approved" }],
  links: [],
};

test("a viewer reads everything, is offered no way to write, and a forged write changes nothing", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  const viewer = await guestScreen(browser, await makeGuestLink(owner, mapId, "viewer"), "Press office");
  await openMap(viewer, mapId, { card: "m" });
  await expect(saveState(viewer)).toHaveText("You can view this map");
  await expect(field(viewer, "status")).toContainText("Approved");
  await expect(
    panel(viewer).locator("input:not([readonly]), select, textarea, [contenteditable=true]"),
  ).toHaveCount(0);
  await expect(viewer.getByRole("toolbar", { name: /tools/i })).toHaveCount(0);
  await expect(viewer.getByRole("button", { name: "Share" })).toHaveCount(0);

  // The page's own login, on a socket of the attacker's.
  const closed = await viewer.evaluate(
    async ([id, update]) => {
      const socket = new WebSocket(`${location.origin.replace("http", "ws")}/sync/${id}`);
      socket.binaryType = "arraybuffer";
      await new Promise((opened) => socket.addEventListener("open", opened));
      // One struct, client 7, clock 0: map root "map", key "title", value "Taken".

      socket.send(new Uint8Array([0, 2, update.length, ...update]));
      await new Promise((wait) => setTimeout(wait, 500));
      const state = socket.readyState;
      socket.close();
      return state;
    },
    [mapId, FORGED] as const,
  );
  expect([1, 2, 3]).toContain(closed);
  expect((await mapOnServer(owner, mapId)).place ?? null).toBeNull();
});

test("an editor's same bytes are taken, so the refusal of the viewer's was about rights", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  await openMap(owner, mapId);
  await owner.evaluate(
    async ([id, update]) => {
      const socket = new WebSocket(`${location.origin.replace("http", "ws")}/sync/${id}`);
      await new Promise((opened) => socket.addEventListener("open", opened));

      socket.send(new Uint8Array([0, 2, update.length, ...update]));
    },
    [mapId, FORGED] as const,
  );
  await expect.poll(async () => (await mapOnServer(owner, mapId)).place).toBe("Taken");
});

test("a revoked link ends the guest's visit with a sentence and lets nobody else in", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  const link = await makeGuestLink(owner, mapId, "editor");
  const guest = await guestScreen(browser, link, "Housing team");
  await openMap(guest, mapId, { card: "m" });
  await openMap(owner, mapId);
  await owner.getByRole("button", { name: "Share" }).click();
  await owner.getByRole("button", { name: "Revoke" }).click();
  await owner.getByRole("button", { name: "Revoke the link" }).click();
  await expect(guest.getByRole("heading", { level: 1 })).toContainText(/no longer|access/i);
  const late = await (await browser.newContext()).newPage();
  await late.goto(link);
  await late.getByLabel("Your name").fill("Too late");
  await late.getByRole("button", { name: "Open the map" }).click();
  await expect(late.getByRole("alert")).toContainText(/ended by whoever made it/);
});

test("an unknown map, and a map one may not see, look the same and lead back", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  const other = await makeMap(owner, { title: "Other" });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "viewer"), "Press office");
  const words: string[] = [];
  for (const id of [other, "nothing"]) {
    await guest.goto(`${server.url}/maps/${id}`);
    await expect(guest.getByRole("link", { name: /my maps/i })).toBeVisible();
    words.push((await guest.getByRole("heading", { level: 1 }).textContent()) ?? "");
  }
  expect(words[0]).toBe(words[1]);
});

test("where WebSockets are blocked the map is shown read-only with the reason", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  await owner.routeWebSocket(/\/sync\//, (socket) => socket.close({ code: 1011 }));
  await owner.goto(`${server.url}/maps/${mapId}`);
  await expect(saveState(owner)).toHaveText("Read-only: live connection blocked", { timeout: 20_000 });
  await expect(owner.getByText("This network blocks the live connection")).toBeVisible();
  await expect(owner.getByText("Warm homes").first()).toBeVisible();
});
