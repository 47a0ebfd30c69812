/**
 * The layout of a map in its Y.Doc, known to this file and, for what a transaction touched, to `touchedDoc.ts`.
 * 1. Roots: `cards` and `links` (id -> Y.Map), `map` (settings), `body:<cardId>` (rich text).
 * 2. A card or link is a Y.Map: `$` holds the record as it was made (one JSON value), every other key a value edited
 *    since; an edited key wins. Making 5,000 cards costs 5,000 items, yet two people never collide on two fields.
 * 3. A record of a list is one key `<list>/<id>`, tags of a lens one key `lenses/<lens>`, so two people can add at once.
 * 4. A cleared key is written as `null`; deleting it would bring the value in `$` back.
 * 5. `pos` is never part of `$`: successive moves by one person then cost one struct.
 */
import * as Y from "yjs";
import { compareText } from "../lib/order.ts";
import { type Body, writeBody } from "./body.ts";
import type { CardId, LinkId } from "./ids.ts";
import { plainWords } from "./plainWords.ts";
import type { Position } from "./values.ts";

/**
 * A card, a link or the settings as stored: key -> JSON value, edits already laid over the first record. Keys come in
 * the order of that record, and what was added since after them by name: the same for every peer.
 */
export type Entry = Readonly<Record<string, unknown>>;

/** What one transaction touched. */
export interface MapChange {
  readonly cards: ReadonlySet<CardId>;
  readonly links: ReadonlySet<LinkId>;
  readonly settings: boolean;
  readonly origin: unknown;
  /** Who wrote what is there now, as Yjs client ids by card and link. Absent for what was removed. */
  readonly writers: ReadonlyMap<string, number>;
}

/** Key of the record as it was made. */
export const FIRST = "$";
/** Begins the name of the root that holds a card's rich text. */
export const BODY = "body:";

/** Key under which a record of a list is stored. */
export const listKey = (list: string, id: string): string => `${list}/${id}`;

/** The list and record that a key stands for, or null when it is a plain field. */
export function splitListKey(key: string): readonly [list: string, id: string] | null {
  const slash = key.indexOf("/");
  return slash < 0 ? null : [key.slice(0, slash), key.slice(slash + 1)];
}

/** True for the names of the document's roots; the guard refuses any other. */
export const isRootName = (name: string): boolean =>
  name === "cards" || name === "links" || name === "map" || name.startsWith(BODY);

type Stored = Y.Map<unknown>;

function readEntry(stored: Stored | undefined): Entry | undefined {
  if (!(stored instanceof Y.Map)) return undefined;
  const first = stored.get(FIRST);
  const entry: Record<string, unknown> = Object.create(null);
  if (typeof first === "object" && first !== null) Object.assign(entry, first);
  layOver(entry, stored);
  return entry;
}

/** Yjs gives keys in the order in which a peer came to know them, which is another for each. */
function layOver(entry: Record<string, unknown>, stored: Stored): void {
  for (const key of [...stored.keys()].sort(compareText)) {
    const value = stored.get(key);
    if (key !== FIRST && !(value instanceof Y.AbstractType)) entry[key] = value;
  }
}

/** Reads a live document. It never throws on odd content: what is not a card, a link or a plain value is not seen. */
export class MapDoc {
  readonly doc: Y.Doc;
  protected readonly cards: Y.Map<Stored>;
  protected readonly links: Y.Map<Stored>;
  protected readonly settings: Y.Map<unknown>;

  constructor(doc: Y.Doc) {
    this.doc = doc;
    this.cards = doc.getMap("cards");
    this.links = doc.getMap("links");
    this.settings = doc.getMap("map");
  }

  cardIds(): CardId[] {
    return [...this.cards.keys()] as CardId[];
  }

  linkIds(): LinkId[] {
    return [...this.links.keys()] as LinkId[];
  }

  get cardCount(): number {
    return this.cards.size;
  }

  get linkCount(): number {
    return this.links.size;
  }

  hasCard(id: CardId): boolean {
    return this.cards.has(id);
  }

  cardEntry(id: CardId): Entry | undefined {
    return readEntry(this.cards.get(id));
  }

  /** One key of a card without reading the rest. */
  cardKey(id: CardId, key: string): unknown {
    return readKey(this.cards.get(id), key);
  }

  linkEntry(id: LinkId): Entry | undefined {
    return readEntry(this.links.get(id));
  }

  settingsEntry(): Entry {
    const entry: Record<string, unknown> = Object.create(null);
    layOver(entry, this.settings);
    return entry;
  }

