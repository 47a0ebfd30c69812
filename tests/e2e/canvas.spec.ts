import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import {
  expectSaved,
  guestScreen,
  makeGuestLink,
  makeMap,
  mapOnServer,
  openMap,
  ownerScreen,
  panel,
} from "../support/screens.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

const document = {
  title: "On the canvas",
  cards: [
    { id: "m", type: "mission", title: "Warm homes" },
    { id: "c", type: "challenge", title: "Insulation", level: "municipal" },
    { id: "p", type: "project", title: "Street by street", level: "municipal" },
    { id: "q", type: "project", title: "Heat pumps", level: "national" },
    { id: "a", type: "actor", title: "District council", level: "municipal" },
  ],
  links: [
    { type: "part_of", from: "c", to: "m" },
    { type: "part_of", from: "p", to: "c" },
    { type: "part_of", from: "q", to: "c" },
  ],
};

const canvas = (page: Page) => page.getByRole("application", { name: "Map canvas" });
const card = (page: Page, id: string) => page.locator(`[data-card-id="${id}"]`);

async function centre(page: Page, id: string): Promise<{ x: number; y: number }> {
  const box = await card(page, id).boundingBox();
  if (!box) throw new Error(`The card ${id} is not on the screen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

const onServer = async (page: Page, mapId: string, id: string) =>
  (await mapOnServer(page, mapId)).cards.find((each) => each.id === id);

test("a project dragged into another lane changes its level, the other person sees it, and one undo takes it back", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Housing team");
  await openMap(owner, mapId);
  await openMap(guest, mapId);
  const before = await centre(guest, "p");
  const lane = await centre(owner, "q");
  await drag(owner, await centre(owner, "p"), { x: lane.x + 40, y: lane.y });
  await expectSaved(owner);
  await expect.poll(async () => (await onServer(owner, mapId, "p"))?.level).toBe("national");
  await expect.poll(async () => (await centre(guest, "p")).y).not.toBe(before.y);
  await owner.getByRole("button", { name: "Undo (Ctrl+Z)" }).click();
  await expect.poll(async () => (await onServer(owner, mapId, "p"))?.level).toBe("municipal");
  await expect.poll(async () => Math.round((await centre(guest, "p")).y)).toBe(Math.round(before.y));
});

test("cards are added, joined by a link that may join them, removed, and brought back by undo", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  await openMap(owner, mapId);
  await card(owner, "a").click();
  await canvas(owner).focus();
  await owner.keyboard.press("c");
  // Typed ahead of the list: nothing is lost, and no letter is taken for a command.
  await owner.keyboard.type("street");
  const ways = owner.locator("[data-chooser]");
  await expect(ways.getByRole("combobox")).toHaveValue("street");
  await owner.keyboard.press("Enter");
  await expect(ways.getByRole("option", { name: /is accountable for/ })).toBeVisible();
  await expect(ways.getByRole("option", { name: / funds / })).toHaveCount(0);
  await ways.getByRole("option", { name: /is accountable for/ }).click();
  await expectSaved(owner);
  const { links } = await mapOnServer(owner, mapId);
  expect(links.find((link) => link.type === "responsible")).toMatchObject({
    from: "a",
    to: "p",
    role: "accountable",
  });

  await card(owner, "c").click();
  await canvas(owner).focus();
  await owner.keyboard.press("Delete");
  const dialog = owner.getByRole("dialog");
  await expect(dialog).toContainText("Where should they go?");
  await dialog.getByLabel("Keep them on the map without a home").check();
  await dialog.getByRole("button", { name: "Remove the card" }).click();
  await expect(card(owner, "c")).toHaveCount(0);
  await expectSaved(owner);
  expect(await onServer(owner, mapId, "c")).toBeUndefined();
  await owner.keyboard.press("Control+z");
  await expect(card(owner, "c")).toHaveCount(1);
  await expectSaved(owner);
  expect(await onServer(owner, mapId, "c")).toMatchObject({ title: "Insulation" });
});

test("the canvas is one tab stop, walked, opened and written on by keyboard alone", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  await openMap(owner, mapId);
  await canvas(owner).focus();
  await owner.keyboard.press("ArrowRight");
  await expect(panel(owner)).toHaveAttribute("data-card", "m");
  await owner.keyboard.press("ArrowRight");
  await expect(panel(owner)).toHaveAttribute("data-card", "c");
  await owner.keyboard.press("n");
  await owner.keyboard.type("New from the keyboard");
  await owner.keyboard.press("Enter");
  await expectSaved(owner);
  const { cards } = await mapOnServer(owner, mapId);
  expect(cards.some((each) => each.title === "New from the keyboard")).toBe(true);
  const stops = await canvas(owner).locator("[tabindex='0']").count();
  expect(stops).toBe(0);
});

test("an empty map says what to do next and does it in one click", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { title: "Empty" });
  await openMap(owner, mapId);
  await owner.getByRole("button", { name: "Add a mission" }).click();
  await owner.keyboard.type("A mission of ours");
  await owner.keyboard.press("Enter");
  await expectSaved(owner);
  expect((await mapOnServer(owner, mapId)).cards).toMatchObject([
    { type: "mission", title: "A mission of ours" },
  ]);
});

/** Rules of accessibility that a machine finds broken. */
const broken = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" ; ")}`,
  );

test("the start page breaks no rule of accessibility", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  await expect(owner.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await broken(owner)).toEqual([]);
});

test("a map with the panel open breaks no rule of accessibility", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { templateId: "greater-manchester-2038" });
  await openMap(owner, mapId, { card: "m-2038" });
  await expect(panel(owner).getByRole("textbox", { name: "Description" })).toBeVisible();
  expect(await broken(owner)).toEqual([]);
});

test("the share dialog and the canvas's questions break no rule of accessibility", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  await openMap(owner, mapId);
  await expect(owner.getByRole("toolbar", { name: "Add to the map" })).toBeVisible();
  await card(owner, "a").click();
  await canvas(owner).focus();
  await owner.keyboard.press("c");
  await expect(owner.locator("[data-chooser]").getByRole("combobox")).toBeFocused();
  expect(await broken(owner), "a question").toEqual([]);
  await owner.keyboard.press("Escape");
  await owner.getByRole("button", { name: "Share", exact: true }).click();
  await expect(owner.getByRole("dialog")).toBeVisible();
  expect(await broken(owner), "share dialog").toEqual([]);
});
