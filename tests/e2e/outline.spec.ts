/*
 * The outline in a real browser: a map built by keyboard alone, cards moved in every way, references, two people at
 * once, what is found and filtered, and a reader without the right to edit. What counts is the map on the server.
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
  type ServerMap,
} from "../support/screens.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

const template = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../shared/src/templates/${name}.json`, import.meta.url), "utf8"));

const tree = (page: Page) => page.getByRole("tree", { name: "Outline of the map" });
const row = (page: Page, name: string | RegExp) => tree(page).getByRole("treeitem", { name });
/** The row that keys act on. */
const current = (page: Page) => page.locator("[role=treeitem][data-active]");

async function openOutline(page: Page, mapId: string): Promise<void> {
  await openMap(page, mapId);
  await chooseView(page, "Outline");
  await expect(page.getByRole("region", { name: "Outline of the map" })).toBeVisible();
}

/** Makes a row the current one by typing the beginning of its title. */
async function goTo(page: Page, title: string): Promise<void> {
  await tree(page).focus();
  await page.keyboard.press("Home");
  // Letters long after each other begin anew.
  await page.waitForTimeout(750);
  await page.keyboard.type(title);
  await expect(current(page)).toContainText(title);
  await page.waitForTimeout(750);
}

interface Written {
  readonly type: string;
  readonly home: string | null;
}
const field = (page: Page) => tree(page).getByRole("textbox");

/** Titles of a map with their type and the title of their home; a project goes before funding of the same title. */
function written({ cards: unsorted, links }: ServerMap): Record<string, Written> {
  const cards = [...unsorted].sort(
    (one, other) => Number(other.type === "funding") - Number(one.type === "funding"),
  );
  const titles = new Map(cards.map((card) => [card.id, String(card.title)]));
  const homes = new Map(links.filter(({ type }) => type === "part_of").map(({ from, to }) => [from, to]));
  return Object.fromEntries(
    cards.map((card) => [
      card.title,
      { type: String(card.type), home: titles.get(String(homes.get(card.id))) ?? null },
    ]),
  );
}
const titlesBelow = (map: ServerMap, home: string): string[] => {
  const id = map.cards.find(({ title }) => title === home)?.id;
  const below = map.links.filter(({ type, to }) => type === "part_of" && to === id).map(({ from }) => from);
  return map.cards
    .filter((card) => below.includes(card.id))
    .sort((one, other) => Number(one.order) - Number(other.order))
    .map(({ title }) => String(title));
};

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
}

