/*
 * Four people, one server and a network that loses, repeats and disorders, in one thread and by chance.
 * The server keeps the order of the real one: judge with the guard, apply, commit to the log, and only then tell others.
 * It crashes to what the log holds. People undo, lose their connection and reload their page.
 */
import { memoryStores } from "@trellis/server/src/adapters/memory/memoryStores.ts";
import type { DocStore } from "@trellis/server/src/ports/docStore.ts";
import { guard, inspect, leftPending } from "@trellis/server/src/sync/guard.ts";
import { docFrom } from "@trellis/server/src/sync/liveDoc.ts";
import { edit, LayoutOrigin, LocalOrigin, RemoteOrigin } from "@trellis/shared/ops/edit";
import { OpError } from "@trellis/shared/ops/opError";
import { observeMap } from "@trellis/shared/read/observe";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { newMapId } from "@trellis/shared/schema/ids";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import * as Y from "yjs";
import { type Chance, EDITS } from "./randomEdits.ts";

const PEERS = 4;

export type Step =
  | { readonly kind: "edit"; readonly peer: number; readonly name: string; readonly chance: Chance }
  | { readonly kind: "undo" | "redo"; readonly peer: number }
  /** Takes one waiting message, whichever; `again` leaves it waiting as well. */
  | { readonly kind: "deliver"; readonly which: number; readonly again: boolean }
  | { readonly kind: "lose"; readonly which: number }
  | { readonly kind: "disconnect" | "connect" | "reload"; readonly peer: number }
  | { readonly kind: "commit" | "crash" };

interface Message {
  readonly peer: number;
  readonly to: "server" | "peer";
  readonly bytes: Uint8Array;
}

class Person {
  readonly doc = new Y.Doc();
  readonly map = new MapDoc(this.doc);
  readonly undo: Y.UndoManager;
  readonly remote = new RemoteOrigin();
  /** The newest snapshot the page was handed, kept up change by change. */
  shown: MapSnapshot;
  /** How many of this person's own changes the server has said are saved. */
  saved = 0;
  connected = true;

  constructor(onEdit: (bytes: Uint8Array) => void) {
    this.undo = new Y.UndoManager(this.doc, {
      trackedOrigins: new Set([LocalOrigin, LayoutOrigin]),
      captureTimeout: 0,
    });
    this.doc.on("update", (bytes: Uint8Array, origin: unknown) => {
      if (origin !== this.remote) onEdit(bytes);
    });
    const { first } = observeMap(this.map, (snapshot) => {
      this.shown = snapshot;
    });
    this.shown = first;
  }

  receive(bytes: Uint8Array): void {
    Y.applyUpdate(this.doc, bytes, this.remote);
  }

  /** How many changes this person has made. */
  clock(): number {
    return Y.getState(this.doc.store, this.doc.clientID);
  }
}

/** How often things happened, over all worlds of a test: a run in which nothing happens proves nothing. */
export class Tally {
  readonly counts = new Map<string, number>();

  add(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }
}

export class World {
  readonly people: Person[] = [];
  readonly #tally: Tally;
  readonly #mapId = newMapId();
  readonly #store: DocStore;
  #server: Y.Doc;
  #seq = 0;
  #uncommitted: { readonly bytes: Uint8Array; readonly from: number }[] = [];
  #waiting: Message[] = [];

  private constructor(store: DocStore, first: Y.Doc, tally: Tally) {
    this.#tally = tally;
    this.#store = store;
    this.#server = first;
  }

  /** A world in which everybody has opened the map. */
  static async open(first: Y.Doc, tally: Tally): Promise<World> {
    const world = new World(memoryStores().docStore, first, tally);
    const bytes = Y.encodeStateAsUpdate(first);
    await world.#store.create(
      { mapId: world.#mapId, title: "", place: null, createdAt: 0, createdBy: "owner" },
      { seq: 0, bytes, stateVector: Y.encodeStateVector(first) },
    );
    for (let peer = 0; peer < PEERS; peer++) world.#openPage(peer);
    return world;
  }

  get server(): Y.Doc {
    return this.#server;
  }

  #openPage(peer: number): void {
    this.people[peer]?.doc.destroy();
    const person = new Person((bytes) => {
      if (person.connected) this.#waiting.push({ peer, to: "server", bytes });
    });
    this.people[peer] = person;
    this.#waiting = this.#waiting.filter((message) => message.peer !== peer);
    person.receive(Y.encodeStateAsUpdate(this.#server));
  }

  async take(step: Step): Promise<void> {
    switch (step.kind) {
      case "edit":
        return this.#edit(this.#person(step.peer), step.name, step.chance);
      case "undo":
      case "redo":
        return undoOwnWork(this.#person(step.peer), step.kind, this.#tally);
      case "deliver":
      case "lose": {
        const index = step.which % Math.max(1, this.#waiting.length);
        const message = this.#waiting[index];
        if (!message) return;
        if (step.kind === "lose" || !step.again) this.#waiting.splice(index, 1);
        if (step.kind === "deliver") this.#deliver(message);
        return;
      }
      case "disconnect":
        this.#person(step.peer).connected = false;
        this.#waiting = this.#waiting.filter((message) => message.peer !== step.peer % PEERS);
        return;
      case "connect":
        await this.#commit();
        return this.#connect(step.peer % PEERS);
      case "reload":
        await this.#commit();
        return this.#openPage(step.peer % PEERS);
      case "commit":
        return this.#commit();
      case "crash":
        return this.#crash();
    }
  }

  #person(peer: number): Person {
    return this.people[peer % PEERS] as Person;
  }

  /** An operation either does its work or refuses before it has written anything. */
  #edit(person: Person, name: string, chance: Chance): void {
    let wrote = 0;
    const count = () => {
      wrote++;
    };
    person.doc.on("update", count);
    try {
      const origin = name === "tidy" ? new LayoutOrigin() : new LocalOrigin();
      edit(person.map, origin, (draft) => EDITS[name]?.(draft, chance));
      if (wrote > 0) this.#tally.add(`${name} done`);
    } catch (error) {
      if (!(error instanceof OpError)) throw error;
      this.#tally.add(`${name} refused`);
      if (wrote > 0) throw new Error(`${name} refused (${error.code}) after it had written.`);
    } finally {
      person.doc.off("update", count);
    }
  }

  #deliver({ peer, to, bytes }: Message): void {
    const person = this.#person(peer);
    if (to === "peer") person.receive(bytes);
    else this.#receive(bytes, peer);
  }

