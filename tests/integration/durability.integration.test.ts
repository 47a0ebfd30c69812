/*
 * What is said to be saved is on disk. The victim is a real server process, started as `npm start` starts it and
 * killed without warning; the witnesses are people who come back and look.
 */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { addCard, editField } from "@trellis/shared/ops/cards";
import type { CardId } from "@trellis/shared/schema/ids";
import * as fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { MapSocket, until } from "../support/mapSocket.ts";
import { comeIn, type Person, signIn } from "../support/person.ts";
import { startServer, type TestServer } from "../support/server.ts";

/** KILLS=1000 is the long run before a release; each kill takes about a second. */
const KILLS = Number(process.env.KILLS ?? 100);
/** One server for each. */
const SEEDS = [2038, 2050];
const MAPS_AT_ONCE = 2;
const WRITERS_PER_MAP = 2;
/** New maps after this many kills, so that reading them back stays quick. */
const KILLS_PER_MAP = 10;

const servers: TestServer[] = [];
const started = async (): Promise<TestServer> => {
  const server = await startServer();
  servers.push(server);
  return server;
};
afterEach(async () => {
  for (const server of servers.splice(0)) await server.dispose();
});

/** A map under load and what is known of it. */
class WatchedMap {
  readonly sent = new Set<string>();
  readonly acknowledged = new Set<string>();
  readonly id: string;
  readonly guests: readonly Person[];

  constructor(id: string, guests: readonly Person[]) {
    this.id = id;
    this.guests = guests;
  }

  /** Acknowledged cards that somebody who comes in now does not find. */
  async lost(): Promise<string[]> {
    const reader = await MapSocket.open(this.guests[0]!, this.id);
    const found = new Set<string>(reader.map.cardIds());
    reader.close();
    for (const id of found) if (!this.sent.has(id)) throw new Error(`Nobody ever added the card ${id}.`);
    return [...this.acknowledged].filter((id) => !found.has(id));
  }
}

async function watchedMap(url: string, owner: Person, title: string): Promise<WatchedMap> {
  const id = await owner.createMap({ title });
  const { url: link } = await owner.createGuestLink(id, "editor");
  const guests = await Promise.all(
    Array.from({ length: WRITERS_PER_MAP }, (_, nth) => comeIn(url, link, `Guest ${nth}`)),
  );
  return new WatchedMap(id, guests);
}

/** Adds cards one after another as fast as one socket may; notes which of them were acknowledged. */
class CardWriter {
  private readonly socket: MapSocket;
  private readonly map: WatchedMap;
  private readonly name: string;
  private readonly ids: string[] = [];
  private readonly timer: NodeJS.Timeout;

  constructor(socket: MapSocket, map: WatchedMap, name: string) {
    this.socket = socket;
    this.map = map;
    this.name = name;
    this.timer = setInterval(() => this.add(), 2);
  }

  get acknowledged(): number {
    return this.socket.saved;
  }

  stop(): void {
    clearInterval(this.timer);
    // What was acknowledged before the kill; nothing is read from the socket after this.
    for (const id of this.ids.slice(0, this.socket.saved)) this.map.acknowledged.add(id);
    this.socket.close();
  }

  private add(): void {
    // The burst one socket may send; more would be an offence, not a load.
    if (this.ids.length >= 180 || this.socket.ending) return;
    const id = `${this.name}-${this.ids.length}`;
    this.ids.push(id);
    this.map.sent.add(id);
    this.socket.edit((draft) => addCard(draft, { id: id as CardId, type: "project", fields: { title: id } }));
  }
}

/** Loads the maps, kills the server in the middle, starts it again. */
async function killUnderLoad(
  running: TestServer,
  maps: WatchedMap[],
  name: string,
  delayMs: number,
): Promise<void> {
  const writers = await Promise.all(
    maps.flatMap((map, at) =>
      map.guests.map(
        async (guest, nth) =>
          new CardWriter(await MapSocket.open(guest, map.id), map, `${name}-${at}-${nth}`),
      ),
    ),
  );
  await until(() => writers.some(({ acknowledged }) => acknowledged > 0), "a first acknowledgement");
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  await running.kill9();
  for (const writer of writers) writer.stop();
  await running.restart();
}

