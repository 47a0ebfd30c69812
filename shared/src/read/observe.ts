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
    const shown = patch(before.links, this.#touchedLinks(change, cards, links), (id) => {
      const link = links.get(id);
      return link && isJoined(link, cards) ? link : null;
    });
    this.#links = links;
    if (settings !== before.settings || cards !== before.cards || shown !== before.links) {
      this.#snapshot = { settings, cards, links: shown };
    }
    return this.#snapshot;
  }

  /** Links that may have come or gone: those written to, and those of cards that came, went or became another type. */
  #touchedLinks(
    change: MapChange,
    cards: ReadonlyMap<CardId, Card>,
    links: ReadonlyMap<LinkId, Link>,
  ): ReadonlySet<LinkId> {
    const before = this.#snapshot.cards;
    const ends = new Set([...change.cards].filter((id) => before.get(id)?.type !== cards.get(id)?.type));
    if (ends.size === 0) return change.links;
    const touched = new Set(change.links);
    for (const { id, from, to } of links.values()) if (ends.has(from) || ends.has(to)) touched.add(id);
    return touched;
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
  const added: [Key, Value][] = [];
  for (const id of touched) {
    const old = before.get(id);
    const value = read(id, old);
    if (value === (old ?? null)) continue;
    next ??= new Map(before);
    if (value === null) next.delete(id);
    else if (old === undefined) added.push([id, value]);
    else next.set(id, value);
  }
  if (!next) return before;
  return added.length > 0 ? merged(next, added) : next;
}

/** `added` put among entries that stand in order already; sorting them all anew would cost more than the edit. */
function merged<Key extends string, Value>(
  sorted: ReadonlyMap<Key, Value>,
  added: [Key, Value][],
): ReadonlyMap<Key, Value> {
  added.sort(([one], [other]) => compareText(one, other));
  const all = new Map<Key, Value>();
  let index = 0;
  for (const [id, value] of sorted) {
    for (let next = added[index]; next && next[0] < id; next = added[++index]) all.set(next[0], next[1]);
    all.set(id, value);
  }
  for (const [id, value] of added.slice(index)) all.set(id, value);
  return all;
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
