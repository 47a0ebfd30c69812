import { expect, type Locator, type Page, test } from "@playwright/test";
import { fieldsOfCard } from "@trellis/shared/schema/cardTypes";
import { CARD_TYPES, type CardType } from "@trellis/shared/schema/enums";
import type { FieldSpec, Fields } from "@trellis/shared/schema/fields";
import { fieldsOfLink, LINK_RULES, LINK_TYPES } from "@trellis/shared/schema/linkTypes";
import { type RecordName, recordTable } from "@trellis/shared/schema/records";
import { expectSaved, field, makeMap, openMap, ownerScreen, panel } from "../support/screens.ts";
import { startServer, type TestServer } from "../support/server.ts";

/*
 * Every field of every card and link type is set by one person, seen by another, and cleared again, through the
 * panel. The tables say which fields there are, so a field that is added is tested.
 */
// Each type is tried on a map of its own, so the types need not wait for each other.
test.describe.configure({ mode: "parallel" });

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

/** One card of each type and one link of each; `other` cards are ends of links within a type. */
function everything() {
  const cards = CARD_TYPES.flatMap((type) => [
    { id: type, type, title: `One ${type}` },
    { id: `other-${type}`, type, title: `Other ${type}` },
  ]);
  const links = LINK_TYPES.filter((type) => type !== "part_of").map((type) => {
    const [from, to] = Object.entries(LINK_RULES[type].ends)[0] as [CardType, CardType[]];
    return {
      id: `link-${type}`,
      type,
      from,
      to: `other-${to[0]}`,
      ...(type === "responsible" ? { role: "accountable" } : {}),
    };
  });
  const mission = cards.find((card) => card.id === "mission");
  Object.assign(mission ?? {}, { phases: [{ id: "ph1", name: "First season", start: "2020" }] });
  return { title: "Every field", cards, links };
}

/** What a row shows: its typed and chosen values and its tags. */
const shown = (row: Locator): Promise<string> =>
  row.evaluate((element) => {
    const typed = [...element.querySelectorAll("input, select, textarea")].map((control) =>
      control instanceof HTMLInputElement && control.type === "hidden"
        ? ""
        : (control as HTMLInputElement).value,
    );
    const pills = [...element.querySelectorAll(".mantine-Pill-label, td, .richtext")].map(
      (part) => part.textContent,
    );
    return [...typed, ...pills].filter((text) => text !== "").join(" | ");
  });

const rowIn = (within: Locator, path: string) => within.locator(`[data-field="${path}"]`).first();

/** Groups of fields are closed at first, but for the first. */
async function openGroups(within: Locator): Promise<void> {
  const closed = within.locator('[data-group] h3 button[aria-expanded="false"]');
  while ((await closed.count()) > 0) await closed.first().click();
}

async function reveal(within: Locator, path: string): Promise<Locator> {
  const show = within.locator(`[data-show-field="${path}"]`);
  const row = rowIn(within, path);
  if ((await row.count()) === 0) await show.click();
  await expect(row).toBeVisible();
  return row;
}

const TYPED: Partial<Record<FieldSpec["kind"], string>> = {
  date: "2031-05",
  figure: "42",
  source: "A public report",
  url: "https://example.org/page",
  words: "First entry",
  text: "Some words",
};

async function choose(page: Page, row: Locator, several: boolean): Promise<void> {
  const input = row.locator("input:not([type=hidden])").first();
  await input.click();
  const options = page.locator("[data-combobox-option]:visible");
  await options.first().click();
  // A list of several stays open for the next; a key too many would close the panel.
  if (several) await page.keyboard.press("Escape");
  await expect(options).toHaveCount(0);
}

async function setParts(page: Page, within: Locator, path: string, parts: Fields): Promise<void> {
  for (const [name, part] of Object.entries(parts)) {
    const row = rowIn(within, `${path}.${name}`);
    await setValue(page, row, `${path}.${name}`, part);
  }
}

