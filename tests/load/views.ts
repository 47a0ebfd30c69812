/*
 * The views of a map: what it costs to come to each by its tab, to each of its parts by a button, and to show one
 * field that another person has changed. Two maps: the worked example, and one of 40 indicators with 20 points each,
 * which is the most that charts are meant to draw at once, on the two views that draw them. CPU time of the main thread in script; the first visit also fetches and compiles the view's code.
 */
import { type CDPSession, chromium, type Locator, type Page } from "@playwright/test";
import { editField } from "@trellis/shared/ops/cards";
import { edit, LocalOrigin } from "@trellis/shared/ops/edit";
import type { CardId } from "@trellis/shared/schema/ids";
import { browser as installedBrowser } from "../support/chromium.ts";
import { comeIn, type Person, signIn } from "../support/person.ts";
import { startServer } from "../support/server.ts";
import { frames } from "./edits.ts";
import { round } from "./histogram.ts";
import { connectToMap, wholeMap } from "./mapClient.ts";
import { cookiesOf, metric, settle } from "./pageFigures.ts";
import { buildClient } from "./peerInstall.ts";

export interface ViewResult {
  readonly map: string;
  readonly view: string;
  readonly firstScriptMs: number;
  /** Median of later visits. */
  readonly scriptMs: number;
  /** Median for one field changed by another person while the view is shown. */
  readonly editScriptMs: number;
}

const VISITS = 3;
const EDITS = 5;
const REST_MS = 1_500;
const INDICATORS = 40;
const POINTS = 20;
const CHANGED = "changed";
const OTHER = 90_001;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** A mission with as many indicators and points as charts are meant for; every third falls behind. */
function indicatorMap(): object {
  const mission = { id: "m", type: "mission", title: "Measured", startYear: 2010, targetYear: 2040 };
  const project = { id: CHANGED, type: "project", title: "Changed by another", status: "idea" };
  const indicators = Array.from({ length: INDICATORS }, (_, index) => ({
    id: `k${index}`,
    type: "indicator",
    title: `Indicator ${index}`,
    unit: "kt",
    direction: "decrease",
    path: (["linear", "compound", "stepped"] as const)[index % 3],
    baseline: { date: "2010", value: 1000, source: "Measured" },
    targets: [
      { date: "2025", value: 500, source: "Measured" },
      { date: "2040", value: 100, source: "Measured" },
    ],
    actuals: Array.from({ length: POINTS }, (_, year) => ({
      date: String(2006 + year),
      value: 1000 - year * (index % 3 === 0 ? 10 : 40),
      source: "Measured",
    })),
  }));
  const links = indicators.map(({ id }) => ({ type: "measures", from: id, to: "m" }));
  return { title: "Indicators", cards: [mission, project, ...indicators], links };
}

const MAPS = [
  {
    name: "Greater Manchester",
    body: { templateId: "greater-manchester-2038" },
    changed: "p-retrofitgm",
    isMeasured: () => true,
  },
  {
    name: `${INDICATORS} indicators`,
    body: { document: indicatorMap() },
    changed: CHANGED,
    isMeasured: (view: string) => ["dashboard", "indicators"].includes(view),
  },
];

export async function* runViews(say: (text: string) => void): AsyncGenerator<ViewResult> {
  buildClient();
  const server = await startServer();
  const browser = await chromium.launch({ headless: true, ...(await installedBrowser()) });
  try {
    const owner = await signIn(server.url, server.signInLink);
    for (const { name, body, changed, isMeasured } of MAPS) {
      const id = await owner.createMap({ title: name, ...body });
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      await context.addCookies(cookiesOf(owner.login.cookie ?? "", server.url));
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
      await page.goto(`${server.url}/maps/${id}`);
      await page.locator("[data-save-state]").waitFor();
      const other = await anotherPerson(owner, id, changed as CardId);
      await settle(page, 2 * REST_MS);
      const measured = measuring(page, devtools, other.change);
      for (const view of (await tabs(page)).filter(isMeasured)) {
        say(`views, ${name}: ${view}`);
        yield { map: name, view, ...(await measured(tab(page, view), canvasTab(page))) };
        await tab(page, view).click();
        await settle(page, REST_MS);
        const [first, ...others] = await partButtons(page).all();
        if (first === undefined) continue;
        for (const part of others) {
          const shown = `${view}, ${((await part.textContent()) ?? "").toLowerCase()}`;
          say(`views, ${name}: ${shown}`);
          yield { map: name, view: shown, ...(await measured(part, first)) };
        }
      }
      other.leave();
      await context.close();
    }
  } finally {
    await browser.close();
    await server.dispose();
  }
}

const views = (page: Page) => page.getByRole("navigation", { name: "Views of the map" }).getByRole("link");

/** The tabs but the canvas, which has a part of its own. */
const tabs = async (page: Page): Promise<string[]> =>
  (
    await views(page).evaluateAll((links) =>
      links.map((link) => link.getAttribute("href")?.split("/")[3] ?? ""),
    )
  )
    .map((last) => last.split("?")[0] ?? "")
    .filter((last) => last !== "");

const tab = (page: Page, view: string) =>
  views(page)
    .and(page.locator(`[href*="/${view}"]`))
    .first();
const canvasTab = (page: Page) => views(page).and(page.locator(":text-is('Canvas')"));
const partButtons = (page: Page) => page.getByRole("group", { name: /^Part of the/ }).getByRole("button");

/** What it costs to come to a view or a part of one by `way`, `back` leading to another, and what an edit there costs. */
const measuring =
  (page: Page, devtools: CDPSession, change: () => void) => async (way: Locator, back: Locator) => {
    const script = async (act: () => unknown) => {
      const before = await metric(devtools, "ScriptDuration");
      await act();
      await settle(page, REST_MS);
      return round(((await metric(devtools, "ScriptDuration")) - before) * 1000);
    };
    const goBack = async () => {
      await back.click();
      await settle(page, REST_MS);
    };
    await settle(page, REST_MS);
    const visits: number[] = [];
    for (let visit = 0; visit <= VISITS; visit++) {
      visits.push(await script(() => way.click()));
      if (visit < VISITS) await goBack();
    }
    const edits: number[] = [];
    for (let time = 0; time < EDITS; time++) edits.push(await script(change));
    await goBack();
    const [firstScriptMs = 0, ...later] = visits;
    return { firstScriptMs, scriptMs: median(later), editScriptMs: median(edits) };
  };

/** Changes one field of one card, each time to another value. */
async function anotherPerson(owner: Person, mapId: string, card: CardId) {
  const { url } = owner;
  const { login } = await comeIn(url, (await owner.createGuestLink(mapId, "editor")).url, "Another");
  const address = { host: new URL(url).hostname, port: Number(new URL(url).port), path: `/sync/${mapId}` };
  const client = await connectToMap(
    { ...address, headers: { ...login, origin: url } },
    { hello: true },
    OTHER,
  );
  const { state } = await wholeMap(client, 1);
  client.stopRecording();
  const waiting = frames(state, OTHER, (map) => {
    for (let time = 0; time < 200; time++) {
      const value = time % 2 === 0 ? "paused" : "in_delivery";
      edit(map, new LocalOrigin(), (draft) => editField(draft, { card, field: "status", value }));
    }
  });
  return {
    change: () => client.socket.send(waiting.shift()!),
    leave: () => client.socket.close(),
  };
}