test("a mission with challenges, projects and actors in their roles is built by keyboard alone", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await ownerScreen(browser, server);
  const complaints = complaintsOf(page);
  const mapId = await makeMap(page, { document: { title: "By keyboard", cards: [], links: [] } });
  await openOutline(page, mapId);
  const keys = page.keyboard;
  const write = async (title: string, then = "Enter") => {
    await expect(page.getByRole("textbox", { name: /^Title of the new/ })).toBeFocused();
    await keys.type(title);
    await keys.press(then);
  };

  await page.getByRole("button", { name: "Add a mission" }).focus();
  await keys.press("Enter");
  await write("Warm homes by 2035", "Shift+Control+Enter");
  await write("Insulation", "Control+Enter");
  await write("Heat", "Control+Enter");
  await write("Skills");
  await expect(tree(page)).toBeFocused();
  for (const [challenge, projects] of [
    ["Insulation", ["Street by street", "Loft checks"]],
    ["Heat", ["Heat network", "Heat pumps for schools"]],
    ["Skills", ["Retrofit academy"]],
  ] as const) {
    await goTo(page, challenge);
    await keys.press("Insert");
    for (const project of projects.slice(0, -1)) await write(project, "Control+Enter");
    await write(projects.at(-1) ?? "");
  }
  // One more below the current row, set in and out again while it is being written.
  await goTo(page, "Retrofit academy");
  await keys.press("Control+Enter");
  await expect(page.getByRole("textbox", { name: "Title of the new project" })).toBeFocused();
  await keys.press("Tab");
  await expect(page.locator("[data-new]")).toHaveAttribute("aria-level", "4");
  await keys.press("Shift+Tab");
  await expect(page.locator("[data-new]")).toHaveAttribute("aria-level", "3");
  await write("Apprenticeships");

  const actors = ["Combined Authority", "Housing department", "Tenants forum", "Energy agency"];
  await page.getByRole("button", { name: "Add", exact: true }).focus();
  await keys.press("Enter");
  await page.getByRole("menuitem", { name: "Actor" }).focus();
  await keys.press("Enter");
  for (const actor of actors.slice(0, -1)) await write(actor, "Control+Enter");
  await write(actors.at(-1) ?? "");

  for (const [actor, verb, card] of [
    ["Combined Authority", "is accountable for", "Warm homes"],
    ["Housing department", "is responsible for", "Street by street"],
    ["Tenants forum", "is consulted on", "Insulation"],
    ["Energy agency", "convenes", "Heat network"],
  ] as const) {
    await goTo(page, actor);
    await keys.press("Alt+l");
    await expect(page.getByRole("combobox", { name: "To which card" })).toBeFocused();
    await keys.type(card);
    await keys.press("Enter");
    await expect(page.getByRole("combobox", { name: "What the link says" })).toBeFocused();
    await keys.type(verb);
    await keys.press("Enter");
    await expect(tree(page)).toBeFocused();
  }
  await expect(
    row(page, "Mission, Warm homes by 2035, Combined Authority accountable, 1 link"),
  ).toBeVisible();
  await expectSaved(page);

  const map = await mapOnServer(page, mapId);
  expect(written(map)).toEqual({
    "Warm homes by 2035": { type: "mission", home: null },
    ...Object.fromEntries(
      ["Insulation", "Heat", "Skills"].map((title) => [
        title,
        { type: "challenge", home: "Warm homes by 2035" },
      ]),
    ),
    "Street by street": { type: "project", home: "Insulation" },
    "Loft checks": { type: "project", home: "Insulation" },
    "Heat network": { type: "project", home: "Heat" },
    "Heat pumps for schools": { type: "project", home: "Heat" },
    "Retrofit academy": { type: "project", home: "Skills" },
    Apprenticeships: { type: "project", home: "Skills" },
    ...Object.fromEntries(actors.map((title) => [title, { type: "actor", home: null }])),
  });
  const title = new Map(map.cards.map((card) => [card.id, card.title]));
  expect(
    map.links
      .filter(({ type }) => type === "responsible")
      .map(({ from, to, role }) => [title.get(String(from)), role, title.get(String(to))])
      .sort(),
  ).toEqual([
    ["Combined Authority", "accountable", "Warm homes by 2035"],
    ["Energy agency", "convenor", "Heat network"],
    ["Housing department", "responsible", "Street by street"],
    ["Tenants forum", "consulted", "Insulation"],
  ]);
  expect(titlesBelow(map, "Warm homes by 2035")).toEqual(["Insulation", "Heat", "Skills"]);
  await expectClean(page);
  expect(complaints).toEqual([]);
});

test("on the Camden map cards are reordered, set in and out, moved and found where they belong", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("camden-renewal") });
  await openOutline(page, mapId);
  const keys = page.keyboard;
  const leaders = "Leaders who look like the borough";
  const before = titlesBelow(await mapOnServer(page, mapId), leaders);
  const [first = "", second = "", third = ""] = before;

  await goTo(page, second);
  await keys.press("Alt+ArrowUp");
  await expectSaved(page);
  await expect
    .poll(async () => titlesBelow(await mapOnServer(page, mapId), leaders).slice(0, 2))
    .toEqual([second, first]);
  await keys.press("Alt+ArrowUp");
  await expect(page.getByText("It is the first of its level already.")).toBeVisible();
  await expect(current(page)).toContainText(second);

  await goTo(page, third);
  await keys.press("Alt+ArrowRight");
  await expect(current(page)).toHaveAttribute("aria-level", "4");
  await expect.poll(async () => written(await mapOnServer(page, mapId))[third]?.home).toBe(first);
  await keys.press("Control+[");
  await expect(current(page)).toHaveAttribute("aria-level", "3");
  await expect.poll(async () => written(await mapOnServer(page, mapId))[third]?.home).toBe(leaders);

  // An instrument cannot be part of a project: a sentence says what can hold it, and nothing moves.
  await row(page, /Instrument, Mission-led procurement/).click();
  await keys.press("Alt+ArrowRight");
  await expect(page.getByText("an instrument cannot be part of a project")).toBeVisible();
  await expect(current(page)).toHaveAttribute("aria-level", "3");

  // To somewhere else, and back by undo.
  await goTo(page, third);
  await keys.press("Alt+m");
  await expect(page.getByRole("combobox", { name: "To become part of" })).toBeFocused();
  await keys.type("A ready next");
  await keys.press("Enter");
  await expect
    .poll(async () => written(await mapOnServer(page, mapId))[third]?.home)
    .toBe("A ready next generation");
  await expect(tree(page)).toBeFocused();
  await keys.press("Control+z");
  await expect.poll(async () => written(await mapOnServer(page, mapId))[third]?.home).toBe(leaders);

  // A shared project stands once as itself, elsewhere as a reference that leads to it.
  const shared = tree(page).locator('[data-kind="reference"]').first();
  await expect(shared).toContainText("also helps here");
  await expect(shared).not.toHaveAttribute("aria-expanded");
  const owner = await shared.locator("[title]").first().getAttribute("title");
  await shared.click();
  await keys.press("Enter");
  await expect(current(page)).toHaveAttribute("data-kind", "card");
  await expect(current(page)).toContainText(String(owner));
  await expect(panel(page)).toHaveAttribute(
    "data-card",
    (await current(page).getAttribute("data-key")) ?? "",
  );
  await expectSaved(page);
});

