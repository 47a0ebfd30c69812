// What is worked out of a document when asked for, and kept in memory while it is true.
// Invariants: (1) a value is kept under the change it was made of, so one made before a change is never given out after
// it; (2) one is made at a time: the thread that makes it also has work that people wait for; (3) the least recently
// asked for go first.

interface Kept<Value> {
  readonly tag: string;
  readonly made: Promise<Value>;
}

export class KeptByChange<Value> {
  readonly #most: number;
  /** Least recently asked for first. */
  readonly #kept = new Map<string, Kept<Value>>();
  #last: Promise<unknown> = Promise.resolve();

  /** @param most how many are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** @param tag names the state of the document; another tag makes the value again */
  ask(key: string, tag: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.#kept.get(key);
    this.#kept.delete(key);
    const kept = known?.tag === tag ? known : { tag, made: this.#next(make) };
    this.#kept.set(key, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(oldest);
    }
    kept.made.catch(() => {
      // Whoever asked is told; the next one asks afresh.
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
    return kept.made;
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }

  #next(make: () => Promise<Value>): Promise<Value> {
    const made = this.#last.then(make);
    // The next one waits for the end of this one, well or not; its own asker hears of a failure.
    this.#last = made.catch(() => undefined);
    return made;
  }
}
