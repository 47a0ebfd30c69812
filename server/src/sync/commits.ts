// Edits on their way to disk: applied, not yet committed, shown to nobody.
// 1. One append at a time; what arrives meanwhile goes together into the next (natural batching).
// 2. The order of edits is the order of rows, and the order in which people see them.
// 3. An edit is settled only by the append that holds it, or, when it holds nothing new, by the one it waited behind.
// 4. After a failed append nothing of this room is ever settled again.
import type { MapId } from "@trellis/shared/schema/ids";
import * as Y from "yjs";
import type { AppendRow, CommittedTouch, LogRow, MapListing } from "../ports/docStore.ts";
import type { Cancel, Clock } from "./clock.ts";
import type { Member } from "./member.ts";

export interface PendingEdit {
  /** Null for an edit that holds nothing new but may repeat one that is not on disk yet. */
  readonly bytes: Uint8Array | null;
  readonly userId: string;
  /** What it did to cards, as far as it is to be remembered. */
  readonly touches: readonly CommittedTouch[];
  /** Null for an edit the server makes. */
  readonly author: Member | null;
  readonly settled: () => void;
  readonly failed: (error: unknown) => void;
}

export interface Commit {
  readonly edits: readonly PendingEdit[];
  /** The updates as they came in, in order. */
  readonly updates: readonly Uint8Array[];
  readonly rows: readonly LogRow[];
}

export interface CommitSource {
  readonly mapId: MapId;
  readonly epoch: number;
  /** Last committed row. */
  seq(): number;
  /** Milliseconds between two commits of a busy room. */
  gapMs(): number;
  /** The listing, when the edits applied so far have changed it since it was last committed. */
  changedListing(): MapListing | undefined;
  append(rows: readonly AppendRow[]): Promise<void>;
  onCommitted(commit: Commit): void;
  onFailed(error: unknown): void;
}

/** Updates are merged into one row up to this size; merging larger ones costs more than a row. */
const ROW_BYTES = 64 * 1024;

type State =
  | { readonly kind: "quiet" }
  | { readonly kind: "waiting"; readonly cancel: Cancel }
  | { readonly kind: "writing" }
  | { readonly kind: "failed"; readonly error: unknown };

export class Commits {
  readonly #source: CommitSource;
  readonly #clock: Clock;
  #state: State = { kind: "quiet" };
  #next: PendingEdit[] = [];
  #writing: readonly PendingEdit[] = [];
  #started = 0;
  #quiet: (() => void)[] = [];
  #uncommittedBytes = 0;

  constructor(source: CommitSource, clock: Clock) {
    this.#source = source;
    this.#clock = clock;
  }

  get idle(): boolean {
    return this.#state.kind === "quiet";
  }

  get uncommittedBytes(): number {
    return this.#uncommittedBytes;
  }

  /** Updates that are applied but not on disk, in order: what a rebuilt document needs besides the log. */
  uncommitted(): Uint8Array[] {
    return [...this.#writing, ...this.#next].flatMap(({ bytes }) => (bytes === null ? [] : [bytes]));
  }

  add(edit: PendingEdit): void {
    if (this.#state.kind === "failed") {
      edit.failed(this.#state.error);
      return;
    }
    if (edit.bytes === null && this.idle) {
      edit.settled();
      return;
    }
    this.#next.push(edit);
    this.#uncommittedBytes += edit.bytes?.length ?? 0;
    this.#plan();
  }

  /** Resolves when nothing is on its way any more, by commit or by failure. */
  whenQuiet(): Promise<void> {
    if (this.idle || this.#state.kind === "failed") return Promise.resolve();
    return new Promise((resolve) => this.#quiet.push(resolve));
  }

  /** Nothing more will be committed; everything open has failed. */
  fail(error: unknown): void {
    if (this.#state.kind === "failed") return;
    if (this.#state.kind === "waiting") this.#state.cancel();
    this.#state = { kind: "failed", error };
    for (const edit of [...this.#writing, ...this.#next]) edit.failed(error);
    this.#writing = [];
    this.#next = [];
    this.#uncommittedBytes = 0;
    this.#tellQuiet();
  }

  #plan(): void {
    if (this.#state.kind !== "quiet") return;
    const wait = this.#started + this.#source.gapMs() - this.#clock.now();
    const write = () => this.#write();
    const cancel = wait <= 1 ? this.#clock.soon(write) : this.#clock.after(wait, write);
    this.#state = { kind: "waiting", cancel };
  }

  #write(): void {
    const edits = this.#next;
    this.#next = [];
    this.#writing = edits;
    this.#state = { kind: "writing" };
    this.#started = this.#clock.now();
    this.#append(edits).then(
      (rows) => this.#written(edits, rows),
      (error: unknown) => {
        if (this.#state.kind === "failed") return;
        this.fail(error);
        this.#source.onFailed(error);
      },
    );
  }

  async #append(edits: readonly PendingEdit[]): Promise<AppendRow[]> {
    const rows = this.#rowsOf(edits);
    if (rows.length > 0) await this.#source.append(rows);
    return rows;
  }

  #written(edits: readonly PendingEdit[], rows: readonly AppendRow[]): void {
    if (this.#state.kind !== "writing") return;
    this.#state = { kind: "quiet" };
    this.#writing = [];
    const updates = edits.flatMap(({ bytes }) => (bytes === null ? [] : [bytes]));
    this.#uncommittedBytes -= updates.reduce((sum, { length }) => sum + length, 0);
    this.#source.onCommitted({ edits, updates, rows });
    if (this.#next.length > 0) this.#plan();
    else this.#tellQuiet();
  }

  #tellQuiet(): void {
    const waiting = this.#quiet;
    this.#quiet = [];
    for (const resolve of waiting) resolve();
  }

  #rowsOf(edits: readonly PendingEdit[]): AppendRow[] {
    const ts = this.#clock.now();
    const { mapId, epoch } = this.#source;
    let seq = this.#source.seq();
    const rows = groupsOf(edits).map(
      (group): AppendRow => ({
        mapId,
        epoch,
        seq: ++seq,
        ts,
        userId: authorsOf(group),
        bytes: merged(group),
        touches: group.flatMap(({ touches }) => touches),
      }),
    );
    const last = rows.pop();
    if (last === undefined) return rows;
    const listing = this.#source.changedListing();
    return [...rows, listing === undefined ? last : { ...last, listing }];
  }
}

type Holding = PendingEdit & { readonly bytes: Uint8Array };

function groupsOf(edits: readonly PendingEdit[]): Holding[][] {
  const groups: Holding[][] = [];
  let length = 0;
  for (const edit of edits) {
    if (edit.bytes === null) continue;
    const current = groups.at(-1);
    length += edit.bytes.length;
    if (current !== undefined && length <= ROW_BYTES) current.push(edit as Holding);
    else {
      groups.push([edit as Holding]);
      length = edit.bytes.length;
    }
  }
  return groups;
}

const merged = (group: readonly Holding[]): Uint8Array =>
  group.length === 1 && group[0] !== undefined
    ? group[0].bytes
    : Y.mergeUpdates(group.map(({ bytes }) => bytes));

/** A row names everybody whose edits it holds, in order of their first. */
const authorsOf = (group: readonly Holding[]): string =>
  [...new Set(group.map(({ userId }) => userId))].join(" ");
