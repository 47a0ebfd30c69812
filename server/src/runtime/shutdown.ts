// Ending the process in order: the first signal runs the steps one after the other, a second one ends it at once.
import type { Log } from "./log.ts";

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
  let ending = false;
  const end = (code: number): void => {
    if (ending) {
      process.exit(1);
    }
    ending = true;
    void runSteps(steps, log).then((clean) => process.exit(clean ? code : 1));
  };
  process.on("SIGTERM", () => end(0));
  process.on("SIGINT", () => end(0));
  return () => {
    if (!ending) end(1);
  };
}
