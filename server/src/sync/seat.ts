// What one admitted connection does on its map: says hello, reads, writes, shows where it is.
// 1. Frames are handled one after another in the order of receipt; a promise means "the next one waits".
// 2. Every write frame is counted, and settled exactly once: by its commit, as adding nothing, or as refused.
// 3. What this person may do is asked for each write, never remembered from the start.
import { can, type Role } from "@trellis/shared/access/can";
import { CLOSE } from "@trellis/shared/protocol/closeCodes";
import { DOCUMENT_VERSION, encodeJson, encodeSaved, type Hello } from "@trellis/shared/protocol/messages";
import { PRESENCE_LIMIT_BYTES } from "@trellis/shared/protocol/presence";
import type { Actor } from "../ports/actor.ts";
import type { DocStore } from "../ports/docStore.ts";
import type { DocThread } from "./docThread.ts";
import { checkSize, inspect, REFUSAL_SENTENCES, type Refusal } from "./guard.ts";
import type { SyncLimits } from "./limits.ts";
import type { Member } from "./member.ts";
import type { Outlet } from "./outlet.ts";
import { decodePresence, type PresenceEntry } from "./presenceBoard.ts";
import type { Room, WriteOutcome } from "./room.ts";
import { type ClientFrame, framed, isEmptyUpdate, MalformedFrameError, type WriteFrame } from "./wire.ts";
import { WriteLedger } from "./writeLedger.ts";

export interface SeatWorld {
  readonly store: Pick<DocStore, "bindClientId">;
  readonly thread: Pick<DocThread, "screen">;
  readonly limits: Pick<SyncLimits, "screenBytes">;
}

/** Yjs gives a page a new client id when two collide; more than a few are no honest page. */
const MAX_CLIENT_IDS = 8;

export class Seat implements Member {
  readonly actor: Actor;
  readonly outlet: Outlet;
  readonly room: Room;
  readonly close: (code: number, reason: string) => void;
  readonly #world: SeatWorld;
  readonly #ledger = new WriteLedger();
  readonly #clientIds = new Map<number, "own" | "taken">();
  #role: Role | null;
  #hello: Hello | null = null;
  #joined = false;

  constructor(
    world: SeatWorld,
    place: { actor: Actor; role: Role; room: Room; outlet: Outlet },
    close: (code: number, reason: string) => void,
  ) {
    this.#world = world;
    this.actor = place.actor;
    this.room = place.room;
    this.outlet = place.outlet;
    this.#role = place.role;
    this.close = close;
  }

  get speaksTrellis(): boolean {
    return this.#hello !== null;
  }

