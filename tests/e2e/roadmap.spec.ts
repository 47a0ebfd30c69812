/*
 * The roadmap in a real browser: phases, bars and marks of the shipped maps, by keyboard and by pointer, two people at
 * once, dates that make no sense, handing over, an empty map, a phone. What counts is the map on the server.
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

const view = (page: Page) => page.getByRole("region", { name: "Roadmap" });
const tree = (page: Page) => page.getByRole("tree", { name: /^Roadmap/ });
const row = (page: Page, key: string) => tree(page).locator(`[data-key="${key}"]`);
const current = (page: Page) => tree(page).locator("[data-active]");
const strip = (page: Page) => page.locator("[data-strip]");
const said = (page: Page) => page.locator("[aria-live]");

async function openRoadmap(page: Page, mapId: string, search = ""): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/maps/${mapId}/roadmap${search}`);
  await expect(view(page)).toBeVisible();
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
}

const datesOf = async (page: Page, mapId: string, card: string) => {
  const found = (await mapOnServer(page, mapId)).cards.find(({ id }) => id === card);
  return [found?.start ?? null, found?.end ?? null];
};

const YEAR = new Date().getFullYear();
/** A handover within the year, a phase that ends before it starts, and one card for each thing that may be missing. */
const TOWN = {
  title: "Warm homes",
  cards: [
    {
      id: "m",
      type: "mission",
      title: "Warm homes by 2040",
      baseCurrency: "EUR",
      phases: [
        { id: "a", name: "Begin", start: String(YEAR - 3), end: String(YEAR), leadLevel: "national" },
        { id: "b", name: "Grow", start: String(YEAR + 1), end: String(YEAR + 6), leadLevel: "municipal" },
        { id: "c", name: "Backwards", start: String(YEAR + 9), end: String(YEAR + 8) },
      ],
    },
    { id: "homes", type: "challenge", title: "Homes" },
    { id: "insulate", type: "project", title: "Insulation", start: `${YEAR - 1}-03`, end: String(YEAR + 2) },
    { id: "wrong", type: "project", title: "Wrong way", start: String(YEAR + 1), end: String(YEAR - 1) },
    { id: "someday", type: "project", title: "Some day" },
    { id: "city", type: "actor", title: "City council", level: "municipal", sector: "public" },
    { id: "state", type: "actor", title: "Ministry", level: "national", sector: "public" },
  ],
  links: [
    { type: "part_of", from: "homes", to: "m" },
    { type: "part_of", from: "insulate", to: "homes" },
    { type: "part_of", from: "wrong", to: "homes" },
    { type: "part_of", from: "someday", to: "homes" },
    { type: "responsible", from: "state", to: "m", role: "accountable", phase: "a" },
    { type: "responsible", from: "city", to: "m", role: "accountable", phase: "b" },
    { type: "responsible", from: "state", to: "homes", role: "accountable", phase: "a" },
  ],
};

test("the word today covers no year, however close the axis is drawn", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("greater-manchester-2038") });
  await openMap(page, mapId);
  await chooseView(page, "Roadmap");
  const covered = () =>
    page.evaluate(() => {
      const today = document.querySelector("[data-today]")?.getBoundingClientRect();
      if (!today) return ["today is not on the axis"];
      return [...document.querySelectorAll("[data-tick]")].flatMap((tick) => {
        const { left, right, top, bottom } = tick.getBoundingClientRect();
        const isApart =
          right <= today.left || left >= today.right || bottom <= today.top || top >= today.bottom;
        return isApart ? [] : [tick.textContent];
      });
    });
  for (const zoom of ["Fit", "Years", "Quarters"]) {
    await page.getByRole("button", { name: zoom, exact: true }).click();
    for (const width of [1440, 1180, 1020, 900]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(covered).toEqual([]);
    }
  }
});

