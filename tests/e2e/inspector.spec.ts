import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { CARD_TYPES } from "@trellis/shared/schema/enums";
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
} from "../support/screens.ts";
import { startServer, type TestServer } from "../support/server.ts";

/* The panel of cards, links and the map: typing, pasting, joining, by keyboard and with others. */
let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

const document = {
  title: "A panel",
  currency: "GBP",
  sources: [{ id: "ons", title: "Office for National Statistics", url: "https://example.org/ons" }],
  cards: [
    { id: "m", type: "mission", title: "Warm homes" },
    { id: "c", type: "challenge", title: "Insulation", level: "municipal" },
    { id: "p", type: "project", title: "Street by street", level: "municipal" },
    { id: "q", type: "project", title: "Tower by tower", level: "municipal" },
    { id: "a", type: "actor", title: "Combined Authority" },
    { id: "k", type: "indicator", title: "Homes at EPC C", unit: "homes" },
    { id: "d", type: "decision", title: "Who pays" },
  ],
  links: [
    { type: "part_of", from: "c", to: "m" },
    { type: "part_of", from: "p", to: "c" },
    { type: "part_of", from: "q", to: "c" },
  ],
};

async function opened(page: Page, card?: string): Promise<string> {
  const mapId = await makeMap(page, { document });
  await openMap(page, mapId, card ? { card } : {});
  return mapId;
}

/** Pastes as the browser would, into what has the focus. */
const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    globalThis.document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

const cell = (page: Page, list: string, row: number, name: string) =>
  field(page, list)
    .locator("tr[data-row]")
    .nth(row)
    .locator(`[data-cell="${name}"]`)
    .locator("input")
    .first();

/** A list of a card as the server holds it. */
async function storedList(page: Page, mapId: string, card: string, list: string) {
  const { cards } = await mapOnServer(page, mapId);
  return (cards.find(({ id }) => id === card)?.[list] ?? []) as Record<string, unknown>[];
}

test("dates, sums and titles are typed; what does not fit stays, says why, and is saved once it fits", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const complaints = complaintsOf(page);
  const mapId = await opened(page, "p");
  const start = field(page, "start").getByRole("textbox");
  await start.fill("31/12/2030");
  await start.blur();
  await expect(field(page, "start")).toContainText("Not saved yet.");
  // Another card and back: what was typed is still there.
  await field(page, "home").getByRole("button", { name: "Insulation" }).click();
  await expect(panel(page)).toHaveAttribute("data-card", "c");
  await panel(page).getByRole("button", { name: "Street by street" }).click();
  await expect(start).toHaveValue("31/12/2030");
  await field(page, "start").getByRole("button", { name: "Use 2030-12-31" }).click();
  await expect(field(page, "start")).not.toContainText("Not saved yet.");
  await field(page, "end").getByRole("textbox").fill("Mar 2032");
  const amount = field(page, "cost.amount").getByRole("textbox");
  await amount.fill("-29000000");
  await amount.blur();
  await expect(amount).toHaveValue("-29,000,000");
  await expect(field(page, "cost.currency").locator("select")).toHaveValue("GBP");
  const title = field(page, "title").getByRole("textbox");
  await title.fill("x".repeat(10_000));
  await expect(field(page, "title")).toContainText("10000 characters, at most 120");
  await expect(title).toHaveValue("x".repeat(10_000));
  for (const words of ["🌳", "مدينة محايدة", "탄소 중립"]) {
    await title.fill(words);
    await expect(title).toHaveCSS("unicode-bidi", "plaintext");
    await expectSaved(page);
  }
  const { cards } = await mapOnServer(page, mapId);
  expect(cards.find(({ id }) => id === "p")).toMatchObject({
    title: "탄소 중립",
    start: "2030-12-31",
    end: "2032-03",
    cost: { amount: -29_000_000, currency: "GBP" },
  });
  expect(complaints).toEqual([]);
});