async function setValue(page: Page, row: Locator, path: string, spec: FieldSpec): Promise<void> {
  switch (spec.kind) {
    case "enum":
    case "flag":
    case "currency":
    case "phase": {
      const select = row.locator("select");
      const values = await select
        .locator("option")
        .evaluateAll((all) => all.map((o) => (o as HTMLOptionElement).value));
      const now = await select.inputValue();
      await select.selectOption(values.find((value) => value !== "" && value !== now) ?? "");
      return;
    }
    case "enumList":
      if (spec.open) {
        await row.locator("input:not([type=hidden])").first().fill("Our own word");
        await page.keyboard.press("Enter");
        await page.keyboard.press("Escape");
      } else await choose(page, row, true);
      return;
    case "card":
      await choose(page, row, false);
      return;
    case "group":
      await expect(rowIn(row, `${path}.${Object.keys(spec.parts)[0]}`)).toBeVisible();
      if ((await row.locator("[data-more]").count()) > 0) await row.locator("[data-more]").click();
      await setParts(page, row, path, spec.parts);
      return;
    case "rows":
      await row.locator(`[data-add-row="${path}"]`).click();
      await setParts(page, row, path, spec.parts);
      return;
    default: {
      const typed = row.locator("input:not([type=hidden]), textarea").first();
      const least = spec.kind === "number" ? String(Math.max(3, spec.min ?? 0)) : null;
      // A field that is read as "May 2031" is written as "2031-05" once it is gone into.
      await typed.focus();
      await typed.fill(least ?? TYPED[spec.kind] ?? "Some words");
      await typed.blur();
    }
  }
}

async function setField(page: Page, name: string, spec: FieldSpec): Promise<void> {
  const row = await reveal(panel(page), name);
  if (spec.kind === "records") {
    const { fields } = recordTable(spec.record as RecordName);
    // A value in the blank row makes it a record, which then opens to show all its fields.
    const first = row.locator("tr[data-row]").first().locator("[data-cell]").first();
    const [firstName] = (await first.getAttribute("data-cell"))?.split(" ") ?? [];
    const firstSpec = fields[firstName ?? ""];
    if (!firstSpec) throw new Error(`${name} has no first column`);
    await setValue(page, first, name, firstSpec);
    await row
      .locator("tr[data-record]")
      .first()
      .getByRole("button", { name: /^All of/ })
      .click();
    const form = row.locator("[data-record-form]");
    await setParts(page, form, name, fields);
    await form.getByRole("button", { name: "Done" }).click();
  } else if (spec.kind === "lenses") {
    await row.locator('[data-show-field="lenses.sphere"]').click();
    await choose(page, rowIn(row, "lenses.sphere"), true);
  } else await setValue(page, row, name, spec);
}

async function clearValue(page: Page, row: Locator, path: string, spec: FieldSpec): Promise<void> {
  switch (spec.kind) {
    case "enum":
    case "flag":
    case "currency":
    case "phase":
      await row.locator("select").selectOption("");
      return;
    case "enumList":
      await row.locator("input:not([type=hidden])").first().click();
      await page.keyboard.press("Backspace");
      await page.keyboard.press("Escape");
      return;
    case "card":
      await row.getByRole("button", { name: /clear/i }).click();
      return;
    case "group":
      for (const [name, part] of Object.entries(spec.parts))
        await clearValue(page, rowIn(row, `${path}.${name}`), `${path}.${name}`, part);
      return;
    case "rows":
      await row
        .getByRole("button", { name: /remove/i })
        .first()
        .click();
      return;
    default: {
      const typed = row.locator("input:not([type=hidden]), textarea").first();
      await typed.focus();
      await typed.fill("");
      await typed.blur();
    }
  }
}

