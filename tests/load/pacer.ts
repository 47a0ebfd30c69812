/*
 * Sends each writer's frames when they are due, for a warm-up and then a measured window, and notes how far behind
 * its own timetable the generator fell: a late generator measures itself.
 */
import { Histogram } from "./histogram.ts";

export interface Writer {
  readonly perSecond: number;
  /** Sends one frame; false when it has no more. */
  send(): boolean;
}

export interface Pace {
  readonly warmUpMs: number;
  readonly windowMs: number;
  /** Called when the window begins; times are of this process's clock. */
  onWindow(startedAt: number): void;
}

export interface PaceResult {
  readonly startedAt: number;
  readonly endedAt: number;
  /** How late frames were sent. */
  readonly lateness: Histogram;
}

/** Runs all writers; resolves at the end of the window. */
export function runWriters(writers: readonly Writer[], pace: Pace): Promise<PaceResult> {
  const lateness = new Histogram();
  const began = performance.now();
  // Spread over their period, so that not everybody moves in the same millisecond.
  const due = writers.map(({ perSecond }, at) => began + (((at * 37) % 100) / 100) * (1000 / perSecond));
  let startedAt = Number.POSITIVE_INFINITY;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const now = performance.now();
      if (startedAt === Number.POSITIVE_INFINITY && now - began >= pace.warmUpMs) {
        startedAt = now;
        pace.onWindow(now);
      }
      if (now - startedAt >= pace.windowMs) {
        clearInterval(timer);
        resolve({ startedAt, endedAt: now, lateness });
        return;
      }
      for (const [at, writer] of writers.entries()) {
        while (due[at]! <= now) {
          lateness.add(now - due[at]!);
          due[at] = writer.send() ? due[at]! + 1000 / writer.perSecond : Number.POSITIVE_INFINITY;
        }
      }
    }, 1);
  });
}
