/*
 * The canvas: what gestures and the first picture cost, on the page people use and on pages of peers with the same cards
 * in the same places. Input is real (sent through the browser's debugging interface) and the measure is the main
 * thread's own CPU time, which hardly depends on what else the machine does.
 *
 * A page takes part by setting `window.__bench` (see BenchPage); Trellis does so when its address says `?bench=1`.
 */
import { gzipSync } from "node:zlib";
import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";
import type { MapFile } from "@trellis/shared/schema/mapFile";
import { browser as installedBrowser } from "../support/chromium.ts";
import { type Person, signIn } from "../support/person.ts";
import { startServer } from "../support/server.ts";
import { withinBounds } from "./bounds.ts";
import { type Burst, measureBurst } from "./burst.ts";
import { type EditTasks, measureEdits } from "./canvasEdits.ts";
import { documentOf, drawnMap } from "./generatedMap.ts";
import { type Gesture, type GestureResult, measureGestures } from "./gestures.ts";
import { round } from "./histogram.ts";
import { type Cookies, cookiesOf, metric, settle } from "./pageFigures.ts";
import { buildClient, buildPeerPage } from "./peerInstall.ts";
import { type PeerServer, servePeerPage } from "./peerServer.ts";
import { type Reach, reach } from "./reach.ts";

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
  select(indexes: number[]): void;
}

declare global {
  interface Window {
    __bench?: BenchPage;
    /** Addresses of all the page had fetched when it set `__bench`. */
    __fetched?: string[];
  }
}

const PEER_PAGES = ["react-flow", "excalidraw", "tldraw"] as const;
type PageName = "trellis" | (typeof PEER_PAGES)[number];

export interface CanvasResult {
  readonly page: PageName;
  readonly cards: number;
  /** Main-thread CPU from the start of loading until the page says it is ready. */
  readonly readyCpuMs: number;
  readonly heapMiB: number;
  readonly domElements: number;
  /** Scripts the browser had fetched when the first cards were there, each compressed by itself. */
  readonly scriptGzipKb: number;
  /** Null when it could not be done within its time; `failures` say why. */
  readonly gestures: Record<Gesture, GestureResult | null>;
  readonly failures: readonly string[];
  readonly reach: Reach;
  /** Only of Trellis: many moves by others, and single edits. */
  readonly bursts?: readonly Burst[];
  readonly edits?: EditTasks;
}

const VIEWPORT = { width: 1440, height: 900 } as const;
const READY_WITHIN_MS = 120_000;
/** At this size others' moves are measured too, and no larger map is given to the peers. */
const LARGE = 5_000;
const FILES: Readonly<Record<(typeof PEER_PAGES)[number], string>> = {
  "react-flow": "flow.html",
  excalidraw: "excalidraw.html",
  tldraw: "tldraw.html",
};

interface Bench {
  readonly launch: () => Promise<Browser>;
  readonly owner: Person;
  readonly url: string;
  readonly peer: PeerServer;
  readonly say: (text: string) => void;
}

/** Measures all pages at each size, one after the other; a page that fails says so and the others go on. */
export async function* runCanvas(
  sizes: readonly number[],
  say: (text: string) => void,
  failed: (what: string) => void,
): AsyncGenerator<CanvasResult> {
  buildClient();
  const peer = await servePeerPage(buildPeerPage());
  const server = await startServer();
  const installed = await installedBrowser();
  const launch = () => chromium.launch({ headless: true, ...installed });
  try {
    const owner = await signIn(server.url, server.signInLink);
    const bench = { launch, owner, url: server.url, peer, say };
    for (const cards of sizes) {
      const file = drawnMap(cards);
      say(`canvas, ${cards} cards: trellis`);
      const own = await measureTrellis(bench, file);
      yield { page: "trellis", cards, ...own.result };
      peer.show(peerMap(file, own.shown));
      for (const page of cards <= LARGE ? PEER_PAGES : []) {
        say(`canvas, ${cards} cards: ${page}`);
        try {
          yield { page, cards, ...(await measurePage(bench, peer.url + FILES[page], [])).result };
        } catch (error) {
          // A peer that breaks down is a finding, not a reason to know nothing of the others.
          failed(
            `canvas, ${cards} cards, ${page}: ${error instanceof Error ? error.message : String(error)}`,
          );
        }
      }
    }
  } finally {
    await server.dispose();
    peer.close();
  }
}

