/*
 * What one tab shows of a map: filters, focus, paths, folding, the small map, and all of it in the address. On the
 * Greater Manchester and the Camden map, by pointer and by keyboard.
 */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { complaintsOf, makeMap, mapOnServer, openMap, ownerScreen } from "../support/screens.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

const canvas = (page: Page) => page.getByRole("application", { name: "Map canvas" });
const cardOn = (page: Page, id: string) => page.locator(`[data-card-id="${id}"]`);
const banner = (page: Page) => page.locator("[data-look-banner]");
const said = (page: Page) => page.locator("[data-look-status]");
const clear = (page: Page) => banner(page).getByRole("button", { name: "Show everything" });
const show = (page: Page) => page.getByRole("button", { name: /^Show( \d+)?$/ });
const search = (page: Page) => new URL(page.url()).search;

/** Finds one thing in the palette and takes it. */
async function fromPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Find a card, a command or a person" }).fill(words);
  await page.getByRole("option").filter({ hasText: words }).first().click();
}

interface WrittenCard {
  readonly id: string;
  readonly type: string;
  readonly level?: string;
  readonly status?: string;
  readonly lenses?: Readonly<Record<string, readonly (string | number)[]>>;
}
const USUAL = ["grand_challenge", "mission", "challenge", "project", "instrument", "actor"];

async function aMap(page: Page, templateId: string) {
  const mapId = await makeMap(page, { templateId });
  const { cards, links } = await mapOnServer(page, mapId);
  const usual = (cards as unknown as WrittenCard[]).filter(({ type }) => USUAL.includes(type));
  await openMap(page, mapId);
  await expect(canvas(page)).toBeVisible();
  await expect(show(page)).toBeVisible();
  return {
    mapId,
    usual,
    links: links as unknown as { type: string; from: string; to: string; role?: string }[],
  };
}

const hiddenText = (hidden: number, total: number) => `${hidden} of ${total} cards hidden`;

test("cards are filtered by type, level, status, actor and lens, which add up, and one button shows all again", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const complaints = complaintsOf(page);
  const { usual, links } = await aMap(page, "greater-manchester-2038");
  const total = usual.length;
  await expect(banner(page)).toBeHidden();
  await show(page).click();
  const row = (name: RegExp) => page.getByRole("checkbox", { name });
  const section = (name: string) => page.getByRole("button", { name, exact: true });

  await section("Level").click();
  await row(/^City-region/).click();
  const cityRegion = usual.filter(({ level }) => level === "city_region");
  await expect(banner(page)).toContainText(
    `${hiddenText(total - cityRegion.length, total)}: level city-region`,
  );

  await section("Status").click();
  await row(/^In delivery/).click();
  const both = cityRegion.filter(({ status }) => status === "in_delivery");
  await expect(banner(page)).toContainText(hiddenText(total - both.length, total));
  await expect(said(page)).toContainText("status in delivery · level city-region");
  expect(search(page)).toBe("?level=city_region&status=in_delivery");
  // What a value stands for is counted with the other kinds applied.
  await expect(row(/^In delivery/)).toContainText(String(both.length));
  await page.getByRole("button", { name: "Clear Level" }).click();
  await page.getByRole("button", { name: "Clear Status" }).click();

  await section("Actor").click();
  await page.getByLabel("Find an actor").fill("Transport for Greater");
  await row(/^Transport for Greater Manchester/).click();
  const held = new Set(
    links.filter(({ type, from }) => type === "responsible" && from === "a-tfgm").map(({ to }) => to),
  );
  const heldHere = usual.filter(({ id }) => held.has(id) || id === "a-tfgm").length;
  await expect(banner(page)).toContainText(hiddenText(total - heldHere, total));
  await page.getByRole("button", { name: "Clear Actor" }).click();

  await section("Lenses").click();
  await row(/^Capital/).click();
  const capital = usual.filter(({ lenses }) => lenses?.sphere?.includes("capital")).length;
  await expect(banner(page)).toContainText(hiddenText(total - capital, total));
  await page.getByRole("button", { name: "Clear Lenses" }).click();
  await expect(banner(page)).toBeHidden();

  await row(/^Actors/).click();
  const actors = usual.filter(({ type }) => type === "actor").length;
  await expect(banner(page)).toContainText(`${hiddenText(actors, total)}: without actors`);
  await row(/^Indicators/).click();
  await expect(banner(page)).toContainText(`${hiddenText(actors, total + 19)}`);
  const axe = await new AxeBuilder({ page }).analyze();
  expect(axe.violations).toEqual([]);
  await page.keyboard.press("Escape");
  await clear(page).click();
  await expect(banner(page)).toBeHidden();
  expect(complaints).toEqual([]);
});

