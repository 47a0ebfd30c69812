// The worker thread for work on documents that would hold up the sockets: compaction, looking through a large sync
// step 2, drawing pictures and gathering cases. It holds nothing between two jobs.
import { parentPort } from "node:worker_threads";
import { compact } from "./compact.ts";
import type { WorkerAnswer, WorkerJob } from "./docWorkerMessages.ts";
import { draw, drawFile } from "./draw.ts";
import { gather } from "./gather.ts";
import { inspect } from "./guard.ts";

function answerTo(job: WorkerJob): WorkerAnswer {
  try {
    switch (job.kind) {
      case "compact":
        return { id: job.id, kind: "compacted", compacted: compact(job.snapshot, job.tail) };
      case "screen":
        return { id: job.id, kind: "screened", refused: inspect(job.frame).refused ?? null };
      case "draw":
        return { id: job.id, kind: "drawn", svg: draw(job.snapshot, job.tail) };
      case "gather":
        return { id: job.id, kind: "gathered", ...gather(job.snapshot, job.tail) };
      case "drawFile":
        return { id: job.id, kind: "drawn", svg: drawFile(job.file) };
    }
  } catch (error) {
    // Told to the asking side, which knows the map and logs it there.
    return { id: job.id, kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on("message", (job: WorkerJob) => parentPort?.postMessage(answerTo(job)));
