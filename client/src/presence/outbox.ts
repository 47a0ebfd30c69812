/** Sends this tab's presence at most 20 times a second: the first change at once, later ones gathered. */
import type { Presence } from "@trellis/shared/protocol/presence";

export type OwnPresence = Omit<Presence, "person">;

const INTERVAL_MS = 50;

export class PresenceOutbox {
  #send: (state: OwnPresence) => void;
  #state: OwnPresence = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting = false;

  constructor(send: (state: OwnPresence) => void) {
    this.#send = send;
  }

  /** Lays `patch` over what was set before. The end of a drag goes at once, in order with the edit it ends in. */
  set(patch: OwnPresence): void {
    const endsDrag = patch.drag === null && this.#state.drag != null;
    this.#state = { ...this.#state, ...patch };
    if (endsDrag || this.#timer === undefined) this.#sendNow();
    else this.#waiting = true;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = false;
  }

  #sendNow(): void {
    this.close();
    this.#send(this.#state);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#waiting) this.#sendNow();
    }, INTERVAL_MS);
  }
}