test("a reload and a sent link show the same, Back undoes a step, and what an address gets wrong is said or ignored", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const { mapId } = await aMap(page, "greater-manchester-2038");
  const at = (look: string) => `${server.url}/maps/${mapId}${look}`;
  await page.goto(at("?level=municipal&status=in_delivery,completed&focus=p-laep.2.out&card=p-laep"));
  await expect(banner(page)).toContainText("up to 2 links away, along links");
  await expect(page.locator("[data-inspector]")).toHaveAttribute("data-card", "p-laep");
  const text = await said(page).textContent();
  await page.reload();
  await expect(said(page)).toHaveText(text ?? "");

  await page.goto(at(""));
  await expect(show(page)).toBeVisible();
  await show(page).click();
  await page.getByRole("button", { name: "Status", exact: true }).click();
  await page.getByRole("checkbox", { name: /^Completed/ }).click();
  await expect(banner(page)).toContainText("status completed");
  await page.getByRole("checkbox", { name: /^In force/ }).click();
  await expect(banner(page)).toContainText("status completed or in force");
  await page.keyboard.press("Escape");
  await page.goBack();
  await expect(said(page)).toHaveText(/status completed$/);
  await page.goBack();
  await expect(banner(page)).toBeHidden();
  await page.goForward();
  await expect(said(page)).toHaveText(/status completed$/);

  await page.goto(at("?level=moon&status=&focus=&path=x&types=planet"));
  await expect(show(page)).toBeVisible();
  await expect(banner(page)).toBeHidden();
  await page.goto(at("?focus=p-nowhere.2&status=completed"));
  await expect(banner(page)).toContainText(
    "1 card that this view was about is not on the map, so it was left out.",
  );
  await expect.poll(() => search(page)).toBe("?status=completed");
});

