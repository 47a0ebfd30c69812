/*
 * Who pays for what, in a real browser: the figures of Greater Manchester, by keyboard alone, two people at once, a rate
 * entered where it is missing, bad input, tables as files, a phone, an empty map and a reader. What counts is the map on the server.
 */
import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import {
  chooseView,
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

const template = (name: string): object =>
  JSON.parse(
    readFileSync(new URL(`../../shared/src/templates/${name}.json`, import.meta.url), "utf8"),
  ) as object;

const view = (page: Page) => page.getByRole("region", { name: "Who pays for what" });
const tile = (page: Page, name: string) => view(page).getByRole("article", { name, exact: true });
const grid = (page: Page) => page.getByRole("treegrid", { name: /^Cost and money of each card/ });
const current = (page: Page) => grid(page).locator("[data-active]");
const row = (page: Page, card: string) => view(page).locator(`[data-card-row="${card}"]`);

async function openFunding(page: Page, mapId: string, search = ""): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/maps/${mapId}/funding${search}`);
  await expect(view(page)).toBeVisible();
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
}

const money = (amount: number | null, currency = "GBP") => ({ amount, currency });
const POOR = {
  title: "Warm homes",
  currency: "GBP",
  cards: [
    { id: "m", type: "mission", title: "Warm homes by 2030", baseCurrency: "GBP" },
    { id: "c", type: "challenge", title: "Cold houses" },
    { id: "p", type: "project", title: "Insulation", cost: money(100) },
    { id: "zero", type: "project", title: "Leaflets", cost: money(0) },
    { id: "minus", type: "project", title: "Boilers", cost: money(-5) },
    { id: "f", type: "funding", title: "Home grant", kind: "grant", currency: "GBP", total: money(50) },
    { id: "g", type: "funding", title: "Empty purse", currency: "EUR" },
    {
      id: "s",
      type: "funding",
      title: "Success bond",
      kind: "pay_for_success",
      currency: "GBP",
      payOn: { indicatorId: "k", threshold: 10, amount: 20 },
    },
    {
      id: "k",
      type: "indicator",
      title: "Cold homes",
      direction: "decrease",
      actuals: [{ date: "2024", value: 8 }],
    },
    { id: "a", type: "actor", title: "Ministry", sector: "public", level: "national" },
  ],
  links: [
    { type: "part_of", from: "c", to: "m" },
    ...["p", "zero", "minus"].map((from) => ({ type: "part_of", from, to: "c" })),
    { type: "provides", from: "a", to: "f" },
    { type: "funds", from: "f", to: "p", amount: 80, currency: "GBP", status: "committed" },
    { type: "funds", from: "f", to: "minus", amount: -40, currency: "GBP", status: "committed" },
    { type: "funds", from: "g", to: "p", amount: 30, currency: "EUR", status: "committed" },
    { type: "funds", from: "s", to: "m", amount: null, currency: "GBP", status: "sought" },
  ],
};

test("says what Greater Manchester has, lacks and does not know, and keeps its choices in the address", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const complaints = complaintsOf(page);
  const mapId = await makeMap(page, { document: template("greater-manchester-2038") });
  await openMap(page, mapId);
  await chooseView(page, "Funding");
  await expect(tile(page, "Committed")).toContainText("£458,036,986");
  await expect(tile(page, "Committed")).toContainText("€4,559,842.80 not converted");
  await expect(tile(page, "Committed").getByRole("button", { name: "1 amount not known" })).toBeVisible();
  await expect(tile(page, "Cost")).toContainText("£65,000,000,000");
  await expect(tile(page, "Cost")).toContainText("13 of 21 projects without a cost that counts");
  await expect(tile(page, "Covered")).toContainText("0.70%");
  await expect(tile(page, "Covered")).toContainText("Gap: £64,541,963,014");
  await expect(tile(page, "Sought")).toContainText("Potential: at least 0.70% covered with it");
  await expect(tile(page, "Leverage")).toContainText("0.30");
  await expect(tile(page, "Largest provider")).toContainText("28%");
  await expect(tile(page, "Unallocated")).toContainText("£1,010,900,000");
  const bars = view(page).locator("[data-row]");
  await expect(bars).toHaveText([
    /Own budget.*£91,700,000/,
    /Grant.*£328,136,986.*€4,559,842\.80/,
    /Tax or levy.*£1,000,000.*1 amount not known/,
    /Private investment.*£37,200,000/,
  ]);
  await expectClean(page);

  await view(page).getByRole("button", { name: "Sector", exact: true }).click();
  await expect(page).toHaveURL(/stack=sector/);
  await expect(view(page).locator('[data-row="public"]')).toContainText("£352,836,986");
  await view(page).getByRole("combobox", { name: "Cut along" }).selectOption("kind");
  await expect(view(page).locator('[data-row="private"]')).toContainText("£37,200,000");
  await page.reload();
  await expect(view(page).getByRole("button", { name: "Sector", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(view(page).getByRole("combobox", { name: "Cut along" })).toHaveValue("kind");

  // What is not known leads to where it is filled in.
  await tile(page, "Committed").getByRole("button", { name: "1 amount not known" }).click();
  await page.getByRole("menuitem", { name: /Waste levy/ }).click();
  await expect(panel(page)).toHaveAttribute("data-link", /./);
  await expect(field(page, "amount").locator("input")).toBeFocused();

  for (const part of ["Card by card", "Pots and terms"]) {
    await view(page).getByRole("button", { name: part, exact: true }).click();
    await expect(view(page).getByRole("heading", { level: 2 }).first()).toBeVisible();
    await expectClean(page);
  }
  await expect(view(page).locator('[data-pot="f-crsts"]')).toContainText("£1,010,900,000");
  await expect(
    view(page).locator('[data-pot="f-erdf"]').getByRole("button", { name: "Not known" }),
  ).toBeVisible();
  expect(complaints).toEqual([]);
});

test("money is read and mended by keyboard alone, card by card", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("greater-manchester-2038") });
  await openFunding(page, mapId, "?money=cards");
  await expect(row(page, "m-2038")).toContainText("£458m + €4.56m");
  await grid(page).focus();
  await expect(current(page)).toContainText("Carbon neutral living");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowLeft");
  await expect(row(page, "c-energy")).toHaveAttribute("aria-expanded", "false");
  await expect(row(page, "p-lem")).toHaveCount(0);
  await page.keyboard.press("ArrowRight");
  await expect(row(page, "p-lem")).toHaveCount(1);
  await page.keyboard.press("End");
  await expect(current(page)).toHaveAttribute("aria-label", "3 costs");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(current(page)).toHaveAttribute("aria-label", "Not known");
  await expect(row(page, "p-laep")).toContainText("Not known");
  await page.keyboard.press("Enter");
  await expect(panel(page)).toHaveAttribute("data-card", "p-laep");
  await expect(field(page, "cost.amount").locator("input")).toBeFocused();
  await page.keyboard.type("2000000");
  await page.keyboard.press("Enter");
  await expect(row(page, "p-laep")).toContainText("£2m");
  await expect(row(page, "c-energy")).toContainText("92%");
  await expectSaved(page);
  const { cards } = await mapOnServer(page, mapId);
  expect(cards.find(({ id }) => id === "p-laep")?.cost).toMatchObject({ amount: 2_000_000, currency: "GBP" });

  await view(page).getByRole("button", { name: "Not covered", exact: true }).press("Enter");
  await expect(page).toHaveURL(/list=short/);
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "4");
});

test("what one person commits, another sees at once and keeps the place", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document: template("greater-manchester-2038") });
  const guest = await guestScreen(
    browser,
    await makeGuestLink(owner, mapId, "viewer"),
    "Councillors' office",
  );
  await openFunding(guest, mapId);
  await expect(tile(guest, "Committed")).toContainText("£458,036,986");
  const split = view(guest).getByRole("combobox", { name: "Cut along" });
  await split.focus();

  await openFunding(owner, mapId);
  await view(owner)
    .getByRole("button", { name: /^Fill in: Amount not known, Waste levy/ })
    .click();
  await expect(field(owner, "amount").locator("input")).toBeFocused();
  await owner.keyboard.type("41963014");
  await owner.keyboard.press("Enter");
  await expect(tile(owner, "Committed")).toContainText("£500,000,000");
  await expect(tile(guest, "Committed")).toContainText("£500,000,000");
  await expect(tile(guest, "Committed")).not.toContainText("not known");
  await expect(tile(guest, "Covered")).toContainText("0.77%");
  await expect(split).toBeFocused();
  // Who may only read is led to the place, and offered nothing to change.
  await expect(view(guest).getByRole("button", { name: "Enter a rate" })).toHaveCount(0);
  await expect(
    view(guest)
      .getByRole("button", { name: /^Fill in/ })
      .first(),
  ).toHaveText("Open");
});

test("a rate entered where it is missing converts, is kept with its date and source, and is undone in one step", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("greater-manchester-2038") });
  await openFunding(page, mapId);
  await tile(page, "Committed").getByRole("button", { name: "Enter a rate from EUR to GBP" }).click();
  const form = page.getByRole("dialog", { name: "Enter a rate from EUR to GBP" });
  await expect(form.getByLabel("1 EUR is worth … GBP")).toBeFocused();
  await page.keyboard.type("1,234");
  await page.keyboard.press("Enter");
  await expect(form).toContainText("Is that a thousand or a decimal?");
  await form.getByLabel("1 EUR is worth … GBP").fill("0.85");
  await form.getByLabel("On which day").fill("");
  await form.getByRole("button", { name: "Save the rate" }).click();
  await expect(form).toContainText("Write the day of the rate");
  await form.getByLabel("On which day").fill("31 January 2026");
  await form.getByLabel("Source (optional)").fill("Bank of England");
  await expectClean(page);
  await form.getByRole("button", { name: "Save the rate" }).click();
  // 458,036,986 + 4,559,842.80 x 0.85
  await expect(tile(page, "Committed")).toContainText("£461,912,852.38");
  await expect(view(page)).not.toContainText("not converted");
  await expect(view(page).getByRole("rowheader", { name: "EUR → GBP" })).toBeVisible();
  await expectSaved(page);
  const onServer = (await mapOnServer(page, mapId)) as unknown as { currencyRates: object[] };
  expect(onServer.currencyRates).toMatchObject([
    { from: "EUR", to: "GBP", rate: 0.85, date: "2026-01-31", source: "Bank of England" },
  ]);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(tile(page, "Committed")).toContainText("€4,559,842.80 not converted");
});

test("bad figures are marked with their reason and never counted as nothing", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: POOR });
  await openFunding(page, mapId);
  // 80 of 100; -40 is no amount, EUR 30 have no rate.
  await expect(tile(page, "Committed")).toContainText("£80");
  await expect(tile(page, "Committed")).toContainText("1 amount not known");
  await expect(tile(page, "Sought")).toContainText("Not known");
  await expect(tile(page, "Covered")).toContainText("80%");
  await expect(tile(page, "Unallocated")).toContainText("1 pot is over-allocated");
  const missing = view(page).locator("tr[data-open]");
  await expect(missing.filter({ hasText: "Amount below zero, not counted" })).toContainText("Home grant");
  await expect(missing.filter({ hasText: "Cost is zero" })).toContainText("Leaflets");
  await expect(missing.filter({ hasText: "Cost below zero" })).toContainText("Boilers");
  await expect(missing.filter({ hasText: "Provider not known" })).toHaveCount(2);
  await view(page).getByRole("button", { name: "Card by card", exact: true }).click();
  await expect(row(page, "zero").locator("[data-column=cost]")).toHaveText("Zero");
  await expect(row(page, "minus").locator("[data-column=cost]")).toHaveText("Below zero");
  await expect(row(page, "minus").locator("[data-column=committed]")).toHaveText("Not known");
  await view(page).getByRole("button", { name: "Pots and terms", exact: true }).click();
  await expect(view(page).locator("[data-pot=f]")).toContainText("Over-allocated by £30");
  await expect(view(page).locator("[data-success=s]")).toContainText("Reached");
  await expect(view(page)).not.toContainText(/NaN|Infinity|undefined/);
});

test("every table is saved as a file of exact numbers", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("greater-manchester-2038") });
  const saved = async (table: string): Promise<string> => {
    const waiting = page.waitForEvent("download");
    await view(page)
      .getByRole("button", { name: `Save as CSV: ${table}` })
      .click();
    const file = await waiting;
    expect(file.suggestedFilename()).toBe(`Greater Manchester carbon neutral by 2038, ${table}.csv`);
    return readFileSync(await file.path(), "utf8");
  };
  await openFunding(page, mapId);
  expect(await saved("Where the money comes from")).toContain(
    'Grant,328136986,328136986,GBP,"€4,559,842.80",0',
  );
  expect((await saved("What is not known")).trim().split("\r\n")).toHaveLength(15);
  await view(page).getByRole("button", { name: "Card by card", exact: true }).click();
  const cards = await saved("Card by card");
  expect(cards).toMatch(
    /Carbon neutral living in Greater Manchester by 2038,Mission,0,65000000000,GBP,As stated,,458036986,,GBP/,
  );
  await view(page).getByRole("button", { name: "Pots and terms", exact: true }).click();
  expect(await saved("Pots of money")).toMatch(
    /City Region Sustainable Transport Settlement,Grant,GBP,1070000000,59100000,,1010900000,/,
  );
});

test("fits a phone, part by part", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("greater-manchester-2038") });
  await page.setViewportSize({ width: 390, height: 844 });
  await openFunding(page, mapId);
  for (const part of ["Overview", "Card by card", "Pots and terms"]) {
    await view(page).getByRole("button", { name: part, exact: true }).click();
    await expect(view(page).getByRole("button", { name: part, exact: true })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectClean(page);
  }
  await view(page).getByRole("button", { name: "Card by card", exact: true }).click();
  await expect(row(page, "p-lem")).toContainText("£6m");
});

test("is reached from the dashboard and the health check, and an empty map offers one step", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("greater-manchester-2038") });
  await page.goto(`${server.url}/maps/${mapId}/dashboard`);
  const onDashboard = page.getByRole("article", { name: "Money" });
  await expect(onDashboard).toContainText("£458m of £65bn is committed: 0.70%");
  await expect(onDashboard).toContainText("1 amount not known");
  await onDashboard.getByRole("link", { name: "See funding" }).click();
  await expect(page).toHaveURL(/\/funding\?mission=m-2038/);
  await expect(tile(page, "Committed")).toContainText("£458,036,986");
  await page.goto(`${server.url}/maps/${mapId}/health?group=money`);
  await page.locator("[data-check=H18] [data-opener]").click();
  await page.locator("[data-check=H18]").getByRole("link", { name: "See funding" }).click();
  await expect(page).toHaveURL(/\/funding\?money=cards&list=short/);

  const empty = await makeMap(page, { document: { title: "Empty", cards: [], links: [] } });
  await openFunding(page, empty);
  await expect(view(page)).toContainText("There is no mission on this map yet");
  await view(page).getByRole("button", { name: "Add a mission" }).click();
  await expect(panel(page).getByLabel("Title", { exact: true })).toBeFocused();
  await page.keyboard.type("Warm homes");
  await view(page).getByRole("button", { name: "Add a pot of money" }).click();
  await expect(tile(page, "Committed")).toContainText("None recorded");
  await expect(tile(page, "Cost")).toContainText("Not known");
});
