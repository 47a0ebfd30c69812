/*
 * What others' moves cost a reader: twenty people store a thousand places a second for three seconds, while one page
 * looks on. Heavier than people are: a client stores a place once, on the drop.
 */
import type { CDPSession, Page } from "@playwright/test";
import { edit, LocalOrigin } from "@trellis/shared/ops/edit";
import { placeCards } from "@trellis/shared/ops/layout";
import { comeIn, type Person } from "../support/person.ts";
import { frames } from "./edits.ts";
import { round } from "./histogram.ts";
import { connectToMap, type MapClient, wholeMap } from "./mapClient.ts";

export interface Burst {
  readonly zoom: number;
  readonly movesPerSecond: number;
  /** Main-thread script of the page per second of the burst. */
  readonly scriptMsPerSecond: number;
  readonly longTasks: number;
  readonly longTasksMs: number;
  /** How many of the twenty moved cards stood elsewhere on the page in the end. */
  readonly arrived: number;
}

const PEOPLE = 20;
const SECONDS = 3;
const EACH_PER_SECOND = 50;
const FIRST_CLIENT = 70_000;

interface Mover {
  readonly client: MapClient;
  readonly card: string;
  readonly frames: readonly Uint8Array[];
}

export async function measureBurst(
  page: Page,
  devtools: CDPSession,
  owner: Person,
  mapId: string,
): Promise<Burst[]> {
  const results: Burst[] = [];
  for (const [round, zoom] of [1, 0.1].entries()) {
    const movers = await gather(owner, mapId, page, round);
    results.push(await run(page, devtools, zoom, movers));
    for (const { client } of movers) client.socket.close();
  }
  return results;
}

async function gather(owner: Person, mapId: string, page: Page, round: number): Promise<Mover[]> {
  const { url } = owner;
  const { url: link } = await owner.createGuestLink(mapId, "editor");
  const cards = await page.evaluate(() => window.__bench!.cardIds.length);
  const address = { host: new URL(url).hostname, port: Number(new URL(url).port), path: `/sync/${mapId}` };
  const movers: Mover[] = [];
  for (let index = 0; index < PEOPLE; index++) {
    const { login } = await comeIn(url, link, `Mover ${index + 1}`);
    const clientId = FIRST_CLIENT + round * PEOPLE + index;
    const client = await connectToMap(
      { ...address, headers: { ...login, origin: url } },
      { hello: true },
      clientId,
    );
    const { state } = await wholeMap(client, cards);
    client.stopRecording();
    movers.push({ client, ...walk(state, clientId, index, round) });
  }
  return movers;
}

/** One person moves one card about: small steps, a place each. */
function walk(state: Uint8Array, clientId: number, index: number, round: number): Omit<Mover, "client"> {
  let card = "";
  const made = frames(state, clientId, (map) => {
    const ids = map.cardIds();
    const id = ids[Math.floor(((index + 0.5) / PEOPLE) * ids.length)]!;
    card = id;
    for (let step = 0; step < SECONDS * EACH_PER_SECOND; step++) {
      const pos = [400 + index * 40 + step * 2, 60 + 300 * round + step] as const;
      edit(map, new LocalOrigin(), (draft) => placeCards(draft, { cards: [{ id, pos }] }));
    }
  });
  return { card, frames: made };
}

/** Where the moved cards stand on the page. */
const places = (page: Page, movers: readonly Mover[]): Promise<string[]> =>
  page.evaluate(
    (cards) => {
      const bench = window.__bench!;
      return cards.map((card) => {
        const { x, y } = bench.nodeWorld(bench.cardIds.indexOf(card));
        return `${x} ${y}`;
      });
    },
    movers.map(({ card }) => card),
  );

async function run(page: Page, devtools: CDPSession, zoom: number, movers: readonly Mover[]): Promise<Burst> {
  await page.evaluate((wanted) => {
    const bench = window.__bench!;
    const { x, y } = bench.worldCards[Math.floor(bench.worldCards.length / 2)]!;
    bench.setView(x, y, wanted);
    (window as unknown as { __seen: { longTasks: number[] } }).__seen.longTasks.length = 0;
  }, zoom);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  const script = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ScriptDuration")!.value * 1000;
  };
  const stood = await places(page, movers);
  const before = await script();
  await page.evaluate(() => {
    (window as unknown as { __seen: { longTasks: number[] } }).__seen.longTasks.length = 0;
  });
  const began = performance.now();
  for (let step = 0; step < SECONDS * EACH_PER_SECOND; step++) {
    for (const { client, frames } of movers) client.socket.send(frames[step]!);
    const due = began + ((step + 1) * 1000) / EACH_PER_SECOND;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
  }
  const seconds = (performance.now() - began) / 1000;
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
  const scriptMsPerSecond = round(((await script()) - before) / seconds);
  const longTasks = await page.evaluate(
    () => (window as unknown as { __seen: { longTasks: number[] } }).__seen.longTasks,
  );
  return {
    zoom,
    movesPerSecond: Math.round((PEOPLE * SECONDS * EACH_PER_SECOND) / seconds),
    scriptMsPerSecond,
    longTasks: longTasks.length,
    longTasksMs: Math.round(longTasks.reduce((sum, duration) => sum + duration, 0)),
    arrived: (await places(page, movers)).filter((place, index) => place !== stood[index]).length,
  };
}
