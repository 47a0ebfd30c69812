// The main thread's end of the store's worker: numbers requests, matches replies, and knows when the thread is gone.
// Invariant: every call settles. After close, or when the thread has died, calls are refused at once.
import { Worker } from "node:worker_threads";
import { StoreError } from "../../ports/storeErrors.ts";
import type {
  Failure,
  StoreCall,
  StoreCalls,
  StoreOpening,
  StoreReply,
  StoreWorkerInput,
} from "./workerProtocol.ts";

interface Waiting {
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

/** What can be done about it, by the beginning of SQLite's code. */
const ADVICE: readonly (readonly [code: string, advice: string])[] = [
  ["SQLITE_FULL", "The disk is full. Make room; what is stored already is safe."],
  ["SQLITE_BUSY", "Another program holds the database. Stop that program and try again."],
  [
    "SQLITE_READONLY",
    "This account may not write to the database. Give it the right to the file and its folder.",
  ],
  [
    "SQLITE_CANTOPEN",
    "This account may not open the database. Give it the right to the file and its folder.",
  ],
];
const adviceFor = ({ engineCode }: Failure): string | undefined =>
  ADVICE.find(([code]) => engineCode?.startsWith(code))?.[1];

/** An engine failure keeps SQLite's code in `cause`, for the log; nothing decides by it. */
const errorOf = (failure: Failure): StoreError =>
  failure.engineCode === undefined
    ? new StoreError(failure.code, failure.message)
    : new StoreError(
        failure.code,
        adviceFor(failure) ?? `The database could not do this (${failure.engineCode}).`,
        { cause: new Error(failure.message) },
      );

const openingError = (file: string, failure: Failure): StoreError =>
  failure.code === "store_failed"
    ? new StoreError(
        failure.code,
        `The database ${file} cannot be opened (${failure.message}). ${adviceFor(failure) ?? "Restore it from a backup, or move it away to start empty."}`,
      )
    : errorOf(failure);

const closedError = (): StoreError => new StoreError("store_closed", "The database is closed.");

export class StoreThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #state: "open" | "closing" | "closed" = "open";
  /** Resolves with the reason when the thread ends although nobody closed it; the server cannot go on then. */
  readonly died: Promise<Error>;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on("message", (reply: StoreReply) => this.#settle(reply));
    this.died = new Promise((resolve) => {
      worker.once("error", (error: Error) => resolve(error));
      worker.once("exit", (code) => {
        const expected = this.#state !== "open";
        this.#state = "closed";
        for (const { reject } of this.#waiting.values()) reject(closedError());
        this.#waiting.clear();
        if (!expected) resolve(new Error(`The store's thread ended with code ${code}.`));
      });
    });
  }

  /** @throws StoreError when the file cannot be used: `newer_database`, `old_sqlite`, `store_failed`... */
  static async open(input: StoreWorkerInput): Promise<StoreThread> {
    const worker = new Worker(new URL("./storeWorker.ts", import.meta.url), { workerData: input });
    const opening = await new Promise<StoreOpening>((resolve, reject) => {
      worker.once("error", reject);
      worker.once("message", (message: StoreOpening) => {
        worker.off("error", reject);
        resolve(message);
      });
    });
    if (!opening.opened) {
      await worker.terminate();
      throw openingError(input.file, opening.failure);
    }
    return new StoreThread(worker);
  }

  call<Kind extends StoreCall>(
    kind: Kind,
    ask: StoreCalls[Kind]["ask"],
  ): Promise<StoreCalls[Kind]["answer"]> {
    if (this.#state !== "open") return Promise.reject(closedError());
    return this.#post(kind, ask);
  }

  /** Lets what was asked before finish, then closes the file. Closing twice is harmless. */
  async close(): Promise<void> {
    if (this.#state !== "open") return;
    this.#state = "closing";
    await this.#post("close", null);
    await this.#worker.terminate();
  }

  #post<Kind extends StoreCall>(
    kind: Kind,
    ask: StoreCalls[Kind]["ask"],
  ): Promise<StoreCalls[Kind]["answer"]> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject });
      this.#worker.postMessage({ id, kind, ask });
    });
  }

  #settle(reply: StoreReply): void {
    const waiting = this.#waiting.get(reply.id);
    if (waiting === undefined) return;
    this.#waiting.delete(reply.id);
    if (reply.ok) waiting.resolve(reply.answer);
    else waiting.reject(errorOf(reply.failure));
  }
}