test("by keyboard alone: focus from one to three links, change the way, end it, and unfold a challenge", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const { usual, links } = await aMap(page, "greater-manchester-2038");
  const kinds = new Set(usual.map(({ id }) => id));
  const near = (start: string, degrees: number) => {
    let reached = new Set([start]);
    for (let step = 0; step < degrees; step++) {
      const more = links
        .filter(({ from, to }) => reached.has(from) || reached.has(to))
        .flatMap(({ from, to }) => [from, to]);
      reached = new Set([...reached, ...more.filter((id) => kinds.has(id))]);
    }
    return reached.size;
  };
  await canvas(page).focus();
  await page.keyboard.press("f");
  await expect(page.getByText("Select the card or cards to focus on first.")).toBeVisible();
  // Arrows start at the mission.
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("f");
  for (const degrees of [1, 2, 3]) {
    await page.keyboard.press(String(degrees));
    const hidden = usual.length - near("m-2038", degrees);
    const words = hidden === 0 ? "No card is hidden" : hiddenText(hidden, usual.length);
    await expect(said(page)).toContainText(words);
    await expect.poll(() => search(page)).toBe(`?focus=m-2038.${degrees}`);
  }
  await page.keyboard.press("d");
  await expect(said(page)).toContainText("along links");
  await page.keyboard.press("Escape");
  await expect(banner(page)).toBeHidden();
  await expect(cardOn(page, "m-2038")).toHaveAttribute("data-selected", "");

  await fromPalette(page, "Fold to missions");
  const left = usual.filter(({ type }) => ["grand_challenge", "mission", "challenge"].includes(type)).length;
  await expect(said(page)).toContainText(hiddenText(usual.length - left, usual.length));
  await canvas(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("u");
  await expect(said(page)).toContainText("folded but for");
  const first = search(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+U");
  await expect.poll(() => search(page).split(",").length).toBe(2);
  expect(search(page).startsWith(first)).toBe(true);
});

test("two selected cards show how they hang together, in words, and say so when they do not", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const { mapId } = await aMap(page, "greater-manchester-2038");
  await cardOn(page, "p-retrofitgm").click();
  await cardOn(page, "m-2038").click({ modifiers: ["Shift"] });
  await page.keyboard.press("Shift+P");
  const list = page.getByRole("list", { name: "Ways in words" });
  await expect(list).toContainText("part of");
  await expect(list.getByRole("listitem").first()).toHaveText(
    /^retrofitGM.+ – .+ – .+ – .+ – Carbon neutral/,
  );
  const shortest = (await said(page).textContent()) ?? "";
  await page.getByRole("button", { name: "All ways of up to 6 links" }).click();
  await expect(said(page)).not.toHaveText(shortest);
  await expect.poll(() => search(page)).toBe("?paths=p-retrofitgm,m-2038");
  await list
    .getByRole("button", { name: /^Carbon neutral/ })
    .first()
    .click();
  await expect(page.locator("[data-inspector]")).toHaveAttribute("data-card", "m-2038");
  await page.goto(`${server.url}/maps/${mapId}?path=a-iuk,p-trees&level=neighbourhood`);
  await expect(said(page)).toContainText("No links lead from");
});

test("on the Camden map four missions fold, a challenge unfolds by its button with what is shared, and others fold", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const { mapId, links } = await aMap(page, "camden-renewal");
  await page.goto(`${server.url}/maps/${mapId}?only=`);
  await expect(banner(page)).toContainText("folded to missions and challenges");
  const challenge = links.find(({ type, to }) => type === "contributes_to" && to.startsWith("c-"));
  if (!challenge) throw new Error("The Camden map shares no project.");
  await expect(cardOn(page, challenge.from)).toHaveCount(0);
  const before = await cardOn(page, challenge.to).evaluate((card: HTMLElement) => card.style.transform);
  const button = page.locator(`[data-fold="${challenge.to}"]`);
  await button.click();
  await expect(cardOn(page, challenge.from)).toBeVisible();
  // Nobody loses their bearings: what was there stays where it was.
  expect(await cardOn(page, challenge.to).evaluate((card: HTMLElement) => card.style.transform)).toBe(before);
  await expect.poll(() => search(page)).toBe(`?only=${challenge.to}`);
  const other = page.locator(`[data-fold]:not([data-fold="${challenge.to}"])`).first();
  await other.click();
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await expect(other).toHaveAttribute("aria-expanded", "true");
});

test("a card made or looked up while others are hidden is shown, and the small map moves the view", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const { mapId } = await aMap(page, "greater-manchester-2038");
  await page.goto(`${server.url}/maps/${mapId}?status=completed`);
  await expect(banner(page)).toBeVisible();
  await canvas(page).focus();
  await fromPalette(page, "Zero-emission bus");
  await expect(cardOn(page, "p-zeb")).toBeVisible();
  await page.keyboard.press("Escape");

  await clear(page).click();
  await canvas(page).focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press("+");
  const small = page.locator("[data-minimap]");
  await expect(small).toBeVisible();
  const zoom = page.url();
  await small.click({ position: { x: 20, y: 50 } });
  await expect.poll(() => page.url()).not.toBe(zoom);
  await show(page).click();
  await page.getByRole("switch", { name: "Whole map, small" }).click();
  await page.keyboard.press("Escape");
  await expect(small).toBeHidden();
  await page.reload();
  await expect(show(page)).toBeVisible();
  await expect(small).toHaveCount(0);
});
