import { type Browser, type CDPSession, expect, type Page, test } from "@playwright/test";
import {
  expectSaved,
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
  title: "By finger",
  cards: [
    { id: "m", type: "mission", title: "Warm homes" },
    { id: "c", type: "challenge", title: "Insulation", level: "municipal" },
    { id: "p", type: "project", title: "Street by street", level: "municipal" },
    { id: "q", type: "project", title: "Heat pumps", level: "national" },
  ],
  links: [
    { type: "part_of", from: "c", to: "m" },
    { type: "part_of", from: "p", to: "c" },
    { type: "part_of", from: "q", to: "c" },
  ],
};

interface At {
  readonly x: number;
  readonly y: number;
}

/** A tablet in somebody's hands. */
async function tablet(
  browser: Browser,
  width = 1180,
): Promise<{ page: Page; mapId: string; hand: CDPSession }> {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { document });
  const link = await makeGuestLink(owner, mapId, "editor");
  const context = await browser.newContext({ hasTouch: true, viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel("Your name").fill("Housing team");
  await page.getByRole("button", { name: "Open the map" }).tap();
  await expect(page).toHaveURL(/\/maps\//);
  await openMap(page, mapId);
  await expect(page.getByRole("toolbar", { name: "Add to the map" })).toBeVisible();
  return { page, mapId, hand: await context.newCDPSession(page) };
}

/** Puts fingers down, moves each to its end in steps, and lifts them. */
async function fingers(hand: CDPSession, ways: readonly (readonly [At, At])[]): Promise<void> {
  const at = (part: number) =>
    ways.map(([from, to], id) => ({
      id,
      x: from.x + (to.x - from.x) * part,
      y: from.y + (to.y - from.y) * part,
    }));
  await hand.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (let step = 1; step <= 8; step++)
    await hand.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(step / 8) });
  // A finger that puts something down comes to rest first. Lifted in full swing it flings, and the browser takes the
  // next tap for the end of the fling.
  await new Promise((resolve) => setTimeout(resolve, 150));
  await hand.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(1) });
  await hand.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

async function centre(page: Page, id: string): Promise<At> {
  const box = await page.locator(`[data-card-id="${id}"]`).boundingBox();
  if (!box) throw new Error(`The card ${id} is not on the screen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Pixels between a card and the open panel. */
async function besidePanel(page: Page, id: string): Promise<number> {
  const [card, beside] = [
    await page.locator(`[data-card-id="${id}"]`).boundingBox(),
    await panel(page).boundingBox(),
  ];
  return card && beside ? beside.x - card.x - card.width : Number.NEGATIVE_INFINITY;
}

const by = ({ x, y }: At, dx: number, dy: number): At => ({ x: x + dx, y: y + dy });
const levelOf = async (page: Page, mapId: string, id: string) =>
  (await mapOnServer(page, mapId)).cards.find((card) => card.id === id)?.level;

test("one finger pans, over a card that is not selected too, and moves no card", async ({ browser }) => {
  const { page, mapId, hand } = await tablet(browser);
  const before = await mapOnServer(page, mapId);
  const start = await centre(page, "c");
  await fingers(hand, [[start, by(start, 90, 60)]]);
  await expect.poll(async () => Math.round((await centre(page, "c")).x - start.x)).toBeGreaterThan(60);
  expect((await mapOnServer(page, mapId)).cards).toEqual(before.cards);
});

test("a tapped card is dragged by one finger to another level, in one step that undo takes back", async ({
  browser,
}) => {
  const { page, mapId, hand } = await tablet(browser, 1440);
  await page.locator('[data-card-id="p"]').tap();
  await expect(page.locator('[data-card-id="p"]')).toHaveAttribute("data-selected", "");
  // The panel opens over the card; the map moves until the card is beside it.
  await expect.poll(() => besidePanel(page, "p")).toBeGreaterThanOrEqual(39);
  const from = await centre(page, "p");
  await fingers(hand, [[from, by(await centre(page, "q"), 30, 0)]]);
  await expectSaved(page);
  await expect.poll(() => levelOf(page, mapId, "p")).toBe("national");
  await page.getByRole("button", { name: "Undo (Ctrl+Z)" }).tap();
  await expect.poll(() => levelOf(page, mapId, "p")).toBe("municipal");
});

test("a resting finger opens the menu of what it rests on", async ({ browser }) => {
  const { page, hand } = await tablet(browser);
  const at = await centre(page, "p");
  await hand.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ ...at, id: 0 }] });
  await expect(page.getByRole("menu")).toContainText("Write the title");
  await hand.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  // Lifting the finger leaves the menu open, to be tapped.
  await page.getByRole("menuitem", { name: /^Write the title/ }).tap();
  await expect(page.getByRole("textbox", { name: "Title of the card" })).toBeFocused();
});

test("two fingers zoom, from where they are, and drag nothing", async ({ browser }) => {
  const { page, mapId, hand } = await tablet(browser);
  const before = await mapOnServer(page, mapId);
  const zoom = async () => Number.parseInt((await page.getByText(/^\d+ %$/).textContent()) ?? "", 10);
  const at = await centre(page, "c");
  const start = await zoom();
  await fingers(hand, [
    [by(at, -60, 0), by(at, -20, 0)],
    [by(at, 60, 0), by(at, 20, 0)],
  ]);
  await expect.poll(zoom).toBeLessThan(start * 0.7);
  expect((await mapOnServer(page, mapId)).cards).toEqual(before.cards);
});
