// Ending the process in order: the first signal runs the steps one after the other, a second one ends it at once.
import type { Log } from "./log.ts";

/**
 * A terminal, a service manager and `npm start` may each hand on the same signal. What comes this soon after the first
 * (ms) is taken for the same, not for impatience.
 */
const SAME_SIGNAL_MS = 1_000;

export interface Step {
  readonly name: string;
  run(): Promise<void> | void;
}

/** Runs the steps in order. A failing step is logged and the rest still run, since each frees something else. */
export async function runSteps(steps: readonly Step[], log: Log): Promise<boolean> {
  let clean = true;
  for (const { name, run } of steps) {
    try {
      await run();
    } catch (error) {
      clean = false;
      log.error({ err: error, step: name }, "a step of the shutdown failed");
    }
  }
  return clean;
}

/**
 * Ends the process on SIGTERM and SIGINT: exit code 0 after a clean end, 1 when a step failed or a second signal came.
 * @returns a function that does the same with exit code 1, for failures the server cannot live with
 */
export function endOnSignals(steps: readonly Step[], log: Log): () => void {
  let endingSince: number | undefined;
  const end = (code: number): void => {
    if (endingSince !== undefined) {
      if (performance.now() - endingSince < SAME_SIGNAL_MS) return;
      process.exit(1);
    }
    endingSince = performance.now();
    void runSteps(steps, log).then((clean) => process.exit(clean ? code : 1));
  };
  process.on("SIGTERM", () => end(0));
  process.on("SIGINT", () => end(0));
  return () => {
    if (endingSince === undefined) end(1);
  };
}