async function clearField(page: Page, name: string, spec: FieldSpec): Promise<void> {
  const row = field(page, name);
  if (spec.kind === "records") {
    const rows = row.locator("tr[data-record]");
    while ((await rows.count()) > 0) await rows.first().locator("[data-remove-record]").click();
  } else if (spec.kind === "lenses") {
    await rowIn(row, "lenses.sphere").locator("input:not([type=hidden])").first().click();
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Escape");
  } else await clearValue(page, row, name, spec);
}

/** Sets all, waits for the other to see each, clears all, waits again. */
async function setSeeClear(
  one: Page,
  other: Page,
  fields: Fields,
  keep: readonly string[] = [],
): Promise<void> {
  const entries = Object.entries(fields);
  const empty = new Map<string, string>();
  for (const [name, spec] of entries) {
    const row = await reveal(panel(one), name);
    empty.set(name, await shown(row));
    await test.step(`set ${name}`, () => setField(one, name, spec));
  }
  await expectSaved(one);
  for (const [name, spec] of entries) {
    const mine = await shown(field(one, name));
    expect(mine, `${name} was set`).not.toBe(empty.get(name));
    if (spec.kind === "group") continue;
    const theirs = field(other, name);
    await expect.poll(() => shown(theirs), { message: `${name} seen by the other` }).toBe(mine);
  }
  for (const [name, spec] of entries)
    if (!keep.includes(name)) await test.step(`clear ${name}`, () => clearField(one, name, spec));
  await expectSaved(one);
}

const STORED_ELSEWHERE = new Set(["id", "type", "from", "to", "pos", "order", "title"]);
/** Keys that still say something. */
const known = (record: Record<string, unknown> | undefined): string[] =>
  Object.entries(record ?? {})
    .filter(([key, value]) => !STORED_ELSEWHERE.has(key) && value !== null && value !== "")
    .map(([key]) => key);

for (const type of CARD_TYPES) {
  test(`every field of a ${type} is set, seen in a second browser, and cleared`, async ({ browser }) => {
    test.setTimeout(120_000);
    const one = await ownerScreen(browser, server);
    const mapId = await makeMap(one, { document: everything() });
    const other = await (
      await browser.newContext({ storageState: await one.context().storageState() })
    ).newPage();
    await other.goto(server.url);
    await openMap(one, mapId, { card: type });
    await openMap(other, mapId, { card: type });
    const fields = fieldsOfCard(type);
    await openGroups(panel(one));
    await openGroups(panel(other));
    await setSeeClear(one, other, fields);
    await panel(one).getByRole("textbox", { name: "Description" }).click();
    await one.keyboard.type("Rich words");
    await expect(panel(other).locator(".richtext")).toHaveText("Rich words");
    await one.keyboard.press("Control+a");
    await one.keyboard.press("Delete");
    await expect(panel(other).locator(".richtext")).toHaveText("");
    await expectSaved(one);
    const answer = await one.request.get(`${server.url}/api/maps/${mapId}/snapshot`);
    const card = ((await answer.json()) as { cards: Record<string, unknown>[] }).cards.find(
      (each) => each.id === type,
    );
    expect(known(card)).toEqual([]);
  });
}

test("every field of every link type is set, seen in a second browser, and cleared", async ({ browser }) => {
  test.setTimeout(180_000);
  const one = await ownerScreen(browser, server);
  const mapId = await makeMap(one, { document: everything() });
  const other = await (
    await browser.newContext({ storageState: await one.context().storageState() })
  ).newPage();
  await other.goto(server.url);
  for (const type of LINK_TYPES.filter((each) => each !== "part_of")) {
    await test.step(type, async () => {
      await openMap(one, mapId, { link: `link-${type}` });
      await openMap(other, mapId, { link: `link-${type}` });
      await setSeeClear(one, other, fieldsOfLink(type), ["role"]);
    });
  }
  const answer = await one.request.get(`${server.url}/api/maps/${mapId}/snapshot`);
  const { links } = (await answer.json()) as { links: Record<string, unknown>[] };
  for (const link of links)
    expect(known(link), String(link.id)).toEqual(link.type === "responsible" ? ["role"] : []);
});
