// Which write frames of one socket are settled. A frame is settled when it is on disk, when it added nothing, or when
// it was refused. `saved` is cumulative: it never runs ahead of the oldest frame that is still open.
export class WriteLedger {
  #received = 0;
  readonly #open = new Set<number>();
  #told = 0;

  /** Counts a write frame in the order of receipt and answers its number, from 1. */
  receive(): number {
    this.#received++;
    this.#open.add(this.#received);
    return this.#received;
  }

  settle(frame: number): void {
    this.#open.delete(frame);
  }

  /** How many first frames are settled now, or null when the client has been told that many already. */
  news(): number | null {
    let oldest = this.#received + 1;
    // A Set keeps the order in which numbers were added, so the first is the oldest.
    for (const frame of this.#open) {
      oldest = frame;
      break;
    }
    if (oldest - 1 <= this.#told) return null;
    this.#told = oldest - 1;
    return this.#told;
  }
}