test("a row is moved by dragging, and is not when the mark says that it cannot stand there", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("camden-renewal") });
  await openOutline(page, mapId);
  const drag = async (title: string, to: string, part: number) => {
    const [from, target] = await Promise.all([
      row(page, new RegExp(`^(Project|Instrument|Challenge), ${title}`))
        .first()
        .boundingBox(),
      row(page, new RegExp(`^(Project|Instrument|Challenge), ${to}`))
        .first()
        .boundingBox(),
    ]);
    if (!from || !target) throw new Error("Both rows are on screen.");
    await page.mouse.move(from.x + 200, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 210, from.y + from.height, { steps: 3 });
    await page.mouse.move(target.x + 200, target.y + target.height * part, { steps: 5 });
  };
  const leaders = "Leaders who look like the borough";
  const home = async (title: string) => written(await mapOnServer(page, mapId))[title]?.home;

  await drag("Equalities Fund", "A ready next generation", 0.5);
  await expect(page.getByText("Part of this")).toBeVisible();
  await page.mouse.up();
  await expect.poll(() => home("Equalities Fund")).toBe("A ready next generation");

  await drag("Building Equal Foundations", "Camden Community Wealth Fund", 0.1);
  await page.mouse.up();
  await expect
    .poll(async () => titlesBelow(await mapOnServer(page, mapId), leaders)[0])
    .toBe("Building Equal Foundations");

  await drag("Mission-led procurement", "Camden Community Wealth Fund", 0.5);
  await expect(page.getByText("It cannot stand here")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect(await home("Mission-led procurement")).toBe(leaders);
});

test("the selection is one with the canvas, and the current row is in sight", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("greater-manchester-2038") });
  await openMap(page, mapId, { card: "p-eia" });
  await page.getByRole("link", { name: "Outline" }).click();
  await expect(current(page)).toContainText("Energy Innovation Agency");
  await expect(current(page)).toBeInViewport();
  await expect(current(page)).toHaveAttribute("aria-selected", "true");
  await tree(page).focus();
  await page.keyboard.press("End");
  await expect(current(page)).toBeInViewport();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(panel(page)).toContainText("2 cards");
  await page.getByRole("link", { name: "Canvas" }).click();
  await expect(panel(page)).toContainText("2 cards");
});

test("what is folded on the canvas is all in the outline, and what is not asked for is in neither", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("camden-renewal") });
  const hidden = page.locator("[data-look-status]");
  await page.goto(`${server.url}/maps/${mapId}?only=`);
  await expect(hidden).toContainText("cards hidden: folded");
  await page.getByRole("navigation").getByRole("link", { name: "Outline" }).click();
  await expect(row(page, /^Project, Building Equal Foundations/)).toBeVisible();
  await expect(hidden).toBeEmpty();

  await page.goto(`${server.url}/maps/${mapId}/outline?status=completed,proposed`);
  await expect(hidden).toContainText("cards hidden");
  const [count, total] =
    /(\d+) of (\d+)/
      .exec((await hidden.textContent()) ?? "")
      ?.slice(1)
      .map(Number) ?? [];
  await page.getByRole("button", { name: "Open all levels" }).click();
  const shown = tree(page).locator('[data-kind="card"]:not([data-muted])');
  await expect(shown).toHaveCount((total ?? 0) - (count ?? 0));
});

test("Enter opens the details with the focus in them, and F6 leads back; letters find titles", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("camden-renewal") });
  await openOutline(page, mapId);
  await tree(page).focus();
  await page.keyboard.type("mission-lex");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("d");
  await expect(current(page)).toContainText("Mission-led procurement");
  // Backspace is a letter taken back or nothing, however late it comes.
  await page.waitForTimeout(750);
  await page.keyboard.press("Backspace");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(field(page)).toHaveCount(0);
  await expect(current(page)).toContainText("Mission-led procurement");
  await page.keyboard.press("Enter");
  await expect(panel(page)).toContainText("Mission-led procurement");
  await expect.poll(() => panel(page).evaluate((it) => it.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("F6");
  await expect(tree(page)).toBeFocused();
});

