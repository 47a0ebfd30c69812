/*
 * Lenses and participation in a real browser: ratings and their radar, tags, colours and filters, an own lens, who took
 * part; two people at once, keyboard alone, files, a phone, and a map with nothing on it. What counts is the map on the
 * server.
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

const lenses = (page: Page) => page.getByRole("region", { name: "Lenses", exact: true });
const part = (page: Page) => page.getByRole("region", { name: "Participation", exact: true });
const item = (page: Page, id: string) => lenses(page).locator(`tr[data-item="${id}"]`);
const value = (page: Page, id: string) => lenses(page).locator(`tr[data-value="${id}"]`);
const radar = (page: Page) => lenses(page).getByRole("img", { name: /^Radar of/ });
const figure = (page: Page, name: string) => part(page).locator(`[data-figure=${name}]`);

async function openPart(
  page: Page,
  mapId: string,
  name: "lenses" | "participation",
  more = "",
): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/maps/${mapId}/health?part=${name}${more}`);
  await expect(name === "lenses" ? lenses(page) : part(page)).toBeVisible();
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
}

/** Waits until no notice covers anything. */
const calm = (page: Page) =>
  expect(page.locator(".mantine-Notification-root")).toHaveCount(0, { timeout: 15_000 });

test("one person rates the building blocks by keyboard alone, the other's radar follows, one undo takes it back", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const owner = await ownerScreen(browser, server);
  const complaints = complaintsOf(owner);
  const mapId = await makeMap(owner, { document: template("learning-community") });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "viewer"), "Residents' forum");
  await openPart(guest, mapId, "lenses");
  await openMap(owner, mapId);
  await chooseView(owner, "Health");
  await owner.getByRole("button", { name: "Lenses" }).focus();
  await owner.keyboard.press("Enter");

  // The template has its radar, and nothing is made up: no score is known.
  await expect(radar(owner)).toHaveAccessibleName(/Building block.*0 of 7 items are rated/);
  await expect(lenses(owner).locator("[data-ratings-said]")).toHaveText(/Nobody has rated/);
  await expect(item(guest, "champions")).toContainText("Not known");
  await expect(lenses(guest).getByRole("button", { name: "Rate", exact: true })).toHaveCount(0);
  await expectClean(owner);

  await lenses(owner).getByRole("button", { name: "Rate", exact: true }).focus();
  const keys = owner.keyboard;
  await keys.press("Enter");
  const dialog = owner.getByRole("dialog", { name: /^Rate/ });
  await expect(dialog).toContainText("Who would people name if asked who drives this?");
  await expect(dialog).toContainText("2 Partial");
  await expectClean(owner);
  await dialog.getByRole("button", { name: "Add this rating" }).focus();
  await keys.press("Enter");
  await expect(dialog.getByRole("alert")).toHaveText("Choose a score for at least one item.");
  const champions = dialog.getByRole("group", { name: "Champions" });
  await champions.getByRole("radio", { name: "No answer" }).focus();
  for (const _ of [0, 1, 2, 3]) await keys.press("ArrowRight");
  await expect(champions.getByRole("radio", { name: "3" })).toBeChecked();
  await keys.press("Tab");
  for (const _ of [0, 1]) await keys.press("ArrowRight");
  await expect(
    dialog.getByRole("group", { name: "Intermediaries" }).getByRole("radio", { name: "1" }),
  ).toBeChecked();
  // Closing loses nothing.
  await keys.press("Escape");
  await lenses(owner).getByRole("button", { name: "Rate", exact: true }).focus();
  await keys.press("Enter");
  await expect(champions.getByRole("radio", { name: "3" })).toBeChecked();
  await dialog.getByLabel("In what capacity you rate").focus();
  await keys.type("officer");
  await keys.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expectSaved(owner);

  await expect(item(guest, "champions")).toContainText("1 rater: no spread");
  await expect(item(guest, "champions").locator("b")).toHaveText("3");
  await expect(item(guest, "participation")).toContainText("Not known");
  await expect(radar(guest)).toHaveAccessibleName(/2 of 7 items are rated/);
  await expect(radar(guest)).toContainText("3");
  await expect(lenses(guest).locator("[data-ratings-said]")).toHaveText(/one person's view/);
  const stored = (await mapOnServer(owner, mapId)).cards.find(({ id }) => id === "m-learn")?.assessments;
  expect(stored).toHaveLength(2);
  expect(stored).toContainEqual(
    expect.objectContaining({ item: "champions", score: 3, raterRole: "officer" }),
  );

  await owner.getByRole("button", { name: /^Undo/ }).first().click();
  await expect(item(guest, "champions")).toContainText("Not known");
  await expect(item(guest, "intermediaries")).toContainText("Not known");
  expect(complaints).toEqual([]);
});

