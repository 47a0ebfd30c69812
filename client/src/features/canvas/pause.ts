/** Calls back once when no more comes for a moment, and in a long run of it every now and then. */
export class Pause {
  readonly #pauseMs: number;
  readonly #longestMs: number;
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;

  constructor(pauseMs: number, longestMs: number, run: () => void) {
    this.#pauseMs = pauseMs;
    this.#longestMs = longestMs;
    this.#run = run;
  }

  /** Something came. */
  again(): void {
    const now = performance.now();
    if (this.#timer === undefined) this.#since = now;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(this.#pauseMs, this.#since + this.#longestMs - now));
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#run();
    }, wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
