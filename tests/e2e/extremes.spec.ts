/*
 * What a canvas meets when something is far larger, further away, or gone: places out of all measure, words too long for
 * a card, other scripts, two people removing the same branch, links that lost an end.
 */
import { expect, type Page, test } from "@playwright/test";
import {
  chooseView,
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

const document = {
  title: "At the edges",
  cards: [
    { id: "m", type: "mission", title: "Warm homes" },
    { id: "c", type: "challenge", title: "Insulation", level: "municipal" },
    { id: "p", type: "project", title: "Street by street", level: "municipal" },
    { id: "q", type: "project", title: "Heat pumps", level: "national" },
    { id: "a", type: "actor", title: "District council", level: "municipal" },
  ],
  links: [
    { type: "part_of", from: "c", to: "m" },
    { type: "part_of", from: "p", to: "c" },
    { type: "part_of", from: "q", to: "c" },
    { id: "l", type: "responsible", from: "a", to: "p", role: "responsible" },
  ],
};

const canvas = (page: Page) => page.getByRole("application", { name: "Map canvas" });
const card = (page: Page, id: string) => page.locator(`[data-card-id="${id}"]`);
const tools = (page: Page) => page.getByRole("toolbar", { name: "Add to the map" });

async function opened(page: Page, body: object): Promise<string> {
  const mapId = await makeMap(page, body);
  await openMap(page, mapId);
  await expect(tools(page)).toBeVisible();
  return mapId;
}

test("a card a thousand million units away leaves Fit, keys, search and tidy working", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const cards = document.cards.map((each) => (each.id === "a" ? { ...each, pos: [1e9, 1e9] } : each));
  const mapId = await opened(owner, { document: { ...document, cards } });
  await canvas(owner).focus();
  await owner.keyboard.press("0");
  // The map is read from its upper left corner when no zoom could show all of it.
  await expect(owner.getByText(/^\d+ %$/)).not.toHaveText("0 %");
  await owner.keyboard.press("ArrowRight");
  await expect(panel(owner)).toHaveAttribute("data-card", "m");
  // Every card is reached, and brought into sight, by keys.
  await owner.keyboard.press("Control+k");
  await owner.getByRole("combobox", { name: "Find a card, a command or a person" }).fill("District council");
  await owner.keyboard.press("Enter");
  await expect(panel(owner)).toHaveAttribute("data-card", "a");
  await canvas(owner).focus();
  await owner.keyboard.press("t");
  await expectSaved(owner);
  await owner.keyboard.press("0");
  await expect(card(owner, "a")).toBeInViewport();
  await owner.keyboard.press("Control+z");
  await expect
    .poll(async () => (await mapOnServer(owner, mapId)).cards.find(({ id }) => id === "a")?.pos)
    .not.toBeUndefined();
});

test("two people remove a branch and its parent at the same moment: both maps agree, both can take theirs back", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await opened(owner, { document });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Housing team");
  await openMap(guest, mapId);
  await expect(tools(guest)).toBeVisible();
  // Neither hears of the other's removal before it has made its own.
  await guest.context().setOffline(true);
  await card(guest, "p").click();
  await canvas(guest).focus();
  await guest.keyboard.press("Delete");
  const asked = guest.getByRole("dialog");
  if (await asked.isVisible()) await asked.getByRole("button", { name: "Remove the card" }).click();
  await expect(card(guest, "p")).toHaveCount(0);
  await card(owner, "c").click();
  await canvas(owner).focus();
  await owner.keyboard.press("Delete");
  const dialog = owner.getByRole("dialog");
  await dialog.getByLabel("Keep them on the map without a home").check();
  await dialog.getByRole("button", { name: "Remove the card" }).click();
  await expect(card(owner, "c")).toHaveCount(0);
  await guest.context().setOffline(false);
  await expectSaved(guest);
  for (const page of [owner, guest]) {
    await expect(card(page, "p")).toHaveCount(0);
    await expect(card(page, "c")).toHaveCount(0);
    await expect(card(page, "q")).toHaveCount(1);
  }
  const ids = async () => (await mapOnServer(owner, mapId)).cards.map(({ id }) => id).sort();
  await expect.poll(ids).toEqual(["a", "m", "q"]);
  await canvas(guest).focus();
  await guest.keyboard.press("Control+z");
  await expect(card(owner, "p")).toHaveCount(1);
  await canvas(owner).focus();
  await owner.keyboard.press("Control+z");
  await expect.poll(ids).toEqual(["a", "c", "m", "p", "q"]);
});