test("two people edit one outline, and a title whose card is removed is given back", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const document = {
    title: "Two people",
    cards: [
      { id: "m", type: "mission", title: "Warm homes" },
      { id: "c", type: "challenge", title: "Insulation" },
      { id: "p", type: "project", title: "Street by street" },
    ],
    links: [
      { type: "part_of", from: "c", to: "m" },
      { type: "part_of", from: "p", to: "c" },
    ],
  };
  const mapId = await makeMap(owner, { document });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Housing team");
  await openOutline(owner, mapId);
  await openOutline(guest, mapId);

  await row(guest, /Street by street/).click();
  await expect(row(owner, /Street by street.*Housing team has it selected/)).toBeVisible();
  await row(owner, /Insulation/).click();
  await owner.keyboard.press("F2");
  await owner.keyboard.type("Insulate every home");
  await expect(row(guest, /is editing it/)).toBeVisible();
  // The other adds above: what is being written stays where it is, with the focus.
  await row(guest, /Mission, Warm homes/).click();
  await guest.keyboard.press("Insert");
  await guest.keyboard.type("Skills");
  await guest.keyboard.press("Enter");
  await expect(row(owner, /Challenge, Skills/)).toBeVisible();
  await expect(field(owner)).toBeFocused();
  await expect(field(owner)).toHaveValue("Insulate every home");

  await row(guest, /Challenge, Insulation/).click();
  await guest.keyboard.press("Delete");
  await guest.getByRole("dialog").getByRole("button", { name: "Remove the card" }).click();
  await expect(owner.getByRole("alert").filter({ hasText: "was removed by somebody else" })).toBeVisible();
  await expect(owner.getByLabel("What you had written")).toHaveValue("Insulate every home");
  await expect(row(owner, /Project, Street by street/)).toBeVisible();
});

test("a title left as it was does not undo what somebody else called the card meanwhile", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const document = {
    title: "Renamed",
    cards: [{ id: "m", type: "mission", title: "Warm homes" }],
    links: [],
  };
  const mapId = await makeMap(owner, { document });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Housing team");
  await openOutline(owner, mapId);
  await openOutline(guest, mapId);
  const rename = async (title: string) => {
    await row(guest, /^Mission/).click();
    await guest.keyboard.press("F2");
    await field(guest).fill(title);
    await guest.keyboard.press("Enter");
    await expect.poll(async () => (await mapOnServer(owner, mapId)).cards[0]?.title).toBe(title);
  };

  await row(owner, /^Mission/).click();
  await owner.keyboard.press("F2");
  await expect(field(owner)).toHaveValue("Warm homes");
  await rename("Warm homes by 2035");
  await owner.keyboard.press("Enter");
  await expect(field(owner)).toHaveCount(0);
  await expect(row(owner, /Mission, Warm homes by 2035/)).toBeVisible();

  // What was typed is the person's own and counts.
  await owner.keyboard.press("F2");
  await field(owner).fill("Warm homes for all");
  await rename("Warm homes soon");
  await owner.keyboard.press("Enter");
  await expect(row(guest, /Mission, Warm homes for all/)).toBeVisible();
  await expectSaved(owner);
  expect((await mapOnServer(owner, mapId)).cards[0]?.title).toBe("Warm homes for all");
});

test("a title that is too long stays, with the reason; cards are copied, and lines of text become cards", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const document = {
    title: "Text",
    cards: [
      { id: "m", type: "mission", title: "Warm homes" },
      { id: "c", type: "challenge", title: "Insulation" },
    ],
    links: [{ type: "part_of", from: "c", to: "m" }],
  };
  const mapId = await makeMap(page, { document });
  await openOutline(page, mapId);
  await row(page, /Challenge, Insulation/).click();
  await page.keyboard.press("F2");
  await page.keyboard.insertText("ä".repeat(121));
  await page.keyboard.press("Enter");
  await expect(field(page)).toHaveValue("ä".repeat(121));
  await expect(field(page)).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText(/at most 120/)).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("단열 🏠");
  await page.keyboard.press("Enter");
  await expect(row(page, /Challenge, 단열 🏠/)).toBeVisible();

  await page.evaluate(() => navigator.clipboard.writeText("Street by street\n\tLofts\nHeat pumps"));
  await page.keyboard.press("Control+v");
  await expect(row(page, /Project, Lofts/)).toBeVisible();
  await expect.poll(async () => written(await mapOnServer(page, mapId)).Lofts?.home).toBe("Street by street");
  expect(written(await mapOnServer(page, mapId))["Heat pumps"]?.home).toBe("단열 🏠");

  await row(page, /Challenge, 단열/).click();
  await row(page, /Project, Street by street/).click({ modifiers: ["Control"] });
  await row(page, /Project, Lofts/).click({ modifiers: ["Control"] });
  await page.keyboard.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "단열 🏠\n\tStreet by street\n\t\tLofts",
  );
  await expectSaved(page);
});

