// Time as the sync engine sees it, so that a test can move it. Invariant: nothing in sync/ calls Date.now or
// setTimeout but this file.

/** Stops something that would have happened later; harmless when it has happened already. */
export type Cancel = () => void;

export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  after(ms: number, act: () => void): Cancel;
  every(ms: number, act: () => void): Cancel;
  /** After the sockets that are readable now have been read. */
  soon(act: () => void): Cancel;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
  every(ms, act) {
    const timer = setInterval(act, ms);
    timer.unref();
    return () => clearInterval(timer);
  },
  soon(act) {
    const turn = setImmediate(act);
    return () => clearImmediate(turn);
  },
};
