/**
 * Publishes a live map as immutable snapshots.
 * 1. What others did is gathered and published with the next animation frame, and then at most twenty times a second:
 *    as often as others' pointers move. Every view works out anew what it shows each time.
 * 2. What was done here is published at once, together with anything gathered, so typing never lags.
 * 3. Listeners get the snapshot and one change naming every touched id since the snapshot before.
 */
import { SnapshotReader } from "@trellis/shared/read/observe";
import { EMPTY_SNAPSHOT, type MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import type { MapChange, MapDoc } from "@trellis/shared/schema/mapDoc";

/** `change` is null when the map as a whole was replaced (first sync, reload). */
export type SnapshotListener = (snapshot: MapSnapshot, change: MapChange | null) => void;

/** What views read. `getSnapshot` keeps its identity until something visible changed. */
export interface LiveMap {
  readonly getSnapshot: () => MapSnapshot;
  readonly subscribe: (listener: SnapshotListener) => () => void;
}

/** From one publishing of what others did to the next (ms). */
const REMOTE_EVERY_MS = 50;
/** A background tab gets no animation frames, yet its snapshot must not grow stale (ms). */
const HIDDEN_FLUSH_MS = 500;

interface Gathered {
  readonly cards: Set<CardId>;
  readonly links: Set<LinkId>;
  settings: boolean;
  origin: unknown;
  readonly writers: Map<string, number>;
}

export class MapFeed implements LiveMap {
  #reader: SnapshotReader | null = null;
  #snapshot: MapSnapshot = EMPTY_SNAPSHOT;
  #listeners = new Set<SnapshotListener>();
  #gathered: Gathered | null = null;
  #frame = 0;
  #publishedAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | null = null;
  readonly #isRemote: (origin: unknown) => boolean;

  constructor(isRemote: (origin: unknown) => boolean) {
    this.#isRemote = isRemote;
  }

  readonly getSnapshot = (): MapSnapshot => this.#snapshot;

  readonly subscribe = (listener: SnapshotListener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Shows `map` from now on, whole. */
  show(map: MapDoc): void {
    this.close();
    this.#reader = new SnapshotReader(map);
    this.#stop = map.observe((change) => this.#onChange(change));
    this.#publish(this.#reader.snapshot, null);
  }

  close(): void {
    this.#stop?.();
    this.#stop = null;
    this.#cancel();
    this.#gathered = null;
  }

  #onChange(change: MapChange): void {
    const gathered = this.#gathered;
    if (gathered) {
      for (const id of change.cards) gathered.cards.add(id);
      for (const id of change.links) gathered.links.add(id);
      gathered.settings ||= change.settings;
      gathered.origin = change.origin;
      for (const [id, client] of change.writers) gathered.writers.set(id, client);
    } else {
      this.#gathered = {
        cards: new Set(change.cards),
        links: new Set(change.links),
        settings: change.settings,
        origin: change.origin,
        writers: new Map(change.writers),
      };
    }
    if (this.#isRemote(change.origin)) this.#schedule();
    else this.#flush();
  }

  #schedule(): void {
    if (this.#timer !== undefined) return;
    const rests = this.#publishedAt + REMOTE_EVERY_MS - performance.now();
    if (rests > 0) {
      this.#timer = setTimeout(() => this.#withNextFrame(), rests);
    } else this.#withNextFrame();
  }

  #withNextFrame(): void {
    const flush = () => {
      this.#publishedAt = performance.now();
      this.#flush();
    };
    this.#frame = requestAnimationFrame(flush);
    this.#timer = setTimeout(flush, HIDDEN_FLUSH_MS);
  }

  #cancel(): void {
    if (this.#frame !== 0) cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #flush(): void {
    this.#cancel();
    const change = this.#gathered;
    this.#gathered = null;
    if (!change || !this.#reader) return;
    const after = this.#reader.apply(change);
    if (after !== this.#snapshot) this.#publish(after, change);
  }

  #publish(snapshot: MapSnapshot, change: MapChange | null): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener(snapshot, change);
  }
}
