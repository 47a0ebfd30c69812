/*
 * The Greater Manchester map with two people on it: every panel, question and menu opened in turn for axe, and work
 * that goes on while the network is gone, on the Camden map as well.
 */
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
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
  saveState,
} from "../support/screens.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

const canvas = (page: Page) => page.getByRole("application", { name: "Map canvas" });
const menu = (page: Page) => page.getByRole("menu");
const chooser = (page: Page) => page.locator("[data-chooser]");

async function twoOn(browser: Browser, templateId: string) {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { templateId });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Housing team");
  return { owner, guest, mapId };
}

async function expectClean(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))]),
    what,
  ).toEqual([]);
}

async function fromPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Find a card, a command or a person" }).fill(words);
  await page.getByRole("option").filter({ hasText: words }).first().click();
}

test("axe finds nothing with any panel, question or menu of the canvas open while another person is there", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const { owner, guest, mapId } = await twoOn(browser, "greater-manchester-2038");
  await openMap(guest, mapId, { card: "c-energy" });
  await openMap(owner, mapId);
  await expect(owner.getByRole("button", { name: /2 people are here/ })).toBeVisible();
  await expectClean(owner, "the map with another's outline");

  await canvas(owner).focus();
  await owner.keyboard.press("ArrowRight");
  const questions: readonly (readonly [string, string])[] = [
    ["c", "a link by keyboard"],
    ["p", "a home by keyboard"],
    ["m", "a level by keyboard"],
    ["Shift+N", "a new card's type"],
  ];
  const energy = (await mapOnServer(owner, mapId)).cards.find(({ id }) => id === "c-energy");
  await fromPalette(owner, String(energy?.title));
  await expect(panel(owner)).toBeFocused();
  await canvas(owner).focus();
  for (const [key, what] of questions) {
    await owner.keyboard.press(key);
    await expect(chooser(owner).or(menu(owner)).first(), what).toBeVisible();
    await expectClean(owner, what);
    await owner.keyboard.press("Escape");
    await expect(chooser(owner).or(menu(owner))).toHaveCount(0);
    await canvas(owner).focus();
  }
  await owner.keyboard.press("Shift+F10");
  await expect(menu(owner)).toContainText("Write the title");
  await expectClean(owner, "the menu of a card");
  await owner.keyboard.press("Escape");
  await expect(menu(owner)).toHaveCount(0);

  await canvas(owner).focus();
  await owner.keyboard.press("Delete");
  await expect(owner.getByRole("dialog")).toBeVisible();
  await expectClean(owner, "where children of a removed card go");
  await owner.keyboard.press("Escape");
  await expect(owner.getByRole("dialog")).toHaveCount(0);

  await owner.getByRole("button", { name: /^Show( \d+)?$/ }).click();
  await expect(owner.getByRole("dialog")).toBeVisible();
  await expectClean(owner, "what is shown");
  await owner.keyboard.press("Escape");

  await canvas(owner).focus();
  await owner.keyboard.press("f");
  await expect(owner.locator("[data-look-banner]")).toBeVisible();
  await expectClean(owner, "a focus with its banner");
  await owner.locator("[data-look-banner]").getByRole("button", { name: "Show everything" }).click();

  await owner.keyboard.press("Control+k");
  await owner.getByRole("combobox", { name: "Find a card, a command or a person" }).fill("housing");
  await expect(owner.getByRole("dialog").getByRole("option").first()).toBeVisible();
  await expectClean(owner, "the palette");
  await owner.keyboard.press("Escape");
  await fromPalette(owner, "Show all keys");
  await expect(owner.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await expectClean(owner, "the page of keys");
  await owner.keyboard.press("Escape");
  await owner.getByRole("button", { name: /2 people are here/ }).click();
  await expect(owner.getByRole("dialog", { name: "Here now" })).toBeVisible();
  await expectClean(owner, "who is here");
  await owner.keyboard.press("Escape");
  await owner.getByRole("button", { name: "Export" }).click();
  await expect(menu(owner)).toBeVisible();
  await expectClean(owner, "the export menu");
  await owner.keyboard.press("Escape");
  await owner.getByRole("button", { name: "Share", exact: true }).click();
  await owner.getByRole("button", { name: "Make a link" }).click();
  await expect(owner.getByLabel("The new link")).toBeVisible();
  await expectClean(owner, "sharing");
  await owner.keyboard.press("Escape");
});

test("axe finds nothing in the panels of a link, of many cards and of the map", async ({ browser }) => {
  test.setTimeout(120_000);
  const { owner, mapId } = await twoOn(browser, "greater-manchester-2038");
  const { links } = await mapOnServer(owner, mapId);
  const role = links.find(({ type }) => type === "responsible");
  await openMap(owner, mapId, { link: String(role?.id) });
  await expectClean(owner, "a link");
  await owner.keyboard.press("Escape");
  await canvas(owner).focus();
  await owner.keyboard.press("Control+a");
  await expect(panel(owner)).toContainText(/cards/);
  await expectClean(owner, "many cards");
  await owner.keyboard.press("Escape");
  await fromPalette(owner, "About this map");
  await expect(panel(owner)).toBeVisible();
  await expectClean(owner, "the map's own panel");
});

for (const [templateId, one, other] of [
  ["greater-manchester-2038", "c-energy", "c-nature"],
  ["camden-renewal", null, null],
] as const) {
  test(`who loses the network works on, undoes, and finds both people's work when it is back: ${templateId}`, async ({
    browser,
  }) => {
    const { owner, guest, mapId } = await twoOn(browser, templateId);
    const challenges = (await mapOnServer(owner, mapId)).cards.filter(({ type }) => type === "challenge");
    const mine = one ?? String(challenges[0]?.id);
    const theirs = other ?? String(challenges[1]?.id);
    const complaints = complaintsOf(owner);
    await openMap(owner, mapId, { card: theirs });
    await openMap(guest, mapId, { card: mine });
    const status = (page: Page) => field(page, "status").locator("select");
    const before = await status(guest).inputValue();
    await guest.context().setOffline(true);
    await status(guest).selectOption("stopped");
    await expect(saveState(guest)).toHaveText("Offline, 1 change kept in this tab");
    await guest.getByRole("button", { name: /^Undo/ }).first().click();
    await expect(status(guest)).toHaveValue(before);
    await status(guest).selectOption("paused");
    await status(owner).selectOption("completed");
    await expectSaved(owner);
    await guest.context().setOffline(false);
    await expect(saveState(guest)).toHaveText("Saved", { timeout: 40_000 });
    const onServer = async () => {
      const { cards } = await mapOnServer(owner, mapId);
      return [mine, theirs].map((id) => cards.find((card) => card.id === id)?.status);
    };
    await expect.poll(onServer).toEqual(["paused", "completed"]);
    await guest.getByRole("button", { name: /^Undo/ }).first().click();
    await expect.poll(async () => (await onServer())[0] ?? "").toBe(before);
    expect(complaints).toEqual([]);
  });
}
