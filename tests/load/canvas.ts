/*
 * The canvas: how much script a gesture costs, on the page people use and on a plain React Flow page with the same
 * cards in the same places. Input is real (sent through the browser's debugging interface) and the measure is the
 * main thread's own CPU time, which hardly depends on what else the machine does.
 *
 * A page takes part by setting `window.__bench` (see BenchPage); Trellis does so when its address says `?bench=1`.
 */
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { browser as installedBrowser } from "../support/chromium.ts";
import { signIn } from "../support/person.ts";
import { startServer } from "../support/server.ts";
import { generatedDocument, generatedMap } from "./generatedMap.ts";
import { type Gesture, type GestureResult, measureGestures } from "./gestures.ts";
import { round } from "./histogram.ts";
import { buildClient, buildPeerPage } from "./peerInstall.ts";
import { servePeerPage } from "./peerServer.ts";

interface Place {
  x: number;
  y: number;
}

/** What a page offers to be measured; world units are the map's, screen units are CSS pixels. */
export interface BenchPage {
  ready: boolean;
  /** The cards shown when the page came up, and their middles. */
  cardIds: string[];
  worldCards: Place[];
  /** The world point in the middle of the window, and the zoom. */
  view(): Place & { zoom: number };
  setView(x: number, y: number, zoom: number): void;
  /** Screen place of a card's centre, and where the card is in the world. */
  nodePoint(index: number): Place;
  nodeWorld(index: number): Place;
}

declare global {
  interface Window {
    __bench?: BenchPage;
  }
}

export interface CanvasResult {
  readonly page: "trellis" | "react-flow";
  /** Cards on the map, and those of them that are shown at first. */
  readonly cards: number;
  readonly shownCards: number;
  /** Main-thread CPU from the start of loading until the page says it is ready. */
  readonly readyCpuMs: number;
  readonly heapMiB: number;
  readonly domElements: number;
  readonly gestures: Record<Gesture, GestureResult>;
}

const VIEWPORT = { width: 1440, height: 900 } as const;
const READY_WITHIN_MS = 60_000;

/** Measures both pages at each size, one after the other. */
export async function* runCanvas(
  sizes: readonly number[],
  say: (text: string) => void,
): AsyncGenerator<CanvasResult> {
  buildClient();
  const peer = await servePeerPage(buildPeerPage());
  const server = await startServer();
  const browser = await chromium.launch({ headless: true, ...(await installedBrowser()) });
  try {
    const owner = await signIn(server.url, server.signInLink);
    for (const cards of sizes) {
      say(`canvas, ${cards} cards: trellis`);
      const id = await owner.createMap({ title: `${cards} cards`, document: generatedDocument(cards) });
      const cookies = cookiesOf(owner.login.cookie ?? "", server.url);
      const own = await measurePage(browser, `${server.url}/maps/${id}?bench=1`, cookies);
      yield { page: "trellis", cards, ...own.result };
      say(`canvas, ${cards} cards: react-flow`);
      peer.show(peerMap(cards, own.shown));
      yield { page: "react-flow", cards, ...(await measurePage(browser, peer.url, [])).result };
    }
  } finally {
    await browser.close();
    await server.dispose();
    peer.close();
  }
}

type Cookies = Parameters<BrowserContext["addCookies"]>[0];

const cookiesOf = (header: string, url: string): Cookies =>
  header.split("; ").map((cookie) => {
    const at = cookie.indexOf("=");
    return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url };
  });

/** The cards that Trellis shows, where it has put them, and the links between them. */
function peerMap(count: number, shown: ReadonlyMap<string, Place>): object {
  const { cards, links } = generatedMap(count);
  return {
    cards: cards
      .filter(({ id }) => shown.has(id))
      .map(({ id, title, status }) => ({ id, title, status: status ?? "", ...shown.get(id) })),
    links: links
      .filter(({ from, to }) => shown.has(from) && shown.has(to))
      .map(({ id, from, to }) => ({ id, from, to })),
  };
}

async function measurePage(
  browser: Browser,
  url: string,
  cookies: Cookies,
): Promise<{ result: Omit<CanvasResult, "page" | "cards">; shown: ReadonlyMap<string, Place> }> {
  const context = await browser.newContext({ viewport: VIEWPORT, deviceScaleFactor: 1 });
  try {
    await context.addCookies(cookies);
    const page = await context.newPage();
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(error.message));
    const devtools = await context.newCDPSession(page);
    await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(url, { waitUntil: "commit" });
    await page.waitForFunction(() => window.__bench?.ready === true, null, { timeout: READY_WITHIN_MS });
    const readyCpuMs = round((await metric(devtools, "TaskDuration")) * 1000);
    await settle(page);
    await devtools.send("HeapProfiler.collectGarbage");
    const heapMiB = round((await metric(devtools, "JSHeapUsedSize")) / 2 ** 20);
    const domElements = await metric(devtools, "Nodes");
    const { ids, places } = await page.evaluate(() => ({
      ids: window.__bench!.cardIds,
      places: window.__bench!.worldCards,
    }));
    const gestures = await measureGestures(page, devtools, places);
    if (problems.length > 0) throw new Error(`${url} failed while it was measured: ${problems[0]}`);
    const shown = new Map(ids.map((id, at) => [id, places[at]!]));
    return { result: { shownCards: ids.length, readyCpuMs, heapMiB, domElements, gestures }, shown };
  } finally {
    await context.close();
  }
}

async function metric(devtools: CDPSession, name: string): Promise<number> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return metrics.find((one) => one.name === name)?.value ?? 0;
}

/** Lets what follows the first frame (fonts, late layout) come to rest. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
}
