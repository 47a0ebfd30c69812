/*
 * The table in a real browser: written by keyboard alone, filled down, pasted into with a cell that does not fit, two
 * people at once, kept in the address, saved as a file, on a phone, and for a reader without the right to edit. What
 * counts is the map on the server.
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

const grid = (page: Page) => page.getByRole("grid");
/** The cell that keys act on. */
const current = (page: Page) => grid(page).locator("[data-row] [data-active]");
const cell = (page: Page, row: string, column: string) =>
  grid(page).locator(`[data-row="${row}"] [data-column="${column}"]`);
const rowTitles = (page: Page) => grid(page).locator("[data-row]:not([data-blank])").getByRole("rowheader");
const editor = (page: Page) => grid(page).locator("[data-column] :is(input, textarea)");

async function openTable(page: Page, mapId: string, search = ""): Promise<void> {
  await openMap(page, mapId);
  await page.goto(`${new URL(page.url()).origin}/maps/${mapId}/table${search}`);
  await expect(page.getByRole("region", { name: "Table" })).toBeVisible();
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Pastes as a browser does: the event comes to what has the focus. */
async function paste(page: Page, text: string, html = ""): Promise<void> {
  await page.evaluate(
    ([plain, rich]) => {
      const data = new DataTransfer();
      data.setData("text/plain", plain);
      if (rich !== "") data.setData("text/html", rich);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    [text, html] as const,
  );
}

const copied = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const data = new DataTransfer();
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }),
    );
    return data.getData("text/plain");
  });

const SMALL = {
  title: "Clean air",
  currency: "GBP",
  cards: [
    { id: "m", type: "mission", title: "Clean air by 2030" },
    { id: "c", type: "challenge", title: "Buses" },
    { id: "a", type: "project", title: "Apron", status: "idea", start: "2026-04" },
    { id: "b", type: "project", title: "Bridge", status: "approved", start: "2025" },
    { id: "d", type: "project", title: "Depot" },
    { id: "city", type: "actor", title: "City council", level: "municipal", sector: "public" },
  ],
  links: [
    { type: "part_of", from: "c", to: "m" },
    { type: "part_of", from: "a", to: "c" },
    { type: "part_of", from: "b", to: "c" },
    { type: "part_of", from: "d", to: "c" },
    { type: "responsible", from: "city", to: "b", role: "accountable" },
  ],
};
const COLUMNS = "?table=project&columns=status,start,cost.amount,domains,role.accountable";

/** Fields of the projects on the server by title. */
async function projects(page: Page, mapId: string): Promise<Record<string, Record<string, unknown>>> {
  const { cards } = await mapOnServer(page, mapId);
  return Object.fromEntries(
    cards.filter(({ type }) => type === "project").map((card) => [String(card.title), card]),
  );
}

test("a table is written by keyboard alone: letters, choices, fill down, emptying and undo", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const complaints = complaintsOf(page);
  const mapId = await makeMap(page, { document: SMALL });
  await openMap(page, mapId);
  await chooseView(page, "Table");
  await expect(rowTitles(page)).toHaveText(["Apron", "Bridge", "Depot"]);
  await openTable(page, mapId, COLUMNS);
  await grid(page).focus();
  await expect(current(page)).toContainText("Apron");

  // The first letter begins, Enter takes the choice and goes down.
  await press(page, "ArrowRight");
  await page.keyboard.type("in d");
  await expect(page.getByRole("option", { name: "In delivery" })).toHaveAttribute("aria-selected", "true");
  await press(page, "Enter");
  await expect(cell(page, "a", "status")).toHaveText("In delivery");
  await expect(grid(page)).toBeFocused();
  await expect(current(page)).toHaveText("Approved");

  // Three rows take the top one; one step back undoes all of it.
  await press(page, "ArrowUp", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
  await expect(cell(page, "d", "status")).toHaveText("In delivery");
  await expect(page.getByRole("status").filter({ hasText: "2 cells filled." })).toContainText("Undo");
  await press(page, "Control+z");
  await expect(cell(page, "b", "status")).toHaveText("Approved");
  await expect(cell(page, "d", "status")).toHaveText("Not known");
  await press(page, "Control+Shift+z");
  await expect(cell(page, "b", "status")).toHaveText("In delivery");

  // Tab goes right and Escape leaves what was there; F2 writes in it.
  await press(page, "Escape", "ArrowRight", "F2");
  await expect(editor(page)).toHaveValue("");
  await page.keyboard.type("april 2027");
  await press(page, "Tab");
  await expect(cell(page, "d", "start")).toHaveText("Apr 2027");
  await page.keyboard.type("1,250.5");
  await press(page, "Enter", "ArrowUp");
  await expect(current(page)).toHaveText("1,250.5");
  await page.keyboard.type("99");
  await press(page, "Escape");
  await expect(cell(page, "d", "cost.amount")).toHaveText("1,250.5");
  await press(page, "ArrowLeft", "Delete");
  await expect(cell(page, "d", "start")).toHaveText("Not known");

  // Several of a list, one after another.
  await press(page, "End", "ArrowLeft");
  await page.keyboard.type("ener");
  await press(page, "Enter");
  await page.keyboard.type("; own word");
  await press(page, "Enter");
  await expect(cell(page, "d", "domains")).toHaveText("Energy, own word");

  await expectSaved(page);
  await expect
    .poll(() => projects(page, mapId))
    .toMatchObject({
      Apron: { status: "in_delivery" },
      Bridge: { status: "in_delivery" },
      Depot: {
        status: "in_delivery",
        cost: { amount: 1250.5, currency: "GBP" },
        domains: ["energy", "own word"],
      },
    });
  expect(complaints).toEqual([]);
});