test("several raters have a median and a spread, an earlier round is the ghost, hints stand beside; the file says all", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const rating = (score: number, date: string, what = "bold") => ({
    lens: "criteria",
    item: what,
    score,
    date,
  });
  const mapId = await makeMap(page, {
    document: {
      title: "Ratings",
      cards: [
        { id: "other", type: "mission", title: "Clean air" },
        {
          id: "rated",
          type: "mission",
          title: "Warm homes",
          assessments: [
            rating(1, "2024-05-01"),
            ...[0, 2, 4, 4].map((score) => rating(score, "2025-05-01")),
            rating(2, "2025-05-02", "bottom_up"),
          ],
        },
      ],
      links: [],
    },
  });
  await openPart(page, mapId, "lenses");
  await expect(lenses(page).getByLabel("Lens", { exact: true })).toHaveValue("criteria");
  await expect(lenses(page).locator("[data-ratings-said]")).toHaveText(/Nobody has rated/);
  await lenses(page).getByLabel("Mission", { exact: true }).selectOption({ label: "Warm homes" });
  await expect(page).toHaveURL(/mission=rated/);
  await expect(item(page, "bold")).toHaveText("Bold31.5 to 441");
  await expect(item(page, "clear_direction")).toContainText("Not known");
  await expect(item(page, "bottom_up")).toContainText("1 rater: no spread");
  await expect(lenses(page).getByText("Median, rated up to 1 May 2024")).toBeVisible();
  await lenses(page).getByLabel("Compare with").selectOption({ label: "no earlier round" });
  await expect(lenses(page).getByText("Median, rated up to 1 May 2024")).toHaveCount(0);
  await expect(page).toHaveURL(/earlier=none/);
  await page.goBack();
  await expect(item(page, "bold")).toHaveText("Bold31.5 to 441");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    lenses(page).getByRole("button", { name: "Save as CSV: Ratings, Mission criteria" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  expect(text).toContain("Bold,3,1.5,4,0,4,4,2025-05-02,1,2024-05-01,");
  expect(text).toContain("Clear direction,,,,,,0,2025-05-02,,2024-05-01,");
  expect(text).not.toMatch(/NaN|Infinity/);
});

test("a value filters every view, and a lens colours canvas and outline with signs and a legend", async ({
  browser,
}) => {
  test.setTimeout(60_000);
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("greater-manchester-2038") });
  await openPart(page, mapId, "lenses");
  await expect(lenses(page).getByLabel("Lens", { exact: true })).toHaveValue("sphere");
  await expect(value(page, "capital")).toHaveText("CaCapital9110");
  await expect(value(page, "untagged")).toContainText("Without a value3");
  await expectClean(page);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    lenses(page).getByRole("button", { name: "Save as CSV: Cards by Sphere" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  for (const name of ["Capital", "Collective impact"])
    expect(text).toContain(`${name},Project,retrofitGM task force and action plan,`);

  // The cards of a figure, by keyboard.
  const cell = value(page, "capital").getByRole("button", { name: "1: Capital, Instruments" });
  await cell.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(cell).toBeFocused();

  await lenses(page).getByRole("button", { name: "By challenge" }).click();
  await expect(
    value(page, "operations").getByRole("button", { name: /Clean local energy supply/ }),
  ).toBeVisible();
  await expect(page).toHaveURL(/across=challenges/);

  await value(page, "capital").getByRole("button", { name: "Capital", exact: true }).click();
  await expect(page).toHaveURL(/tag=sphere:capital/);
  await expect(page.locator("[data-look-banner]")).toContainText("Sphere: Capital");
  await lenses(page).getByLabel("Colour canvas and outline by this lens").check();
  await expect(page).toHaveURL(/colour=sphere/);
  await lenses(page).getByRole("button", { name: "See it on the canvas" }).click();
  const legend = page.locator("[data-lens-legend]");
  await expect(legend).toContainText("Coloured by Sphere");
  await expect(legend.getByRole("listitem")).toHaveText([
    "OOperations 8",
    "CaCapital 10",
    "CoCollective impact 7",
  ]);
  await page.goto(`${page.url().replace(/[?#].*/, "")}?colour=sphere&card=p-retrofitgm`);
  const card = page.locator("#canvas-card-p-retrofitgm");
  // Both of its values, so that the figures of the legend can be seen.
  await expect(card.locator("[data-part=lens] > span")).toHaveText(["Ca", "Co"]);
  await expect(card).toHaveAttribute("aria-label", /Sphere: Capital, Collective impact/);
  await expectClean(page);
  await chooseView(page, "Outline");
  await expect(page.getByRole("treeitem", { name: /Sphere: Collective impact/ }).first()).toBeVisible();
  await legend.getByRole("button", { name: "End colours" }).click();
  await expect(page.getByRole("treeitem", { name: /Sphere: / })).toHaveCount(0);
  await expect(page).not.toHaveURL(/colour=/);
});

test("a lens of the map's own is made without code, carried by a card, and seen by the other person at once", async ({
  browser,
}) => {
  test.setTimeout(60_000);
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document: template("greater-manchester-2038") });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Policy team");
  await openPart(owner, mapId, "lenses");
  await lenses(owner).getByRole("button", { name: "Add a lens" }).click();
  const dialog = owner.getByRole("dialog");
  await expect(dialog.getByLabel("Name of the lens")).toBeFocused();
  await owner.keyboard.press("Enter");
  await expect(dialog).toContainText("Give the lens a name.");
  await owner.keyboard.type("Corporate plan");
  await dialog.getByLabel("Values or items").fill("Fairer\nGreener\nFairer");
  await dialog.getByRole("button", { name: "Keep this lens" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(lenses(owner)).toContainText("No card carries a value of Corporate plan yet");
  const choice = lenses(owner).getByLabel("Lens", { exact: true });
  const lens = await choice.inputValue();
  await openPart(guest, mapId, "lenses", `&lens=${lens}`);
  await expect(lenses(guest).getByLabel("Lens", { exact: true }).locator("option:checked")).toHaveText(
    "Corporate plan (0)",
  );

  // One step leads to the field of a card.
  await lenses(owner)
    .getByRole("button", { name: /^Choose values for/ })
    .click();
  await expect(panel(owner).locator(`[data-field="lenses.${lens}"] :focus`)).toHaveCount(1);
  await owner.keyboard.type("Gree");
  await owner.keyboard.press("ArrowDown");
  await owner.keyboard.press("Enter");
  await expectSaved(owner);
  await expect(value(guest, "Greener")).toHaveText("GGreener11");
  await expect(value(guest, "Fairer")).toHaveText("FFairer0");

  // The other turns it into a rated one.
  await lenses(guest).getByRole("button", { name: "Edit this lens" }).click();
  await guest.getByRole("dialog").getByLabel("People rate its items").check();
  await guest.getByRole("dialog").getByLabel("Values or items").fill("Fairer\nGreener\nBolder");
  await guest.getByRole("dialog").getByRole("button", { name: "Keep this lens" }).click();
  await expect(radar(owner)).toHaveAccessibleName(/Corporate plan.*0 of 3 items are rated/);
  await guest.locator(".mantine-Notification-root").getByRole("button", { name: "Undo" }).click();
  await expect(radar(owner)).toHaveCount(0);
});

test("participation: figures with their definitions and cards, one step to a record, and the other's figures follow", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document: template("greater-manchester-2038") });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "viewer"), "Scrutiny office");
  await openPart(guest, mapId, "participation");
  await openPart(owner, mapId, "participation");
  await expect(figure(guest, "groups")).toContainText("Not known");
  await expect(figure(guest, "groups")).toContainText("No project names a target group.");
  await expect(figure(guest, "projects")).toContainText("2 of 15");
  await expect(figure(guest, "decisions")).toContainText("0 of 3");
  await expect(figure(guest, "proof")).toContainText("2 of 4");
  await expect(figure(guest, "classes")).toContainText("8 of 9");
  await expect(part(guest).locator("[data-class=innovation_staff]")).toContainText("Nobody");
  await expect(part(guest)).toContainText("Carbon neutrality date brought forward from 2050");
  await figure(guest, "projects")
    .getByRole("button", { name: /^What is counted/ })
    .click();
  await expect(figure(guest, "projects")).toContainText("out of all projects in delivery");
  await expect(part(guest).getByRole("button", { name: /^Add a record/ })).toHaveCount(0);
  await expectClean(guest);

  // From the hole to the field, all by keyboard.
  const hole = part(owner).getByRole("button", { name: "Add a record to Transport and clean air" });
  await hole.focus();
  await owner.keyboard.press("Enter");
  await expect(panel(owner)).toHaveAttribute("data-card", "c-transport");
  await expect(panel(owner).locator('[data-field="participation"] tr[data-blank] :focus')).toHaveCount(1);
  await owner.keyboard.type("2026");
  await owner.keyboard.press("Enter");
  await expectSaved(owner);
  await expect(part(guest).locator("[data-challenge=c-transport]")).toContainText("2026");
  await expect(figure(guest, "proof")).toContainText("2 of 5");
  await expect(part(guest).locator("tr[data-record]")).toHaveCount(5);

  const [download] = await Promise.all([
    guest.waitForEvent("download"),
    part(guest).getByRole("button", { name: "Save as CSV: What changed because of it" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  expect(text.split("\r\n").filter((line) => line !== "")).toHaveLength(6);
  expect(text).toContain("Transport and clean air");
});

test("what is dated after today counts nowhere and is said; actors without a class are named, with the step to choose one", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const rating = (score: number, date: string) => ({ lens: "criteria", item: "bold", score, date });
  const ahead = { date: "2099-01-01", influence: "empower", groups: ["Residents"], changed: "All" };
  const mapId = await makeMap(page, {
    document: {
      title: "Ahead",
      cards: [
        {
          id: "m",
          type: "mission",
          title: "Warm homes",
          assessments: [rating(1, "2025-05-01"), rating(4, "2099-01-01")],
        },
        {
          id: "p",
          type: "project",
          title: "Retrofit",
          targetGroups: ["Residents"],
          participation: [ahead],
        },
        { id: "office", type: "actor", title: "Housing office" },
      ],
      links: [
        { type: "part_of", from: "p", to: "m" },
        { type: "responsible", from: "office", to: "p", role: "accountable" },
      ],
    },
  });
  await openPart(page, mapId, "participation");
  await expect(part(page)).toContainText(
    "0 records of participation. 1 record lies in the future: it is planned and not counted yet.",
  );
  await expect(part(page).locator("[data-group=Residents]")).toContainText("No");
  await expect(part(page).locator("tr[data-record]")).toContainText("1 Jan 2099planned");
  await expect(figure(page, "classes")).toContainText("Not known");
  await expect(figure(page, "classes")).toContainText("1 actor without a class");
  await calm(page);
  await expectClean(page);
  await part(page).getByRole("button", { name: "Choose a class for Housing office" }).click();
  await expect(panel(page).locator('[data-field="stakeholderClass"] :focus')).toHaveCount(1);
  await openPart(page, mapId, "lenses", "&lens=criteria");
  await expect(lenses(page).locator("[data-ratings-said]")).toHaveText(
    /rated up to 1 May 2025.*1 rating is dated after today/,
  );
  await expect(item(page, "bold").locator("b")).toHaveText("1");
});

test("each of several missions has its own participation and ratings, and Back returns to the one before", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("camden-renewal") });
  await openPart(page, mapId, "participation");
  const all = await part(page).locator("tr[data-record]").count();
  const choice = part(page).getByLabel("Participation in");
  await expect(choice.locator("option")).toHaveCount(5);
  await choice.selectOption("m-food");
  await expect(page).toHaveURL(/mission=m-food/);
  await expect.poll(() => part(page).locator("tr[data-record]").count()).toBeLessThan(all);
  await page.goBack();
  await expect(part(page).locator("tr[data-record]")).toHaveCount(all);
  await page.goForward();
  await page.getByRole("button", { name: "Lenses", exact: true }).click();
  await lenses(page).getByLabel("Lens", { exact: true }).selectOption("criteria");
  await expect(lenses(page).getByLabel("Mission", { exact: true })).toHaveValue("m-food");
});

