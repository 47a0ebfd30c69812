import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { expectSaved, makeMap, mapOnServer, openMap, ownerScreen, panel } from "../support/screens.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

const document = {
  title: "Palette",
  cards: [
    { id: "m", type: "mission", title: "Warm homes" },
    { id: "c", type: "challenge", title: "Häuser dämmen" },
    { id: "p", type: "project", title: "Street by street", level: "municipal" },
    { id: "r", type: "risk", title: "Street works overrun" },
  ],
  links: [
    { type: "part_of", from: "c", to: "m" },
    { type: "part_of", from: "p", to: "c" },
  ],
};

const ask = (page: Page) => page.getByRole("combobox", { name: "Find a card, a command or a person" });
const options = (page: Page) => page.getByRole("dialog").getByRole("option");

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test("any card is found by a few of its words and opened, also one of a type that is not shown", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  await openMap(owner, mapId);
  await owner.keyboard.press("Control+k");
  await ask(owner).fill("dammen haus");
  await expect(options(owner)).toHaveCount(1);
  await expect(options(owner)).toContainText("Challenge · in Warm homes");
  await owner.keyboard.press("Enter");
  await expect(panel(owner)).toHaveAttribute("data-card", "c");
  await expect(ask(owner)).toHaveCount(0);

  await owner.keyboard.press("Control+k");
  await ask(owner).fill("street");
  await expect(options(owner)).toHaveText([/^Street by street/, /^Street works overrun/]);
  await owner.keyboard.press("ArrowDown");
  await expect(options(owner).nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(ask(owner)).toHaveAttribute("aria-activedescendant", /1$/);
  await owner.keyboard.press("Enter");
  await expect(panel(owner)).toHaveAttribute("data-card", "r");
});

test("commands are carried out from the palette, with their keys beside them", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  await openMap(owner, mapId);
  await owner.getByRole("button", { name: "Find a card or a command (Ctrl+K)" }).click();
  await expect(owner.getByRole("dialog").getByRole("group", { name: "This map" })).toBeVisible();
  await ask(owner).fill("share");
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("dialog", { name: "Share this map" })).toBeVisible();
  await owner.keyboard.press("Escape");
  await owner.keyboard.press("Control+k");
  await ask(owner).fill("nothing at all fits this");
  await expect(owner.getByRole("dialog").getByRole("status")).toContainText("Try fewer or other words.");
  await owner.keyboard.press("Enter");
  await expect(ask(owner)).toBeVisible();
  await owner.keyboard.press("Escape");
  await expect(ask(owner)).toHaveCount(0);
});

test("the page of keys opens with a question mark, but not while one is typing", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  await openMap(owner, mapId);
  const title = owner.getByRole("textbox", { name: "Title of the map" });
  await title.click();
  await owner.keyboard.press("End");
  await owner.keyboard.type("?");
  await expect(title).toHaveValue("Palette?");
  await expect(owner.getByRole("dialog")).toHaveCount(0);
  await owner.keyboard.press("Enter");
  await owner.getByRole("button", { name: "Find a card or a command (Ctrl+K)" }).focus();
  await owner.keyboard.press("Shift+?");
  const keys = owner.getByRole("dialog", { name: "Keys" });
  await expect(keys.getByRole("term").filter({ hasText: /^Undo$/ })).toBeVisible();
  await expect(keys.getByText("Find a card, a command or a person")).toBeVisible();
  expect(await faultsOf(owner)).toEqual([]);
});

test("axe finds nothing with the palette, the export menu and the share dialog open", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  await openMap(owner, mapId);
  await owner.keyboard.press("Control+k");
  await ask(owner).fill("s");
  await expect(options(owner).first()).toBeVisible();
  expect(await faultsOf(owner)).toEqual([]);
  await owner.keyboard.press("Escape");
  await owner.getByRole("button", { name: "Export" }).click();
  await expect(owner.getByRole("menuitem", { name: /Picture/ })).toBeVisible();
  expect(await faultsOf(owner)).toEqual([]);
  await owner.keyboard.press("Escape");
  await expect(owner.getByRole("menu")).toHaveCount(0);
  await owner.getByRole("button", { name: "Share" }).click();
  await owner.getByRole("button", { name: "Make a link" }).click();
  await expect(owner.getByLabel("The new link")).toBeVisible();
  expect(await faultsOf(owner)).toEqual([]);
});

test("an export that fails says so in a sentence", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  await openMap(owner, mapId);
  await owner.route(/export\/svg/, (route) => route.abort());
  await owner.getByRole("button", { name: "Export" }).click();
  await owner.getByRole("menuitem", { name: /Picture/ }).click();
  await expect(owner.getByRole("alert")).toContainText(
    "The map was not exported. The server cannot be reached. Check the connection and try again.",
  );
});

test.describe("where nobody has made a map yet", () => {
  let fresh: TestServer;
  test.beforeAll(async () => {
    fresh = await startServer();
  });
  test.afterAll(() => fresh.dispose());

  test("the first steps lead through a living map once, and never come back", async ({ browser }) => {
    const owner = await ownerScreen(browser, fresh);
    await owner.getByRole("button", { name: "Open the Greater Manchester map" }).click();
    await expectSaved(owner);
    const guide = owner.locator("[data-guide]");
    await expect(guide).toContainText("Look around");
    expect(await faultsOf(owner)).toEqual([]);
    const box = await owner.getByRole("main").boundingBox();
    if (!box) throw new Error("The canvas has no size.");
    await owner.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await owner.mouse.wheel(0, 300);
    await expect(guide).toContainText("Open a card");
    await owner.keyboard.press("Control+k");
    await ask(owner).fill("retrofit task force");
    await owner.keyboard.press("Enter");
    await expect(guide).toContainText("Change something");
    await panel(owner).getByRole("textbox", { name: "Title" }).first().fill("Retrofit task force");
    await expectSaved(owner);
    await expect(guide).toContainText("See who answers");
    await owner.keyboard.press("Control+k");
    await ask(owner).fill("greater manchester combined authority");
    await owner.keyboard.press("Enter");
    await expect(guide).toContainText("Bring others in");
    await owner.getByRole("button", { name: /^Undo/ }).click();
    await expect(guide).toContainText("That is all you need");
    await guide.getByRole("button", { name: "Close", exact: true }).click();
    await expect(guide).toHaveCount(0);
    const mapId = /maps\/([^/?#]+)/.exec(owner.url())?.[1] ?? "";
    expect((await mapOnServer(owner, mapId)).cards.length).toBeGreaterThan(50);

    await owner.reload();
    await expectSaved(owner);
    await expect(owner.getByRole("button", { name: /^Find a card/ })).toBeVisible();
    await expect(guide).toHaveCount(0);
  });
});