test("the blank row becomes a card, heads sort, and a cell leads to its place in the panel, all by keyboard", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: SMALL });
  await openTable(page, mapId, COLUMNS);
  await grid(page).focus();
  await press(page, "Control+End", "Home");
  await expect(current(page)).toHaveText("New row");
  await page.keyboard.type("Shelter");
  await press(page, "Enter");
  await expect(rowTitles(page)).toHaveText(["Apron", "Bridge", "Depot", "Shelter"]);
  await expect(current(page)).toHaveText("New row");
  await expectSaved(page);
  await expect.poll(async () => Object.keys(await projects(page, mapId))).toContain("Shelter");
  // Heads: Enter sorts; Control+Enter opens a card at what the cell says.
  await press(page, "Control+ArrowUp", "ArrowUp", "Enter", "Enter");
  await expect(grid(page).getByRole("columnheader", { name: "Title" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expect(rowTitles(page)).toHaveText(["Shelter", "Depot", "Bridge", "Apron"]);
  await press(page, "ArrowDown", "ArrowRight", "ArrowRight", "Control+Enter");
  await expect(panel(page).locator("[data-field=start]").getByRole("textbox").first()).toBeFocused();
});

test("a pasted block with text where a number belongs loses nothing: the cell is marked, the others are written", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: SMALL });
  await openTable(page, mapId, COLUMNS);
  await cell(page, "b", "start").click();
  await paste(
    page,
    "2026-05\t12000\t\n2027\tabout twelve\tEnergy; Nature\n2028\t15\t\nNo month\t16\tHealth\n",
  );
  const marked = cell(page, "d", "cost.amount");
  await expect(marked).toContainText("about twelve");
  await expect(marked).toContainText("This is not a number.");
  await expect(marked).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("8 cells written. 2 rows added. 2 cells do not fit")).toBeVisible();
  await expect(cell(page, "b", "cost.amount")).toHaveText("12,000");
  await expect(cell(page, "d", "domains")).toHaveText("Energy, Nature");
  await expect(rowTitles(page)).toHaveCount(5);
  await expectSaved(page);
  await expect
    .poll(async () => (await projects(page, mapId)).Depot)
    .toMatchObject({ start: "2027", domains: ["energy", "nature"] });
  expect((await projects(page, mapId)).Depot).not.toHaveProperty("cost");

  // Loading the page again keeps the text, and the way to it.
  await page.reload();
  await expect(marked).toContainText("about twelve");
  await page.getByRole("button", { name: "2 cells do not fit yet: show the next" }).click();
  await expect(current(page)).toContainText("about twelve");
  await expect(page.getByText(/Cost:\s*This is not a number/)).toBeVisible();
  await page.keyboard.type("12k");
  await press(page, "Enter", "ArrowUp");
  await page.getByRole("button", { name: "Use 12000" }).click();
  await expect(marked).toHaveText("12,000");
  await expect(marked).not.toHaveAttribute("aria-invalid", "true");

  // What is unclear is asked before anything is written, and the whole paste is one step back.
  await cell(page, "a", "start").click();
  await paste(page, "05/06/2030\n07/06/2030");
  await page.getByRole("button", { name: "5 Jun 2030" }).click();
  await expect(cell(page, "b", "start")).toHaveText("7 Jun 2030");
  await press(page, "Control+z");
  await expect(cell(page, "a", "start")).toHaveText("Apr 2026");
  await expect(cell(page, "b", "start")).toHaveText("May 2026");

  // One column of a spreadsheet: its commas are words. Headings lead to their fields, shown or not.
  await press(page, "Control+End", "Home");
  await paste(page, "Shelter, bench\nHall, roof", "<table><tr><td>Shelter, bench</td></tr></table>");
  await expect(rowTitles(page).filter({ hasText: "Shelter, bench" })).toHaveCount(1);
  await press(page, "Escape", "Control+End", "Home");
  await paste(page, "Name\tKind\tStart date\tNobody's\tReview of\nCanopy\tPilot\t2027\tx\tshade for all");
  // Nothing is written before it is clear what becomes of the other columns.
  await expect(page.getByText("2 columns have headings that are not known here.")).toBeVisible();
  await expect(page.getByLabel("Nobody's")).toBeFocused();
  await expect(rowTitles(page).filter({ hasText: "Canopy" })).toHaveCount(0);
  await page.getByLabel("Review of").selectOption("Note");
  await page.getByRole("button", { name: "Paste", exact: true }).click();
  await expect(grid(page).getByRole("columnheader", { name: "Kind" })).toBeVisible();
  await expect(page.getByText("Column Nobody's has no field here and was left out.")).toBeVisible();
  await expectSaved(page);
  await expect
    .poll(async () => (await projects(page, mapId)).Canopy)
    .toMatchObject({ kind: "pilot", start: "2027", note: "shade for all" });
});