test("an empty map says what to begin with", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: { title: "Empty", cards: [], links: [] } });
  await page.goto(`${new URL(page.url()).origin}/maps/${mapId}/health?part=participation`);
  await expect(page.getByText("There is no mission on this map yet")).toBeVisible();
  await page.getByRole("button", { name: "Lenses", exact: true }).click();
  await expect(page.getByText("There is no card on this map yet")).toBeVisible();
  await page.getByRole("button", { name: "Add a mission" }).click();
  await expect(panel(page).getByLabel("Title", { exact: true })).toBeFocused();
  await expect(radar(page)).toHaveAccessibleName(/0 of 7 items are rated/);
});

test("on a phone nothing is wider than the screen, and a rating is given by touch", async ({ browser }) => {
  test.setTimeout(60_000);
  const page = await ownerScreen(browser, server);
  await page.setViewportSize({ width: 390, height: 844 });
  const mapId = await makeMap(page, { document: template("learning-community") });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth);
  await openPart(page, mapId, "lenses");
  await expect(radar(page)).toBeVisible();
  expect(await overflow()).toBeLessThanOrEqual(390);
  await calm(page);
  await expectClean(page);
  await lenses(page).getByRole("button", { name: "Rate", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("group", { name: "Champions" }).getByRole("radio", { name: "4" }).check();
  await expectClean(page);
  expect(await overflow()).toBeLessThanOrEqual(390);
  await dialog.getByRole("button", { name: "Add this rating" }).click();
  await expect(item(page, "champions").locator("b")).toHaveText("4");
  await openPart(page, mapId, "participation");
  expect(await overflow()).toBeLessThanOrEqual(390);
  await calm(page);
  await expectClean(page);
});
