/**
 * Tells followers what is seen here: at once when the first comes, then at most five times a second while it changes,
 * and nothing at all while nobody follows.
 */
import type { Sight } from "@trellis/shared/protocol/presence";

const INTERVAL_MS = 200;

export class SightSender {
  readonly #send: (sight: Sight | null) => void;
  #sight: Sight | null = null;
  #sent: Sight | null = null;
  #followed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (sight: Sight | null) => void) {
    this.#send = send;
  }

  /** What is seen now. */
  see(sight: Sight | null): void {
    this.#sight = sight;
    if (this.#followed) this.#plan();
  }

  /** Whether anybody follows. */
  follow(followed: boolean): void {
    if (followed === this.#followed) return;
    this.#followed = followed;
    if (followed) this.#plan();
    else {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      if (this.#sent) this.#tell(null);
    }
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#followed = false;
  }

  #plan(): void {
    if (this.#timer !== undefined || same(this.#sight, this.#sent)) return;
    this.#tell(this.#sight);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#followed) this.#plan();
    }, INTERVAL_MS);
  }

  #tell(sight: Sight | null): void {
    this.#sent = sight;
    this.#send(sight);
  }
}

const same = (one: Sight | null, other: Sight | null): boolean =>
  one === other || (one !== null && other !== null && one.every((part, index) => part === other[index]));
