// Who sent broken frames lately and therefore may not connect for a while: 10 s, then a minute, then ten minutes.
// Invariants: (1) only sockets of the same login wait, nobody else; (2) an hour without a strike forgets them all.
const WAITS_MS = [10_000, 60_000, 600_000] as const;
const FORGET_MS = 3_600_000;
const PRUNE_ABOVE = 1_000;

export class Strikes {
  readonly #byLogin = new Map<string, { count: number; at: number }>();

  /** Counts one more broken frame of this login. */
  add(login: string, now: number): void {
    const known = this.#byLogin.get(login);
    const count = known !== undefined && now - known.at < FORGET_MS ? known.count + 1 : 1;
    this.#byLogin.set(login, { count, at: now });
    if (this.#byLogin.size > PRUNE_ABOVE) this.#prune(now);
  }

  /** Milliseconds this login still has to wait; 0 when it may connect. */
  waitMs(login: string, now: number): number {
    const known = this.#byLogin.get(login);
    if (known === undefined) return 0;
    const wait = WAITS_MS[Math.min(known.count, WAITS_MS.length) - 1] ?? 0;
    return Math.max(0, known.at + wait - now);
  }

  #prune(now: number): void {
    for (const [login, { at }] of this.#byLogin) if (now - at >= FORGET_MS) this.#byLogin.delete(login);
  }
}