  /** The rich text of a card; it may be empty, and exists for every id that anyone asks for. */
  body(id: CardId): Y.XmlFragment {
    return this.doc.getXmlFragment(BODY + id);
  }

  /** True when a card has rich text, without creating its root. */
  hasBody(id: CardId): boolean {
    const root = this.doc.share.get(BODY + id);
    // A root that nobody has asked for by type is still untyped; its first item tells all the same.
    return root !== undefined && root._start !== null && this.body(id).length > 0;
  }

  /** Calls back once per transaction that touched a card, a link or the settings. Returns how to stop. */
  observe(callback: (change: MapChange) => void): () => void {
    let cards = new Set<CardId>();
    let links = new Set<LinkId>();
    let writers = new Map<string, number>();
    let settings = false;
    const gather = (into: Set<string>) => (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
      for (const { path, keys, target } of events) {
        const [id] = path;
        for (const key of keys.keys()) {
          const touched = typeof id === "string" ? id : key;
          into.add(touched);
          const written = target._map.get(key);
          if (written && !written.deleted) writers.set(touched, written.id.client);
        }
        if (typeof id === "string") into.add(id);
      }
    };
    const onCards = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => gather(cards)(events);
    const onLinks = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => gather(links)(events);
    const onSettings = () => {
      settings = true;
    };
    const flush = (transaction: Y.Transaction) => {
      if (cards.size === 0 && links.size === 0 && !settings) return;
      const change: MapChange = { cards, links, settings, origin: transaction.origin, writers };
      writers = new Map();
      cards = new Set();
      links = new Set();
      settings = false;
      callback(change);
    };
    this.cards.observeDeep(onCards);
    this.links.observeDeep(onLinks);
    this.settings.observe(onSettings);
    this.doc.on("afterTransaction", flush);
    return () => {
      this.cards.unobserveDeep(onCards);
      this.links.unobserveDeep(onLinks);
      this.settings.unobserve(onSettings);
      this.doc.off("afterTransaction", flush);
    };
  }
}

function readKey(stored: Stored | undefined, key: string): unknown {
  if (!(stored instanceof Y.Map)) return undefined;
  if (stored.has(key)) return stored.get(key);
  const first = stored.get(FIRST);
  return typeof first === "object" && first !== null ? (first as Record<string, unknown>)[key] : undefined;
}

/**
 * Writes a document. Only `ops/edit` hands one out, so every write happens inside a transaction with an origin. What is
 * written has no signs in it that show nothing.
 */
export class MapDraft extends MapDoc {
  /** Makes a card. `pos` goes beside the record. */
  putCard(id: CardId, record: Entry, pos: Position | null): void {
    const stored: Stored = new Y.Map();
    stored.set(FIRST, plainWords(record));
    if (pos) stored.set("pos", pos);
    this.cards.set(id, stored);
  }

  /** Sets one key; a value that is there already is not written again. */
  setCardKey(id: CardId, key: string, value: unknown): void {
    setKey(this.cards.get(id), key, value);
  }

  /** Removes a card and empties its text. Links to it are the caller's business. */
  deleteCard(id: CardId): void {
    this.cards.delete(id);
    const body = this.body(id);
    if (body.length > 0) body.delete(0, body.length);
  }

  /** Copies a card's rich text into the empty text of another. */
  copyBody(from: CardId, to: CardId): void {
    if (!this.hasBody(from)) return;
    const children = this.body(from)
      .toArray()
      .map((child) => child.clone() as Y.XmlElement | Y.XmlText);
    this.body(to).insert(0, children);
  }

  /** Fills a card's empty text. */
  writeBody(id: CardId, body: Body): void {
    writeBody(this.body(id), body);
  }

  putLink(id: LinkId, record: Entry): void {
    const stored: Stored = new Y.Map();
    stored.set(FIRST, plainWords(record));
    this.links.set(id, stored);
  }

  setLinkKey(id: LinkId, key: string, value: unknown): void {
    setKey(this.links.get(id), key, value);
  }

  deleteLink(id: LinkId): void {
    this.links.delete(id);
  }

  setSetting(key: string, value: unknown): void {
    const plain = plainWords(value);
    if (!sameJson(this.settings.get(key), plain)) this.settings.set(key, plain);
  }
}

function setKey(stored: Stored | undefined, key: string, value: unknown): void {
  const plain = plainWords(value);
  if (stored && !sameJson(readKey(stored, key), plain)) stored.set(key, plain);
}

/** Whether two JSON values are equal; object keys may come in any order. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(other, key) &&
      sameJson((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}
