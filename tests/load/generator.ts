/*
 * The load generator: a process of its own, so that neither the bench nor a server shares its event loop. It takes one
 * job from its parent, answers with the result and ends.
 */
import {
  type AcknowledgementJob,
  type AcknowledgementResult,
  runAcknowledgement,
} from "./acknowledgement.ts";
import { type ColdJoinJob, type ColdJoinResult, runColdJoin, seedForColdJoin } from "./coldJoin.ts";
import { type FanoutJob, type FanoutResult, runFanout } from "./fanout.ts";

export type Job = FanoutJob | AcknowledgementJob | ColdJoinJob;
export type JobResult = FanoutResult | AcknowledgementResult | ColdJoinResult | null;
export type Reply = { result: JobResult } | { failure: string };

function run(job: Job): Promise<JobResult> {
  switch (job.kind) {
    case "fanout":
      return runFanout(job);
    case "ack":
      return runAcknowledgement(job);
    case "cold-seed":
      return seedForColdJoin(job);
    case "cold-join":
      return runColdJoin(job);
  }
}

process.once("message", async (job: Job) => {
  let reply: Reply;
  try {
    reply = { result: await run(job) };
  } catch (error) {
    // The parent reports it and counts the measurement as failed.
    reply = { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.send?.(reply, () => process.exit("failure" in reply ? 1 : 0));
});