test("a table of targets is written by keyboard alone and put in order of its dates", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await opened(page, "k");
  await cell(page, "targets", 0, "date").focus();
  for (const [date, value] of [
    ["2035", "90"],
    ["2030", "60.5"],
  ] as const) {
    await page.keyboard.type(date);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type(value);
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
  }
  await expectSaved(page);
  expect((await storedList(page, mapId, "k", "targets")).map(({ date, value }) => [date, value])).toEqual([
    ["2030", 60.5],
    ["2035", 90],
  ]);
  await field(page, "title").getByRole("textbox").focus();
  await expect(cell(page, "targets", 0, "date")).toHaveValue("2030");
  await field(page, "targets").locator("tr[data-record]").first().locator("[data-remove-record]").focus();
  await page.keyboard.press("Enter");
  await expect(field(page, "targets").locator("tr[data-record]")).toHaveCount(1);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(field(page, "targets").locator("tr[data-record]")).toHaveCount(2);
});

test("rows of a spreadsheet are pasted, once however often, with what does not fit kept and marked", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await opened(page, "k");
  const block =
    "Date\tValue\tSource\n2020\t1,250,000\tOffice for National Statistics\n2021\tto come\t\n31/12/2022\t7.5\t";
  await cell(page, "actuals", 0, "date").focus();
  await paste(page, block);
  await expect(field(page, "actuals").locator("tr[data-record]")).toHaveCount(3);
  await expectSaved(page);
  await paste(page, block);
  await expectSaved(page);
  const stored = await storedList(page, mapId, "k", "actuals");
  expect(stored.map(({ date, value, source }) => [date, value ?? null, source ?? null])).toEqual([
    ["2020", 1_250_000, "ons"],
    ["2021", null, null],
    ["2022-12-31", 7.5, null],
  ]);
  const marked = cell(page, "actuals", 1, "value");
  await expect(marked).toHaveValue("to come");
  await expect(field(page, "actuals")).toContainText("This is not a number");
  await marked.fill("12");
  await expect(field(page, "actuals")).not.toContainText("Not saved yet.");
  await expectSaved(page);

  // What can be read in two ways is asked before anything is written.
  await cell(page, "targets", 0, "date").focus();
  await paste(page, "2030\t1,234\n2035\t2,500");
  await field(page, "targets").getByRole("button", { name: "1234", exact: true }).click();
  await expectSaved(page);
  expect((await storedList(page, mapId, "k", "targets")).map(({ value }) => value)).toEqual([1234, 2500]);
  await page.keyboard.press("Escape");
});

