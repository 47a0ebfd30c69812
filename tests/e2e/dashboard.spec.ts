/* The dashboard in a real browser: what a councillor reads, on a phone first; several missions, none, two people. */
import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import {
  complaintsOf,
  guestScreen,
  makeGuestLink,
  makeMap,
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

const template = (name: string): object =>
  JSON.parse(
    readFileSync(new URL(`../../shared/src/templates/${name}.json`, import.meta.url), "utf8"),
  ) as object;
const view = (page: Page) => page.getByRole("region", { name: "Dashboard" });
const tile = (page: Page, name: string) => view(page).getByRole("article", { name });

async function openDashboard(page: Page, mapId: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/maps/${mapId}/dashboard`);
  await expect(view(page)).toBeVisible();
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
}

test("says on a phone how the mission stands, and leads to its cards and checks", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const complaints = complaintsOf(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const mapId = await makeMap(page, { document: template("greater-manchester-2038") });
  await openMap(page, mapId);
  await page.getByRole("button", { name: "Views of the map, now: Canvas" }).click();
  await page.getByRole("menuitem", { name: "Dashboard" }).click();
  await expect(view(page)).toContainText("By 2038 life and work in Greater Manchester is carbon neutral.");
  const left = 2038 - new Date().getFullYear();
  await expect(view(page)).toContainText(`${left} years left`);
  await expect(tile(page, "Who answers for it")).toContainText("Mayor of Greater Manchester (office)");
  await expect(tile(page, "Who carries the work")).toContainText("answers for 19 cards");
  await expect(tile(page, "Who carries the work")).toContainText("5 of 33 cards have nobody accountable");
  await expect(tile(page, "Decisions")).toContainText("Due since 2025");
  await expect(tile(page, "Work by status")).toContainText("In delivery");
  await expect(tile(page, "Health of the map")).toContainText("3 fail");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectClean(page);

  await tile(page, "Who carries the work").getByText("5 of 33 cards").click();
  await tile(page, "Who carries the work").getByRole("button", { name: "Energy Innovation Agency" }).click();
  await expect(panel(page)).toHaveAttribute("data-card", "p-eia");
  await page.getByRole("button", { name: "Back to the map" }).click();
  await tile(page, "Health of the map").getByRole("link", { name: "People" }).click();
  await expect(page).toHaveURL(/\/health\?group=people/);
  await expect(page.locator("[data-check]")).toHaveCount(4);
  expect(complaints).toEqual([]);
});

test("changes at once when somebody else edits, and is read by keyboard", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document: template("greater-manchester-2038") });
  const guest = await guestScreen(
    browser,
    await makeGuestLink(owner, mapId, "viewer"),
    "Councillors' office",
  );
  await openDashboard(guest, mapId);
  await expect(tile(guest, "Who carries the work")).toContainText("5 of 33 cards");
  await openMap(owner, mapId, { card: "p-eia" });
  await panel(owner).getByRole("button", { name: "Accountable: add" }).click();
  await owner.keyboard.type("Bolton");
  await owner.keyboard.press("Enter");
  await expect(tile(guest, "Who carries the work")).toContainText("4 of 33 cards");

  await guest.keyboard.press("Tab");
  const mission = view(guest).getByRole("heading", { level: 2 }).getByRole("button");
  await mission.focus();
  await guest.keyboard.press("Tab");
  await expect(tile(guest, "Who answers for it").getByRole("button").first()).toBeFocused();
  await guest.keyboard.press("Enter");
  await expect(panel(guest)).toHaveAttribute("data-card", "a-gmca");
});

test("several missions stand below each other, a year that is past is said", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("camden-renewal") });
  await openDashboard(page, mapId);
  await expect(view(page).locator("[data-mission]")).toHaveCount(4);
  await expect(view(page).locator("[data-mission=m-youth]")).toContainText("past its target");
  await expectClean(page);
});

test("a map without a mission offers one step, and a mission without anything says what is not known", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: { title: "Empty", cards: [], links: [] } });
  await openDashboard(page, mapId);
  await expect(view(page)).toContainText("There is no mission on this map yet");
  await view(page).getByRole("button", { name: "Add a mission" }).click();
  await expect(panel(page).getByLabel("Title", { exact: true })).toBeFocused();
  await page.keyboard.type("Warm homes");
  await expect(view(page).getByRole("heading", { level: 2 })).toHaveText("Warm homes");
  await expect(view(page)).toContainText("Target year not known");
  await expect(view(page)).toContainText("Its statement is not known.");
  await expect(tile(page, "Who answers for it").getByText("Not known")).toHaveCount(3);
  await expect(view(page)).not.toContainText("0 years");
});
