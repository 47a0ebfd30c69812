/*
 * Who answers for what, in a real browser: by keyboard alone, two people at once, phases, the table as a file, levels
 * and powers, a phone, and a reader without the right to edit. What counts is the map on the server.
 */
import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import {
  chooseView,
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

const template = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../shared/src/templates/${name}.json`, import.meta.url), "utf8"));

const grid = (page: Page) => page.getByRole("treegrid", { name: /^Who answers for what/ });
/** The place that keys act on. */
const current = (page: Page) => grid(page).locator("[data-active]");
const cell = (page: Page, actor: string, card: string) =>
  grid(page).locator(`[role=gridcell][aria-label$=": ${actor}, ${card}"]`);
const said = (page: Page) => page.locator("[aria-live]");

async function openView(page: Page, mapId: string, search = ""): Promise<void> {
  await openMap(page, mapId);
  await chooseView(page, "Responsibilities");
  await expect(page.getByRole("region", { name: "Responsibilities" })).toBeVisible();
  if (search !== "") await page.goto(`${page.url().replace(/\?.*/, "")}${search}`);
  await expect(page.getByText(/ha(s|ve) an accountable$|nothing to answer for/)).toBeVisible();
}

const SMALL = {
  title: "Clean air",
  cards: [
    { id: "m", type: "mission", title: "Clean air by 2030" },
    { id: "c", type: "challenge", title: "Buses" },
    {
      id: "p",
      type: "project",
      title: "Depot",
      leversNeeded: ["regulate"],
      functionsNeeded: ["fiscal_tools"],
    },
    { id: "city", type: "actor", title: "City council", level: "municipal", sector: "public" },
    {
      id: "state",
      type: "actor",
      title: "Ministry",
      level: "national",
      sector: "public",
      levers: [{ id: "l1", lever: "regulate" }],
    },
  ],
  links: [
    { type: "part_of", from: "c", to: "m" },
    { type: "part_of", from: "p", to: "c" },
    { type: "responsible", from: "city", to: "m", role: "accountable" },
    { type: "responsible", from: "city", to: "p", role: "responsible" },
  ],
};

/** Roles on the map as "actor role card phase". */
async function duties(page: Page, mapId: string): Promise<string[]> {
  const { links } = await mapOnServer(page, mapId);
  return links
    .filter(({ type }) => type === "responsible")
    .map(({ from, role, to, phase }) =>
      [from, role, to, phase ?? null].filter((part) => part !== null).join(" "),
    )
    .sort();
}

test("roles are given and ended by keyboard alone, said aloud, and undone in one step", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const complaints = complaintsOf(page);
  const mapId = await makeMap(page, { document: SMALL });
  await openView(page, mapId);
  await grid(page).focus();
  await expect(current(page)).toContainText("Clean air by 2030");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await expect(current(page)).toHaveAttribute("aria-label", "No role: City council, Buses");
  await page.keyboard.press("a");
  await expect(current(page)).toHaveAttribute("aria-label", "Accountable: City council, Buses");
  await expect(said(page).filter({ hasText: "City council: Accountable for Buses." })).toHaveCount(1);
  await page.keyboard.press("c");
  await expect(current(page)).toHaveAttribute("aria-label", "Accountable, Consulted: City council, Buses");
  // Champion and convenor are in the menu.
  await page.keyboard.press("Enter");
  const menu = page.getByRole("menu");
  await expect(menu.getByRole("menuitemcheckbox", { name: "Accountable" })).toHaveAttribute(
    "aria-checked",
    "true",
  );
  await menu.getByRole("menuitemcheckbox", { name: "Convenor" }).press("Enter");
  await expect(grid(page)).toBeFocused();
  await expectSaved(page);
  await expect
    .poll(() => duties(page, mapId))
    .toEqual([
      "city accountable c",
      "city accountable m",
      "city consulted c",
      "city convenor c",
      "city responsible p",
    ]);
  await page.keyboard.press("Delete");
  await expect(current(page)).toHaveAttribute("aria-label", "No role: City council, Buses");
  await page.keyboard.press("Control+z");
  await expect(current(page)).toHaveAttribute("aria-label", /^Accountable, Consulted, Convenor/);
  await page.keyboard.press("a");
  await expect(current(page)).toHaveAttribute("aria-label", /^Consulted, Convenor/);
  // Heads: left to the row, where Left closes it and Enter selects the card for all views.
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowLeft");
  await expect(grid(page).getByRole("rowheader", { name: /Depot/ })).toHaveCount(0);
  await page.keyboard.press("ArrowRight");
  await expect(grid(page).getByRole("rowheader", { name: /Depot/ })).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(panel(page)).toHaveAttribute("data-card", "c");
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(panel(page)).toHaveAttribute("data-card", "state");
  expect(complaints).toEqual([]);
});

test("what one person gives, another sees at once, without losing place or focus", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document: template("greater-manchester-2038") });
  const link = await makeGuestLink(owner, mapId, "editor");
  const guest = await guestScreen(browser, link, "Housing team");
  await openView(owner, mapId);
  await openView(guest, mapId);
  await expect(guest.getByText("28 of 33 have an accountable")).toBeVisible();
  await grid(guest).focus();
  await guest.keyboard.press("Control+End");
  const before = await current(guest).getAttribute("id");
  const scrolled = () => grid(guest).evaluate((element) => element.parentElement?.scrollTop ?? 0);
  await expect.poll(scrolled).toBeGreaterThan(100);
  const top = await scrolled();

  await grid(owner).focus();
  await owner.keyboard.press("ArrowDown");
  await owner.keyboard.press("ArrowRight");
  await owner.keyboard.press("a");
  await expect(owner.getByText("29 of 33 have an accountable")).toBeVisible();
  await expect(guest.getByText("29 of 33 have an accountable")).toBeVisible();
  await expect(guest.getByRole("button", { name: "4 without an accountable" })).toBeVisible();
  await expect(grid(guest)).toBeFocused();
  expect(await current(guest).getAttribute("id")).toBe(before);
  expect(await scrolled()).toBe(top);
});

test("gaps and overload are where they are, and narrow the rows; the address keeps it", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("greater-manchester-2038") });
  await openView(page, mapId);
  await page.getByRole("button", { name: "5 without an accountable" }).click();
  await expect(page).toHaveURL(/rows=gaps/);
  await expect(grid(page).locator("[role=row]:not([data-muted]) [role=rowheader]")).toHaveCount(5);
  await expect(
    grid(page).getByRole("rowheader", { name: /Places for Everyone.*Accountable: not known/ }),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "5 without an accountable" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page
    .getByRole("button", { name: /Combined Authority answers for 19, 68% of all: overloaded/ })
    .click();
  await expect(grid(page)).toHaveAttribute("aria-rowcount", /^2\d$/);
  await page.getByRole("button", { name: "Show all rows" }).click();
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "35");
  await expect(grid(page).getByRole("columnheader", { name: /City-region answers for 24, 86%/ })).toHaveCount(
    1,
  );
  await page.getByRole("button", { name: "By sector" }).click();
  await expect(page).toHaveURL(/by=sector/);
  await expect(grid(page).getByRole("columnheader", { name: /^Civil society/ })).toHaveCount(1);
  // The filter of the workspace applies here too.
  await page.goto(`${page.url().replace(/\?.*/, "")}?level=national`);
  await expect(page.getByText("28 of 33")).toHaveCount(0);
  await expect(page.getByText(/have an accountable$/)).toBeVisible();
});

test("the matrix is saved as CSV as it stands, and axe finds nothing wrong", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const document = template("greater-manchester-2038") as { cards: { id: string; title: string }[] };
  const cards = document.cards.map((card) =>
    card.id === "i-pfe" ? { ...card, title: "=Places, for everyone" } : card,
  );
  const mapId = await makeMap(page, { document: { ...document, cards } });
  await openView(page, mapId);
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toBe("Greater Manchester carbon neutral by 2038, Responsibilities.csv");
  const text = readFileSync(await file.path(), "utf8");
  const lines = text.split("\r\n");
  expect(lines).toHaveLength(34);
  expect(lines[0]).toMatch(/^\uFEFFCard,Type,Part of,Accountable,To settle,Levels at work,/);
  expect(text).toContain(`"'=Places, for everyone",Instrument,`);
  expect(lines.filter((line) => line.includes("Accountable: not known"))).toHaveLength(5);
  for (const part of ["Matrix", "Levels and powers"]) {
    await page.getByRole("button", { name: part }).click();
    await expect(page.getByRole("button", { name: part })).toHaveAttribute("aria-pressed", "true");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
});

test("through the phases of Korea: who answers changes hands, and a role is given in one phase", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("korea-innovation-cities") });
  await openView(page, mapId);
  const phase = page.getByRole("combobox", { name: "Phase" });
  const mission = grid(page).getByRole("rowheader").first();
  await expect(mission).toContainText("Provincial and metropolitan governments");
  await phase.selectOption("s1");
  await expect(page).toHaveURL(/phase=s1/);
  await expect(mission).toContainText("Ministry of Land, Infrastructure and Transport");
  await phase.selectOption({ label: "All phases" });
  await expect(mission).toContainText(/Ministry of Land.* and Provincial/);
  // Two accountables in two phases are a handover, no clash.
  await expect(page.getByRole("button", { name: /two accountables/ })).toHaveCount(0);
  await phase.selectOption("s1");
  await grid(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("a");
  await expect(page.getByRole("button", { name: "1 with two accountables in one phase" })).toBeVisible();
  await expect(said(page).filter({ hasText: "2 are accountable for it now." })).toHaveCount(1);
  await expectSaved(page);
  await expect
    .poll(async () => (await duties(page, mapId)).filter((one) => / accountable m-ic s1$/.test(one)))
    .toHaveLength(2);
});

test("levels: the council says where a function is done best, and a power gap leads to its card", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: SMALL });
  await openView(page, mapId);
  await page.getByRole("button", { name: "Levels and powers" }).click();
  await expect(page).toHaveURL(/part=levels/);
  await expect(page.getByText("0 of 1 function that projects need is covered.")).toBeVisible();
  const gaps = page.getByRole("table", { name: /^Work that needs a lever/ });
  await expect(gaps.getByRole("row", { name: /Depot Regulate City council.*Ministry/ })).toBeVisible();
  await gaps.getByRole("button", { name: "Ministry" }).click();
  await expect(panel(page)).toHaveAttribute("data-card", "state");
  await page.getByRole("button", { name: "Change which level is good at what" }).click();
  await page.getByRole("checkbox", { name: "Municipal is good at: Use fiscal tools" }).check();
  await expectSaved(page);
  const settings = async () => JSON.stringify(await mapOnServer(page, mapId));
  await expect.poll(settings).toContain('"fiscal_tools"');
  const row = page.locator("[data-function=fiscal_tools]");
  await row.getByRole("button", { name: "Usual levels again" }).click();
  await expect(
    page.getByRole("checkbox", { name: "Municipal is good at: Use fiscal tools" }),
  ).not.toBeChecked();
  // Once the council holds the lever itself, the gap is closed: worked out of the map, not remembered.
  await page.getByRole("button", { name: "Matrix" }).click();
  await cell(page, "Ministry", "Depot").click();
  await page.getByRole("menuitemcheckbox", { name: "Responsible" }).click();
  await page.getByRole("button", { name: "Levels and powers" }).click();
  await expect(page.getByText(/^No power gaps/)).toBeVisible();
});

test("on a phone each card tells who has which role, and it can be changed", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  await page.setViewportSize({ width: 390, height: 844 });
  const mapId = await makeMap(page, { document: SMALL });
  await openView(page, mapId);
  const list = page.getByRole("list", { name: /^Who answers for what/ });
  await expect(list.getByRole("listitem").filter({ hasText: "Buses" })).toContainText(
    "Accountable: not known",
  );
  await list.getByRole("button", { name: "Change who answers for Buses" }).click();
  const dialog = page.getByRole("dialog", { name: "Buses" });
  await dialog.getByLabel("Actor").selectOption("state");
  await dialog.getByRole("button", { name: "Give this role" }).click();
  await expect(dialog.getByText("Accountable: Ministry")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(list.getByRole("listitem").filter({ hasText: "Buses" })).not.toContainText("not known");
  await expectSaved(page);
  await expect.poll(() => duties(page, mapId)).toContain("state accountable c");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test("an empty map says what to add; a reader sees everything and changes nothing", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const empty = await makeMap(owner, { document: { title: "Empty", cards: [], links: [] } });
  await openView(owner, empty);
  await owner.getByRole("button", { name: "Add a mission" }).click();
  await expect(owner.getByText("There is nobody yet who could answer for something")).toBeVisible();
  await owner.getByRole("button", { name: "Add an actor" }).click();
  await expect(grid(owner)).toBeVisible();

  const mapId = await makeMap(owner, { document: SMALL });
  const reader = await guestScreen(browser, await makeGuestLink(owner, mapId, "viewer"), "A reader");
  await openView(reader, mapId);
  await expect(grid(reader)).toHaveAttribute("aria-readonly", "true");
  await grid(reader).focus();
  await reader.keyboard.press("ArrowDown");
  await reader.keyboard.press("End");
  await reader.keyboard.press("a");
  await reader.keyboard.press("Enter");
  await expect(reader.getByRole("menu")).toHaveCount(0);
  await expect(current(reader)).toHaveAttribute("aria-label", "No role: City council, Buses");
  expect(await duties(owner, mapId)).toEqual(["city accountable m", "city responsible p"]);
});