test("roles and links are added by keyboard, to cards there or new, and taken back", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await opened(page, "p");
  const accountable = panel(page).locator('[data-chips="accountable"]');
  await accountable.getByRole("button", { name: "Accountable: add" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Combined");
  await page.keyboard.press("Enter");
  await expect(accountable.getByRole("button", { name: "Combined Authority", exact: true })).toBeVisible();
  const responsible = panel(page).locator('[data-chips="responsible"]');
  await responsible.getByRole("button", { name: "Responsible: add" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Ten districts");
  await expect(page.getByRole("option", { name: "New actor: “Ten districts”" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(responsible.getByRole("button", { name: "Ten districts", exact: true })).toBeVisible();
  await expectSaved(page);
  let links = (await mapOnServer(page, mapId)).links.filter(({ type }) => type === "responsible");
  expect(links.map(({ role }) => role).sort()).toEqual(["accountable", "responsible"]);
  await responsible.getByRole("button", { name: "Remove the link to Ten districts" }).focus();
  await page.keyboard.press("Enter");
  await expect(responsible.getByRole("button", { name: "Ten districts", exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(responsible.getByRole("button", { name: "Ten districts", exact: true })).toBeVisible();

  await panel(page).locator("[data-new-link-type]").selectOption({ label: "Depends on" });
  await page.keyboard.type("Who pays");
  await page.keyboard.press("Enter");
  await expect(panel(page).locator("[data-links]")).toContainText("Who pays");
  await field(page, "home").locator("[data-note-home]").click();
  await field(page, "homeNote").getByRole("textbox").fill("Agreed in May");
  await expectSaved(page);
  links = [...(await mapOnServer(page, mapId)).links];
  expect(links.find(({ type }) => type === "depends_on")).toMatchObject({ from: "p", to: "d" });
  expect(links.find(({ type, from }) => type === "part_of" && from === "p")).toMatchObject({
    to: "c",
    note: "Agreed in May",
  });
});

test("parts are added one after the other, and the cards beside are a key away", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await opened(page, "c");
  await panel(page).locator('[data-add-child="project"]').focus();
  await page.keyboard.press("Enter");
  for (const title of ["First new", "Second new"]) {
    await page.keyboard.type(title);
    await page.keyboard.press("Enter");
  }
  await expect(panel(page).locator("[data-children] li")).toHaveCount(4);
  await page.keyboard.press("Escape");
  await panel(page).getByRole("button", { name: "Street by street" }).focus();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toHaveAttribute("data-card", "p");
  await page.keyboard.press("Alt+PageDown");
  await expect(panel(page)).toHaveAttribute("data-card", "q");
  await expect(panel(page)).toBeFocused();
  await expectSaved(page);
  const made = (await mapOnServer(page, mapId)).cards.filter(({ title }) => String(title).endsWith("new"));
  expect(made.map(({ level }) => level)).toEqual(["municipal", "municipal"]);
});

test("the focus goes into the panel by key and returns; its width is kept", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await opened(page);
  const view = page.locator("main [tabindex='0']").first();
  await view.focus();
  await page.keyboard.press("F6");
  await expect(panel(page)).toBeFocused();
  await page.keyboard.press("F6");
  await expect(view).toBeFocused();
  await page.keyboard.press("F6");
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await expect(view).toBeFocused();
  await page.keyboard.press("F6");
  const handle = page.getByRole("separator", { name: "Width of the panel" });
  await handle.focus();
  const before = Number(await handle.getAttribute("aria-valuenow"));
  await page.keyboard.press("ArrowLeft");
  await expect(handle).toHaveAttribute("aria-valuenow", String(before + 16));
  await page.keyboard.press("Home");
  await expect(handle).toHaveAttribute("aria-valuenow", "640");
  await openMap(page, mapId);
  await page.keyboard.press("F6");
  await expect(handle).toHaveAttribute("aria-valuenow", "640");
});

test("many cards are changed in one step", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await opened(page);
  await page.locator("main [tabindex='0']").first().focus();
  await page.keyboard.press("Control+a");
  await expect(panel(page)).toHaveAttribute("data-inspector", "many");
  await expect(panel(page).locator("[data-counts]")).toContainText("2 projects");
  await panel(page).getByLabel("Lenses").selectOption({ label: "Sphere" });
  await panel(page).locator('[data-tag="capital"]').click();
  await expect(panel(page).locator('[data-tag="capital"]')).toHaveAttribute("aria-pressed", "true");
  await expectSaved(page);
  const tagged = async () =>
    (await mapOnServer(page, mapId)).cards.filter(({ lenses }) => JSON.stringify(lenses)?.includes("capital"))
      .length;
  expect(await tagged()).toBeGreaterThan(3);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expectSaved(page);
  await expect.poll(tagged).toBe(0);
});

test("many cards get one date, written when it has been typed to its end", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await opened(page);
  const projects = (await mapOnServer(page, mapId)).cards.filter(({ type }) => type === "project");
  await openMap(page, mapId);
  for (const [index, { title }] of projects.entries())
    await page
      .locator("main")
      .getByText(String(title), { exact: true })
      .first()
      .click(index > 0 ? { modifiers: ["Shift"] } : {});
  await expect(panel(page)).toHaveAttribute("data-inspector", "many");
  const starts = async () =>
    (await mapOnServer(page, mapId)).cards.flatMap(({ type, start }) => (type === "project" ? [start] : []));
  const start = field(page, "start").getByRole("textbox", { name: "Start" });
  await start.fill("2031-13");
  await start.press("Enter");
  await expect(field(page, "start")).toContainText("There is no such month");
  await start.fill("2031-04");
  await start.press("Enter");
  await expect(page.getByText("2 cards changed.")).toBeVisible();
  await expect.poll(starts).toEqual(["2031-04", "2031-04"]);
  await start.fill("2032");
  await start.press("Tab");
  await expect.poll(starts).toEqual(["2032", "2032"]);
  // The notice of the first date may stand beside that of the second, and takes back only its own.
  await page.getByRole("button", { name: "Undo (Ctrl+Z)" }).click();
  await expect.poll(starts).toEqual(["2031-04", "2031-04"]);
});

test("a health check is switched off by its name, with the reason, and on again", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await opened(page);
  await page.keyboard.press("F6");
  await panel(page)
    .getByRole("button", { name: /^Checks switched off/ })
    .click();
  await field(page, "switchedOffChecks")
    .getByLabel("Switch off a check…")
    .selectOption({ label: "A mix of finance" });
  await expect(panel(page).getByLabel("Why A mix of finance is switched off")).toBeFocused();
  await page.keyboard.type("Funded by one settlement");
  const off = async () =>
    ((await mapOnServer(page, mapId)) as { switchedOffChecks?: unknown[] }).switchedOffChecks ?? [];
  await expect.poll(off).toEqual([{ id: "H24", reason: "Funded by one settlement" }]);
  await panel(page).getByRole("button", { name: "Switch A mix of finance on again" }).click();
  await expect.poll(off).toEqual([]);
});

test("a lens of one's own is made in the map's settings and tags a card at once", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await opened(page);
  await page.keyboard.press("F6");
  await expect(panel(page)).toHaveAttribute("data-inspector", "map");
  await page.getByRole("button", { name: "Own lenses" }).click();
  await cell(page, "ownLenses", 0, "name").fill("Corporate plan");
  await cell(page, "ownLenses", 0, "values").fill("Fair; Green");
  await expectSaved(page);
  await openMap(page, mapId, { card: "p" });
  await page.getByRole("button", { name: "Lenses", exact: true }).click();
  await panel(page).getByRole("button", { name: "Corporate plan" }).click();
  await panel(page).getByLabel("Corporate plan").first().click();
  await page.getByRole("option", { name: "Green" }).click();
  await expectSaved(page);
  const { cards } = await mapOnServer(page, mapId);
  expect(Object.values(cards.find(({ id }) => id === "p")?.lenses as object)).toEqual([["Green"]]);
});

test("two people at one field see both texts and choose; who edits is said", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await opened(owner, "p");
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Housing team");
  await openMap(guest, mapId, { card: "p" });
  const mine = field(owner, "summary").getByRole("textbox");
  const theirs = field(guest, "summary").getByRole("textbox");
  await mine.fill("Mine");
  await expect(theirs).toHaveValue("Mine");
  await theirs.fill("Theirs");
  await expect(panel(owner).locator("[data-editing]")).toHaveText("Housing team is editing this card");
  await expect(field(owner, "summary").locator("[data-theirs]")).toContainText(
    "Changed meanwhile to “Theirs”.",
  );
  await expect(mine).toHaveValue("Mine");
  await owner.keyboard.type(" still");
  await expect(theirs).toHaveValue("Theirs");
  await field(owner, "summary").getByRole("button", { name: "Summary: keep what I typed" }).click();
  await expect(field(owner, "summary").locator("[data-theirs]")).toHaveCount(0);
  await expect(mine).toHaveValue("Mine still");
  await expectSaved(owner);
  const { cards } = await mapOnServer(owner, mapId);
  expect(cards.find(({ id }) => id === "p")?.summary).toBe("Mine still");
});

test("on a phone the panel covers the map and leads back to it", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  await page.setViewportSize({ width: 390, height: 844 });
  await opened(page, "p");
  await expect(panel(page)).toBeVisible();
  const width = await page.evaluate(() => globalThis.document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: "Back to the map" }).click();
  await expect(panel(page)).toHaveCount(0);
});

for (const templateId of ["greater-manchester-2038", "camden-renewal"]) {
  test(`the panel of every type is free of accessibility faults: ${templateId}`, async ({ browser }) => {
    // Every group of the panel of every type is opened and looked through: a long walk, not a slow page.
    test.setTimeout(240_000);
    const page = await ownerScreen(browser, server);
    const mapId = await makeMap(page, { templateId });
    const { cards } = await mapOnServer(page, mapId);
    for (const type of CARD_TYPES) {
      const card = cards.find((each) => each.type === type);
      if (!card) continue;
      await openMap(page, mapId, { card: card.id });
      const closed = panel(page).locator('[data-group] h3 button[aria-expanded="false"]');
      while ((await closed.count()) > 0) await closed.first().click();
      const { violations } = await new AxeBuilder({ page }).include("[data-inspector]").analyze();
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
        type,
      ).toEqual([]);
    }
  });
}
