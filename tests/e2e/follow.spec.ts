import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { guestScreen, makeGuestLink, makeMap, openMap, ownerScreen, panel } from "../support/screens.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

/** The owner and the Housing team on the Greater Manchester map. */
async function twoPeople(browser: Browser): Promise<{ owner: Page; guest: Page; mapId: string }> {
  const owner = await ownerScreen(browser, server);
  const mapId = await makeMap(owner, { templateId: "greater-manchester-2038" });
  const guest = await guestScreen(browser, await makeGuestLink(owner, mapId, "editor"), "Housing team");
  await openMap(guest, mapId);
  await openMap(owner, mapId);
  return { owner, guest, mapId };
}

const follow = (page: Page, name: string) =>
  page.getByRole("button", { name: new RegExp(`^Follow ${name}`) }).click();
const banner = (page: Page) => page.locator("[data-following]");

/** Middle of what is seen and the zoom, as the address has it. */
async function sight(page: Page): Promise<readonly number[]> {
  const found = /#view=([^,]+),([^,]+),(.+)$/.exec(await page.evaluate(() => location.hash));
  return (found ?? []).slice(1).map(Number);
}

async function expectSameSight(one: Page, other: Page): Promise<void> {
  await expect(async () => {
    const [a, b] = [await sight(one), await sight(other)];
    expect(a).toHaveLength(3);
    expect(b).toHaveLength(3);
    expect(Math.abs((a[0] ?? 0) - (b[0] ?? 0))).toBeLessThan(12);
    expect(Math.abs((a[1] ?? 0) - (b[1] ?? 0))).toBeLessThan(12);
    expect((a[2] ?? 0) / (b[2] ?? 1)).toBeCloseTo(1, 1);
  }).toPass({ timeout: 15_000 });
}

async function scrollCanvas(page: Page, by: number): Promise<void> {
  const box = await page.getByRole("main").boundingBox();
  if (!box) throw new Error("The canvas has no size.");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, by);
}

test("a follower comes along wherever the other goes, and one's own movement ends it", async ({
  browser,
}) => {
  const { owner, guest } = await twoPeople(browser);
  await follow(owner, "Housing team");
  await expect(banner(owner)).toContainText("Following Housing team");
  await expect(guest.getByRole("button", { name: /1 person is following you/ })).toBeVisible();
  await scrollCanvas(guest, 400);
  await expectSameSight(owner, guest);
  await guest.getByRole("button", { name: "Zoom in" }).click();
  await expectSameSight(owner, guest);
  // Looking at another control with the keyboard is no movement; scrolling is.
  await owner.keyboard.press("Tab");
  await expect(banner(owner)).toBeVisible();
  await scrollCanvas(owner, 200);
  await expect(banner(owner)).toHaveCount(0);
  const own = await sight(owner);
  await scrollCanvas(guest, -300);
  await expect(guest.getByRole("button", { name: /2 people are here, you among them$/ })).toBeVisible();
  await expect.poll(() => sight(owner)).not.toEqual(own);
  const stays = await sight(owner);
  await scrollCanvas(guest, -200);
  await guest.waitForFunction(
    (before) => location.hash !== before,
    await guest.evaluate(() => location.hash),
  );
  expect(await sight(owner)).toEqual(stays);
});

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
}

test("axe finds nothing while one follows, nor in the list of who is here, on a phone neither", async ({
  browser,
}) => {
  const { owner } = await twoPeople(browser);
  await follow(owner, "Housing team");
  await expect(banner(owner)).toBeVisible();
  // The pointer rests on the face, so its hint is open too.
  await expect(owner.getByRole("tooltip")).toContainText("Housing team");
  await expectClean(owner);
  const list = owner.getByRole("dialog", { name: "Here now" });
  await owner.getByRole("button", { name: /people are here/ }).click();
  await expect(list).toBeVisible();
  await expectClean(owner);
  await owner.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await owner.setViewportSize({ width: 390, height: 844 });
  await owner.getByRole("button", { name: /people are here/ }).click();
  await expect(list).toBeVisible();
  await expectClean(owner);
});

test("a smaller screen shows all that the followed person sees", async ({ browser }) => {
  const { owner, guest } = await twoPeople(browser);
  await owner.setViewportSize({ width: 390, height: 844 });
  await owner.getByRole("button", { name: /people are here/ }).click();
  await owner.getByRole("button", { name: "Follow Housing team" }).click();
  await expect(banner(owner)).toContainText("Following Housing team");
  await scrollCanvas(guest, 150);
  await expect(async () => {
    const [a, b] = [await sight(owner), await sight(guest)];
    expect(Math.abs((a[0] ?? 0) - (b[0] ?? 0))).toBeLessThan(12);
    expect((a[2] ?? 0) / (b[2] ?? 1)).toBeLessThan(0.4);
  }).toPass({ timeout: 15_000 });
  await owner.getByRole("button", { name: /^Stop/ }).click();
  await expect(banner(owner)).toHaveCount(0);
});

test("Escape ends it and leaves the selection; so does the other one's leaving, with a sentence", async ({
  browser,
}) => {
  const { owner, guest } = await twoPeople(browser);
  await owner.locator("[data-card]").first().waitFor();
  await owner.keyboard.press("Control+k");
  await owner.getByRole("combobox", { name: "Find a card" }).fill("retrofit task force");
  await owner.keyboard.press("Enter");
  await expect(panel(owner)).toBeVisible();
  const card = await panel(owner).getAttribute("data-card");
  await follow(owner, "Housing team");
  await expect(banner(owner)).toBeVisible();
  await owner.keyboard.press("Escape");
  await expect(banner(owner)).toHaveCount(0);
  await expect(panel(owner)).toHaveAttribute("data-card", card ?? "");
  await follow(owner, "Housing team");
  await expect(banner(owner)).toBeVisible();
  await guest.context().close();
  await expect(owner.getByText("Housing team has left, so you no longer follow.").first()).toBeVisible();
  await expect(banner(owner)).toHaveCount(0);
});

test("two cannot follow each other, and it is said why", async ({ browser }) => {
  const { owner, guest } = await twoPeople(browser);
  await follow(owner, "Housing team");
  await expect(guest.getByRole("button", { name: /1 person is following you/ })).toBeVisible();
  await follow(guest, "Owner");
  await expect(
    guest.getByText("Owner is following you already, so you cannot follow each other.").first(),
  ).toBeVisible();
  await expect(banner(guest)).toHaveCount(0);
  await expect(banner(owner)).toBeVisible();
});

test("a follower goes to the other view too, and hears what is selected there", async ({ browser }) => {
  const { owner, guest, mapId } = await twoPeople(browser);
  await follow(owner, "Housing team");
  await guest
    .getByRole("navigation", { name: "Views of the map" })
    .getByRole("link", { name: "Outline" })
    .click();
  await expect(owner).toHaveURL(new RegExp(`/maps/${mapId}/outline`));
  await expect(banner(owner)).toBeVisible();
  await guest.keyboard.press("Control+k");
  await guest.getByRole("combobox", { name: "Find a card" }).fill("retrofit task force");
  await guest.keyboard.press("Enter");
  await expect(owner.locator("[data-announcer]")).toContainText("Housing team is at retrofitGM task force");
  // The tab is one's own movement.
  await owner
    .getByRole("navigation", { name: "Views of the map" })
    .getByRole("link", { name: "Canvas" })
    .click();
  await expect(banner(owner)).toHaveCount(0);
  await expect(owner).toHaveURL(new RegExp(`/maps/${mapId}(\\?|#|$)`));
});