test("the keyboard goes from bar to bar and lane to lane, moves dates in one step, and opens the card", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const complaints = complaintsOf(page);
  const mapId = await makeMap(page, { document: template("greater-manchester-2038") });
  await openMap(page, mapId);
  await chooseView(page, "Roadmap");
  await tree(page).focus();
  await expect(current(page)).toContainText("Carbon neutral living in Greater Manchester by 2038");
  await page.keyboard.press("Control+ArrowDown");
  await expect(current(page)).toContainText("Clean local energy supply");
  await page.keyboard.press("Control+ArrowDown");
  await page.keyboard.press("Control+ArrowDown");
  await expect(current(page)).toContainText("Transport and clean air");
  await page.keyboard.press("ArrowRight");
  await expect(current(page)).toHaveAttribute(
    "aria-label",
    /^Zero-emission bus fleet, 2023 to 2030, Project, In delivery/,
  );
  await expect(strip(page)).toContainText(
    "Needs Bee Network bus franchising: that ends only after this has started, but it is there by now",
  );
  // The bars of the two, one above the other, are joined by a line.
  await expect(page.locator("path[data-late]")).toHaveCount(1);

  await page.keyboard.press("Alt+ArrowRight");
  await expect(current(page)).toHaveAttribute("aria-label", /2024 to 2031/);
  await expect(said(page).filter({ hasText: "Zero-emission bus fleet: 2024 to 2031." })).toHaveCount(1);
  await page.keyboard.press("Alt+Shift+ArrowLeft");
  await expect(current(page)).toHaveAttribute("aria-label", /2024 to 2030/);
  await expectSaved(page);
  await expect.poll(() => datesOf(page, mapId, "p-zeb")).toEqual(["2024", "2030"]);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(current(page)).toHaveAttribute("aria-label", /2023 to 2030/);
  // A month stays a month, a day a day.
  await row(page, "p-cap").click({ position: { x: 60, y: 14 } });
  await page.keyboard.press("Alt+ArrowLeft");
  await expect.poll(() => datesOf(page, mapId, "p-cap")).toEqual(["2022-12", "2025"]);

  await page.keyboard.press("Enter");
  await expect(panel(page)).toHaveAttribute("data-card", "p-cap");
  await tree(page).focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(row(page, "lane c-transport")).toHaveAttribute("aria-expanded", "false");
  await expect(row(page, "p-cap")).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test("a bar is dragged, and what one person moves another sees at once", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document: TOWN });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "viewer"), "Housing team");
  await openRoadmap(owner, mapId);
  await openRoadmap(guest, mapId);
  const bar = owner.locator("[data-bar=insulate]");
  const seen = guest.locator("[data-bar=insulate]");
  await expect(seen).toBeVisible();
  const before = await seen.boundingBox();
  const box = await bar.boundingBox();
  if (!box || !before) throw new Error("The bar is not there.");
  // From March of last year to the end of the year after next: three years and ten months.
  const year = box.width / (4 - 2 / 12);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await owner.mouse.move(x, y);
  await owner.mouse.down();
  await owner.mouse.move(x + year * 0.6, y, { steps: 4 });
  await owner.mouse.move(x + year * 2.1, y, { steps: 4 });
  await owner.mouse.up();
  await expect.poll(() => datesOf(owner, mapId, "insulate")).toEqual([`${YEAR + 1}-03`, String(YEAR + 4)]);
  await expect
    .poll(async () => Math.round(((await seen.boundingBox())?.x ?? 0) - before.x))
    .toBeGreaterThan(40);
  await owner.keyboard.press("Control+z");
  await expect.poll(() => datesOf(owner, mapId, "insulate")).toEqual([`${YEAR - 1}-03`, String(YEAR + 2)]);
  // A reader's bars stay where they are.
  await expect(guest.locator("[data-can-drag]")).toHaveCount(0);

  // A phase that is written down stands on the other screen.
  await expect(guest.locator("[data-phase=b]")).toHaveAttribute("title", /^Grow/);
  await openMap(owner, mapId, { card: "m" });
  const name = field(owner, "phases").getByRole("textbox", { name: /Name/ }).nth(1);
  await name.fill("Bloom");
  await name.press("Tab");
  await expect(guest.locator("[data-phase=b]")).toHaveAttribute("title", /^Bloom/);
});

