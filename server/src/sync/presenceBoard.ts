// Who is where on one map: the newest presence state of each Yjs client. Never stored.
// 1. A client id belongs to the connection that claimed it; states under others' ids are dropped.
// 2. The server writes who somebody is (`person`, and the name in `user`) whatever the client sent.
// 3. Clocks are the server's, growing with time, so neither a forged clock nor a restart can silence anybody.
// 4. States go out at most once per interval, newest per client, and never back to their author.
import { PRESENCE_LIMIT_BYTES } from "@trellis/shared/protocol/presence";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { Actor } from "../ports/actor.ts";
import type { Cancel, Clock } from "./clock.ts";
import type { Member } from "./member.ts";
import { framed, framedHeader, MalformedFrameError, presenceStart } from "./wire.ts";

/** What a client says about one Yjs client id; null means "gone". */
export interface PresenceEntry {
  readonly clientId: number;
  readonly state: Readonly<Record<string, unknown>> | null;
}

const TEXT = new TextDecoder();
const MAX_ENTRIES = 16;
const MAX_CLIENT_ID = 0xffffffff;
/** Clocks count 10 ms from 1 January 2026. */
const CLOCK_ZERO = 1_767_225_600_000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Reads a presence message. Entries that are no state are left out; one that is too large is no state.
 * @throws MalformedFrameError
 */
export function decodePresence(bytes: Uint8Array): PresenceEntry[] {
  const entries: PresenceEntry[] = [];
  try {
    const decoder = decoding.createDecoder(bytes);
    const count = decoding.readVarUint(decoder);
    // A page of ours shows one state; a stock client may pass on a few more of its own.
    for (let index = 0; index < Math.min(count, MAX_ENTRIES); index++) {
      const clientId = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      const json = decoding.readVarUint8Array(decoder);
      if (json.length > PRESENCE_LIMIT_BYTES) continue;
      const state: unknown = JSON.parse(TEXT.decode(json));
      if (clientId <= MAX_CLIENT_ID && (state === null || isRecord(state))) entries.push({ clientId, state });
    }
  } catch (cause) {
    throw new MalformedFrameError("The presence message could not be read.", { cause });
  }
  return entries;
}

function stamped(state: Readonly<Record<string, unknown>>, actor: Actor): Record<string, unknown> {
  const person = { id: actor.userId, name: actor.name, organisation: actor.organisation };
  const user = isRecord(state.user) ? { user: { ...state.user, name: actor.name } } : {};
  return { ...state, ...user, person };
}

interface Change {
  readonly author: Member | null;
  readonly entry: Uint8Array;
}

export class PresenceBoard {
  readonly #clock: Clock;
  readonly #intervalMs: number;
  readonly #members: () => Iterable<Member>;
  readonly #seq: () => number;
  /** The newest state of each client id, encoded. */
  readonly #shown = new Map<number, Uint8Array>();
  readonly #claims = new Map<number, Member>();
  readonly #changed = new Map<number, Change>();
  #lastClock = 0;
  #lastSent = 0;
  #waiting: Cancel | null = null;

  constructor(
    clock: Clock,
    intervalMs: number,
    room: { members: () => Iterable<Member>; seq: () => number },
  ) {
    this.#clock = clock;
    this.#intervalMs = intervalMs;
    this.#members = room.members;
    this.#seq = room.seq;
  }

  /** The member now owns the id; whoever had it before is an older socket of the same page. */
  claim(clientId: number, member: Member): void {
    this.#claims.set(clientId, member);
  }

  owns(clientId: number, member: Member): boolean {
    return this.#claims.get(clientId) === member;
  }

  show(member: Member, entries: readonly PresenceEntry[]): void {
    for (const { clientId, state } of entries) {
      if (!this.owns(clientId, member)) continue;
      if (state === null) this.#remove(clientId);
      else {
        const entry = this.#entry(clientId, stamped(state, member.actor));
        this.#shown.set(clientId, entry);
        this.#changed.set(clientId, { author: member, entry });
      }
    }
    this.#plan();
  }

  /** Takes a member's states off the board. */
  leave(member: Member): void {
    for (const [clientId, owner] of this.#claims) {
      if (owner !== member) continue;
      this.#claims.delete(clientId);
      this.#remove(clientId);
    }
    this.#plan();
  }

  /** Everybody's state but the member's own, as one message; null when nobody shows anything. */
  everyone(member: Member): Uint8Array | null {
    const entries = [...this.#shown]
      .filter(([clientId]) => !this.owns(clientId, member))
      .map(([, entry]) => entry);
    return entries.length === 0 ? null : messageOf(entries);
  }

  stop(): void {
    this.#waiting?.();
    this.#waiting = null;
    this.#changed.clear();
  }

  #remove(clientId: number): void {
    if (!this.#shown.delete(clientId)) return;
    this.#changed.set(clientId, { author: null, entry: this.#entry(clientId, null) });
  }

  #entry(clientId: number, state: Record<string, unknown> | null): Uint8Array {
    const byTime = Math.floor((this.#clock.now() - CLOCK_ZERO) / 10);
    this.#lastClock = Math.max(this.#lastClock + 1, byTime);
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, this.#lastClock);
      encoding.writeVarString(encoder, JSON.stringify(state));
    });
  }

  #plan(): void {
    if (this.#waiting !== null || this.#changed.size === 0) return;
    const wait = this.#lastSent + this.#intervalMs - this.#clock.now();
    const send = () => {
      this.#waiting = null;
      this.#send();
    };
    this.#waiting = wait <= 0 ? this.#clock.soon(send) : this.#clock.after(wait, send);
  }

  #send(): void {
    this.#lastSent = this.#clock.now();
    const changes = [...this.#changed.values()];
    this.#changed.clear();
    if (changes.length === 0) return;
    const shared = new SharedPresence(changes);
    const seq = this.#seq();
    for (const member of this.#members()) {
      const frames = shared.framesFor(member);
      if (frames.length > 0) member.outlet.share(seq, ...frames);
    }
  }
}

const messageOf = (entries: readonly Uint8Array[]): Uint8Array => {
  const length = entries.reduce((sum, entry) => sum + entry.length, 0);
  return framed(presenceStart(entries.length, length), ...entries);
};

/** One interval's changes, framed once. An author's frame is cut from the same bytes, without their own entry. */
class SharedPresence {
  readonly #changes: readonly Change[];
  readonly #body: Buffer;
  readonly #whole: Uint8Array;
  readonly #own = new Map<Member, { start: number; end: number; several: boolean }>();

  constructor(changes: readonly Change[]) {
    this.#changes = changes;
    this.#body = Buffer.concat(changes.map(({ entry }) => entry));
    this.#whole = framed(presenceStart(changes.length, this.#body.length), this.#body);
    let at = 0;
    for (const { author, entry } of changes) {
      if (author !== null)
        this.#own.set(author, { start: at, end: at + entry.length, several: this.#own.has(author) });
      at += entry.length;
    }
  }

  framesFor(member: Member): readonly Uint8Array[] {
    const own = this.#own.get(member);
    if (own === undefined) return [this.#whole];
    if (own.several) {
      const others = this.#changes.filter(({ author }) => author !== member).map(({ entry }) => entry);
      return others.length === 0 ? [] : [messageOf(others)];
    }
    if (this.#changes.length === 1) return [];
    const rest = this.#body.length - (own.end - own.start);
    const start = presenceStart(this.#changes.length - 1, rest);
    const parts = [this.#body.subarray(0, own.start), this.#body.subarray(own.end)];
    return [framedHeader(start, rest), ...parts.filter((part) => part.length > 0)];
  }
}
