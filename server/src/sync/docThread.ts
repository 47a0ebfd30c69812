// The server's end of the document worker. Started by the first job, ended when idle so that its memory goes back.
// Invariants: (1) every job is answered or fails, also when the thread dies; (2) at most one thread.
import { Worker } from "node:worker_threads";
import type { MapFile } from "@trellis/shared/schema/mapFile";
import type { MapCases } from "../ports/liveMaps.ts";
import type { Cancel, Clock } from "./clock.ts";
import { type Compacted, CompactionError } from "./compact.ts";
import type { WorkerAnswer, WorkerJob } from "./docWorkerMessages.ts";
import type { Refusal } from "./guard.ts";
import type { CommittedBytes } from "./roomLog.ts";
import type { WriteFrame } from "./wire.ts";

const IDLE_MS = 30_000;

interface Waiting {
  readonly resolve: (answer: WorkerAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** A job as it is asked for; the thread numbers it. */
type Unnumbered<Job> = Job extends WorkerJob ? Omit<Job, "id"> : never;

export class DocThread {
  readonly #clock: Clock;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #jobs = 0;
  #cancelEnd: Cancel | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws CompactionError */
  async compact({ snapshot, tail }: CommittedBytes): Promise<Compacted> {
    const answer = await this.#ask({
      kind: "compact",
      snapshot: snapshot.bytes,
      tail: tail.map(({ bytes }) => bytes),
    });
    if (answer.kind === "compacted") return answer.compacted;
    throw new CompactionError(answer.kind === "failed" ? answer.message : "The worker gave another answer.");
  }

  /** What the bytes of a large write alone tell; null when nothing speaks against them. */
  async screen(frame: WriteFrame): Promise<Refusal | null> {
    const answer = await this.#ask({ kind: "screen", frame });
    if (answer.kind === "screened") return answer.refused;
    throw new Error(answer.kind === "failed" ? answer.message : "The worker gave another answer.");
  }

  /** A small picture of a stored map. */
  async draw({ snapshot, tail }: CommittedBytes): Promise<string> {
    return this.#drawn({ kind: "draw", snapshot: snapshot.bytes, tail: tail.map(({ bytes }) => bytes) });
  }

  /** The cases of a stored map, as many as one map may give. */
  async gather({ snapshot, tail }: CommittedBytes): Promise<Pick<MapCases, "cases" | "isCut">> {
    const answer = await this.#ask({
      kind: "gather",
      snapshot: snapshot.bytes,
      tail: tail.map(({ bytes }) => bytes),
    });
    if (answer.kind === "gathered") return { cases: answer.cases, isCut: answer.isCut };
    throw new Error(answer.kind === "failed" ? answer.message : "The worker gave another answer.");
  }

  /** A small picture of a map that is still a file. */
  async drawFile(file: MapFile): Promise<string> {
    return this.#drawn({ kind: "drawFile", file });
  }

  async #drawn(job: Unnumbered<WorkerJob>): Promise<string> {
    const answer = await this.#ask(job);
    if (answer.kind === "drawn") return answer.svg;
    throw new Error(answer.kind === "failed" ? answer.message : "The worker gave another answer.");
  }

  async stop(): Promise<void> {
    this.#cancelEnd?.();
    const worker = this.#worker;
    this.#worker = null;
    this.#giveUp(new CompactionError("The server is stopping."));
    await worker?.terminate();
  }

  #ask(job: Unnumbered<WorkerJob>): Promise<WorkerAnswer> {
    this.#cancelEnd?.();
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const id = ++this.#jobs;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ ...job, id } satisfies WorkerJob);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL("./docWorker.ts", import.meta.url));
    worker.unref();
    worker.on("message", (answer: WorkerAnswer) => {
      this.#waiting.get(answer.id)?.resolve(answer);
      this.#waiting.delete(answer.id);
      if (this.#waiting.size === 0) this.#endWhenIdle();
    });
    const ended = (error: Error) => {
      // One that was ended for idleness has nobody waiting; those who wait now wait for its successor.
      if (this.#worker !== worker) return;
      this.#worker = null;
      this.#giveUp(error);
    };
    worker.on("error", ended);
    worker.on("exit", () => ended(new CompactionError("The document worker has ended.")));
    return worker;
  }

  #giveUp(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #endWhenIdle(): void {
    this.#cancelEnd = this.#clock.after(IDLE_MS, () => {
      const worker = this.#worker;
      this.#worker = null;
      worker?.terminate().catch(() => {
        // It had ended by itself already; there is nothing left to end.
      });
    });
  }
}