test("a removal question stays open when another removes the children, and closes with a sentence once the card is gone", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const cards = document.cards.slice(0, 3);
  const mapId = await opened(owner, { document: { ...document, cards, links: document.links.slice(0, 2) } });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Housing team");
  await openMap(guest, mapId);
  await expect(tools(guest)).toBeVisible();
  const remove = async (page: Page, id: string) => {
    await card(page, id).click();
    await canvas(page).focus();
    await page.keyboard.press("Delete");
  };
  const question = owner.getByRole("dialog");
  await remove(owner, "c");
  await expect(question.getByText("“Street by street” is part of it.")).toBeVisible();
  await remove(guest, "p");
  await expect(question.getByText("Nothing is part of it any longer")).toBeVisible();
  await expect(question.getByRole("radio")).toHaveCount(0);
  await canvas(guest).focus();
  await guest.keyboard.press("Control+z");
  await expect(question.getByText("“Street by street” is part of it.")).toBeVisible();
  await remove(guest, "p");
  await expect(question.getByRole("radio")).toHaveCount(0);
  await question.getByRole("button", { name: "Remove the card" }).click();
  await expect(card(guest, "c")).toHaveCount(0);
  await expect(question).toHaveCount(0);
  // The answered question does not come back with its card, and one whose card goes is closed with a sentence.
  await canvas(owner).focus();
  await owner.keyboard.press("Control+z");
  await canvas(guest).focus();
  await guest.keyboard.press("Control+z");
  await expect(card(owner, "p")).toHaveCount(1);
  await expect(question).toHaveCount(0);
  await remove(owner, "c");
  await expect(question).toBeVisible();
  await remove(guest, "c");
  await guest.getByRole("dialog").getByRole("button", { name: "Remove the card" }).click();
  await expect(
    owner.getByText("“Insulation” is no longer on the map: somebody else has removed it."),
  ).toBeVisible();
  await expect(question).toHaveCount(0);
});

test("a link whose end somebody removes leaves the canvas and the panel with it", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await opened(owner, { document });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Housing team");
  await openMap(guest, mapId);
  await card(guest, "a").click();
  await canvas(guest).focus();
  await guest.keyboard.press("l");
  await expect(panel(guest)).toHaveAttribute("data-link", /./);
  await card(owner, "p").click();
  await canvas(owner).focus();
  await owner.keyboard.press("Delete");
  const asked = owner.getByRole("dialog");
  if (await asked.isVisible()) await asked.getByRole("button", { name: "Remove the card" }).click();
  await expect(card(guest, "p")).toHaveCount(0);
  await expect(guest.locator("[data-link]")).toHaveCount(0);
  await expect(canvas(guest).getByRole("group", { name: /District council, no role yet/ })).not.toHaveCount(
    0,
  );
});

test("words of a title stay whole on the cards at every zoom", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  await opened(owner, { templateId: "camden-renewal" });
  await canvas(owner).focus();
  await owner.keyboard.press("0");
  const broken = () =>
    owner.evaluate(() => {
      const found: string[] = [];
      for (const title of window.document.querySelectorAll<HTMLElement>(
        '[data-card-id]:is([data-type="mission"], [data-type="challenge"], [data-type="project"]) [data-part="title"]',
      )) {
        const text = title.firstChild;
        if (!(text instanceof Text) || !title.checkVisibility()) continue;
        for (const { 0: word, index } of text.data.matchAll(/[^\s-]+/g)) {
          const range = window.document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          if (range.getClientRects().length > 1) found.push(word);
        }
      }
      return found;
    });
  const counted = () => owner.locator("[data-card-id]").count();
  for (let step = 0; step < 5; step++) {
    await owner.keyboard.press("+");
    await owner.waitForTimeout(400);
    await expect.poll(counted).toBeGreaterThan(2);
    expect(await broken(), `step ${step}`).toEqual([]);
  }
});

