/*
 * The health check in a real browser: what it finds on the Greater Manchester map, mending at one click, switching a
 * check off and on, two people at once, keyboard alone, marks on canvas and outline, the file, and a phone.
 */
import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import {
  complaintsOf,
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

const manchester = (): object =>
  JSON.parse(
    readFileSync(new URL("../../shared/src/templates/greater-manchester-2038.json", import.meta.url), "utf8"),
  ) as object;

const view = (page: Page) => page.getByRole("region", { name: "Health check" });
const check = (page: Page, id: string) => view(page).locator(`[data-check=${id}]`);
const opener = (page: Page, id: string) => check(page, id).locator("[data-opener]");
const findings = (page: Page, id: string) => check(page, id).locator("[data-finding]");
const tab = (page: Page) => page.getByRole("navigation").getByRole("link", { name: /^Health/ });

async function openHealth(page: Page, mapId: string, search = ""): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/maps/${mapId}/health${search}`);
  await expect(view(page)).toBeVisible();
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
}

/** Waits until no notice covers anything. */
const calm = (page: Page) =>
  expect(page.locator(".mantine-Notification-root")).toHaveCount(0, { timeout: 15_000 });

test("names what fails with its cards, why it matters and on whose word; counts by group, no total", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const complaints = complaintsOf(page);
  const mapId = await makeMap(page, { document: manchester() });
  await openHealth(page, mapId);
  await expect(view(page).locator("[data-check]")).toHaveCount(30);
  await expect(check(page, "H09")).toContainText("Fail");
  await expect(check(page, "H01")).toContainText("Not known");
  await expect(check(page, "H23")).toContainText("Not applicable");
  await expect(check(page, "H02")).toContainText("Pass");
  const group = view(page).getByRole("button", { name: /^Responsibility/ });
  await expect(group).toContainText("3 fail");
  await expect(group).toContainText("2 not known");

  await opener(page, "H09").click();
  await expect(findings(page, "H09")).toHaveCount(2);
  await expect(check(page, "H09")).toContainText("Energy Innovation Agency");
  await expect(check(page, "H09")).toContainText("Nobody is accountable.");
  await expect(check(page, "H09")).toContainText("Where nobody answers, or two do");
  await expect(check(page, "H09")).toContainText("Source: Building block 6, accountability; RACI");
  await opener(page, "H28").click();
  await expect(findings(page, "H28")).toContainText("19 of 28 accountable roles (68%)");

  // The card concerned is shown beside the list.
  await findings(page, "H09").getByRole("button", { name: "Energy Innovation Agency", exact: true }).click();
  await expect(panel(page)).toHaveAttribute("data-card", "p-eia");

  // The filter is in the address, goes with a reload, and Back takes it away again.
  await view(page).getByRole("button", { name: "Fail", exact: true }).click();
  await view(page).getByRole("button", { name: "Not known", exact: true }).click();
  await group.click();
  await expect(page).toHaveURL(/result=fail,not_known&group=responsibility/);
  await expect(view(page).locator("[data-check]")).toHaveCount(5);
  await page.reload();
  await expect(view(page).locator("[data-check]")).toHaveCount(5);
  await page.goBack();
  await expect(view(page).locator("[data-check][data-state=fail]")).toHaveCount(13 - 1);
  await view(page).getByRole("button", { name: "Show all checks" }).click();
  await expect(view(page).locator("[data-check]")).toHaveCount(30);
  expect(complaints).toEqual([]);
});

test("mends at one click: the role is chosen in the panel, and another person's count follows", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document: manchester() });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Housing team");
  await openHealth(guest, mapId);
  await expect(tab(guest)).toContainText("12");
  await openHealth(owner, mapId);

  for (const project of ["Energy Innovation Agency", "Mission metrics and public dashboard"]) {
    if ((await opener(owner, "H09").getAttribute("aria-expanded")) === "false")
      await opener(owner, "H09").click();
    await findings(owner, "H09")
      .filter({ hasText: project })
      .getByRole("button", { name: `Choose who is accountable, for ${project}` })
      .click();
    const pick = panel(owner).getByRole("combobox", { name: "Accountable: add" });
    await expect(pick).toBeFocused();
    await pick.fill("Bolton");
    await owner.keyboard.press("Enter");
    await expectSaved(owner);
  }
  await expect(check(owner, "H09")).toHaveAttribute("data-state", "pass");
  await expect(check(guest, "H09")).toHaveAttribute("data-state", "pass");
  await expect(tab(guest)).toContainText("11");
  await expect(view(guest).getByRole("button", { name: /^Responsibility/ })).toContainText("2 fail");

  // A field is opened where it is, also in a part of the panel that was closed.
  await opener(owner, "H05").click();
  await findings(owner, "H05")
    .first()
    .getByRole("button", { name: /^Fill in: baseline/ })
    .click();
  await expect(panel(owner).locator('[data-field="baseline"]').locator(":focus")).toHaveCount(1);
  await opener(owner, "H25").click();
  await findings(owner, "H25")
    .first()
    .getByRole("button", { name: /^Fill in: / })
    .click();
  await expect(panel(owner).locator('[data-field="riskReward"]').locator(":focus")).toHaveCount(1);
  await opener(owner, "H01").click();
  await findings(owner, "H01")
    .first()
    .getByRole("button", { name: /^Rate it/ })
    .click();
  // The form of the lens that the check is about; closed, the focus stands where it is opened again.
  const form = owner.getByRole("dialog", { name: /^Rate Carbon neutral living/ });
  await expect(form.getByRole("group", { name: /bold/i })).toBeVisible();
  await owner.keyboard.press("Escape");
  await expect(form).toHaveCount(0);
  await expect(owner.getByRole("button", { name: "Rate", exact: true })).toBeFocused();
  await owner.getByRole("button", { name: "Checks", exact: true }).click();

  // What came into sight in the panel moved nothing else.
  await expect(owner.getByRole("button", { name: "Share", exact: true })).toBeInViewport({ ratio: 1 });

  // The missing card is made and joined, with the focus in its title; undo takes both away.
  const before = (await mapOnServer(owner, mapId)).cards.length;
  await opener(owner, "H27").click();
  await findings(owner, "H27")
    .first()
    .getByRole("button", { name: /^Add: evidence/ })
    .click();
  await expect(panel(owner).getByLabel("Title", { exact: true })).toBeFocused();
  await owner.keyboard.type("Retrofit in Leeds");
  await expectSaved(owner);
  const { cards, links } = await mapOnServer(owner, mapId);
  const made = cards.find(({ title }) => title === "Retrofit in Leeds");
  expect(made?.type).toBe("evidence");
  expect(links.some(({ type, from }) => type === "supports" && from === made?.id)).toBe(true);
  await owner.getByRole("button", { name: /^Undo/ }).click();
  await owner.getByRole("button", { name: /^Undo/ }).click();
  await expectSaved(owner);
  expect((await mapOnServer(owner, mapId)).cards).toHaveLength(before);
});

test("after a mend the next finding of the same check has the focus, whatever was mended before", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: manchester() });
  await openHealth(page, mapId);
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("Health: open all");
  await page.keyboard.press("Enter");
  const add = async (id: string, title: string) => {
    await check(page, id).locator("[data-mend=card]").first().click();
    await expect(panel(page).getByLabel("Title", { exact: true })).toBeFocused();
    await page.keyboard.type(title);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(panel(page)).toHaveCount(0);
  };
  await add("H08", "Heat networks");
  const without = check(page, "H26").locator("[data-finding=no_risk]");
  const left = await without.count();
  await add("H26", "Supply chains fall short");
  await expect(without).toHaveCount(left - 1);
  await expect(check(page, "H26").locator("[data-mend=card]").first()).toBeFocused();
  await expect(check(page, "H26").locator(":focus")).toBeInViewport();

  // A card on which nothing was written is not kept, so it mends nothing.
  const before = (await mapOnServer(page, mapId)).cards.length;
  await page.keyboard.press("Enter");
  await expect(panel(page).getByLabel("Title", { exact: true })).toBeFocused();
  await expect(without).toHaveCount(left - 2);
  await page.keyboard.press("Escape");
  await expect(page.locator(".mantine-Notification-root")).toContainText("Undone: added the risk");
  await expect(without).toHaveCount(left - 1);
  await expect(check(page, "H26").locator(":focus")).toHaveCount(1);
  await expectSaved(page);
  expect((await mapOnServer(page, mapId)).cards).toHaveLength(before);
});

test("a check is switched off with a reason that all can read, and on again; both can be undone", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document: manchester() });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "viewer"), "Scrutiny office");
  await openHealth(owner, mapId);
  await openHealth(guest, mapId);
  await opener(owner, "H28").click();
  await check(owner, "H28").getByRole("button", { name: "Switch this check off on this map" }).click();
  const reason = check(owner, "H28").getByLabel("Reason, for everyone on this map");
  await expect(reason).toBeFocused();
  await owner.keyboard.press("Enter");
  await expect(check(owner, "H28")).toContainText("Write why this check does not fit this map");
  await reason.fill("The authority is the only body there is.");
  await owner.keyboard.press("Enter");
  await expect(check(owner, "H28")).toHaveAttribute("data-state", "switched_off");
  await expect(check(owner, "H28").getByRole("button", { name: "Switch on again" })).toBeFocused();

  await expect(check(guest, "H28")).toHaveAttribute("data-state", "switched_off");
  await opener(guest, "H28").click();
  await expect(check(guest, "H28")).toContainText("Reason: The authority is the only body there is.");
  // Whoever may only read is offered nothing that changes the map.
  await expect(check(guest, "H28").getByRole("button", { name: "Switch on again" })).toHaveCount(0);
  await opener(guest, "H09").click();
  await expect(findings(guest, "H09")).toHaveCount(2);
  await expect(check(guest, "H09").locator("[data-mend]")).toHaveCount(0);

  await owner.locator(".mantine-Notification-root").getByRole("button", { name: "Undo" }).click();
  await expect(check(guest, "H28")).toHaveAttribute("data-state", "fail");
  await owner.getByRole("button", { name: /^Redo/ }).click();
  await expect(check(guest, "H28")).toHaveAttribute("data-state", "switched_off");
  await check(owner, "H28").getByRole("button", { name: "Switch on again" }).click();
  await expect(check(guest, "H28")).toHaveAttribute("data-state", "fail");
  await expectSaved(owner);
});

test("a reason that somebody writes is not lost when another switches the check off first", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document: manchester() });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Scrutiny office");
  // The filter would leave the check out once it is off.
  await openHealth(owner, mapId, "?result=fail");
  await openHealth(guest, mapId);
  for (const page of [owner, guest]) {
    await opener(page, "H28").click();
    await check(page, "H28").getByRole("button", { name: "Switch this check off on this map" }).click();
  }
  const mine = check(owner, "H28").getByLabel("Reason, for everyone on this map");
  await mine.fill("M".repeat(300));
  await check(guest, "H28").getByLabel("Reason, for everyone on this map").fill("Theirs.");
  await guest.keyboard.press("Enter");
  await expect(check(owner, "H28")).toContainText("Somebody else has switched this check off");
  await expect(check(owner, "H28")).toContainText("Reason: Theirs.");
  await expect(mine).toHaveValue("M".repeat(300));
  await expect(mine).toBeFocused();
  await check(owner, "H28").getByRole("button", { name: "Replace the reason" }).click();
  await expect(check(guest, "H28")).toContainText("Reason: MMM");
  // A long word without a break stays on the page.
  const wide = await view(guest).evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);

  // The one who had written gives up: what stands is left.
  await check(guest, "H28").getByRole("button", { name: "Switch on again" }).click();
  await check(guest, "H28").getByRole("button", { name: "Switch this check off on this map" }).click();
  await check(guest, "H28").getByLabel("Reason, for everyone on this map").fill("Given up.");
  await view(owner).getByRole("button", { name: "Show all checks" }).click();
  await check(owner, "H28").getByRole("button", { name: "Switch this check off on this map" }).click();
  await mine.fill("Stands.");
  await owner.keyboard.press("Enter");
  await check(guest, "H28").getByRole("button", { name: "Leave theirs" }).click();
  await expect(check(guest, "H28")).toContainText("Reason: Stands.");
});

test("the list is worked by keyboard alone, and axe finds nothing with checks open", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: manchester() });
  await openHealth(page, mapId, "?result=fail&group=responsibility");
  const keys = page.keyboard;
  await view(page).getByRole("button", { name: "Show all checks" }).focus();
  await keys.press("Tab");
  await expect(opener(page, "H09")).toBeFocused();
  await keys.press("ArrowDown");
  await expect(opener(page, "H10")).toBeFocused();
  await keys.press("End");
  await expect(opener(page, "H28")).toBeFocused();
  await keys.press("Home");
  await keys.press("Enter");
  await expect(opener(page, "H09")).toHaveAttribute("aria-expanded", "true");
  // The first card, then the way to mend it.
  await keys.press("Tab");
  await keys.press("Tab");
  await expect(check(page, "H09").locator("[data-mend]").first()).toBeFocused();
  await keys.press("Enter");
  await expect(panel(page).getByRole("combobox", { name: "Accountable: add" })).toBeFocused();
  await keys.press("Escape");
  await keys.press("F6");
  await expect(check(page, "H09").locator("[data-mend]").first()).toBeFocused();

  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("Health: open all");
  await page.keyboard.press("Enter");
  await expect(opener(page, "H28")).toHaveAttribute("aria-expanded", "true");
  await expectClean(page);
});

test("cards that fail are marked on canvas and outline until marks are switched off, live", async ({
  browser,
}) => {
  test.setTimeout(60_000);
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document: manchester() });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Transport team");
  await openMap(guest, mapId, { card: "p-eia" });
  const card = guest.locator("#canvas-card-p-eia");
  await expect(card).toHaveAttribute("aria-label", /1 finding of the health check/);
  await expect(card.locator("[data-part=finding]")).toBeVisible();

  await openHealth(owner, mapId);
  await opener(owner, "H09").click();
  await findings(owner, "H09").filter({ hasText: "Energy Innovation Agency" }).locator("[data-mend]").click();
  await expect(panel(owner).getByRole("combobox", { name: "Accountable: add" })).toBeFocused();
  await owner.keyboard.type("Bolton");
  await owner.keyboard.press("Enter");
  await expect(card.locator("[data-part=finding]")).toHaveCount(0);
  await expect(card).not.toHaveAttribute("aria-label", /health check/);

  await guest.getByRole("navigation").getByRole("link", { name: "Outline" }).click();
  const marked = guest.getByRole("treeitem", { name: /^Challenge.*finding.? of the health check/ });
  await expect(marked.first()).toBeVisible();
  await guest.keyboard.press("Control+k");
  await guest.getByRole("dialog").getByRole("combobox").fill("Hide health marks");
  await guest.keyboard.press("Enter");
  await expect(marked).toHaveCount(0);
  await guest.reload();
  await expect(guest.getByRole("treeitem", { name: /^Challenge/ }).first()).toBeVisible();
  await expect(tab(guest)).toContainText("12");
  await expect(marked).toHaveCount(0);
});

test("a mark on canvas and outline leads to what was found on the card, which is mended and followed there", async ({
  browser,
}) => {
  test.setTimeout(60_000);
  const page = await ownerScreen(browser, server);
  const complaints = complaintsOf(page);
  const mapId = await makeMap(page, { document: manchester() });
  await openMap(page, mapId, { card: "p-eia" });
  const found = panel(page).locator("[data-field=findings]");
  await expect(found).toContainText("Nobody is accountable.");
  const mark = page.locator("#canvas-card-p-eia [data-part=finding]");
  await expect(mark).toHaveAttribute("title", "1 finding of the health check");
  await panel(page).getByRole("button", { name: "Close the panel" }).click();
  await expect(panel(page)).toHaveCount(0);
  await mark.click();
  await expect(panel(page)).toHaveAttribute("data-card", "p-eia");
  await expect(found.getByRole("listitem")).toHaveCount(1);
  await expectClean(page);
  await found
    .getByRole("button", { name: "Choose who is accountable, for Energy Innovation Agency" })
    .click();
  await expect(panel(page).getByRole("combobox", { name: "Accountable: add" })).toBeFocused();

  await page.getByRole("navigation").getByRole("link", { name: "Outline" }).click();
  const row = page.getByRole("treeitem", {
    name: /^Challenge, Clean local energy supply.*findings? of the health check/,
  });
  await row.locator("[data-part=finding]").click();
  await expect(panel(page)).toHaveAttribute("data-card", "c-energy");
  await expect(found).toContainText("H10 Every mission and challenge has exactly one accountable actor");
  await found.getByRole("link", { name: /^H10/ }).click();
  await expect(opener(page, "H10")).toBeFocused();
  await expect(opener(page, "H10")).toHaveAttribute("aria-expanded", "true");
  await expect(opener(page, "H10")).toBeInViewport();
  await expect(page).not.toHaveURL(/check=/);

  // What is mended is gone from the panel of the card.
  await found.getByRole("button", { name: /^Choose who is accountable/ }).click();
  await expect(panel(page).getByRole("combobox", { name: "Accountable: add" })).toBeFocused();
  await page.keyboard.type("Bolton");
  await page.keyboard.press("Enter");
  await expect(found).toHaveCount(0);
  await expect(panel(page)).toHaveAttribute("data-card", "c-energy");
  expect(complaints).toEqual([]);
});

test("all cards of a check are shown on the canvas, and the findings are a file for spreadsheets", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: manchester() });
  await openHealth(page, mapId);
  await view(page).getByRole("button", { name: "Fail", exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    view(page).getByRole("button", { name: "Save as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Greater Manchester.*, Health check\.csv$/);
  const text = readFileSync(await download.path(), "utf8");
  expect(text.split("\r\n")[0]).toContain("Check,Title,Group,Weight,Result,");
  expect(text).toContain("Nobody is accountable.");
  expect(text).not.toContain("H02");

  await opener(page, "H10").click();
  await check(page, "H10").getByRole("button", { name: "Show these cards on the canvas" }).click();
  await expect(page).toHaveURL(new RegExp(`/maps/${mapId}\\?`));
  await expect(page.locator("[data-card][data-selected]")).toHaveCount(2);
});

test("a map with nothing to check says what to begin with", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: { title: "Empty", cards: [], links: [] } });
  await openHealth(page, mapId);
  await expect(view(page)).toContainText("There is nothing to check yet");
  await view(page).getByRole("button", { name: "Add a mission" }).click();
  await expect(panel(page).getByLabel("Title", { exact: true })).toBeFocused();
  await expect(check(page, "H02")).toHaveAttribute("data-state", "fail");
});

test("on a phone the views are a menu, nothing is wider than the screen, and a finding leads to its field", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  await page.setViewportSize({ width: 390, height: 844 });
  const mapId = await makeMap(page, { document: manchester() });
  await openMap(page, mapId);
  await page.getByRole("button", { name: "Views of the map, now: Canvas" }).click();
  await page.getByRole("menuitem", { name: /^Health/ }).click();
  await opener(page, "H09").click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const wide = await view(page).evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await calm(page);
  await expectClean(page);
  await findings(page, "H09").first().locator("[data-mend]").click();
  await expect(panel(page).getByRole("combobox", { name: "Accountable: add" })).toBeFocused();
});
