// What goes out on one socket, and how much of it may be waiting.
// 1. A shared frame is one buffer written to many sockets; nothing is copied or framed per socket.
// 2. Over the limit of unsent bytes the socket is paused: it gets no map changes and no presence until it has
//    drained, and is then brought up to date from the log. Its own answers (saved, refused) still go out.
// 3. A socket that stays paused too long is given up; a large first load gets longer, by its size.
import type { Cancel, Clock } from "./clock.ts";

/** The socket underneath. Frames are complete WebSocket frames. */
export interface Wire {
  isOpen(): boolean;
  write(...frames: readonly Uint8Array[]): void;
  unsentBytes(): number;
  onceDrained(act: () => void): void;
}

export interface OutletLimits {
  readonly unsentBytes: number;
  readonly stalledMs: number;
}

/** Bytes a second below which a first load counts as stalled (400 kbit/s). */
const SLOWEST_BYTES_PER_MS = 50;

type Flow =
  | { readonly kind: "flowing" }
  | { readonly kind: "paused"; readonly seq: number; readonly giveUp: Cancel };

export class Outlet {
  readonly #wire: Wire;
  readonly #clock: Clock;
  readonly #limits: OutletLimits;
  readonly #onDrained: (seq: number) => void;
  readonly #onStalled: () => void;
  #flow: Flow = { kind: "flowing" };

  constructor(
    wire: Wire,
    clock: Clock,
    limits: OutletLimits,
    on: { drained: (seq: number) => void; stalled: () => void },
  ) {
    this.#wire = wire;
    this.#clock = clock;
    this.#limits = limits;
    this.#onDrained = on.drained;
    this.#onStalled = on.stalled;
  }

  get paused(): boolean {
    return this.#flow.kind === "paused";
  }

  /** An answer to this socket alone. Goes out even while paused, since it is small and must not be lost. */
  answer(frame: Uint8Array): void {
    if (this.#wire.isOpen()) this.#wire.write(frame);
  }

  /** Map changes or presence; `seq` is how far this socket then is. Nothing happens while paused. */
  share(seq: number, ...frames: readonly Uint8Array[]): void {
    if (this.#flow.kind === "paused" || !this.#wire.isOpen()) return;
    this.#wire.write(...frames);
    const unsent = this.#wire.unsentBytes();
    if (unsent > this.#limits.unsentBytes) this.#pause(seq, unsent);
  }

  stop(): void {
    if (this.#flow.kind === "paused") this.#flow.giveUp();
    this.#flow = { kind: "flowing" };
  }

  #pause(seq: number, unsent: number): void {
    const patience = this.#limits.stalledMs + (unsent - this.#limits.unsentBytes) / SLOWEST_BYTES_PER_MS;
    const giveUp = this.#clock.after(patience, () => this.#onStalled());
    this.#flow = { kind: "paused", seq, giveUp };
    this.#wire.onceDrained(() => {
      if (this.#flow.kind !== "paused") return;
      this.stop();
      this.#onDrained(seq);
    });
  }
}
