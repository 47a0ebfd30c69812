// One socket, from the accepted upgrade to its close.
// 1. The state is a union: nothing is read while access is unknown, and nothing at all once closed.
// 2. Frames wait in order, up to a limit; too many or too fast ends the connection.
// 3. Whatever goes wrong with a frame ends this connection, never the server or the room.
import type { Role } from "@trellis/shared/access/can";
import { CLOSE } from "@trellis/shared/protocol/closeCodes";
import type { MapId } from "@trellis/shared/schema/ids";
import type { Actor } from "../ports/actor.ts";
import { StoreError } from "../ports/storeErrors.ts";
import type { Clock } from "./clock.ts";
import { FrameRate } from "./frameRate.ts";
import type { SyncLimits } from "./limits.ts";
import { IncompleteDocumentError } from "./liveDoc.ts";
import type { Log } from "./log.ts";
import type { Lease } from "./rooms.ts";
import type { Seat } from "./seat.ts";
import { decodeFrame, HEARTBEAT, MalformedFrameError, STOCK_HEARTBEAT } from "./wire.ts";

/** The socket under a connection. */
export interface Line {
  close(code: number, reason: string): void;
  /** Ends the line without asking the other side. */
  cut(): void;
  ping(): void;
}

type State =
  | { readonly kind: "asking" }
  | { readonly kind: "admitted"; readonly seat: Seat; readonly lease: Lease }
  | { readonly kind: "closed" };

export interface ConnectionWorld {
  readonly clock: Clock;
  readonly limits: SyncLimits;
  readonly log: Log;
  /** A broken frame came from this person. */
  readonly onBroken: (actor: Actor) => void;
  readonly onClosed: (connection: Connection) => void;
}

/** A request that makes the server send the whole map again costs as much as this many frames. */
const DEAR = 20;
/** How long a closing handshake may take. */
const CLOSE_MS = 2_000;

export class Connection {
  readonly mapId: MapId;
  /** Null until the login is known. */
  actor: Actor | null = null;
  readonly #world: ConnectionWorld;
  readonly #line: Line;
  readonly #rate: FrameRate;
  #state: State = { kind: "asking" };
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #busy = false;
  #heardAt: number;
  #pingedAt: number;
  checkedAt: number;

  constructor(world: ConnectionWorld, mapId: MapId, line: Line) {
    const now = world.clock.now();
    this.#world = world;
    this.mapId = mapId;
    this.#line = line;
    this.#rate = new FrameRate(world.limits.framesPerSecond, world.limits.frameBurst, now);
    this.#heardAt = now;
    this.#pingedAt = now;
    this.checkedAt = now;
  }

  get closed(): boolean {
    return this.#state.kind === "closed";
  }

  get seat(): Seat | null {
    return this.#state.kind === "admitted" ? this.#state.seat : null;
  }

  /** Access is known: what has waited is handled now. */
  admit(seat: Seat, lease: Lease): void {
    switch (this.#state.kind) {
      case "asking":
        this.#state = { kind: "admitted", seat, lease };
        this.#next();
        return;
      case "admitted":
      case "closed":
        lease.release();
        return;
    }
  }

  /** A whole frame has arrived. The connection keeps the bytes. */
  receive(frame: Uint8Array): void {
    this.heard();
    switch (this.#state.kind) {
      case "closed":
        return;
      case "asking":
      case "admitted": {
        const { waitingFrames, waitingBytes } = this.#world.limits;
        this.#waitingBytes += frame.length;
        const tooMany = this.#waiting.length >= waitingFrames || this.#waitingBytes > waitingBytes;
        if (tooMany || !this.#rate.take(this.#world.clock.now())) {
          this.close(CLOSE.tooManyFrames, "More was sent than a connection may send. Wait a moment.");
          return;
        }
        this.#waiting.push(frame);
        this.#next();
        return;
      }
    }
  }

  /** The other side is alive. */
  heard(): void {
    this.#heardAt = this.#world.clock.now();
  }

  /** Looks whether the line is alive, and says so to the other side from time to time. */
  watch(): void {
    const now = this.#world.clock.now();
    const { deadMs, pingMs } = this.#world.limits;
    if (now - this.#heardAt > deadMs) {
      this.close(CLOSE.goingAway, "The connection fell silent.");
      this.#line.cut();
      return;
    }
    if (now - this.#pingedAt < pingMs) return;
    this.#pingedAt = now;
    this.#line.ping();
    this.seat?.outlet.answer(this.seat.speaksTrellis ? HEARTBEAT : STOCK_HEARTBEAT);
  }

  /** Closes and forgets; harmless when called again. */
  close(code: number, reason: string): void {
    if (this.#end()) {
      this.#line.close(code, reason);
      this.#world.clock.after(CLOSE_MS, () => this.#line.cut());
    }
  }

  /** The line has ended by itself. */
  lost(): void {
    this.#end();
  }

  setRole(role: Role): void {
    this.seat?.setRole(role);
  }

  #end(): boolean {
    const state = this.#state;
    if (state.kind === "closed") return false;
    this.#state = { kind: "closed" };
    this.#waiting = [];
    if (state.kind === "admitted") {
      state.seat.leave();
      state.lease.release();
    }
    this.#world.onClosed(this);
    return true;
  }

  #next(): void {
    while (!this.#busy && this.#state.kind === "admitted") {
      const frame = this.#waiting.shift();
      if (frame === undefined) return;
      this.#waitingBytes -= frame.length;
      try {
        const later = this.#take(this.#state.seat, frame);
        if (later !== undefined) this.#wait(later);
      } catch (error) {
        this.#broke(error);
      }
    }
  }

  #take(seat: Seat, bytes: Uint8Array): Promise<void> | undefined {
    const frame = decodeFrame(bytes);
    if (seat.asksAgain(frame) && !this.#rate.take(this.#world.clock.now(), DEAR)) {
      this.close(CLOSE.tooManyFrames, "The whole map was asked for too often. Wait a moment.");
      return undefined;
    }
    return seat.handle(frame);
  }

  #wait(later: Promise<void>): void {
    this.#busy = true;
    later.then(
      () => {
        this.#busy = false;
        this.#next();
      },
      (error: unknown) => this.#broke(error),
    );
  }

  #broke(error: unknown): void {
    if (error instanceof MalformedFrameError) {
      if (this.actor && !this.closed) this.#world.onBroken(this.actor);
      this.close(CLOSE.malformed, error.message);
      return;
    }
    const expected = error instanceof StoreError || error instanceof IncompleteDocumentError;
    this.#world.log.error(
      { err: error, mapId: this.mapId },
      expected
        ? "A connection was closed because its map cannot be read or stored now."
        : "A frame could not be handled.",
    );
    this.close(
      CLOSE.notStored,
      "The map cannot be read or stored at the moment. Nothing in this page is lost.",
    );
  }
}