  get canEdit(): boolean {
    return can(this.#role, "map.edit");
  }

  /** A new role; null when this seat is given up, after which nothing of it is taken any more. */
  setRole(role: Role | null): void {
    this.#role = role;
  }

  leave(): void {
    this.setRole(null);
    this.outlet.stop();
    this.room.leave(this);
  }

  settled(frame: number): void {
    this.#ledger.settle(frame);
  }

  tellSaved(): void {
    const saved = this.#ledger.news();
    if (saved !== null && this.speaksTrellis) this.outlet.answer(framed(encodeSaved(saved)));
  }

  /** @throws MalformedFrameError, RoomEndedError, StoreError */
  handle(frame: ClientFrame): Promise<void> | undefined {
    switch (frame.kind) {
      case "hello":
        return this.#greet(frame.hello);
      case "step1":
        return this.#join();
      case "write":
        return this.#write(frame.write);
      case "presence":
        return this.#show(frame.bytes);
      case "queryPresence": {
        const everyone = this.room.presence.everyone(this);
        if (everyone) this.outlet.answer(everyone);
        return undefined;
      }
    }
  }

  /** True for a request that is dear to answer again. */
  asksAgain(frame: ClientFrame): boolean {
    return frame.kind === "queryPresence" || (frame.kind === "step1" && this.#joined);
  }

  async #greet(hello: Hello): Promise<void> {
    if (hello.version !== DOCUMENT_VERSION) {
      this.close(CLOSE.clientTooOld, "This page is of another version than the server. Reload it.");
      return;
    }
    await this.#claim(hello.clientId);
    if (this.#role === null) return;
    this.#hello = hello;
    const { userId: id, name, organisation } = this.actor;
    const welcome = {
      version: DOCUMENT_VERSION,
      epoch: this.room.log.epoch,
      seq: this.room.log.seq,
      role: this.#role,
      canEdit: this.canEdit,
      person: { id, name, organisation },
    };
    this.outlet.answer(framed(encodeJson("welcome", welcome)));
  }

  #join(): Promise<void> {
    if (this.#joined) return this.room.resend(this);
    this.#joined = true;
    const { epoch, seq } = this.#hello ?? {};
    return this.room.join(this, epoch === undefined || seq === undefined ? null : { epoch, seq });
  }

  #write(write: WriteFrame): Promise<void> | undefined {
    const frame = this.#ledger.receive();
    if (isEmptyUpdate(write.bytes)) return this.#concluded(frame, { kind: "settled" });
    const refusal = checkSize(write);
    if (refusal) return this.#concluded(frame, { kind: "refused", refusal });
    if (write.bytes.length <= this.#world.limits.screenBytes) return this.#judge(frame, write);
    // Large: another thread finds out whether it is worth reading here.
    return this.#world.thread
      .screen(write)
      .then((found) => (found ? this.#refuse(frame, found) : this.#judge(frame, write)));
  }

  #judge(frame: number, write: WriteFrame): Promise<void> | undefined {
    const inspected = inspect(write);
    if (inspected.refused) return this.#concluded(frame, { kind: "refused", refusal: inspected.refused });
    const outcome = this.room.write(this, frame, inspected.update, write.bytes);
    if (!(outcome instanceof Promise)) return this.#concluded(frame, outcome);
    return outcome.then((later) => {
      this.#concluded(frame, later);
    });
  }

  #concluded(frame: number, outcome: WriteOutcome): undefined {
    switch (outcome.kind) {
      case "pending":
        // It may be settled already, when nothing was on its way to disk.
        this.tellSaved();
        return undefined;
      case "settled":
        this.settled(frame);
        this.tellSaved();
        return undefined;
      case "refused":
        this.#refuse(frame, outcome.refusal);
        return undefined;
    }
  }

  #refuse(frame: number, { rule, code, broken }: Refusal): void {
    if (this.speaksTrellis)
      this.outlet.answer(framed(encodeJson("refused", { frame, code, message: REFUSAL_SENTENCES[code] })));
    this.settled(frame);
    this.tellSaved();
    if (broken) throw new MalformedFrameError(`The change breaks rule ${rule}.`);
  }

  #show(bytes: Uint8Array): Promise<void> | undefined {
    if (bytes.length > PRESENCE_LIMIT_BYTES) return undefined;
    const entries = decodePresence(bytes);
    const unknown = entries.filter(({ clientId }) => !this.#clientIds.has(clientId));
    if (unknown.length === 0) {
      this.#shown(entries);
      return undefined;
    }
    return this.#claimAll(unknown).then(() => this.#shown(entries));
  }

  #shown(entries: readonly PresenceEntry[]): void {
    if (this.#role !== null) this.room.presence.show(this, entries);
  }

  async #claimAll(entries: readonly PresenceEntry[]): Promise<void> {
    for (const { clientId } of entries) await this.#claim(clientId);
  }

  /** A client id is one person's for ever, since it says who wrote what. */
  async #claim(clientId: number): Promise<void> {
    if (this.#clientIds.has(clientId) || this.#clientIds.size >= MAX_CLIENT_IDS) return;
    const bound = await this.#world.store.bindClientId(this.room.log.mapId, clientId, this.actor.userId);
    this.#clientIds.set(clientId, bound === "bound" ? "own" : "taken");
    if (bound === "bound" && this.#role !== null) this.room.presence.claim(clientId, this);
  }
}