test("pasted rows keep their order, sums their currency, and undo takes back what does not fit", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: SMALL });
  await openTable(page, mapId, COLUMNS);
  const undo = page.getByRole("button", { name: "Undo (Ctrl+Z)" });
  await expect(undo).toBeDisabled();
  await cell(page, "a", "status").click();
  await paste(page, "zz\nyy");
  const marked = cell(page, "a", "status");
  await expect(marked).toContainText("zz");
  await expect(page.getByRole("button", { name: "Use Completed" })).toBeVisible();
  await press(page, "Control+z");
  await expect(marked).toHaveText("Idea");
  await expect(undo).toBeDisabled();

  const steps = ["one", "two", "three", "four", "five", "six", "seven", "eight"].map(
    (word) => `Step ${word}`,
  );
  await press(page, "Control+End", "Home");
  await paste(
    page,
    `Project\tBudget (EUR)\n${steps.map((step, index) => `${step}\t${index + 1}`).join("\n")}`,
  );
  const all = ["Apron", "Bridge", "Depot", ...steps];
  await expect(rowTitles(page)).toHaveText(all);
  await expectSaved(page);
  await expect
    .poll(async () => (await projects(page, mapId))["Step two"])
    .toMatchObject({ cost: { amount: 2, currency: "EUR" } });
  await page.reload();
  await expect(rowTitles(page)).toHaveText(all);
  await page.getByRole("link", { name: "Outline" }).click();
  await expect(page.getByText(/^Step /)).toHaveText(steps);
});