async function measureTrellis(bench: Bench, file: MapFile): Promise<Measured> {
  const { owner, url } = bench;
  const id = await owner.createMap({ title: "Measured", document: documentOf(file) });
  const cookies = cookiesOf(owner.login.cookie ?? "", url);
  return measurePage(bench, `${url}/maps/${id}?bench=1`, cookies, async (page, devtools) => {
    if (file.cards.length !== LARGE) return {};
    bench.say("canvas: moves by others, single edits");
    const edits = await measureEdits(page, devtools);
    return { edits, bursts: await measureBurst(page, devtools, owner, id) };
  });
}

/** The cards where Trellis has put them, and the links between them. */
function peerMap({ cards, links }: MapFile, shown: ReadonlyMap<string, Place>): object {
  if (shown.size !== cards.length)
    throw new Error(`Trellis showed ${shown.size} of ${cards.length} cards: nothing to compare with.`);
  return {
    cards: cards.map(({ id, title }) => ({ id, title, status: "", ...shown.get(id) })),
    links: links.map(({ from, to }, index) => ({ id: `link${index}`, from, to })),
  };
}

interface Measured {
  readonly result: Omit<CanvasResult, "page" | "cards">;
  readonly shown: ReadonlyMap<string, Place>;
}

type More = Pick<CanvasResult, "bursts" | "edits">;

/** Each page has a browser of its own: what one leaves behind is not paid for by the next. */
async function measurePage(
  bench: Bench,
  url: string,
  cookies: Cookies,
  more?: MeasureMore,
): Promise<Measured> {
  const browser = await bench.launch();
  try {
    return await withinBounds(browser, () => measureIn(browser, url, cookies, more));
  } finally {
    await browser.close();
  }
}

type MeasureMore = (page: Page, devtools: CDPSession) => Promise<More>;

async function measureIn(
  browser: Browser,
  url: string,
  cookies: Cookies,
  more: MeasureMore = async () => ({}),
): Promise<Measured> {
  const context = await browser.newContext({ viewport: VIEWPORT, deviceScaleFactor: 1 });
  try {
    await context.addCookies(cookies);
    const page = await context.newPage();
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(error.message));
    const scripts = await scriptBytes(page);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(url, { waitUntil: "commit" });
    // The page shows itself with its first cards: what it fetches after that is not needed for the first picture.
    await page.waitForFunction(() => window.__bench !== undefined, null, { timeout: READY_WITHIN_MS });
    const scriptGzipKb = await scripts();
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
    const processes = await browser.newBrowserCDPSession();
    const { gestures, problems: failures } = await measureGestures(page, devtools, processes, places);
    await processes.detach();
    const first = { readyCpuMs, heapMiB, domElements, scriptGzipKb, gestures, failures };
    const result = { ...first, reach: await reach(page, devtools), ...(await more(page, devtools)) };
    if (problems.length > 0) throw new Error(`${url} failed while it was measured: ${problems[0]}`);
    return { result, shown: new Map(ids.map((id, at) => [id, places[at]!])) };
  } finally {
    await context.close();
  }
}

/**
 * Adds up the scripts a page had asked for when it said that its cards were there (kB, gzip, the same way for every
 * page). By the page's own clock: what it asks for a moment later is on its way before anyone could look.
 */
async function scriptBytes(page: Page): Promise<() => Promise<number>> {
  const fetched = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    fetched.set(
      response.url(),
      response.body().then((body) => gzipSync(body).length),
    );
  });
  await page.addInitScript(() => {
    let shown: BenchPage | undefined;
    const scripts = () => performance.getEntriesByType("resource").map(({ name }) => name);
    Object.defineProperty(window, "__bench", {
      configurable: true,
      get: () => shown,
      set: (bench: BenchPage | undefined) => {
        shown = bench;
        window.__fetched ??= scripts();
      },
    });
  });
  return async () => {
    const asked = await page.evaluate(() => window.__fetched ?? []);
    const sizes = await Promise.all(asked.map((url) => fetched.get(url) ?? 0));
    return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1000);
  };
}