test("dates that make no sense are told and never drawn backwards", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: TOWN });
  await openRoadmap(page, mapId);
  const wrong = `ends ${YEAR - 1}, before it starts ${YEAR + 1}`;
  await expect(row(page, "wrong")).toHaveAttribute(
    "aria-label",
    `Wrong way, ${wrong}, Project, Status not known`,
  );
  await expect(page.locator("[data-bar=wrong]")).toHaveCount(0);
  await expect(row(page, "someday")).toContainText("no dates");
  await expect(page.locator("[data-bar=someday]")).toHaveCount(0);
  await expect(row(page, "fault m c")).toContainText(
    `Backwards: ends ${YEAR + 8}, before it starts ${YEAR + 9}`,
  );
  await expect(page.locator("[data-phase]")).toHaveCount(2);
  await row(page, "fault m c").click();
  await strip(page).getByRole("button", { name: "Change the phases" }).click();
  await expect(panel(page)).toHaveAttribute("data-card", "m");
  await expect(panel(page).locator('[data-field="phases"]').locator(":focus")).toHaveCount(1);
  // What has no date cannot be moved, and that is said.
  await row(page, "someday").click();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(page.getByText("“Some day” has no date to move.")).toBeVisible();
  await expectClean(page);
});

test("what is not yet handed over is named, and somebody is made accountable for the next phase only", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: TOWN });
  await openRoadmap(page, mapId);
  await expect(tree(page).locator("[data-handover=m]")).toHaveCount(1);
  await page.getByRole("button", { name: "Handover", exact: true }).click();
  await expect(page).toHaveURL(/part=phases/);
  const open = page.locator("[data-not-handed-over]");
  await expect(open).toContainText("It is led by another level: Municipal, after National.");
  await expect(open).toContainText("3 cards go on without anybody accountable in it.");
  await page.getByRole("button", { name: "Name who answers for Homes" }).click();
  await page.getByLabel("Accountable in “Grow”").selectOption({ label: "City council" });
  await page.getByRole("button", { name: "Make accountable" }).click();
  await expect(open).toContainText("2 cards go on");
  await expect(page.locator("[data-handed-over=homes]")).toContainText("Municipal (City council)");
  await expectSaved(page);
  const links = (await mapOnServer(page, mapId)).links.filter(
    ({ to, type }) => to === "homes" && type === "responsible",
  );
  expect(links.map(({ from, phase }) => `${from} ${phase}`).sort()).toEqual(["city b", "state a"]);
  await expectClean(page);

  // The dashboard says the same, and the health check leads here.
  await chooseView(page, "Dashboard");
  const tile = page.getByRole("article", { name: "Phase and handover" });
  await expect(tile).toContainText("Begin, led by: National");
  await expect(tile).toContainText("2 cards not yet handed over");
  await tile.getByRole("link", { name: "See the roadmap" }).click();
  await expect(page).toHaveURL(/roadmap\?.*part=phases/);
  await chooseView(page, "Health");
  await page.locator("[data-opener=H23]").click();
  await page.getByRole("link", { name: "See the roadmap" }).click();
  await expect(page).toHaveURL(/roadmap\?.*part=phases/);
});