test("what a card is part of and who answers for it are found in the cell, pasted by title and kept where none fits", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const complaints = complaintsOf(page);
  const document = {
    ...SMALL,
    cards: [
      ...SMALL.cards,
      { id: "t", type: "challenge", title: "Trams" },
      {
        id: "k",
        type: "indicator",
        title: "Clean air days",
        baseline: { value: 0 },
        targets: [{ date: "2030", value: 90 }],
      },
    ],
  };
  const mapId = await makeMap(page, { document });
  await openTable(page, mapId, "?table=project&columns=home,role.accountable,contributions");
  await cell(page, "a", "home").click();
  await press(page, "Enter");
  await expect(editor(page)).toHaveValue("Buses");
  const homes = page.getByRole("listbox", { name: "Part of" }).getByRole("option");
  await expect(homes).toHaveText([/^Bridge/, /^Buses/, /^Clean air by 2030/, /^Depot/, /^Trams/]);
  await press(page, "Escape");
  await page.keyboard.type("tr");
  await expect(page.getByRole("option", { name: "Trams" })).toHaveAttribute("aria-selected", "true");
  await press(page, "Enter");
  await expect(cell(page, "a", "home")).toHaveText("Trams");
  await cell(page, "a", "role.accountable").click();
  await page.keyboard.type("city");
  await press(page, "Tab");
  await expect(cell(page, "a", "role.accountable")).toHaveText("City council");
  // A count is no field: it says what it counts and where that is edited.
  await page.keyboard.type("2");
  await expect(page.getByText(/is a list and is edited in the card/)).toBeVisible();
  await expectSaved(page);
  await expect
    .poll(async () => (await mapOnServer(page, mapId)).links)
    .toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: "part_of", from: "a", to: "t" }),
        expect.objectContaining({ type: "responsible", from: "city", to: "a", role: "accountable" }),
      ]),
    );

  // A pasted list brings both, and one step takes all of it back.
  await press(page, "Control+End", "Home");
  await paste(page, "Shelters\tBUSES\tCity council\nStops\tBuses\tCity counsil\n");
  await expect(page.getByText("5 cells written. 2 rows added. 1 cell does not fit")).toBeVisible();
  const shelters = grid(page).locator("[data-row]").filter({ hasText: "Shelters" });
  await expect(shelters.locator("[data-column=home]")).toHaveText("Buses");
  await expect(shelters.locator('[data-column="role.accountable"]')).toHaveText("City council");
  const stops = grid(page).locator("[data-row]").filter({ hasText: "Stops" });
  await expect(stops.locator('[data-column="role.accountable"]')).toContainText("City counsil");
  await page.getByRole("button", { name: /1 cell/ }).click();
  await page.getByRole("button", { name: "Use City council" }).click();
  await expect(stops.locator('[data-column="role.accountable"]')).toHaveText("City council");
  await press(page, "Control+z", "Control+z");
  await expect(rowTitles(page)).toHaveText(["Bridge", "Depot", "Apron"]);

  await openTable(page, mapId, "?table=indicator");
  await expect(cell(page, "k", "targets")).toHaveText("1 target");
  expect(complaints).toEqual([]);
});

test("a block is copied for a spreadsheet and comes back; too many rows are refused whole", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const cards = SMALL.cards.map((card) => (card.id === "a" ? { ...card, title: "=Apron, new" } : card));
  const mapId = await makeMap(page, { document: { ...SMALL, cards } });
  await openTable(page, mapId, COLUMNS);
  await grid(page).focus();
  await press(page, "Shift+ArrowDown", "Shift+ArrowRight", "Shift+ArrowRight");
  expect(await copied(page)).toBe(`"'=Apron, new"\tIdea\t2026-04\nBridge\tApproved\t2025\n`);
  await press(page, "Control+a");
  expect((await copied(page)).trimEnd().split("\n")).toHaveLength(3);
  await press(page, "Control+Home");
  await paste(page, Array.from({ length: 501 }, (_, index) => `Row ${index}\tIdea`).join("\n"));
  await expect(page.getByText(/The block has 501 rows; at most 500/)).toBeVisible();
  await expect(rowTitles(page)).toHaveCount(3);
  // One word goes into every cell of the block.
  await cell(page, "a", "status").click();
  await press(page, "Shift+ArrowDown", "Shift+ArrowDown");
  await paste(page, "Completed");
  await expect(cell(page, "d", "status")).toHaveText("Completed");
  await expectSaved(page);
  await expect
    .poll(async () => Object.values(await projects(page, mapId)).map(({ status }) => status))
    .toEqual(["completed", "completed", "completed"]);
});

test("what one person writes, the other's table shows; a cell being written is not torn away", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document: SMALL });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Housing team");
  await openTable(owner, mapId, `${COLUMNS}&sort=start`);
  await openTable(guest, mapId, `${COLUMNS}&sort=start`);
  await expect(rowTitles(guest)).toHaveText(["Bridge", "Apron", "Depot"]);
  await grid(owner).focus();

  // The guest writes in a cell while the owner changes another, and moves the row away by its date.
  await cell(guest, "b", "status").dblclick();
  await expect(editor(guest)).toHaveValue("Approved");
  await guest.keyboard.press("End");
  await guest.keyboard.type(" soon");
  await cell(owner, "b", "start").click();
  await owner.keyboard.type("2040");
  await owner.keyboard.press("Enter");
  await expect(cell(guest, "b", "start")).toHaveText("2040");
  await expect(editor(guest)).toBeFocused();
  await expect(editor(guest)).toHaveValue("Approved soon");
  await expect(rowTitles(guest)).toHaveText(["Bridge", "Apron", "Depot"]);

  // The same cell: the other's value is shown beside what is written, and Escape leaves it.
  await cell(owner, "b", "status").click();
  await owner.keyboard.type("pau");
  await owner.keyboard.press("Enter");
  await expect(guest.getByText(/Changed meanwhile to “Paused”\..*Enter keeps yours/)).toBeVisible();
  await expect(editor(guest)).toHaveValue("Approved soon");
  await guest.keyboard.press("Escape");
  await expect(cell(guest, "b", "status")).toHaveText("Paused");
  // Out of the table the rows follow the map again.
  await guest.getByRole("textbox", { name: "Find in the table" }).focus();
  await expect(rowTitles(guest)).toHaveText(["Apron", "Bridge", "Depot"]);

  // A row that somebody removes gives its words back.
  await cell(guest, "d", "status").dblclick();
  await guest.keyboard.type("App");
  await cell(owner, "d", "title").click();
  await owner.getByRole("button", { name: "Open Depot" }).click();
  await owner.getByRole("button", { name: "Remove this card" }).click();
  await expect(rowTitles(guest)).toHaveText(["Apron", "Bridge"]);
  await expect(guest.getByText("Somebody removed this card. You had written: “App”")).toBeVisible();
});

