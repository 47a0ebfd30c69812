/** A finger that rests on the canvas asks for the menu, as the right button does. */
import type { Point } from "./geometry.ts";

const LONG_MS = 550;
/** A resting finger trembles this much, in pixels. */
const TREMBLE = 8;

export class LongPress {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #start: Point = { x: 0, y: 0 };
  #hasAsked = false;

  start(at: Point, run: () => void): void {
    this.stop();
    this.#start = at;
    this.#hasAsked = false;
    this.#timer = setTimeout(() => {
      this.#hasAsked = true;
      run();
    }, LONG_MS);
  }

  moved(at: Point): void {
    if (Math.hypot(at.x - this.#start.x, at.y - this.#start.y) > TREMBLE) this.stop();
  }

  /** For the touch that lifts: after a menu no click may follow, on whatever has come to lie under the finger. */
  lift(event: Event): void {
    if (this.#hasAsked && event.cancelable) event.preventDefault();
    this.#hasAsked = false;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