test("a reader finds and reads everything, and nothing offers a change", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document: template("camden-renewal") });
  const reader = await guestScreen(browser, await makeGuestLink(owner, mapId, "viewer"), "Committee clerk");
  await openOutline(reader, mapId);
  await expect(reader.getByRole("button", { name: /^Add/ })).toHaveCount(0);
  await row(reader, /Challenge, Leaders/).click();
  for (const key of ["F2", "Control+Enter", "Insert", "Alt+m", "Alt+l", "Delete", "Alt+ArrowRight"])
    await reader.keyboard.press(key);
  await expect(field(reader)).toHaveCount(0);
  await expect(reader.getByRole("dialog")).toHaveCount(0);
  await reader.keyboard.press("Shift+F10");
  await expect(reader.getByRole("menuitem")).toHaveText(["Open the details"]);
  await reader.keyboard.press("Escape");

  await tree(reader).focus();
  await reader.keyboard.press("/");
  await expect(reader.getByRole("textbox", { name: "Find in the outline" })).toBeFocused();
  await reader.keyboard.type("equalities");
  await expect(reader.getByText("2 found")).toBeVisible();
  await expect(row(reader, /^Project, Equalities Fund/)).toBeVisible();
  await expect(row(reader, /^Funding, Equalities Fund/)).toBeVisible();
  await expect(row(reader, /Camden Climate Action Plan/)).toHaveCount(0);
  await reader.keyboard.press("Enter");
  await expect(current(reader)).toContainText("Equalities Fund");
  await expectClean(reader);
});

test("on a phone rows are read and edited by touch", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  await owner.setViewportSize({ width: 390, height: 844 });
  const mapId = await makeMap(owner, { document: template("camden-renewal") });
  await openOutline(owner, mapId);
  const leaders = /Challenge, Leaders/;
  await row(owner, leaders)
    .getByRole("button", { name: /^What to do with/ })
    .click();
  await owner.getByRole("menuitem", { name: "Write the title" }).click();
  await field(owner).fill("Leaders like us");
  await owner.keyboard.press("Enter");
  await expect(row(owner, /Challenge, Leaders like us/)).toBeVisible();
  await row(owner, /Challenge, Leaders like us/)
    .getByRole("button", { name: /^What to do with/ })
    .click();
  await owner.getByRole("menuitem", { name: "Move down" }).click();
  await expect
    .poll(async () => titlesBelow(await mapOnServer(owner, mapId), "Diversity in positions of power"))
    .toEqual(["A ready next generation", "Leaders like us"]);
  await owner.getByRole("button", { name: "Open", exact: true }).last().click();
  await expect(panel(owner)).toContainText("Municipal");
  const overflow = await owner.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectClean(owner);
});

test("on a phone Back closes the panel and stays on the map, and closing it leaves no step behind", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  await page.setViewportSize({ width: 390, height: 844 });
  const mapId = await makeMap(page, { document: template("camden-renewal") });
  await openOutline(page, mapId);
  const outline = /\/outline$/;
  const steps = () => page.evaluate(() => window.history.state.idx as number);
  const before = await steps();
  const open = async () => {
    await page.getByRole("button", { name: "Open", exact: true }).last().click();
    await expect(panel(page)).toBeVisible();
    await expect.poll(steps).toBe(before + 1);
  };
  await row(page, /Challenge, Leaders/).click();

  await open();
  await page.goBack();
  await expect(panel(page)).toHaveCount(0);
  await expect(page).toHaveURL(outline);
  await expect(row(page, /Challenge, Leaders/)).toBeVisible();

  await open();
  await page.locator("[data-close-panel]").click();
  await expect(panel(page)).toHaveCount(0);
  await expect.poll(steps).toBe(before);
  await expect(page).toHaveURL(outline);

  // From one view to another on the way: the step before is still the map's.
  await page.goBack();
  await expect(page).not.toHaveURL(outline);
  await expect(page).toHaveURL(new RegExp(mapId));
});