test("type, columns, sorting and finding are kept in the address", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: SMALL });
  await openTable(page, mapId);
  await grid(page).getByRole("columnheader", { name: "Start" }).click();
  await grid(page).getByRole("columnheader", { name: "Start" }).click();
  await expect(page).toHaveURL(/sort=-start/);
  await expect(rowTitles(page)).toHaveText(["Apron", "Bridge", "Depot"]);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Maturity" }).click();
  await page.getByRole("checkbox", { name: "Part of" }).click();
  await expect(page).toHaveURL(/columns=[^&]*maturity/);
  await page.keyboard.press("Escape");
  await expect(grid(page).getByRole("columnheader", { name: "Part of" })).toHaveCount(0);
  await page.getByRole("textbox", { name: "Find in the table" }).fill("city council");
  await expect(rowTitles(page)).toHaveText(["Bridge"]);
  await expect(page.getByText("1 of 3 projects")).toBeVisible();
  await expect(page).toHaveURL(/find=city/);
  await page.reload();
  await expect(rowTitles(page)).toHaveText(["Bridge"]);
  await expect(grid(page).getByRole("columnheader", { name: "Maturity" })).toBeVisible();
  // Chosen in the same breath, so that Back leads to all rows and not to those found before.
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('[aria-label="Show all rows again"]')?.click();
    return new Promise((drawn) => requestAnimationFrame(drawn));
  });
  await page.getByRole("combobox", { name: "Type of card" }).selectOption("actor");
  await expect(rowTitles(page)).toHaveText(["City council"]);
  await page.goBack();
  await expect(rowTitles(page)).toHaveText(["Apron", "Bridge", "Depot"]);
  // The filter of the whole map narrows the rows too.
  await page.goto(`${page.url().replace(/\?.*/, "")}?table=project&status=approved`);
  await expect(rowTitles(page)).toHaveText(["Bridge"]);
});

test("a column is made wider by its head's edge and by keys, and is so after another view", async ({
  browser,
}) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: SMALL });
  await openTable(page, mapId, COLUMNS);
  const head = grid(page).getByRole("columnheader", { name: "Status" });
  const width = async (): Promise<number> => Math.round((await head.boundingBox())?.width ?? 0);
  const usual = await width();
  const edge = await head.locator("[data-edge]").boundingBox();
  if (!edge) throw new Error("the head has no edge");
  await page.mouse.move(edge.x + 4, edge.y + 10);
  await page.mouse.down();
  await page.mouse.move(edge.x + 54, edge.y + 10, { steps: 4 });
  await page.mouse.up();
  expect(await width()).toBe(usual + 50);
  // The column is neither sorted by nor moved out from under its cells.
  await expect(head).toHaveAttribute("aria-sort", "none");
  expect((await cell(page, "a", "status").boundingBox())?.width).toBe(usual + 50);
  await page.getByRole("link", { name: "Outline" }).click();
  await page.getByRole("link", { name: "Table" }).click();
  await expect.poll(width).toBe(usual + 50);
  await head.locator("[data-edge]").dblclick();
  expect(await width()).toBe(usual);
  await grid(page).focus();
  await press(
    page,
    "Control+Home",
    "ArrowUp",
    "ArrowRight",
    "Alt+ArrowRight",
    "Alt+ArrowRight",
    "Alt+ArrowLeft",
  );
  await expect.poll(width).toBe(usual + 16);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("button", { name: "The usual columns" }).click();
  await expect.poll(width).toBe(usual);
});

