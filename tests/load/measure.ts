/*
 * Runs one job in a generator process of its own, within a limit.
 */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { AcknowledgementJob, AcknowledgementResult } from "./acknowledgement.ts";
import type { ColdJoinJob, ColdJoinResult } from "./coldJoin.ts";
import type { FanoutJob, FanoutResult } from "./fanout.ts";
import type { Job, Reply } from "./generator.ts";

type ResultOf<Asked extends Job> = Asked extends FanoutJob
  ? FanoutResult
  : Asked extends AcknowledgementJob
    ? AcknowledgementResult
    : Asked extends ColdJoinJob
      ? ColdJoinResult
      : never;

const GENERATOR = fileURLToPath(new URL("./generator.ts", import.meta.url));

/**
 * The job's result.
 * @throws Error when the job fails or takes longer than `limitMs`
 */
export function measure<Asked extends Job>(job: Asked, limitMs: number): Promise<ResultOf<Asked>> {
  const child = fork(GENERATOR, [], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const reap = () => void child.kill("SIGKILL");
  process.once("exit", reap);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reap();
      reject(new Error(`The ${job.kind} job took longer than ${limitMs / 1000} s.`));
    }, limitMs);
    child.once("message", (reply: Reply) => {
      if ("failure" in reply) reject(new Error(reply.failure));
      else resolve(reply.result as ResultOf<Asked>);
    });
    child.once("exit", (code) => {
      clearTimeout(timer);
      process.off("exit", reap);
      // Settled already when a result came first.
      reject(new Error(`The generator ended with ${code} and no result.`));
    });
    child.send(job);
  });
}
