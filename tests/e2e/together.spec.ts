import { expect, type Page, test } from "@playwright/test";
import {
  expectSaved,
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

const document = {
  title: "Two people",
  cards: [
    { id: "m", type: "mission", title: "Warm homes" },
    { id: "c", type: "challenge", title: "Insulation", level: "municipal" },
    { id: "p", type: "project", title: "Street by street", level: "municipal" },
  ],
  links: [
    { type: "part_of", from: "c", to: "m" },
    { type: "part_of", from: "p", to: "c" },
  ],
};

const text = (page: Page) => panel(page).getByRole("textbox", { name: "Description" });

test("two people write in one text and two fields of one card at once, and both keep everything", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Housing team");
  await openMap(owner, mapId, { card: "p" });
  await openMap(guest, mapId, { card: "p" });

  await text(owner).click();
  await owner.keyboard.type("Owner writes here.");
  await expect(text(guest)).toContainText("Owner writes here.");
  await text(guest).click();
  await guest.keyboard.press("Control+End");
  await guest.keyboard.press("Enter");
  await Promise.all([
    guest.keyboard.type("The guest adds a second line. ", { delay: 20 }),
    owner.keyboard.type(" And the owner goes on.", { delay: 20 }),
  ]);
  for (const page of [owner, guest]) {
    await expect(text(page)).toContainText("The guest adds a second line.");
    await expect(text(page)).toContainText("Owner writes here. And the owner goes on.");
  }
  await expect(text(owner).locator(".collaboration-carets__label")).toHaveText("Housing team");

  await Promise.all([
    field(owner, "status").locator("select").selectOption("approved"),
    field(guest, "maturity").locator("select").selectOption("scale"),
  ]);
  for (const page of [owner, guest]) {
    await expect(field(page, "status").locator("select")).toHaveValue("approved");
    await expect(field(page, "maturity").locator("select")).toHaveValue("scale");
    await expectSaved(page);
  }
});

test("each sees the other's name, pointer and selection, and loses them when the other leaves", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "viewer"), "Transport team");
  await openMap(owner, mapId);
  await openMap(guest, mapId, { card: "c" });
  await expect(owner.getByRole("list", { name: /other person is here/ })).toBeVisible();
  const canvas = guest.getByRole("main");
  const box = await canvas.boundingBox();
  if (!box) throw new Error("The canvas has no size.");
  await guest.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await guest.mouse.move(box.x + box.width / 2 + 20, box.y + box.height / 2 + 20, { steps: 5 });
  const name = owner.getByRole("main").getByText("Transport team");
  await expect(name.first()).toBeVisible();
  const faces = owner.getByRole("list", { name: /other person is here/ });
  await guest.context().close();
  await expect(name).toHaveCount(0);
  await expect(faces).toHaveCount(0);
});

test("undo takes back one's own work and leaves alone what another has written since", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Housing team");
  await openMap(owner, mapId, { card: "p" });
  await openMap(guest, mapId, { card: "p" });
  await field(owner, "kind").locator("select").selectOption("pilot");
  await expect(field(guest, "kind").locator("select")).toHaveValue("pilot");
  await field(guest, "maturity").locator("select").selectOption("explore");
  await expect(field(owner, "maturity").locator("select")).toHaveValue("explore");
  await owner.getByRole("button", { name: "Undo (Ctrl+Z)" }).click();
  await expect(field(guest, "kind").locator("select")).toHaveValue("");
  await expect(field(guest, "maturity").locator("select")).toHaveValue("explore");
  await owner.getByRole("button", { name: "Redo (Ctrl+Shift+Z)" }).click();
  await expect(field(guest, "kind").locator("select")).toHaveValue("pilot");
});

test("who is cut off keeps working, is told how many changes wait, and loses none", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  await openMap(owner, mapId, { card: "p" });
  await server.kill9();
  await expect(saveState(owner)).toHaveText("Offline");
  await field(owner, "status").locator("select").selectOption("in_delivery");
  await expect(saveState(owner)).toHaveText("Offline, 1 change kept in this tab");
  await field(owner, "maturity").locator("select").selectOption("embed");
  await expect(saveState(owner)).toHaveText("Offline, 2 changes kept in this tab");
  await server.restart();
  await expect(saveState(owner)).toHaveText("Saved", { timeout: 40_000 });
  const project = (await mapOnServer(owner, mapId)).cards.find((card) => card.id === "p");
  expect(project).toMatchObject({ status: "in_delivery", maturity: "embed" });
});

