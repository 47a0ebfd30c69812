// Kysely over the store's worker thread. Our rows and better-auth's both come this way, so nobody else opens the file.
// Invariant: one dialect hands out its one connection to one holder at a time, whoever's Kysely asks. A transaction
// therefore never mixes with another query. Trap: a query outside the transaction, awaited inside it, waits for ever.
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { StoreThread } from "./storeThread.ts";

class WorkerConnection implements DatabaseConnection {
  readonly #thread: StoreThread;

  constructor(thread: StoreThread) {
    this.#thread = thread;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const answer = await this.#thread.call("query", { sql, parameters });
    return {
      rows: answer.rows as Row[],
      numAffectedRows: BigInt(answer.changes),
      insertId: answer.lastInsertRowid,
    };
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("The store answers whole results; ask for fewer rows instead of streaming.");
  }
}

/** First come, first served; each `acquire` resolves when every earlier holder has released. */
class Turnstile {
  #last: Promise<void> = Promise.resolve();

  async acquire(): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = this.#last;
    this.#last = promise;
    await before;
    return resolve;
  }
}

class WorkerDriver implements Driver {
  readonly #thread: StoreThread;
  readonly #turnstile: Turnstile;
  readonly #connection: WorkerConnection;
  #release: (() => void) | null = null;

  constructor(thread: StoreThread, turnstile: Turnstile) {
    this.#thread = thread;
    this.#turnstile = turnstile;
    this.#connection = new WorkerConnection(thread);
  }

  async init(): Promise<void> {
    // The thread is open already.
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    this.#release = await this.#turnstile.acquire();
    return this.#connection;
  }

  async beginTransaction(): Promise<void> {
    await this.#thread.call("begin", null);
  }

  async commitTransaction(): Promise<void> {
    await this.#thread.call("commit", null);
  }

  async rollbackTransaction(): Promise<void> {
    await this.#thread.call("rollback", null);
  }

  async releaseConnection(): Promise<void> {
    const release = this.#release;
    this.#release = null;
    release?.();
  }

  async destroy(): Promise<void> {
    // The thread belongs to openSqlStores, which closes it after the last user.
  }
}

/** A dialect for any number of Kysely instances over one thread. */
export function workerDialect(thread: StoreThread): Dialect {
  const turnstile = new Turnstile();
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new WorkerDriver(thread, turnstile),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