test("ticked rows are edited together; axe finds nothing wrong", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("greater-manchester-2038") });
  await openTable(page, mapId);
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "23");
  await grid(page).focus();
  await press(page, "Shift+ArrowDown", "Shift+ArrowDown", "Space");
  await expect(panel(page)).toHaveAttribute("data-inspector", "many");
  await expect(page.getByRole("button", { name: "Edit 3 cards" })).toBeVisible();
  const titles = (await rowTitles(page).allInnerTexts()).slice(0, 3).map((text) => text.trim());
  await panel(page).getByLabel("Maturity").selectOption("embed");
  await expectSaved(page);
  await expect
    .poll(async () => {
      const found = await projects(page, mapId);
      return titles.map((title) => found[title]?.maturity);
    })
    .toEqual(["embed", "embed", "embed"]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test("the table is saved as CSV; axe finds nothing wrong while a cell is written", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  const mapId = await makeMap(page, { document: template("greater-manchester-2038") });
  await openTable(page, mapId);
  await grid(page).locator("[data-row]").nth(1).locator("[data-column=status]").dblclick();
  await expect(page.getByRole("listbox")).toBeVisible();
  const writing = await new AxeBuilder({ page }).include("main").analyze();
  expect(writing.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await page.keyboard.press("Escape");

  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toBe("Greater Manchester carbon neutral by 2038, Projects.csv");
  const lines = readFileSync(await file.path(), "utf8").split("\r\n");
  expect(lines).toHaveLength(22);
  expect(lines[0]).toBe("\uFEFFTitle,Part of,Level,Status,Kind,Accountable,Start,End,Cost,Cost: Currency");
});

test("on a phone each card can be read and opened, and the first one added", async ({ browser }) => {
  const page = await ownerScreen(browser, server);
  await page.setViewportSize({ width: 390, height: 844 });
  const mapId = await makeMap(page, { document: template("greater-manchester-2038") });
  await openMap(page, mapId);
  await chooseView(page, "Table");
  const list = page.getByRole("list", { name: "Projects, one in each row" });
  await expect(list.getByRole("listitem").first()).toContainText("Accountable");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await list.getByRole("button", { name: "Local Energy Market" }).click();
  await expect(panel(page)).toHaveAttribute("data-card", /./);
  await page.goBack();
  await expect(list).toBeVisible();
  // Sorted and added to without heads and a last row.
  const titles = list.getByRole("listitem").locator("button");
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("title");
  await page.getByRole("button", { name: "Largest or last first" }).click();
  await expect(page).toHaveURL(/sort=-title/);
  await expect(titles.first()).toHaveText("Zero-emission bus fleet");
  await page.getByRole("button", { name: "Add a project" }).click();
  await expect(panel(page)).toHaveAttribute("data-card", /./);
  await page.goBack();
  await expect(page.getByRole("combobox", { name: "Type of card" })).toContainText("Projects (22)");
  await page.getByRole("combobox", { name: "Type of card" }).selectOption("note");
  await page.getByRole("button", { name: "Add a note" }).click();
  await expect(panel(page)).toHaveAttribute("data-card", /./);
});

test("an empty map begins with the first row; a reader sees everything and changes nothing", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const empty = await makeMap(owner, { document: { title: "Empty", cards: [], links: [] } });
  await openTable(owner, empty);
  await expect(owner.getByText("No missions yet. Type a title in the row above")).toBeVisible();
  await grid(owner).focus();
  await owner.keyboard.type("Warm homes by 2035");
  await owner.keyboard.press("Enter");
  await expect(rowTitles(owner)).toHaveText(["Warm homes by 2035"]);

  const mapId = await makeMap(owner, { document: SMALL });
  const reader = await guestScreen(browser, await makeGuestLink(owner, mapId, "viewer"), "A reader");
  await openTable(reader, mapId, COLUMNS);
  await expect(grid(reader)).toHaveAttribute("aria-readonly", "true");
  await expect(grid(reader).locator("[data-row]")).toHaveCount(3);
  await grid(reader).focus();
  await reader.keyboard.press("ArrowRight");
  await reader.keyboard.type("x");
  await press(reader, "Delete", "Control+d");
  await paste(reader, "Completed\t2030");
  await expect(editor(reader)).toHaveCount(0);
  await reader.keyboard.press("Enter");
  await expect(panel(reader)).toHaveAttribute("data-card", "a");
  expect(Object.keys(await projects(owner, mapId))).toEqual(["Apron", "Bridge", "Depot"]);
  expect((await projects(owner, mapId)).Apron).toMatchObject({ status: "idea" });
});
