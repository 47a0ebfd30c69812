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
} from "../support/screens.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
test.beforeEach(async () => {
  server = await startServer();
});
test.afterEach(() => server.dispose());

const tile = (page: Page, title: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("link", { name: title, exact: true }) });
const templateTile = (page: Page, title: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("button", { name: title, exact: true }) });
const isDrawn = (page: Page, title: string) =>
  tile(page, title)
    .locator("img")
    .evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);
const cardsOf = async (page: Page) => {
  const mapId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  return (await mapOnServer(page, mapId)).cards;
};
const breaches = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" ; ")}`,
  );

/** Pastes on the page as a browser would, outside every field. */
const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, text);

test("a newcomer gets to a living map in one click, and finds it on the start page with its picture", async ({
  page,
}) => {
  await page.goto(server.signInLink);
  await expect(page.getByRole("heading", { level: 1, name: "Start with a real mission map" })).toBeVisible();
  await page.getByRole("button", { name: "Open the Greater Manchester map" }).click();
  await expectSaved(page);
  await page.getByRole("link", { name: "All my maps" }).click();
  const title = "Greater Manchester: carbon neutral by 2038";
  await expect(tile(page, title)).toContainText("Greater Manchester, England");
  await expect(tile(page, title)).toContainText("Made just now");
  await expect.poll(() => isDrawn(page, title)).toBe(true);
});

test("the list names who is in a map and who changed it last, without being loaded again", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { templateId: "blank-mission", title: "Shared" });
  await page.reload();
  await expect(tile(page, "Shared")).toContainText("Made just now");
  const guest = await guestScreen(browser, await makeGuestLink(page, mapId, "editor"), "Housing team");
  await openMap(guest, mapId);
  await guest.request.patch(`${server.url}/api/maps/${mapId}`, {
    data: { title: "Shared" },
    headers: { origin: server.url },
  });
  await expect(tile(page, "Shared")).toContainText("Housing team is in it now", { timeout: 20_000 });
  await guest.request.patch(`${server.url}/api/maps/${mapId}`, {
    data: { title: "Renamed" },
    headers: { origin: server.url },
  });
  await expect(tile(page, "Renamed")).toContainText("Changed just now by Housing team", { timeout: 20_000 });
  await guest.goto(server.url);
  await expect(tile(guest, "Renamed")).toContainText("by you");
  await expect(tile(guest, "Renamed")).toContainText("Can edit");
  await expect(guest.getByRole("heading", { name: "Begin a new map" })).toHaveCount(0);
});

test("a map is saved as a template, described, started from, deleted and brought back", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  await makeMap(page, { templateId: "camden-renewal", title: "Our Camden" });
  await page.reload();
  await page.getByRole("button", { name: "More for Our Camden" }).click();
  await page.getByRole("menuitem", { name: "Save as a template…" }).click();
  const dialog = page.getByRole("dialog", { name: "Save as a template" });
  await dialog.getByLabel("Title").fill("Borough missions");
  await dialog.getByLabel("Description (optional)").fill("For boroughs with several missions.");
  await dialog.getByLabel("Structure only").check();
  await dialog.getByRole("button", { name: "Save template" }).click();
  await expect(page.getByRole("heading", { name: "Your templates" })).toBeVisible();

  await page.getByRole("button", { name: "More for Borough missions" }).click();
  await page.getByRole("menuitem", { name: "Rename or describe" }).click();
  await page.getByRole("dialog").getByLabel("Title").fill("Missions of a borough");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  const mine = templateTile(page, "Missions of a borough");
  await expect(mine).toContainText("For boroughs with several missions.");

  await page.getByRole("button", { name: "More for Missions of a borough" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(mine).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(mine).toBeVisible();

  await mine.getByRole("button", { name: "Missions of a borough", exact: true }).click();
  const preview = page.getByRole("dialog", { name: "Missions of a borough" });
  await expect(preview).toContainText("Missions");
  await preview.getByRole("button", { name: "Start from this template" }).click();
  await expectSaved(page);
  const cards = await cardsOf(page);
  expect(cards).toHaveLength(79);
  expect(cards.filter((card) => "status" in card)).toEqual([]);
});

test("an open map is saved as a template by its command", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { templateId: "blank-mission", title: "Healthy streets" });
  await openMap(page, mapId);
  // The palette's code comes after the map.
  await expect(async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.getByRole("combobox")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole("combobox").fill("save as a template");
  await page.getByRole("option", { name: /Save as a template/ }).click();
  const dialog = page.getByRole("dialog", { name: "Save as a template" });
  await expect(dialog.getByLabel("Title")).toHaveValue("Healthy streets");
  await dialog.getByRole("button", { name: "Save template" }).click();
  await expect(page.getByText("“Healthy streets” is now among your templates.")).toBeVisible();
  await page.goto(server.url);
  await expect(templateTile(page, "Healthy streets")).toBeVisible();
});

test("links are opened from the field or pasted anywhere; foreign ones get a sentence", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { title: "By link" });
  await owner.reload();
  const field = owner.getByRole("textbox", { name: "Open a link" });
  await field.fill("https://example.com/maps/abc");
  await owner.getByRole("button", { name: "Open", exact: true }).click();
  await expect(owner.getByRole("alert")).toContainText("This link leads to example.com");
  await field.fill("what?");
  await field.press("Enter");
  await expect(owner.getByRole("alert")).toContainText("This is not a link");
  await field.fill(`${server.url}/maps/${mapId}`);
  await field.press("Enter");
  await expectSaved(owner);

  const first = await makeGuestLink(owner, mapId, "viewer");
  const otherMap = await makeMap(owner, { title: "Pasted" });
  const second = await makeGuestLink(owner, otherMap, "viewer");
  const guest = await guestScreen(browser, first, "Press office");
  await guest.goto(server.url);
  await expect(tile(guest, "By link")).toBeVisible();
  await paste(guest, "https://example.com/");
  await expect(guest.getByText(/This link leads to example.com/)).toBeVisible();
  await paste(guest, `  ${second}\n`);
  await guest.getByLabel("Your name").fill("Press office");
  await guest.getByRole("button", { name: "Open the map" }).click();
  await expect(guest).toHaveURL(new RegExp(`/maps/${otherMap}`));
});

test("the owner comes to a map by a guest link without being asked for a name", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { title: "Own" });
  const link = await makeGuestLink(owner, mapId, "viewer");
  await owner.goto(link);
  await expect(owner).toHaveURL(`${server.url}/maps/${mapId}`);
  await expectSaved(owner);
  await owner.goto(`${link.slice(0, -4)}none`);
  await expect(owner.getByRole("alert")).toContainText("This link is not known here");
  await owner.getByRole("link", { name: "All maps" }).click();
  await expect(tile(owner, "Own")).toBeVisible();
});

test("a deleted map is brought back by undo and from the list, and can go for good after a question", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  await makeMap(page, { templateId: "blank-mission", title: "Old plan" });
  await makeMap(page, { title: "Other" });
  await page.reload();
  const remove = async () => {
    await page.getByRole("button", { name: "More for Old plan" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await expect(tile(page, "Old plan")).toHaveCount(0);
  };
  await remove();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(tile(page, "Old plan")).toBeVisible();
  await remove();
  await expect(page.getByText(/goes for good on \d+ \w+ \d{4}/)).toBeVisible();
  await page.getByRole("button", { name: "Bring back Old plan" }).click();
  await expect(tile(page, "Old plan")).toBeVisible();
  await remove();
  await page.getByRole("button", { name: "Delete for good: Old plan" }).click();
  await expect(page.getByRole("button", { name: "Keep it" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Bring back Old plan" })).toBeVisible();
  await page.getByRole("button", { name: "Delete for good: Old plan" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByRole("heading", { name: "Recently deleted" })).toHaveCount(0);
  await page.reload();
  await expect(tile(page, "Other")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Recently deleted" })).toHaveCount(0);
});

test("by keyboard alone: to the templates, a preview and back, and into a map", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  await makeMap(page, { title: "One" });
  await page.reload();
  const tabTo = async (name: string) => {
    for (let count = 0; count < 40; count++) {
      const label = await page.evaluate(() => document.activeElement?.textContent ?? "");
      if (label === name) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab never came to ${name}.`);
  };
  await expect(tile(page, "One")).toBeVisible();
  await tabTo("Begin a new map");
  await page.keyboard.press("Enter");
  await tabTo("Blank mission");
  await expect(templateTile(page, "Camden: four renewal missions")).toBeVisible();
  await tabTo("Camden: four renewal missions");
  await page.keyboard.press("Enter");
  const preview = page.getByRole("dialog", { name: "Camden: four renewal missions" });
  await expect(preview.getByText("Rests on 32 sources")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(preview).toHaveCount(0);
  await expect(
    page.getByRole("button", { name: "Camden: four renewal missions", exact: true }),
  ).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(preview.getByRole("button", { name: "Start from this template" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expectSaved(page);
  expect(await cardsOf(page)).toHaveLength(79);
});

test("many maps are searched and ordered", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  for (let count = 1; count <= 9; count++) await makeMap(page, { title: `Plan ${count}` });
  await makeMap(page, {
    title: "Zürich",
    document: { title: "Zürich", place: "Schweiz", cards: [], links: [] },
  });
  await page.reload();
  const titles = page.locator("[data-map] a");
  await expect(titles.first()).toHaveText("Zürich");
  await page.getByLabel("Order").selectOption("By title");
  await expect(titles.first()).toHaveText("Plan 1");
  await page.getByRole("searchbox", { name: "Find a map" }).fill("schweiz zurich");
  await expect(titles).toHaveText(["Zürich"]);
  await expect(page.getByRole("status").getByText("1 map with")).toBeVisible();
});

test("when the list cannot be loaded a sentence says so, and trying again brings it", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  await makeMap(page, { title: "Still here" });
  await page.route("**/api/maps", (route) => route.abort());
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("Your maps could not be loaded");
  await page.unroute("**/api/maps");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(tile(page, "Still here")).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByRole("alert")).toContainText("The list may be out of date", { timeout: 20_000 });
  await expect(tile(page, "Still here")).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("axe finds nothing on the start page, its dialogs and on a phone", async ({ browser }) => {
  test.setTimeout(90_000);
  const page = await ownerScreen(browser, server);
  await expect(templateTile(page, "Camden: four renewal missions")).toBeVisible();
  expect(await breaches(page), "empty").toEqual([]);
  const mapId = await makeMap(page, { templateId: "camden-renewal", title: "Our Camden" });
  const gone = await makeMap(page, { title: "Gone" });
  await page.request.delete(`${server.url}/api/maps/${gone}`, { headers: { origin: server.url } });
  const keep = { mapId, title: "Ours", keep: "structure" };
  await page.request.post(`${server.url}/api/templates`, { data: keep, headers: { origin: server.url } });
  await page.reload();
  await expect(page.getByRole("heading", { name: "Recently deleted" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Your templates" })).toBeVisible();
  expect(await breaches(page), "list").toEqual([]);

  await page.getByRole("button", { name: "Camden: four renewal missions", exact: true }).click();
  await page.getByText("Rests on 32 sources").click();
  expect(await breaches(page), "preview").toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More for Our Camden" }).click();
  await page.getByRole("menuitem", { name: "Save as a template…" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await breaches(page), "save as a template").toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Delete for good: Gone" }).click();
  expect(await breaches(page), "delete for good").toEqual([]);
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await breaches(page), "phone").toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});