test("who leaves the map while cut off loses nothing: its changes are saved once the server is back", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  await openMap(owner, mapId, { card: "p" });
  await server.kill9();
  await expect(saveState(owner)).toHaveText("Offline");
  await field(owner, "status").locator("select").selectOption("in_delivery");
  await expect(saveState(owner)).toHaveText("Offline, 1 change kept in this tab");
  await owner.getByRole("link", { name: "All my maps" }).click();
  await expect(owner).toHaveURL(`${server.url}/`);
  await server.restart();
  const status = async () => (await mapOnServer(owner, mapId)).cards.find((card) => card.id === "p")?.status;
  await expect.poll(status, { timeout: 40_000 }).toBe("in_delivery");
});

test("a panel whose code cannot be fetched says so, and the map around it goes on and saves", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  await owner.route(/assets\/inspector/, (route) => route.abort());
  await openMap(owner, mapId);
  await owner.locator('[data-card-id="p"]').click();
  await expect(owner.getByRole("alert")).toContainText("This part of the page could not be loaded.");
  await owner.keyboard.press("F2");
  await owner.keyboard.type("Written all the same");
  await owner.keyboard.press("Enter");
  await expectSaved(owner);
  const title = async () => (await mapOnServer(owner, mapId)).cards.find((card) => card.id === "p")?.title;
  await expect.poll(title).toBe("Written all the same");
});

const said = (page: Page) => page.locator("[data-announcer]");

test("what another does is said in words, with their name, and one's own is not", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  const link = await makeGuestLink(owner, mapId, "editor");
  await openMap(owner, mapId);
  await expect(said(owner)).toBeAttached();
  const guest = await guestScreen(browser, link, "Transport team");
  await openMap(guest, mapId, { card: "p" });
  await expect(said(owner).locator("p").last()).toHaveText("Transport team joined.");
  await field(guest, "level").locator("select").selectOption("national");
  // The card is said once the other one has left it.
  await guest.getByRole("button", { name: "Find a card or a command (Ctrl+K)" }).focus();
  await expect(said(owner).locator("p").last()).toHaveText(
    "Transport team moved Street by street to National.",
  );
  await expect(said(guest)).not.toContainText("moved");
  await guest.getByRole("button", { name: "Undo (Ctrl+Z)" }).click();
  await expect(said(owner).locator("p").last()).toHaveText(
    "Transport team moved Street by street to Municipal.",
  );
  await expect(guest.getByText("Undone: moved Street by street to National.").first()).toBeVisible();

  await owner.keyboard.press("Control+k");
  await owner.getByRole("combobox", { name: "Find a card" }).fill("stop reading");
  await owner.keyboard.press("Enter");
  await field(guest, "level").locator("select").selectOption("regional");
  await guest.getByRole("button", { name: "Find a card or a command (Ctrl+K)" }).focus();
  await expect(field(owner, "level").locator("select")).toHaveCount(0);
  await openMap(owner, mapId, { card: "p" });
  await expect(field(owner, "level").locator("select")).toHaveValue("regional");
  await expect(said(owner)).toHaveText("");
});

test("three people find each other in the list, with where each one is", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  const link = await makeGuestLink(owner, mapId, "editor");
  const housing = await guestScreen(browser, link, "Housing team");
  const energy = await guestScreen(browser, link, "Energy team");
  await openMap(housing, mapId, { card: "c" });
  await openMap(energy, mapId);
  await openMap(owner, mapId);
  await owner.getByRole("button", { name: "3 people are here, you among them" }).click();
  const list = owner.getByRole("dialog", { name: "Here now" });
  await expect(list.getByRole("listitem")).toHaveText([
    /Energy team.*A council · on the canvas/,
    /Housing team.*A council · on the canvas, at Insulation/,
    /Owner \(you\)/,
  ]);
  await energy.context().close();
  await expect(list.getByRole("listitem")).toHaveCount(2);
});

test("undo of a removal leaves what another wrote meanwhile, and brings the card back into sight", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Housing team");
  await openMap(owner, mapId, { card: "p" });
  await openMap(guest, mapId, { card: "c" });
  await panel(owner).locator("[data-remove-card]").click();
  await expect(owner.locator('[data-card="p"]')).toHaveCount(0);
  await panel(guest).getByRole("textbox", { name: "Title" }).first().fill("Insulate every home");
  await expectSaved(guest);
  await owner.getByRole("button", { name: "Undo (Ctrl+Z)" }).click();
  await expect(owner.getByText("Undone: removed Street by street.").first()).toBeVisible();
  await expectSaved(owner);
  const cards = (await mapOnServer(owner, mapId)).cards;
  expect(cards.find((card) => card.id === "p")).toMatchObject({ title: "Street by street" });
  expect(cards.find((card) => card.id === "c")).toMatchObject({ title: "Insulate every home" });
});
