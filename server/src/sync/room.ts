// One map while somebody is connected to it or the server changes it.
// 1. Guard, apply, commit, then acknowledge and broadcast: what anybody else sees is on disk.
// 2. Reading costs bytes only. The Y.Doc is made by the first write and given up when nobody writes for a while.
// 3. A join is one step without a pause: the bytes sent and the membership belong to the same sequence number.
// 4. A failed commit ends the room: nothing was acknowledged, everybody is closed, and the next room reads the disk.
import { CLOSE } from "@trellis/shared/protocol/closeCodes";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import type { Actor } from "../ports/actor.ts";
import type { CommittedTouch, DocStore, LogRow, MapListing } from "../ports/docStore.ts";
import { StoreError } from "../ports/storeErrors.ts";
import type { Cancel, Clock } from "./clock.ts";
import { type Commit, Commits } from "./commits.ts";
import { type DecodedUpdate, newStructs } from "./decodedUpdate.ts";
import { broadcast } from "./fanout.ts";
import { guard, type Refusal } from "./guard.ts";
import { LazyDoc } from "./lazyDoc.ts";
import type { SyncLimits } from "./limits.ts";
import { docFrom, LiveDoc, listingOf } from "./liveDoc.ts";
import type { Member } from "./member.ts";
import { PresenceBoard } from "./presenceBoard.ts";
import { RecentTouches } from "./recentTouches.ts";
import type { CommittedBytes, RoomLog } from "./roomLog.ts";
import { batchState, plainState, step1Frame } from "./wire.ts";

/** What a room needs from around it. */
export interface RoomWorld {
  readonly store: DocStore;
  readonly clock: Clock;
  readonly limits: SyncLimits;
  readonly onCommitted: (room: Room) => void;
  readonly onFailed: (room: Room, error: unknown) => void;
}

/** What became of a write frame. `pending`: the commit will settle it. */
export type WriteOutcome =
  | { readonly kind: "settled" }
  | { readonly kind: "pending" }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** The room has ended; whoever needs the map opens it again. */
export class RoomEndedError extends StoreError {
  constructor(options?: ErrorOptions) {
    super("store_failed", "The change could not be stored. Nothing of it is kept; try again.", options);
    this.name = "RoomEndedError";
  }
}

export class Room {
  readonly log: RoomLog;
  readonly presence: PresenceBoard;
  readonly commits: Commits;
  readonly #world: RoomWorld;
  readonly #members = new Set<Member>();
  readonly #doc: LazyDoc;
  readonly #recent = new RecentTouches();
  #listing: MapListing | null = null;
  /** The whole map as one buffer for each kind of client, until the next commit: joins come in crowds. */
  readonly #stateFrames = new Map<"trellis" | "stock", Uint8Array>();
  readonly #serverEdits = new Set<Promise<unknown>>();
  #ended = false;
  #joinedAt: number;
  #wroteAt: number;
  #cancelIdle: Cancel | null = null;

  constructor(log: RoomLog, world: RoomWorld) {
    this.log = log;
    this.#world = world;
    this.#joinedAt = world.clock.now();
    this.#wroteAt = this.#joinedAt;
    this.#doc = new LazyDoc(() => this.#makeDoc());
    this.presence = new PresenceBoard(world.clock, world.limits.presenceMs, {
      members: () => this.#members,
      seq: () => log.seq,
    });
    this.commits = new Commits(
      {
        mapId: log.mapId,
        epoch: log.epoch,
        seq: () => log.seq,
        gapMs: () => (this.#members.size * 1000) / world.limits.writesPerSecond,
        changedListing: () => this.#changedListing(),
        append: (rows) => world.store.append(rows),
        onCommitted: (commit) => this.#committed(commit),
        onFailed: (error) => this.fail(error),
      },
      world.clock,
    );
    this.#watchIdle();
  }

  get holdsDoc(): boolean {
    return this.#doc.live !== null;
  }

  /** Sends the map and makes the member one. `from`: what a returning page says it has. @throws RoomEndedError */
  join(member: Member, from: { epoch: number; seq: number } | null): Promise<void> {
    return this.#withBytes((committed) => {
      if (this.#ended) throw new RoomEndedError();
      this.#joinedAt = this.#world.clock.now();
      // The question first: a fresh client answers it with nothing, because it has nothing yet.
      member.outlet.answer(step1Frame(this.log.stateVector()));
      this.#members.add(member);
      const missed = from !== null && from.epoch === this.log.epoch ? this.log.after(from.seq) : null;
      if (missed !== null) this.#sendMissed(member, missed);
      else this.#sendState(member, committed);
      this.#sendPresence(member);
    });
  }

