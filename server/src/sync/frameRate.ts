// How many frames a socket may send: a bucket that holds a burst and fills at a steady rate.
export class FrameRate {
  readonly #perSecond: number;
  readonly #burst: number;
  #left: number;
  #at: number;

  constructor(perSecond: number, burst: number, now: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#left = burst;
    this.#at = now;
  }

  /** False when this would be more than allowed. `cost` is 1 for a frame that asks for nothing large. */
  take(now: number, cost = 1): boolean {
    const filled = this.#left + (Math.max(0, now - this.#at) * this.#perSecond) / 1000;
    this.#left = Math.min(this.#burst, filled);
    this.#at = now;
    if (this.#left < cost) return false;
    this.#left -= cost;
    return true;
  }
}
