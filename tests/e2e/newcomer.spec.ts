import { expect, test } from "@playwright/test";
import {
  complaintsOf,
  expectSaved,
  field,
  guestScreen,
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

test("from the printed link to a map edited by two people, and after a power cut all that said Saved is there", async ({
  browser,
  page: owner,
}) => {
  test.setTimeout(120_000);
  const complaints = complaintsOf(owner);
  await owner.goto(server.signInLink);
  await owner.getByRole("button", { name: "Open the Greater Manchester map" }).click();
  await expect(owner).toHaveURL(/\/maps\/[a-z0-9]+/);
  await expectSaved(owner);
  await expect(owner.getByText("Clean local energy supply").first()).toBeVisible();
  const mapId = new URL(owner.url()).pathname.split("/").at(-1) ?? "";
  expect((await mapOnServer(owner, mapId)).cards).toHaveLength(136);

  await owner.getByRole("button", { name: "Share" }).click();
  await owner.getByLabel("People with the link").selectOption("editor");
  await owner.getByRole("button", { name: "Make a link" }).click();
  const link = await owner.locator("[data-guest-link-url]").inputValue();
  expect(new URL(link).hash.length).toBeGreaterThan(20);
  await owner.keyboard.press("Escape");

  const guest = await guestScreen(browser, link, "Housing team");
  await openMap(guest, mapId, { card: "c-energy" });
  await openMap(owner, mapId, { card: "c-nature" });
  await field(guest, "summary").getByRole("textbox").fill("Heat networks first.");
  await field(owner, "summary").getByRole("textbox").fill("Trees and peat.");
  await expectSaved(guest);
  await expectSaved(owner);

  await server.kill9();
  await expect(saveState(owner)).toHaveText(/Offline/);
  await server.restart();
  await expect(saveState(owner)).toHaveText("Saved", { timeout: 45_000 });
  await openMap(owner, mapId, { card: "c-energy" });
  await expect(field(owner, "summary").getByRole("textbox")).toHaveValue("Heat networks first.");
  await openMap(owner, mapId, { card: "c-nature" });
  await expect(field(owner, "summary").getByRole("textbox")).toHaveValue("Trees and peat.");
  await expect(panel(owner)).toBeVisible();
  expect(complaints.filter((text) => !/WebSocket|ERR_CONNECTION_REFUSED/.test(text))).toEqual([]);
});

test("the mission tree is taken away numbered, with who is accountable and 'not known' where it is not", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { templateId: "greater-manchester-2038" });
  await openMap(page, mapId);
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Mission tree (Markdown)" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.md$/);
  const stream = await download.createReadStream();
  let text = "";
  for await (const chunk of stream) text += chunk;
  expect(text).toMatch(/1\.1.*Clean local energy supply/);
  expect(text).toMatch(/Accountable: Greater Manchester Combined Authority/);
  expect(text).toMatch(/Accountable: not known/);
});