test("Korea changes hands in three places, Greater Manchester pays by phase; both are clean and can be saved", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const korea = await makeMap(page, { document: template("korea-innovation-cities") });
  await openRoadmap(page, korea);
  await expect(page.locator("[data-handover]")).toHaveCount(3);
  await expectClean(page);
  await openRoadmap(page, korea, "?part=phases");
  await expect(page.locator("[data-handed-over]")).toHaveCount(3);
  await expect(page.locator("[data-handed-over=c-integrate]")).toContainText(/National.*Municipal/);
  await expect(page.locator("[data-shares=s1]")).toContainText("9 (100%)");
  await expect(page.locator("[data-shares=s2]")).toContainText(/11 \(41%\).*13 \(48%\).*3 \(11%\)/);
  await expectClean(page);

  const manchester = await makeMap(page, { document: template("greater-manchester-2038") });
  await openRoadmap(page, manchester, "?part=phases");
  await expect(page.locator("[data-money=ph1]")).toContainText("£220m, and €4.56m, 1 amount not known");
  await expect(page.locator("[data-money=ph2]")).toContainText("£238m");
  await expect(page.locator("[data-money=ph3]")).toContainText("nothing stated");
  await expectClean(page);
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await expect(page.locator('[data-line="p-zeb"]')).toContainText("Second Five-Year Environment Plan");
  await expectClean(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("Greater Manchester carbon neutral by 2038, Roadmap.csv");
  expect(readFileSync(await file.path(), "utf8")).toMatch(/Project,Zero-emission bus fleet,.*,2023,2030,/);
  // The choice of zoom is kept in the address.
  await page.getByRole("button", { name: "Timeline", exact: true }).click();
  await page.getByRole("button", { name: "Quarters" }).click();
  await expect(page).toHaveURL(/zoom=quarters/);
  await page.reload();
  await expect(page.getByRole("button", { name: "Quarters" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("[data-phase=ph2]")).toHaveAttribute(
    "title",
    /^Second Five-Year Environment Plan/,
  );
  await expectClean(page);
});

test("without phases, or without a mission, one step is offered; 200 projects stay quick", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const empty = await makeMap(page, { document: { title: "Empty", cards: [], links: [] } });
  await openRoadmap(page, empty);
  await expect(view(page)).toContainText("There is nothing in time yet");
  await view(page).getByRole("button", { name: "Add a mission" }).click();
  await expect(panel(page).getByLabel("Title", { exact: true })).toBeFocused();
  await expect(view(page)).toContainText("No phases yet.");
  await view(page).getByRole("button", { name: "Add the first phase" }).click();
  await expect(panel(page).locator('[data-field="phases"]').locator(":focus")).toHaveCount(1);

  const projects = Array.from({ length: 200 }, (_, index) => ({
    id: `p${index}`,
    type: "project",
    title: `Project ${index}`,
    start: String(2000 + (index % 20)),
    end: String(2021 + (index % 10)),
  }));
  const many = await makeMap(page, {
    document: {
      title: "Many",
      cards: [
        { id: "m", type: "mission", title: "M" },
        { id: "c", type: "challenge", title: "C" },
        ...projects,
      ],
      links: [
        { type: "part_of", from: "c", to: "m" },
        ...projects.map(({ id }) => ({ type: "part_of", from: id, to: "c" })),
      ],
    },
  });
  await openRoadmap(page, many);
  await expect(row(page, "lane c")).toHaveAttribute("aria-label", "C, 200 projects and instruments");
  expect(await tree(page).getByRole("treeitem").count()).toBeLessThan(60);
  await tree(page).focus();
  await page.keyboard.press("End");
  await expect(current(page)).toContainText("Project");
  await expect(current(page)).toBeInViewport();
});

test("on a phone it is a list by phase and challenge", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  await page.setViewportSize({ width: 390, height: 844 });
  const mapId = await makeMap(page, { document: TOWN });
  await openMap(page, mapId);
  await chooseView(page, "Roadmap");
  const list = page.getByRole("list", { name: /^Roadmap/ });
  await expect(list).toContainText("Begin");
  await expect(list).toContainText("led by: National");
  await expect(list.getByRole("listitem").filter({ hasText: "Insulation" })).toContainText(
    `Status not known · Mar ${YEAR - 1} to ${YEAR + 2}`,
  );
  await expect(list).toContainText(`Backwards: ends ${YEAR + 8}, before it starts ${YEAR + 9}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectClean(page);
  await page.getByRole("button", { name: "Handover", exact: true }).click();
  await expect(page.locator("[data-not-handed-over]")).toContainText("3 cards go on");
  await expectClean(page);
});
