// The store's thread: owns the only connection that writes, and answers requests one after the other.
// Invariants: (1) every waiting append is drained into one transaction before any of them is answered;
// (2) while a query transaction is open, requests of the log wait, so the two never mix; (3) answers of queries
// keep the order of their requests.
import { existsSync } from "node:fs";
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import Database, { type Statement } from "better-sqlite3";
import { StoreError } from "../../ports/storeErrors.ts";
import { DocumentLog } from "./documentLog.ts";
import { migrate, NO_DATABASE, requireCurrent } from "./migrations.ts";
import type {
  Failure,
  QueryAnswer,
  StoreOpening,
  StoreReply,
  StoreRequest,
  StoreWorkerInput,
} from "./workerProtocol.ts";

type Connection = InstanceType<typeof Database>;
type AppendRequest = Extract<StoreRequest, { kind: "append" }>;

/** SQLite up to 3.51.2 can damage a WAL file that two connections use. */
const OLDEST_SQLITE = [3, 51, 3] as const;
const STATEMENTS_KEPT = 200;
const QUERY_KINDS: ReadonlySet<string> = new Set(["query", "begin", "commit", "rollback"]);

function requireSqlite(db: Connection): void {
  const version = String(db.prepare("SELECT sqlite_version()").pluck().get());
  const parts = version.split(".").map(Number);
  for (const [place, oldest] of OLDEST_SQLITE.entries()) {
    const part = parts[place] ?? 0;
    if (part > oldest) return;
    if (part < oldest) {
      throw new StoreError(
        "old_sqlite",
        `SQLite ${version} can damage its own file; ${OLDEST_SQLITE.join(".")} or later is needed. Install the dependencies again with npm start.`,
      );
    }
  }
}

function open({ file, onOpen }: StoreWorkerInput): Connection {
  if (onOpen === "requireCurrent" && !existsSync(file))
    throw new StoreError("other_database_version", NO_DATABASE);
  const db = new Database(file, { timeout: 5_000 });
  requireSqlite(db);
  if (onOpen === "requireCurrent") requireCurrent(db);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("secure_delete = ON");
  db.pragma("foreign_keys = ON");
  if (onOpen === "migrate") migrate(db);
  return db;
}

const engineCodeOf = (error: unknown): string | undefined =>
  error instanceof Database.SqliteError ? error.code : undefined;

function failureOf(error: unknown): Failure {
  if (error instanceof StoreError) return { code: error.code, message: error.message };
  const engineCode = engineCodeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return { code: "store_failed", message, ...(engineCode === undefined ? {} : { engineCode }) };
}

class StoreWorker {
  readonly #db: Connection;
  readonly #log: DocumentLog;
  readonly #reply: (reply: StoreReply) => void;
  readonly #statements = new Map<string, Statement>();
  #queue: StoreRequest[] = [];

  constructor(db: Connection, reply: (reply: StoreReply) => void) {
    this.#db = db;
    this.#log = new DocumentLog(db);
    this.#reply = reply;
  }

  /** Works off what has arrived. What must wait for an open transaction stays queued for the next call. */
  take(arrived: readonly StoreRequest[]): void {
    this.#queue.push(...arrived);
    for (let next = this.#nextIndex(); next !== -1; next = this.#nextIndex()) {
      if (this.#queue[next]?.kind === "append") this.#appendBatch();
      else this.#answer(...this.#queue.splice(next, 1));
    }
  }

  #nextIndex(): number {
    if (!this.#db.inTransaction) return this.#queue.length === 0 ? -1 : 0;
    return this.#queue.findIndex((request) => QUERY_KINDS.has(request.kind));
  }

  /** Takes the appends at the head of the queue, up to the first other request. */
  #appendBatch(): void {
    const end = this.#queue.findIndex((request) => request.kind !== "append");
    const batch = this.#queue.splice(0, end === -1 ? this.#queue.length : end) as AppendRequest[];
    try {
      const refusals = this.#log.append(batch.map((request) => request.ask.rows));
      for (const [index, { id }] of batch.entries()) {
        const refusal = refusals[index] ?? null;
        this.#reply(
          refusal === null ? { id, ok: true, answer: null } : { id, ok: false, failure: failureOf(refusal) },
        );
      }
    } catch (error) {
      for (const { id } of batch) this.#reply({ id, ok: false, failure: failureOf(error) });
    }
  }

  #answer(request?: StoreRequest): void {
    if (request === undefined) return;
    try {
      this.#reply({ id: request.id, ok: true, answer: this.#run(request) });
    } catch (error) {
      this.#reply({ id: request.id, ok: false, failure: failureOf(error) });
    }
  }

  #run(request: StoreRequest): unknown {
    switch (request.kind) {
      case "query":
        return this.#query(request.ask.sql, request.ask.parameters);
      case "begin":
        // IMMEDIATE: the right to write is asked for now, not at the first write, where it could no longer wait.
        this.#db.exec("BEGIN IMMEDIATE");
        return null;
      case "commit":
        this.#db.exec("COMMIT");
        return null;
      case "rollback":
        // SQLite has rolled back by itself after some failures, such as a full disk.
        if (this.#db.inTransaction) this.#db.exec("ROLLBACK");
        return null;
      case "create":
        return this.#log.create(request.ask.map, request.ask.snapshot) ?? null;
      case "load":
        return this.#log.load(request.ask.mapId);
      case "append":
        throw new Error("appends are answered in batches");
      case "swap":
        return this.#log.swap(request.ask.mapId, request.ask.epoch, request.ask.snapshot);
      case "bind":
        return this.#log.bind(request.ask.mapId, request.ask.clientId, request.ask.userId);
      case "close":
        this.#db.close();
        return null;
    }
  }

  #query(sql: string, parameters: readonly unknown[]): QueryAnswer {
    const statement = this.#statements.get(sql) ?? this.#remember(sql);
    if (statement.reader) return { rows: statement.all(...parameters), changes: 0, lastInsertRowid: 0n };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], changes, lastInsertRowid: BigInt(lastInsertRowid) };
  }

  #remember(sql: string): Statement {
    if (this.#statements.size >= STATEMENTS_KEPT) this.#statements.clear();
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

function main(): void {
  const port = parentPort;
  if (port === null) throw new Error("storeWorker.ts runs only as a worker thread");
  const opening = (message: StoreOpening): void => port.postMessage(message);
  let worker: StoreWorker;
  try {
    worker = new StoreWorker(open(workerData as StoreWorkerInput), (reply) => port.postMessage(reply));
  } catch (error) {
    opening({ opened: false, failure: failureOf(error) });
    return;
  }
  port.on("message", (first: StoreRequest) => {
    const arrived = [first];
    for (let more = receiveMessageOnPort(port); more !== undefined; more = receiveMessageOnPort(port)) {
      arrived.push(more.message as StoreRequest);
    }
    worker.take(arrived);
  });
  opening({ opened: true });
}

main();