  /** Sends the whole map once more to somebody who asks again. */
  resend(member: Member): Promise<void> {
    return this.#withBytes((committed) => {
      if (this.#members.has(member) && !member.outlet.paused) this.#sendState(member, committed);
    });
  }

  leave(member: Member): void {
    if (this.#members.delete(member)) this.presence.leave(member);
  }

  /** A paused socket has drained: what it missed since `seq`, from the log. */
  resume(member: Member, seq: number): Promise<void> {
    return this.#withBytes((committed) => {
      if (!this.#members.has(member)) return;
      const missed = this.log.after(seq);
      if (missed === null) this.#sendState(member, committed);
      else if (missed.length > 0) this.#sendMissed(member, missed);
      this.#sendPresence(member);
    });
  }

  /** Judges and takes a write whose bytes have been inspected. Answers at once when the document is there. */
  write(
    member: Member,
    frame: number,
    update: DecodedUpdate,
    bytes: Uint8Array,
  ): WriteOutcome | Promise<WriteOutcome> {
    if (!member.canEdit) {
      // Most of what a reader's page says needs no document to be judged.
      const structs = newStructs(update, (client) => this.log.clockOf(client));
      if (structs > 0) return { kind: "refused", refusal: { rule: "G0", code: "read_only", broken: false } };
      if (update.deleteRanges === 0) return { kind: "settled" };
    }
    return this.#withDoc((live) => this.#write(live, member, frame, update, bytes));
  }

  /** Changes the map on the server's side. Resolves when it is on disk. @throws RoomEndedError */
  edit<T>(actor: Actor, change: (draft: MapDraft) => T): Promise<T> {
    const done = this.#edit(actor, change);
    const ended = () => this.#serverEdits.delete(done);
    this.#serverEdits.add(done);
    done.then(ended, ended);
    return done;
  }

  /** Resolves when nothing that was taken is still on its way, by commit or by failure. */
  async whenQuiet(): Promise<void> {
    await Promise.allSettled(this.#serverEdits);
    await this.commits.whenQuiet();
  }

  async #edit<T>(actor: Actor, change: (draft: MapDraft) => T): Promise<T> {
    const made = await this.#withDoc((live) => {
      if (this.#ended) throw new RoomEndedError();
      const tried = live.change(change);
      if ("error" in tried) {
        if (tried.spoilt) this.#doc.drop();
        throw tried.error;
      }
      const touches = this.#touchesOf(live, actor);
      return { result: tried.result, stored: this.#stored(actor, tried.update, touches) };
    });
    await made.stored;
    return made.result;
  }

  /** Ends the room after a failed commit (or another reason to distrust what is in memory). */
  fail(error: unknown): void {
    if (this.#ended) return;
    this.stop();
    this.commits.fail(error);
    this.#world.onFailed(this, error);
    for (const member of [...this.#members]) {
      member.close(CLOSE.notStored, "The last changes could not be stored. They are kept in this page.");
    }
    this.#members.clear();
  }

  /** Nothing is taken any more. Commits on their way go on. */
  stop(): void {
    this.#ended = true;
    this.#cancelIdle?.();
    this.presence.stop();
    if (this.commits.idle) this.#doc.drop();
  }

  /** Calls back with the committed bytes, read back if need be; nothing can happen between looking and acting. */
  async #withBytes<T>(act: (committed: CommittedBytes) => T): Promise<T> {
    let held = this.log.held();
    while (held === null) {
      await this.log.fetch();
      held = this.log.held();
    }
    return act(held);
  }

  /** Calls back with the document, at once when it is here; it may have gone again while it was waited for. */
  #withDoc<T>(act: (live: LiveDoc) => T): T | Promise<T> {
    const { live } = this.#doc;
    return live ? act(live) : this.#doc.load().then((): T | Promise<T> => this.#withDoc(act));
  }

  #stored(actor: Actor, bytes: Uint8Array | null, touches: readonly CommittedTouch[]): Promise<void> {
    return new Promise<void>((settled, reject) => {
      const failed = (cause: unknown) => reject(new RoomEndedError({ cause }));
      this.commits.add({ bytes, userId: actor.userId, touches, author: null, settled, failed });
    });
  }

  #sendState(member: Member, { snapshot, tail }: CommittedBytes): void {
    const { seq } = this.log;
    const dialect = member.speaksTrellis ? "trellis" : "stock";
    const known = this.#stateFrames.get(dialect);
    const updates = [snapshot.bytes, ...tail.map(({ bytes }) => bytes)];
    const frame = known ?? (member.speaksTrellis ? batchState(seq, updates) : plainState(updates));
    if (known === undefined) this.#stateFrames.set(dialect, frame);
    member.outlet.share(seq, frame);
  }

  #sendMissed(member: Member, missed: readonly LogRow[]): void {
    const { seq } = this.log;
    const updates = missed.map(({ bytes }) => bytes);
    member.outlet.share(seq, member.speaksTrellis ? batchState(seq, updates) : plainState(updates));
  }

  #sendPresence(member: Member): void {
    const everyone = this.presence.everyone(member);
    if (everyone) member.outlet.answer(everyone);
  }

  #write(
    live: LiveDoc,
    member: Member,
    frame: number,
    update: DecodedUpdate,
    bytes: Uint8Array,
  ): WriteOutcome {
    if (this.#ended) throw new RoomEndedError();
    const verdict = guard(update, member.canEdit, live.doc);
    if (verdict.refused) return { kind: "refused", refusal: verdict.refused };
    const edit = {
      userId: member.actor.userId,
      author: member,
      settled: () => member.settled(frame),
      failed: () => {
        // The room's end closes the socket; an unsettled frame stays unsettled.
      },
    };
    if (verdict.addsNothing) {
      this.commits.add({ ...edit, bytes: null, touches: [] });
      return { kind: "pending" };
    }
    if (!live.apply(bytes)) {
      this.#doc.drop();
      return { kind: "refused", refusal: { rule: "G10", code: "gap", broken: false } };
    }
    this.#wroteAt = this.#world.clock.now();
    this.commits.add({ ...edit, bytes, touches: this.#touchesOf(live, member.actor) });
    if (this.commits.uncommittedBytes > this.#world.limits.uncommittedBytes)
      this.fail(new Error("The store does not keep up: too much is waiting to be committed."));
    return { kind: "pending" };
  }

  #touchesOf(live: LiveDoc, { userId }: Actor): readonly CommittedTouch[] {
    return this.#recent.worthKeeping(live.takeTouches(), userId, this.#world.clock.now());
  }

  #committed(commit: Commit): void {
    this.log.committed(commit.rows);
    this.#stateFrames.clear();
    const authors = new Set<Member>();
    for (const { settled, author } of commit.edits) {
      settled();
      if (author !== null) authors.add(author);
    }
    for (const author of authors) author.tellSaved();
    broadcast(commit, this.log.seq, this.#members);
    if (commit.rows.length > 0) this.#world.onCommitted(this);
    if (this.#ended) this.#doc.drop();
  }

  #changedListing(): MapListing | undefined {
    if (this.#doc.live === null) return undefined;
    const now = listingOf(this.#doc.live.map);
    const before = this.#listing;
    if (before !== null && before.title === now.title && before.place === now.place) return undefined;
    this.#listing = now;
    return now;
  }

  async #makeDoc(): Promise<LiveDoc> {
    const live = await this.#withBytes((committed) => {
      if (this.#ended) throw new RoomEndedError();
      return new LiveDoc(docFrom(committed, this.commits.uncommitted()));
    });
    this.#listing ??= listingOf(live.map);
    this.#wroteAt = this.#world.clock.now();
    return live;
  }

  #watchIdle(): void {
    const { clock, limits } = this.#world;
    this.#cancelIdle = clock.every(limits.idleMs / 4, () => {
      const now = clock.now();
      if (now - this.#wroteAt < limits.idleMs || !this.commits.idle) return;
      this.#doc.drop();
      if (now - this.#joinedAt < limits.idleMs) return;
      this.#stateFrames.clear();
      this.log.release();
    });
  }
}
