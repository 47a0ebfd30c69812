/**
 * Follows a live document and keeps one snapshot up to date: per transaction only what it touched is read again.
 */
import { compareText } from "../lib/order.ts";
import type { CardId, LinkId } from "../schema/ids.ts";
import type { MapChange, MapDoc } from "../schema/mapDoc.ts";
import type { Card, Link } from "../schema/values.ts";
import { isJoined, type MapSnapshot, readCard, readLink, readSettings } from "./snapshot.ts";

/** A map in the order of its ids, so that every peer walks it the same way. */
const ordered = <Key extends string, Value>(entries: Iterable<readonly [Key, Value]>): Map<Key, Value> =>
  new Map([...entries].sort(([one], [other]) => compareText(one, other)));

export class SnapshotReader {
  #map: MapDoc;
  /** Every link that is one, joined or not: a link whose card comes back by undo shows again. */
  #links: ReadonlyMap<LinkId, Link>;
  #snapshot: MapSnapshot;

  constructor(map: MapDoc) {
    this.#map = map;
    const cards = ordered(
      map.cardIds().flatMap((id): [CardId, Card][] => {
        const card = readCard(id, map.cardEntry(id));
        return card ? [[id, card]] : [];
      }),
    );
    this.#links = ordered(
      map.linkIds().flatMap((id): [LinkId, Link][] => {
        const link = readLink(id, map.linkEntry(id));
        return link ? [[id, link]] : [];
      }),
    );
    this.#snapshot = {
      settings: readSettings(map.settingsEntry()),
      cards,
      links: joined(this.#links, cards),
    };
  }

  get snapshot(): MapSnapshot {
    return this.#snapshot;
  }

  /** Reads what `change` touched. The same snapshot comes back when nothing that can be seen has changed. */
  apply(change: MapChange): MapSnapshot {
    const before = this.#snapshot;
    const settings = change.settings
      ? readSettings(this.#map.settingsEntry(), before.settings)
      : before.settings;
    const cards = patch(before.cards, change.cards, (id, old) => readCard(id, this.#map.cardEntry(id), old));
    const links = patch(this.#links, change.links, (id, old) => readLink(id, this.#map.linkEntry(id), old));
    const endsMoved =
      cards !== before.cards && [...change.cards].some((id) => !before.cards.has(id) || !cards.has(id));
    const shown = links !== this.#links || endsMoved ? joined(links, cards) : before.links;
    this.#links = links;
    if (settings !== before.settings || cards !== before.cards || shown !== before.links) {
      this.#snapshot = { settings, cards, links: shown };
    }
    return this.#snapshot;
  }
}

const joined = (
  links: ReadonlyMap<LinkId, Link>,
  cards: ReadonlyMap<CardId, Card>,
): ReadonlyMap<LinkId, Link> => new Map([...links].filter(([, link]) => isJoined(link, cards)));

function patch<Key extends string, Value>(
  before: ReadonlyMap<Key, Value>,
  touched: ReadonlySet<Key>,
  read: (id: Key, old: Value | undefined) => Value | null,
): ReadonlyMap<Key, Value> {
  let next: Map<Key, Value> | null = null;
  let grown = false;
  for (const id of touched) {
    const old = before.get(id);
    const value = read(id, old);
    if (value === (old ?? null)) continue;
    next ??= new Map(before);
    if (value === null) next.delete(id);
    else {
      grown ||= old === undefined;
      next.set(id, value);
    }
  }
  if (!next) return before;
  return grown ? ordered(next) : next;
}

/** The whole map as it is now. */
export const takeSnapshot = (map: MapDoc): MapSnapshot => new SnapshotReader(map).snapshot;

/** Calls back with each new snapshot, once per transaction that changed what can be seen. Returns how to stop. */
export function observeMap(
  map: MapDoc,
  callback: (snapshot: MapSnapshot, change: MapChange) => void,
): { readonly first: MapSnapshot; readonly stop: () => void } {
  const reader = new SnapshotReader(map);
  const stop = map.observe((change) => {
    const before = reader.snapshot;
    const after = reader.apply(change);
    if (after !== before) callback(after, change);
  });
  return { first: reader.snapshot, stop };
}