  /** What the server does with a change: a refused one is lost here, and sent again when the person connects anew. */
  #receive(bytes: Uint8Array, from: number): void {
    const inspected = inspect({ kind: "update", bytes });
    if (inspected.refused)
      throw new Error(`An honest change was taken for broken: ${inspected.refused.rule}`);
    const verdict = guard(inspected.update, true, this.#server);
    if (verdict.refused) {
      this.#tally.add(verdict.refused.code);
      if (verdict.refused.code !== "gap")
        throw new Error(`An honest change was refused: ${verdict.refused.rule}`);
      return;
    }
    if (verdict.addsNothing) return;
    Y.applyUpdate(this.#server, bytes, new RemoteOrigin());
    if (leftPending(this.#server)) throw new Error("The guard let a change pass that waits for others.");
    this.#uncommitted.push({ bytes, from });
  }

  async #commit(): Promise<void> {
    const rows = this.#uncommitted;
    this.#uncommitted = [];
    if (rows.length === 0) return;
    await this.#store.append(
      rows.map(({ bytes }) => ({
        mapId: this.#mapId,
        epoch: 1,
        seq: ++this.#seq,
        ts: this.#seq,
        userId: "someone",
        bytes,
      })),
    );
    for (const { bytes, from } of rows) {
      for (const [peer, person] of this.people.entries()) {
        if (!person.connected) continue;
        if (peer === from) person.saved = Math.max(person.saved, savedClock(bytes, person.doc.clientID));
        else this.#waiting.push({ peer, to: "peer", bytes });
      }
    }
  }

  /** The process dies: what was not committed is gone, and so is everything under way. */
  async #crash(): Promise<void> {
    if (this.#uncommitted.length > 0) this.#tally.add("crash with changes under way");
    this.#uncommitted = [];
    this.#waiting = [];
    const stored = await this.#store.load(this.#mapId);
    if (!stored) throw new Error("The store has lost the map.");
    this.#server.destroy();
    this.#server = docFrom({ snapshot: stored.snapshot, tail: stored.tail });
    for (const person of this.people) {
      const kept = Y.getState(this.#server.store, person.doc.clientID);
      if (kept < person.saved) throw new Error(`${person.saved - kept} saved changes are gone.`);
      person.connected = false;
    }
  }

  /** Both sides send what the other lacks, as the protocol does after every connect. */
  #connect(peer: number): void {
    const person = this.#person(peer);
    this.#waiting = this.#waiting.filter((message) => message.peer !== peer);
    person.connected = true;
    person.receive(Y.encodeStateAsUpdate(this.#server, Y.encodeStateVector(person.doc)));
    this.#receive(Y.encodeStateAsUpdate(person.doc, Y.encodeStateVector(this.#server)), peer);
  }

  /** Everybody comes back, and everything arrives. */
  async heal(): Promise<void> {
    for (let round = 0; round < 2; round++) {
      for (let peer = 0; peer < PEERS; peer++) this.#connect(peer);
      await this.#commit();
    }
    while (this.#waiting.length > 0) this.#deliver(this.#waiting.shift() as Message);
    await this.#commit();
  }

  /** What the log would give a server that starts now. */
  async stored(): Promise<Y.Doc> {
    const stored = await this.#store.load(this.#mapId);
    if (!stored) throw new Error("The store has lost the map.");
    return docFrom({ snapshot: stored.snapshot, tail: stored.tail });
  }
}

const savedClock = (bytes: Uint8Array, client: number): number =>
  Y.parseUpdateMeta(bytes).to.get(client) ?? 0;

/** Undoes or redoes one step and makes sure that nothing another person wrote has changed by it. */
function undoOwnWork(person: Person, kind: "undo" | "redo", tally: Tally): void {
  const before = othersWrites(person.doc);
  const taken = kind === "undo" ? person.undo.undo() : person.undo.redo();
  if (taken) tally.add(kind);
  for (const { item, container, where } of before) {
    const isOwnCard = container !== null && container.id.client === person.doc.clientID && container.deleted;
    if (item.deleted && !isOwnCard) throw new Error(`${kind} changed what another person wrote: ${where}.`);
  }
}

interface Write {
  readonly item: Y.Item;
  /** The card or link the value belongs to; null for settings. */
  readonly container: Y.Item | null;
  readonly where: string;
}

/** Every value of the map that stands as another person wrote it. */
function othersWrites(doc: Y.Doc): Write[] {
  const writes: Write[] = [];
  const gather = (stored: Y.Map<unknown>, container: Y.Item | null, path: string) => {
    for (const [key, item] of stored._map) {
      if (item.deleted) continue;
      const inner = item.content instanceof Y.ContentType ? item.content.type : null;
      if (inner instanceof Y.Map && container === null) gather(inner, item, `${path}/${key}`);
      else if (item.id.client !== doc.clientID) writes.push({ item, container, where: `${path}/${key}` });
    }
  };
  for (const root of ["cards", "links", "map"]) gather(doc.getMap(root), null, root);
  return writes;
}
