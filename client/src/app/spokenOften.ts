/** Calls back soon after it was asked to; between two times that something was said there are three seconds. */
const EVERY_MS = 3_000;
/** What happens together is said together. */
const GATHER_MS = 400;

export class SpokenOften {
  readonly #say: () => boolean;
  #last = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `say` answers whether it had anything to say. */
  constructor(say: () => boolean) {
    this.#say = say;
  }

  /** There is something to say. */
  ask(): void {
    if (this.#timer !== undefined) return;
    const wait = Math.max(GATHER_MS, this.#last + EVERY_MS - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#say()) this.#last = performance.now();
    }, wait);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