test("an emoji, a title from right to left and a Korean one read right on the card, in the outline and the panel", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const titles = { c: "🌳", p: "برنامج التدفئة", q: "기후 행동 계획" };
  const cards = document.cards.map((each) => ({
    ...each,
    title: (titles as Record<string, string>)[each.id] ?? each.title,
  }));
  const mapId = await opened(owner, { document: { ...document, cards } });
  /** True when the line begins at the side on which its letters begin. */
  const runsAsItsLetters = (locator: ReturnType<typeof card>, rightToLeft: boolean) =>
    locator.evaluate((element, wanted) => {
      const { direction, unicodeBidi } = window.getComputedStyle(element);
      return unicodeBidi === "plaintext" || direction === (wanted ? "rtl" : "ltr");
    }, rightToLeft);
  for (const [id, title] of Object.entries(titles)) {
    const shown = card(owner, id).locator('[data-part="title"]');
    await expect(shown).toHaveText(title);
    expect(await runsAsItsLetters(shown, id === "p")).toBe(true);
    await card(owner, id).click();
    await expect(panel(owner)).toHaveAttribute("data-card", id);
    const field = panel(owner).getByRole("textbox", { name: "Title", exact: true });
    await expect(field).toHaveText(title);
    expect(await runsAsItsLetters(field, id === "p")).toBe(true);
  }
  await owner.goto(`${server.url}/maps/${mapId}/outline`);
  for (const title of Object.values(titles))
    await expect(owner.getByRole("treeitem", { name: new RegExp(title) })).toBeVisible();
});

test("ten thousand characters pasted into the panel's title are kept there with a sentence", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  await openMap(owner, mapId, { card: "p" });
  const field = panel(owner).getByRole("textbox", { name: "Title", exact: true });
  await field.fill("x".repeat(10_000));
  await field.blur();
  await expect(panel(owner)).toContainText(/10,?000/);
  await expect(field).toHaveText("x".repeat(10_000));
  expect((await mapOnServer(owner, mapId)).cards.find(({ id }) => id === "p")?.title).toBe(
    "Street by street",
  );
});

test("the browser's search for a card outside the screen moves the map to it", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  await opened(owner, { document });
  await canvas(owner).focus();
  await card(owner, "a").evaluate((element) => element.scrollIntoView());
  await card(owner, "a").click();
  await expect(panel(owner)).toHaveAttribute("data-card", "a");
  await card(owner, "m").evaluate((element) => element.scrollIntoView({ inline: "end" }));
  // What is pressed is what is hit: nothing stays scrolled under the map's own view.
  await expect
    .poll(() => canvas(owner).evaluate((element) => [element.scrollLeft, element.scrollTop]))
    .toEqual([0, 0]);
});

test("two people close a circle of homes at the same moment: every view says who lost the home, and why", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await opened(owner, { document });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Housing team");
  const partOf = async (page: Page, title: string) => {
    await field(page, "home").locator("[data-change-home]").click();
    await panel(page).getByLabel("Part of", { exact: true }).fill(title);
    await page.getByRole("option", { name: title }).click();
    await expect(field(page, "home").getByRole("button", { name: title })).toBeVisible();
  };
  const title = (id: string) => document.cards.find((one) => one.id === id)?.title ?? "";
  await openMap(guest, mapId, { card: "q" });
  await openMap(owner, mapId, { card: "p" });
  await guest.context().setOffline(true);
  await partOf(guest, title("p"));
  await partOf(owner, title("q"));
  await guest.context().setOffline(false);
  await expectSaved(guest);
  const why = `Part of ${title("q")} would make a circle`;
  await expect(panel(owner).getByText(`${why}, so it stands without a home: choose again.`)).toBeVisible();
  await expect(field(owner, "home")).not.toContainText("Not known");
  await chooseView(owner, "Outline");
  await expect(owner.getByRole("treeitem", { name: `Project, ${title("p")}, ${why}` })).toBeVisible();
  await chooseView(owner, "Responsibilities");
  await expect(owner.getByRole("rowheader", { name: title("p") })).toContainText(why);
  await chooseView(owner, "Dashboard");
  await owner.getByText("2 cards belong to no mission").click();
  await expect(owner.locator("[data-outside=p]")).toContainText(why);

  await owner.locator("[data-outside=p]").getByRole("button").click();
  await panel(owner).getByLabel("Part of", { exact: true }).fill(title("c"));
  await owner.getByRole("option", { name: title("c") }).click();
  await expect(owner.getByText(why)).toHaveCount(0);
  await expect(owner.getByText("2 cards belong to no mission")).toHaveCount(0);
});
