import { expect, type Page, test } from "@playwright/test";
import {
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

const document = {
  title: "On the canvas",
  cards: [
    { id: "m", type: "mission", title: "Warm homes" },
    { id: "c", type: "challenge", title: "Insulation", level: "municipal" },
    {
      id: "p",
      type: "project",
      title: "Street by street",
      level: "municipal",
      description: {
        type: "doc",
        content: [{ type: "paragraph", content: [{ type: "text", text: "In words" }] }],
      },
    },
    { id: "q", type: "project", title: "Heat pumps", level: "national" },
    { id: "a", type: "actor", title: "District council", level: "municipal" },
  ],
  links: [
    { type: "part_of", from: "c", to: "m" },
    { type: "part_of", from: "p", to: "c" },
    { type: "part_of", from: "q", to: "c" },
    { type: "responsible", from: "a", to: "p", role: "responsible" },
  ],
};

const canvas = (page: Page) => page.getByRole("application", { name: "Map canvas" });
const card = (page: Page, id: string) => page.locator(`[data-card-id="${id}"]`);
const chooser = (page: Page) => page.locator("[data-chooser]");
const mark = (page: Page, name: string) => page.locator(`[data-mark="${name}"]`);

async function centre(page: Page, id: string): Promise<{ x: number; y: number }> {
  const box = await card(page, id).boundingBox();
  if (!box) throw new Error(`The card ${id} is not on the screen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function opened(page: Page, body: object = { document }): Promise<string> {
  const mapId = await makeMap(page, body);
  await openMap(page, mapId);
  // Clipboard and questions come with the tools, after the map is drawn.
  await expect(page.getByRole("toolbar", { name: "Add to the map" })).toBeVisible();
  return mapId;
}

async function select(page: Page, ...ids: string[]): Promise<void> {
  for (const [index, id] of ids.entries())
    await card(page, id).click(index > 0 ? { modifiers: ["Shift"] } : {});
  await canvas(page).focus();
}

/** Types into the open question and takes the first answer. */
async function answer(page: Page, words: string): Promise<void> {
  await expect(chooser(page).getByRole("combobox")).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
}

/** What a browser does on Ctrl+V with this text on the clipboard. */
const pasteText = (page: Page, text: string) =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", given);
    window.document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

const titled = async (page: Page, mapId: string, title: string) =>
  (await mapOnServer(page, mapId)).cards.filter((each) => each.title === title);

test("a small mission is built by keyboard alone: mission, challenges, projects, actors with roles", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await opened(owner, { title: "By keyboard" });
  const { keyboard } = owner;
  const write = async (...titles: string[]) => {
    for (const [index, title] of titles.entries()) {
      await expect(owner.getByRole("textbox", { name: "Title of the card" })).toHaveValue("");
      await keyboard.type(title);
      await keyboard.press(index < titles.length - 1 ? "Tab" : "Enter");
    }
    await expect(canvas(owner)).toBeFocused();
  };
  const goTo = async (title: string) => {
    // The way a keyboard user has from anywhere: up to the home, then along its links.
    await keyboard.press("Escape");
    await keyboard.press("Home");
    for (let step = 0; step < 14; step++) {
      if ((await canvas(owner).locator('[id^="canvas-active-"]').getAttribute("aria-label"))?.includes(title))
        return;
      await keyboard.press("]");
    }
    throw new Error(`${title} was not reached.`);
  };
  await canvas(owner).focus();
  await keyboard.press("n");
  await write("Warm homes by 2035");
  await keyboard.press("n");
  await write("Insulation", "Heating", "Skills");
  const projects = {
    Insulation: ["Street by street", "One-stop shop"],
    Heating: ["Heat pumps", "Heat network"],
    Skills: ["Installer training", "College places"],
  };
  const actors = [
    ["District council", "accountable"],
    ["Housing associations", "responsible"],
    ["Energy agency", "consulted"],
    ["College", "informed"],
  ] as const;
  let next = 0;
  for (const [challenge, titles] of Object.entries(projects)) {
    await goTo(challenge);
    await keyboard.press("n");
    await write(...titles);
    // The last project is selected: it gets an actor, made on the way.
    const [name, role] = actors[next++] as (typeof actors)[number];
    await keyboard.press("r");
    await answer(owner, name);
    await answer(owner, role.slice(0, 6));
    await expect(canvas(owner)).toBeFocused();
  }
  const [name, role] = actors[3];
  await keyboard.press("r");
  await answer(owner, name);
  await answer(owner, role);
  await expectSaved(owner);

  const { cards, links } = await mapOnServer(owner, mapId);
  const idOf = (title: string) => cards.find((each) => each.title === title)?.id;
  expect(cards.map(({ type }) => type).sort()).toEqual(
    [...Array(4).fill("actor"), ...Array(3).fill("challenge"), "mission", ...Array(6).fill("project")].sort(),
  );
  for (const [challenge, titles] of Object.entries(projects)) {
    expect(links).toContainEqual(
      expect.objectContaining({ type: "part_of", from: idOf(challenge), to: idOf("Warm homes by 2035") }),
    );
    for (const title of titles)
      expect(links).toContainEqual(
        expect.objectContaining({ type: "part_of", from: idOf(title), to: idOf(challenge) }),
      );
  }
  expect(
    links.filter(({ type }) => type === "responsible").map(({ from, role: said }) => [from, said]),
  ).toEqual(expect.arrayContaining(actors.map(([actor, said]) => [idOf(actor), said])));
});

test("cards are copied with texts and links, to the same map and to another, each in one step", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const first = await opened(owner);
  await select(owner, "p", "q");
  await owner.keyboard.press("Control+c");
  await owner.keyboard.press("Control+v");
  await expect(owner.getByText("2 cards were pasted.")).toBeVisible();
  await expectSaved(owner);
  const copies = await titled(owner, first, "Street by street");
  expect(copies).toHaveLength(2);
  expect(JSON.stringify(copies.map(({ description }) => description))).toMatch(/In words.*In words/);
  const { links } = await mapOnServer(owner, first);
  const roles = links.filter(({ type }) => type === "responsible").map(({ to }) => to);
  expect(roles.sort()).toEqual(copies.map(({ id }) => id).sort());
  await owner.keyboard.press("Control+z");
  await expect.poll(async () => (await titled(owner, first, "Street by street")).length).toBe(1);

  const second = await opened(owner, { title: "Elsewhere" });
  await canvas(owner).focus();
  await owner.keyboard.press("Control+v");
  await expect(owner.getByText(/2 of them stand without a home.*1 link was left out/)).toBeVisible();
  await expectSaved(owner);
  expect((await mapOnServer(owner, second)).cards.map(({ title }) => title).sort()).toEqual([
    "Heat pumps",
    "Street by street",
  ]);
});

test("lines of text become cards, set in below one another; 500 of them at once, and more than fits is a sentence", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await opened(owner);
  await select(owner, "m");
  await pasteText(owner, "Transport\n\tCycle lanes\n\tBuses\nSkills");
  await expectSaved(owner);
  const { cards, links } = await mapOnServer(owner, mapId);
  const byTitle = (title: string) => cards.find((each) => each.title === title);
  expect(byTitle("Transport")).toMatchObject({ type: "challenge" });
  expect(byTitle("Buses")).toMatchObject({ type: "project" });
  expect(links).toContainEqual(
    expect.objectContaining({ type: "part_of", from: byTitle("Buses")?.id, to: byTitle("Transport")?.id }),
  );
  await owner.keyboard.press("Control+z");
  await select(owner, "c");
  const longest = await owner.evaluate(async () => {
    let most = 0;
    const watch = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) most = Math.max(most, duration);
    });
    watch.observe({ type: "longtask" });
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", Array.from({ length: 500 }, (_, at) => `Line ${at}`).join("\n"));
    window.document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
    await new Promise((done) => setTimeout(done, 1_500));
    return most;
  });
  // A bound that only a page that hangs would break: the machine may be busy.
  expect(longest).toBeLessThan(3_000);
  await expect(owner.getByText("500 cards were pasted.")).toBeVisible();
  await expectSaved(owner);
  expect((await mapOnServer(owner, mapId)).cards).toHaveLength(505);
  await canvas(owner).focus();
  await owner.keyboard.press("Control+z");
  await expect.poll(async () => (await mapOnServer(owner, mapId)).cards.length).toBe(5);
  await pasteText(owner, "x\n".repeat(1_001));
  await expect(owner.getByText(/at most 1000 cards/)).toBeVisible();
});

test("a refused clipboard says what to do, an allowed one pastes from the menu", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await opened(owner);
  await select(owner, "a");
  await owner.keyboard.press("Control+c");
  const paste = async () => {
    await owner.keyboard.press("Shift+F10");
    await owner.getByRole("menuitem", { name: /^Paste/ }).click();
  };
  await owner.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", {
      configurable: true,
      value: { readText: () => Promise.reject(new DOMException("no", "NotAllowedError")) },
    });
  });
  await paste();
  await expect(owner.getByText(/does not let a menu read the clipboard.*Ctrl\+V/)).toBeVisible();
  await owner.evaluate(() => delete (navigator as { clipboard?: unknown }).clipboard);
  await owner.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await owner.bringToFront();
  await paste();
  await expectSaved(owner);
  // The whole card, not only its title: its level came along.
  await expect
    .poll(async () => (await titled(owner, mapId, "District council")).map(({ level }) => level))
    .toEqual(["municipal", "municipal"]);
});

test("while a card is dragged, guides and the lane show; Escape puts it back; far away is harmless", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await opened(owner);
  const start = await centre(owner, "p");
  const target = await centre(owner, "q");
  await owner.mouse.move(start.x, start.y);
  await owner.mouse.down();
  await owner.mouse.move(target.x + 4, target.y + 8, { steps: 8 });
  await expect(mark(owner, "guides")).toBeVisible();
  await expect(mark(owner, "laneName")).toHaveText("National");
  const snapped = await centre(owner, "p");
  expect(Math.abs(snapped.x - target.x)).toBeLessThan(1);
  await owner.keyboard.down("Alt");
  await expect(mark(owner, "guides")).toBeHidden();
  expect(Math.abs((await centre(owner, "p")).x - target.x)).toBeGreaterThan(2);
  await owner.keyboard.up("Alt");
  await owner.keyboard.press("Escape");
  await owner.mouse.up();
  await expect(mark(owner, "laneName")).toBeHidden();
  await expect.poll(async () => Math.round((await centre(owner, "p")).y)).toBe(Math.round(start.y));
  expect((await titled(owner, mapId, "Street by street"))[0]).toMatchObject({ level: "municipal" });

  await owner.evaluate(() => {
    const surface = window.document.querySelector("[role=application]") as HTMLElement;
    const element = window.document.querySelector('[data-card-id="a"]') as HTMLElement;
    const box = element.getBoundingClientRect();
    const fire = (type: string, clientX: number, on: EventTarget) =>
      on.dispatchEvent(
        new PointerEvent(type, {
          clientX,
          clientY: box.y + 10,
          button: 0,
          buttons: 1,
          isPrimary: true,
          pointerId: 1,
          bubbles: true,
        }),
      );
    fire("pointerdown", box.x + 10, surface);
    fire("pointermove", 1e9, window);
    fire("pointerup", 1e9, window);
  });
  await expectSaved(owner);
  await canvas(owner).focus();
  await owner.keyboard.press("0");
  await expect(owner.getByText(/^\d+ %$/)).not.toHaveText("0 %");
  await owner.keyboard.press("Control+z");
  await owner.keyboard.press("0");
  await expect(card(owner, "a")).toBeInViewport();
});

test("many cards are selected by frame, Shift and keys, and moved to a level at once, for both people", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Housing team");
  await openMap(owner, mapId);
  await openMap(guest, mapId);
  await select(owner, "p");
  await owner.keyboard.press("Shift+ArrowUp");
  await owner.keyboard.press("m");
  await expect(chooser(owner)).toContainText("Move these 2 cards to which level?");
  await answer(owner, "neigh");
  await expectSaved(owner);
  const levels = async (page: Page) =>
    Object.fromEntries((await mapOnServer(page, mapId)).cards.map(({ id, level }) => [id, level]));
  expect(await levels(owner)).toMatchObject({ p: "neighbourhood", q: "neighbourhood", a: "municipal" });
  await canvas(guest).focus();
  await guest.keyboard.press("Control+a");
  await expect(panel(guest)).toContainText("5 cards");
  await canvas(owner).focus();
  await owner.keyboard.press("Control+z");
  await expect.poll(() => levels(owner)).toMatchObject({ p: "municipal", q: "national" });

  // By frame: Shift and a drag over empty ground.
  await owner.keyboard.press("Escape");
  const c = await centre(owner, "c");
  const m = await centre(owner, "m");
  await owner.keyboard.down("Shift");
  await owner.mouse.move(Math.min(m.x, c.x) - 130, Math.min(m.y, c.y) - 150);
  await owner.mouse.down();
  await owner.mouse.move(Math.max(m.x, c.x) + 20, Math.max(m.y, c.y) + 20, { steps: 6 });
  await owner.mouse.up();
  await owner.keyboard.up("Shift");
  await expect(panel(owner)).toContainText("2 cards");
});

test("a link drawn to empty ground makes the card at its other end, in one step", async ({ browser }) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await opened(owner);
  await card(owner, "p").click();
  const handle = await owner.locator('[data-connector="p"]').boundingBox();
  if (!handle) throw new Error("The selected card has a connector.");
  await owner.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await owner.mouse.down();
  const free = await centre(owner, "c");
  await owner.mouse.move(free.x, free.y + 260, { steps: 8 });
  await owner.mouse.up();
  await answer(owner, "risk");
  await expect(chooser(owner)).toContainText("How are they linked?");
  await answer(owner, "threatens");
  await owner.keyboard.type("Installers are missing");
  await owner.keyboard.press("Enter");
  await expectSaved(owner);
  const [risk] = await titled(owner, mapId, "Installers are missing");
  expect(risk).toMatchObject({ type: "risk" });
  expect((await mapOnServer(owner, mapId)).links).toContainEqual(
    expect.objectContaining({ type: "threatens", from: risk?.id, to: "p" }),
  );
  await owner.keyboard.press("Control+z");
  await owner.keyboard.press("Control+z");
  await expect.poll(async () => (await mapOnServer(owner, mapId)).cards.length).toBe(5);
});

test("a link is found, opened and removed by keyboard, brought back by its notice, and only what fits is offered", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await opened(owner);
  await select(owner, "a");
  await owner.keyboard.press("]");
  await expect(panel(owner)).toHaveAttribute("data-card", "p");
  await owner.keyboard.press("l");
  await expect(panel(owner)).toHaveAttribute("data-link", /./);
  await owner.keyboard.press("Delete");
  await expect.poll(async () => (await mapOnServer(owner, mapId)).links.length).toBe(3);
  await owner.getByRole("button", { name: "Undo", exact: true }).click();
  await expect.poll(async () => (await mapOnServer(owner, mapId)).links.length).toBe(4);

  await select(owner, "a");
  await owner.keyboard.press("c");
  await answer(owner, "street");
  const option = (name: RegExp) => chooser(owner).getByRole("option", { name });
  await expect(option(/is accountable for/)).toBeEnabled();
  await expect(option(/is responsible for/)).toHaveAttribute("aria-disabled", "true");
  await expect(option(/is responsible for/)).toContainText("linked in this way already");
  await expect(option(/funds/)).toHaveCount(0);
  await owner.keyboard.press("Escape");
  await expect(canvas(owner)).toBeFocused();
});

test("a title that is too long stays in its field with a sentence, others' scripts and one emoji are kept", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  const mapId = await opened(owner);
  const field = owner.getByRole("textbox", { name: "Title of the card" });
  await select(owner, "p");
  await owner.keyboard.press("F2");
  await field.fill("x".repeat(10_000));
  await owner.keyboard.press("Enter");
  await expect(owner.getByText(/Too long: 10000 characters, at most 120/)).toBeVisible();
  await expect(field).toHaveValue("x".repeat(10_000));
  // Leaving keeps it too: the notice leads back.
  await card(owner, "m").click();
  await owner.getByRole("button", { name: "Go on writing" }).click();
  await expect(field).toHaveValue("x".repeat(10_000));
  for (const title of ["🌳", "برنامج التدفئة", "기후 행동 계획"]) {
    await field.fill(title);
    await owner.keyboard.press("Enter");
    await expectSaved(owner);
    expect(await titled(owner, mapId, title)).toHaveLength(1);
    await expect(canvas(owner).locator('[id^="canvas-active-"]')).toHaveAttribute(
      "aria-label",
      new RegExp(title),
    );
    await owner.keyboard.press("F2");
  }
  await owner.keyboard.press("Escape");
});

test("the menu opens by right button and by keys; focus is seen far away; the page has few tab stops", async ({
  browser,
}) => {
  const owner = await ownerScreen(browser, server);
  await opened(owner, { templateId: "greater-manchester-2038" });
  await canvas(owner).focus();
  await owner.keyboard.press("ArrowRight");
  const active = canvas(owner).locator('[id^="canvas-active-"]');
  await expect(active).toHaveAttribute("aria-label", /^Mission, .*links?$/);
  await expect(canvas(owner)).toHaveAttribute("aria-activedescendant", "canvas-active-m-2038");
  for (let step = 0; step < 14; step++) await owner.keyboard.press("-");
  await expect(mark(owner, "ring")).toBeVisible();
  await owner.keyboard.press("Shift+F10");
  await expect(owner.getByRole("menu")).toContainText("Write the title");
  await owner.keyboard.press("Escape");
  await expect(canvas(owner)).toBeFocused();
  await owner.keyboard.press("0");
  await canvas(owner).click({ button: "right", position: { x: 420, y: 20 } });
  await expect(owner.getByRole("menu")).toContainText("Select several with a frame");
  await owner.keyboard.press("Escape");
  await owner.keyboard.press("Escape");
  await owner.locator("[data-close-panel]").click();

  const stops = await owner.evaluate(() => {
    const all = window.document.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, textarea, [tabindex]",
    );
    return [...all].filter(
      (each) =>
        each.tabIndex >= 0 &&
        !(each as HTMLButtonElement).disabled &&
        each.checkVisibility({ visibilityProperty: true }) &&
        each.closest("[inert], [aria-hidden=true]") === null,
    ).length;
  });
  expect(stops).toBeLessThanOrEqual(25);
});