/** One server's share of the kills; two of them keep both cores busy while each waits for its restart. */
async function killAgainAndAgain(running: TestServer, kills: number, seed: number) {
  const owner = await signIn(running.url, running.signInLink);
  // Once in good order: the server keeps what it has compiled, and every later start is quicker for it.
  await running.stop();
  await running.restart();
  const delays = fc.sample(fc.integer({ min: 0, max: 120 }), { numRuns: kills, seed });
  const all: WatchedMap[] = [];
  let maps: WatchedMap[] = [];
  const lost: string[] = [];
  for (const [kill, delay] of delays.entries()) {
    if (kill % KILLS_PER_MAP === 0) {
      const make = (nth: number) => watchedMap(running.url, owner, `Map ${kill}-${nth}`);
      maps = await Promise.all(Array.from({ length: MAPS_AT_ONCE }, (_, nth) => make(nth)));
      all.push(...maps);
    }
    await killUnderLoad(running, maps, `k${kill}`, delay);
    for (const map of maps) lost.push(...(await map.lost()));
  }
  for (const map of all) lost.push(...(await map.lost()));
  expect(await running.stop()).toBe(0);
  const database = new DatabaseSync(join(running.dataDir, "trellis.db"), { readOnly: true });
  expect(database.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
  database.close();
  const count = (of: "acknowledged" | "sent") => all.reduce((sum, map) => sum + map[of].size, 0);
  return { sent: count("sent"), acknowledged: count("acknowledged"), lost };
}

describe("a server that is killed", () => {
  it(`loses no acknowledged edit in ${KILLS} kills under load`, {
    timeout: 60_000 + KILLS * 4000,
  }, async () => {
    const victims = await Promise.all(SEEDS.map(() => started()));
    const share = KILLS / SEEDS.length;
    const outcomes = await Promise.all(
      victims.map((running, nth) => killAgainAndAgain(running, share, SEEDS[nth]!)),
    );
    const sum = (of: "sent" | "acknowledged") => outcomes.reduce((total, one) => total + one[of], 0);
    const lost = outcomes.flatMap((one) => one.lost);
    console.log(
      `${KILLS} kills (seeds ${SEEDS.join(", ")}): ${sum("sent")} edits sent, ${sum("acknowledged")} acknowledged, ${lost.length} lost`,
    );
    expect(lost).toEqual([]);
    // Far less than this would mean that hardly anything was at stake.
    expect(sum("acknowledged")).toBeGreaterThan(KILLS * 10);
  });
});

describe("a server that is asked to stop", () => {
  it("keeps every edit it has taken, tells everybody to come back, and ends with 0", async () => {
    const running = await started();
    const owner = await signIn(running.url, running.signInLink);
    const map = await watchedMap(running.url, owner, "Stopping");
    const sockets = await Promise.all(map.guests.map((guest) => MapSocket.open(guest, map.id)));
    const writers = sockets.map((socket, nth) => new CardWriter(socket, map, `w${nth}`));
    await until(() => writers.every(({ acknowledged }) => acknowledged > 5), "acknowledgements");
    const code = await running.stop();
    for (const writer of writers) writer.stop();
    expect(code).toBe(0);
    expect(sockets.map(({ ending }) => ending?.code)).toEqual([1012, 1012]);
    await running.restart();
    expect(await map.lost()).toEqual([]);
  });

  it("lets people who come back with unsent edits go on where they were", async () => {
    const running = await started();
    const owner = await signIn(running.url, running.signInLink);
    const map = await watchedMap(running.url, owner, "Coming back");
    const [one, other] = await Promise.all(map.guests.map((guest) => MapSocket.open(guest, map.id)));
    const card = one!.edit((draft) => addCard(draft, { type: "project", fields: { title: "Before" } }));
    await one!.whenSaved();
    await until(() => other!.map.hasCard(card), "the card at the other person");
    await running.kill9();
    await Promise.all([one!.whenClosed(), other!.whenClosed()]);
    one!.edit((draft) => editField(draft, { card, field: "title", value: "While it was away" }));
    other!.edit((draft) => editField(draft, { card, field: "summary", value: "By somebody else" }));
    await running.restart();
    const back = await Promise.all([
      MapSocket.open(map.guests[0]!, map.id, { doc: one!.doc }),
      MapSocket.open(map.guests[1]!, map.id, { doc: other!.doc }),
    ]);
    await Promise.all(back.map((socket) => socket.whenSaved()));
    for (const socket of [...back, await MapSocket.open(map.guests[0]!, map.id)]) {
      await until(
        () =>
          socket.map.cardKey(card, "title") === "While it was away" &&
          socket.map.cardKey(card, "summary") === "By somebody else",
        "both edits at everybody",
      );
      socket.close();
    }
  });
});
