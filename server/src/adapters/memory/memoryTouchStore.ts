// The TouchStore port in memory, and what a commit says of cards.
import type { CardId, MapId } from "@trellis/shared/schema/ids";
import type { CommittedTouch, TimeMs } from "../../ports/docStore.ts";
import { REMOVED_KEPT, type TouchedAt, type TouchRecord, type TouchStore } from "../../ports/touchStore.ts";
import { type Door, enter } from "./door.ts";

/** What is remembered of one map. */
export interface StoredTouches {
  readonly recordedFrom: TimeMs;
  readonly rows: Map<CardId, TouchRecord>;
}

const untouched = (card: CardId): TouchRecord => ({
  card,
  added: null,
  edited: null,
  confirmed: null,
  removed: null,
});

export function putTouch({ rows }: StoredTouches, at: TimeMs, { by, card, ...touch }: CommittedTouch): void {
  const known = rows.get(card);
  const row = known ?? untouched(card);
  const now: TouchedAt = { at, by };
  switch (touch.kind) {
    case "added":
      rows.set(card, { ...row, added: known ? known.added : now, edited: now, removed: null });
      return;
    case "edited":
      rows.set(card, { ...row, edited: now, removed: null });
      return;
    case "removed":
      rows.set(card, { ...row, removed: { ...now, title: touch.title, type: touch.type } });
  }
}

const byRemoval = (one: TouchRecord, other: TouchRecord): number =>
  (other.removed?.at ?? 0) - (one.removed?.at ?? 0) || (one.card < other.card ? -1 : 1);

export class MemoryTouchStore implements TouchStore {
  readonly #maps: ReadonlyMap<MapId, { readonly touches: StoredTouches }>;
  readonly #door: Door;

  constructor(maps: ReadonlyMap<MapId, { readonly touches: StoredTouches }>, door: Door) {
    this.#maps = maps;
    this.#door = door;
  }

  async read(mapId: MapId, after: TimeMs): Promise<{ recordedFrom: TimeMs; touches: TouchRecord[] } | null> {
    await enter(this.#door);
    const stored = this.#maps.get(mapId)?.touches;
    if (stored === undefined) return null;
    const rows = [...stored.rows.values()];
    const isAfter = (touch: TouchedAt | null) => touch !== null && touch.at > after;
    const there = rows.filter(
      ({ removed, edited, confirmed }) => removed === null && (isAfter(edited) || isAfter(confirmed)),
    );
    const removed = rows.filter((row) => isAfter(row.removed)).sort(byRemoval);
    return { recordedFrom: stored.recordedFrom, touches: [...there, ...removed.slice(0, REMOVED_KEPT)] };
  }

  async confirm(mapId: MapId, cards: readonly CardId[], touch: TouchedAt): Promise<void> {
    await enter(this.#door);
    const rows = this.#maps.get(mapId)?.touches.rows;
    for (const card of cards) rows?.set(card, { ...(rows.get(card) ?? untouched(card)), confirmed: touch });
  }

  async forgetRemoved(limit: TimeMs): Promise<void> {
    await enter(this.#door);
    for (const { touches } of this.#maps.values()) {
      const removed = [...touches.rows.values()].filter((row) => row.removed !== null).sort(byRemoval);
      for (const [place, row] of removed.entries()) {
        if (place >= REMOVED_KEPT || (row.removed?.at ?? 0) < limit) touches.rows.delete(row.card);
      }
    }
  }
}
