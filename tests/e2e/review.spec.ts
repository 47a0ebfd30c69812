/*
 * Who last looked a card through, in a real browser: what changed since a day on the dashboard, the check that asks for
 * a review every six months, confirming by keyboard; two people, a reader, a phone.
 */
import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import {
  complaintsOf,
  expectSaved,
  field,
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

/** A mission and a project in delivery, each with somebody accountable; dragged about and edited below. */
const SMALL = {
  title: "Warm homes",
  cards: [
    { id: "m", type: "mission", title: "Warm homes for all", status: "in_delivery", targetYear: 2038 },
    { id: "p", type: "project", title: "Retrofit streets", status: "in_delivery" },
    { id: "q", type: "project", title: "Heat pump advice", status: "idea" },
    { id: "a", type: "actor", title: "City council", level: "municipal" },
  ],
  links: [
    { id: "l1", type: "part_of", from: "p", to: "m" },
    { id: "l2", type: "part_of", from: "q", to: "m" },
    { id: "l3", type: "responsible", from: "a", to: "m", role: "accountable" },
    { id: "l4", type: "responsible", from: "a", to: "p", role: "accountable" },
  ],
};
const manchester = (): object =>
  JSON.parse(
    readFileSync(new URL("../../shared/src/templates/greater-manchester-2038.json", import.meta.url), "utf8"),
  ) as object;

const dashboard = (page: Page) => page.getByRole("region", { name: "Dashboard" });
const changes = (page: Page) => dashboard(page).getByRole("article", { name: "What changed" });
const check = (page: Page) => page.locator("[data-check=H11]");
const unreviewed = (page: Page) => check(page).locator("[data-finding=review_not_known]");
const reviewed = (page: Page) => panel(page).locator("[data-review]");

const REGIONS = { dashboard: "Dashboard", health: "Health check" } as const;

async function openView(page: Page, mapId: string, name: keyof typeof REGIONS): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/maps/${mapId}/${name}`);
  await expect(page.getByRole("region", { name: REGIONS[name] })).toBeVisible();
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
}

test("what one person adds, edits and removes, the other's dashboard tells with who did it", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const complaints = complaintsOf(owner);
  const mapId = await makeMap(owner, { document: SMALL });
  const link = await makeGuestLink(owner, mapId, "editor");
  const guest = await guestScreen(browser, link, "Housing team");
  await openView(owner, mapId, "dashboard");
  await expect(changes(owner)).toContainText("Nothing changed since");
  await expect(changes(owner)).toContainText("Changes are known from");

  await openMap(guest, mapId, { card: "p" });
  await field(guest, "summary").getByRole("textbox").fill("Street by street");
  await guest.keyboard.press("Tab");
  await expectSaved(guest);
  await expect(changes(owner).locator("[data-changes]")).toContainText("1 card changed since");
  await expect(changes(owner).locator("[data-changers]")).toHaveText("By Housing team (1).");

  await openMap(guest, mapId, { card: "q" });
  await panel(guest).locator("[data-remove-card]").click();
  await expectSaved(guest);
  await expect(changes(owner).locator("[data-changes]")).toContainText("1 card changed and 1 card removed");
  await expect(changes(owner).locator("[data-change=removed]")).toContainText("Heat pump advice");
  await expect(changes(owner).locator("[data-change=removed]")).toContainText("removed by Housing team");

  // What came back is no longer removed; a click leads to a card that is there.
  await guest.keyboard.press("Control+z");
  await expect(changes(owner).locator("[data-change=removed]")).toHaveCount(0);
  await changes(owner).getByRole("button", { name: "Retrofit streets" }).click();
  await expect(panel(owner)).toHaveAttribute("data-card", "p");
  await expect(reviewed(owner)).toContainText("by Housing team");
  await openMap(guest, mapId, { card: "p" });
  await expect(reviewed(guest)).toContainText("by you");
  expect(complaints).toEqual([]);
});

test("the day is chosen, kept in the address, and taken back by Back; a first visit shows thirty days", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document: SMALL });
  await openView(owner, mapId, "dashboard");
  const date = changes(owner).getByLabel("Since");
  const month = changes(owner).getByRole("button", { name: "30 days" });
  await expect(month).toHaveAttribute("aria-pressed", "true");
  await expect(changes(owner).getByRole("button", { name: "My last visit" })).toHaveCount(0);
  await date.fill("2026-01-31");
  await expect(owner).toHaveURL(/since=2026-01-31/);
  await expect(changes(owner)).toContainText("Nothing changed since 31 Jan 2026");
  await owner.reload();
  await expect(date).toHaveValue("2026-01-31");
  await owner.goBack();
  await expect(owner).not.toHaveURL(/since=/);
  await expect(month).toHaveAttribute("aria-pressed", "true");

  // An hour ago this browser was here: that is where the story goes on.
  const hourAgo = Date.now() - 60 * 60_000;
  await owner.evaluate(([id, at]) => localStorage.setItem(`trellis.visit.${id}`, `0 ${at}`), [
    mapId,
    hourAgo,
  ] as const);
  await openView(owner, mapId, "dashboard");
  await expect(changes(owner)).toContainText("Nothing changed since your last visit on");
  await expect(changes(owner).getByRole("button", { name: "My last visit" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await month.click();
  await expect(owner).toHaveURL(/since=/);
  await expect(changes(owner)).not.toContainText("your last visit");
});

test("a review makes the check of live accountability move, for everybody, by keyboard alone", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document: SMALL });
  const guest = await guestScreen(
    browser,
    await makeGuestLink(owner, mapId, "viewer"),
    "Councillors' office",
  );
  for (const page of [owner, guest]) {
    await openView(page, mapId, "health");
    await check(page).locator("[data-opener]").click();
    await expect(unreviewed(page)).toHaveCount(2);
  }
  // A reader sees what is asked for and cannot answer for anybody.
  await expect(check(guest).locator("[data-mend]")).toHaveCount(0);

  await check(owner).locator("[data-opener]").focus();
  await owner.keyboard.press("Tab");
  await owner.keyboard.press("Tab");
  const mend = (title: string) => check(owner).getByRole("button", { name: `Still right, for ${title}` });
  await expect(mend("Warm homes for all")).toBeFocused();
  await owner.keyboard.press("Enter");
  await expect(unreviewed(owner)).toHaveCount(1);
  await expect(unreviewed(guest)).toHaveCount(1);
  await expect(mend("Retrofit streets")).toBeFocused();
  await owner.keyboard.press("Enter");
  await expect(unreviewed(guest)).toHaveCount(0);
  await expect(check(owner).locator("[data-opener]")).toBeFocused();
  // When the mission last reported is not known yet, so the check as a whole is not.
  await expect(check(guest)).toHaveAttribute("data-state", "not_known");

  await openMap(guest, mapId, { card: "p" });
  await expect(reviewed(guest).locator("[data-reviewed=confirmed]")).toContainText("by Owner");
  await expect(reviewed(guest).locator("[data-confirm]")).toHaveCount(0);
});

test("an edit is a review, a drag is none, and the panel confirms as well", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document: SMALL });
  await openMap(owner, mapId, { card: "q" });
  await expect(reviewed(owner)).toContainText("not known");
  const box = await owner.locator('[data-card-id="q"]').boundingBox();
  if (!box) throw new Error("The card is not on the screen.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await owner.mouse.move(x, y);
  await owner.mouse.down();
  await owner.mouse.move(x + 60, y, { steps: 6 });
  await owner.mouse.up();
  await expectSaved(owner);
  const moved = (await mapOnServer(owner, mapId)).cards.find(({ id }) => id === "q");
  expect(moved?.pos).toBeTruthy();
  await openMap(owner, mapId, { card: "q" });
  await expect(reviewed(owner)).toContainText("not known");

  await reviewed(owner).getByRole("button", { name: "Still right" }).focus();
  await owner.keyboard.press("Enter");
  await expect(reviewed(owner).locator("[data-reviewed=confirmed]")).toContainText("by you");
  await expect(reviewed(owner).locator("[data-reviewed=edited]")).toHaveCount(0);
});

test("on a phone, and on the map of Greater Manchester, it is read without a fault", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  await owner.setViewportSize({ width: 390, height: 844 });
  const mapId = await makeMap(owner, { document: manchester() });
  await openMap(owner, mapId, { card: "p-eia" });
  await reviewed(owner).getByRole("button", { name: "Still right" }).click();
  await expect(reviewed(owner).locator("[data-reviewed=confirmed]")).toContainText("by you");
  await expectClean(owner);
  await openView(owner, mapId, "dashboard");
  await expect(changes(owner)).toContainText("Nothing changed");
  expect(await owner.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectClean(owner);
  await openView(owner, mapId, "health");
  await check(owner).locator("[data-opener]").click();
  await expect(unreviewed(owner).first()).toBeVisible();
  expect(await owner.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectClean(owner);
});
