/*
 * People at a browser: the owner who came by the printed link, and guests who came by a guest link, each in a browser
 * context of their own. Doors are the ones people use.
 */
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import type { TestServer } from "./server.ts";

/** Signs the owner in with a fresh link in a new context and waits for the start page. */
export async function ownerScreen(browser: Browser, server: TestServer): Promise<Page> {
  const page = await newScreen(browser);
  await page.goto(await server.freshSignInLink());
  await expect(page).toHaveURL(`${server.url}/`);
  return page;
}

/** Comes in by a guest link, giving a name and an organisation. */
export async function guestScreen(browser: Browser, link: string, name: string): Promise<Page> {
  const page = await newScreen(browser);
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Organisation (optional)").fill("A council");
  await page.getByRole("button", { name: "Open the map" }).click();
  await expect(page).toHaveURL(/\/maps\//);
  return page;
}

async function newScreen(browser: Browser): Promise<Page> {
  const context: BrowserContext = await browser.newContext();
  return context.newPage();
}

/** Makes a map as the person on this page would over HTTP, and answers its id. */
export async function makeMap(page: Page, body: object): Promise<string> {
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post(`${origin}/api/maps`, { data: body, headers: { origin } });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** Makes a guest link to a map and answers its address. */
export async function makeGuestLink(page: Page, mapId: string, role: "viewer" | "editor"): Promise<string> {
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post(`${origin}/api/maps/${mapId}/guest-links`, {
    data: { role },
    headers: { origin },
  });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { url: string }).url;
}

/** Opens a map, with one card or link in the panel when asked for, and waits until it is live. */
export async function openMap(page: Page, mapId: string, shown: { card?: string; link?: string } = {}) {
  const search = new URLSearchParams(shown as Record<string, string>).toString();
  await page.goto(`${new URL(page.url()).origin}/maps/${mapId}${search ? `?${search}` : ""}`);
  await expect(saveState(page)).toHaveText(/^(Saved|You can view this map)$/);
  if (shown.card) await expect(panel(page)).toHaveAttribute("data-card", shown.card);
  if (shown.link) await expect(panel(page)).toHaveAttribute("data-link", shown.link);
}

/** Chooses a view of the open map by its tab, or on a phone from the menu that stands for the tabs. */
export async function chooseView(page: Page, name: string): Promise<void> {
  const isPhone = (page.viewportSize()?.width ?? 0) < 600;
  if (isPhone) await page.getByRole("button", { name: /^Views of the map/ }).click();
  await (isPhone
    ? page.getByRole("menuitem", { name })
    : page.getByRole("navigation").getByRole("link", { name })
  ).click();
}

/** The words that say whether the work is safe. */
export const saveState = (page: Page) => page.locator("[data-save-state]");
export const expectSaved = (page: Page) => expect(saveState(page)).toHaveText("Saved");

/** The panel at the right. */
export const panel = (page: Page) => page.locator("[data-inspector]");
/** A field's row in the panel. */
export const field = (page: Page, path: string) => panel(page).locator(`[data-field="${path}"]`).first();

/** The map as the server holds it. */
export async function mapOnServer(page: Page, mapId: string): Promise<ServerMap> {
  const answer = await page.request.get(`${new URL(page.url()).origin}/api/maps/${mapId}/snapshot`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as ServerMap;
}
export interface ServerMap {
  readonly title: string;
  readonly place?: string | null;
  readonly cards: readonly (Record<string, unknown> & { readonly id: string })[];
  readonly links: readonly (Record<string, unknown> & { readonly id: string })[];
}

/** Everything the browser complains about while a page is used: errors, and breaches of the content policy. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}
