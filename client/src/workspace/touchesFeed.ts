/**
 * Keeps what the server remembers of the cards fresh without asking in storms.
 * 1. One question at a time; after the first, only what came since is asked for.
 * 2. Changes that come together are asked about once, each browser at a moment of its own, and not again for a while.
 * 3. A page that nobody looks at does not ask until somebody does.
 */
import type { MapTouchesAnswer } from "@trellis/shared/protocol/api";

/** From a change until it is asked about, and how far browsers spread (ms). */
const SOON_MS = 500;
const SPREAD_MS = 500;
/** Between two questions (ms). */
const REST_MS = 4_000;

export interface TouchesFeedWorld {
  /** @throws whatever may go wrong; it is told to `failed` */
  readonly read: (after: string | null) => Promise<MapTouchesAnswer>;
  readonly answered: (answer: MapTouchesAnswer) => void;
  readonly failed: (error: unknown) => void;
  readonly isHidden: () => boolean;
  readonly random: () => number;
}

export class TouchesFeed {
  readonly #world: TouchesFeedWorld;
  #after: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #isAsking = false;
  /** Something came while it could not be asked about. */
  #isOwed = false;
  #isStopped = false;

  constructor(world: TouchesFeedWorld) {
    this.#world = world;
  }

  /** Something may have changed. */
  readonly soon = (): void => this.#askAfter(REST_MS);

  /** Something has changed that people wait for. */
  readonly next = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#askAfter(0);
  };

  /** Somebody looks at the page again. */
  readonly seen = (): void => {
    if (this.#isOwed) this.soon();
  };

  start(): void {
    this.#isStopped = false;
    this.soon();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #askAfter(rest: number): void {
    if (this.#isStopped || this.#timer !== undefined) return;
    if (this.#isAsking || this.#world.isHidden()) {
      this.#isOwed = true;
      return;
    }
    this.#isOwed = false;
    const wait = this.#after === null ? 0 : SOON_MS + this.#world.random() * SPREAD_MS;
    const rested = this.#askedAt + rest - performance.now();
    this.#timer = setTimeout(() => void this.#ask(), Math.max(wait, rested));
  }

  async #ask(): Promise<void> {
    this.#timer = undefined;
    this.#isAsking = true;
    this.#askedAt = performance.now();
    try {
      const answer = await this.#world.read(this.#after);
      if (this.#isStopped) return;
      this.#after = answer.next;
      this.#world.answered(answer);
    } catch (error) {
      if (!this.#isStopped) this.#world.failed(error);
    } finally {
      this.#isAsking = false;
    }
    this.seen();
  }
}
