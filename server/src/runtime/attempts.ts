// Counts attempts per key in fixed windows and says when there were too many. Memory is bounded: keys of past
// windows are forgotten, and above `MOST_KEYS` the oldest go first.
import type { TimeMs } from "../ports/docStore.ts";

const MOST_KEYS = 50_000;

interface Window {
  startedAt: TimeMs;
  count: number;
}

export interface AttemptLimit {
  /** Attempts allowed per key and window. */
  readonly most: number;
  readonly windowMs: number;
}

export class Attempts {
  readonly #limit: AttemptLimit;
  readonly #now: () => TimeMs;
  readonly #windows = new Map<string, Window>();

  constructor(limit: AttemptLimit, now: () => TimeMs) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Milliseconds until this key may try again; 0 when it may now. Counts nothing. */
  waitMs(key: string): number {
    const window = this.#current(key);
    if (window === undefined || window.count < this.#limit.most) return 0;
    return window.startedAt + this.#limit.windowMs - this.#now();
  }

  count(key: string): void {
    const window = this.#current(key);
    if (window !== undefined) {
      window.count += 1;
      return;
    }
    this.#windows.delete(key);
    if (this.#windows.size >= MOST_KEYS) this.#forget();
    this.#windows.set(key, { startedAt: this.#now(), count: 1 });
  }

  #current(key: string): Window | undefined {
    const window = this.#windows.get(key);
    return window !== undefined && this.#now() < window.startedAt + this.#limit.windowMs ? window : undefined;
  }

  /** Insertion order is the order of starting, so what has ended stands first. */
  #forget(): void {
    for (const [key, window] of this.#windows) {
      const ended = this.#now() >= window.startedAt + this.#limit.windowMs;
      if (!ended && this.#windows.size < MOST_KEYS) return;
      this.#windows.delete(key);
    }
  }
}
