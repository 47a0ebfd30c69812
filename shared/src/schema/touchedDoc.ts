/**
 * Which cards a transaction touched: what the server remembers of who last worked on what. Knows the layout of a map in
 * its Y.Doc as `mapDoc.ts` sets it out.
 * 1. A place on the canvas and an order among siblings touch nothing: who drags a card has not looked it through.
 * 2. A link that is added, changed or removed touches both of its cards, unless it went with one of them; rich text
 *    touches its card.
 * 3. Only what is there afterwards is edited; what was removed is told with the title it had. What was done offline comes
 *    as one transaction: a card is judged by what there was before it and what there is after it.
 */
import * as Y from "yjs";
import { CARD_TYPES, type CardType } from "./enums.ts";
import { TITLE_TEXT } from "./fields.ts";
import { type CardId, isId } from "./ids.ts";
import { BODY, FIRST, MapDoc } from "./mapDoc.ts";

export type CardTouch =
  | { readonly kind: "added" | "edited"; readonly card: CardId }
  | {
      readonly kind: "removed";
      readonly card: CardId;
      readonly title: string;
      readonly type: CardType | null;
    };

type AnyType = Y.AbstractType<unknown>;

const PLACE_KEYS: ReadonlySet<string | null> = new Set(["pos", "order"]);
const isCardType = (value: unknown): value is CardType => CARD_TYPES.some((type) => type === value);

/** What a key of a stored card or link says; of one just removed too, as long as Yjs still holds it. */
function keyOf(item: Y.Item | undefined, key: string): unknown {
  if (!(item?.content instanceof Y.ContentType)) return undefined;
  const { _map: entries } = item.content.type;
  const read = (name: string): unknown => entries.get(name)?.content.getContent().at(-1);
  if (entries.has(key)) return read(key);
  const first = read(FIRST);
  return typeof first === "object" && first !== null ? (first as Record<string, unknown>)[key] : undefined;
}

/** The card or link that stood under a key before the transaction; undefined when there was none. */
function itemBefore(transaction: Y.Transaction, last: Y.Item | undefined): Y.Item | undefined {
  let item = last ?? null;
  while (item !== null && item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)) {
    item = item.left;
  }
  // Of what was removed by an earlier transaction Yjs keeps no content.
  return item?.content instanceof Y.ContentType ? item : undefined;
}

export class TouchedDoc extends MapDoc {
  /** Whose rich text a root is. One that is not in here yet costs a walk over all roots, which puts them all in. */
  readonly #owners = new WeakMap<object, CardId | null>();

  /** Ask in `afterTransaction`, before Yjs lets go of what was removed. Each card comes at most once. */
  touchesIn(transaction: Y.Transaction): CardTouch[] {
    const touches: CardTouch[] = [];
    const edited = new Set<string>();
    for (const [type, keys] of transaction.changed as Map<AnyType, Set<string | null>>) {
      if (type === this.cards) this.#gatherCards(transaction, keys, touches);
      else if (type === this.links) for (const key of keys) this.#gatherEnds(transaction, key, edited);
      else this.#gatherInner(transaction, type, keys, edited);
    }
    const told = new Set<string>(touches.map(({ card }) => card));
    for (const id of edited) {
      const card = id as CardId;
      if (!told.has(id) && this.hasCard(card)) touches.push({ kind: "edited", card });
    }
    return touches;
  }

  #gatherCards(transaction: Y.Transaction, keys: ReadonlySet<string | null>, touches: CardTouch[]): void {
    for (const key of keys) {
      const item = key === null ? undefined : this.cards._map.get(key);
      if (!isId(key) || !item) continue;
      const card = key as CardId;
      const before = itemBefore(transaction, item);
      if (!item.deleted) touches.push({ kind: before ? "edited" : "added", card });
      else if (before) {
        const [title, type] = [keyOf(before, "title"), keyOf(before, "type")];
        touches.push({
          kind: "removed",
          card,
          title: typeof title === "string" ? title.slice(0, TITLE_TEXT) : "",
          type: isCardType(type) ? type : null,
        });
      }
    }
  }

  #gatherEnds(transaction: Y.Transaction, link: string | null, edited: Set<string>): void {
    const item = link === null ? undefined : this.links._map.get(link);
    const told = item?.deleted ? itemBefore(transaction, item) : item;
    const ends = [keyOf(told, "from"), keyOf(told, "to")].filter(isId);
    // A link that goes with one of its cards says nothing of the other: nobody has looked that one through.
    if (item?.deleted && ends.some((card) => !this.hasCard(card as string as CardId))) return;
    for (const card of ends) edited.add(card);
  }

  /** Something within a card, a link or a text. */
  #gatherInner(
    transaction: Y.Transaction,
    type: AnyType,
    keys: ReadonlySet<string | null>,
    edited: Set<string>,
  ): void {
    let inner = type;
    let parent = parentOf(type);
    while (parent !== null && parent !== this.cards && parent !== this.links) {
      inner = parent;
      parent = parentOf(inner);
    }
    const key = inner._item?.parentSub ?? null;
    if (parent === this.links) this.#gatherEnds(transaction, key, edited);
    else if (parent === this.cards) {
      const isPlace = inner === type && [...keys].every((one) => PLACE_KEYS.has(one));
      if (isId(key) && !isPlace) edited.add(key);
    } else {
      const owner = this.#ownerOf(inner);
      if (owner !== null) edited.add(owner);
    }
  }

  #ownerOf(root: AnyType): CardId | null {
    if (!this.#owners.has(root)) {
      for (const [name, type] of this.doc.share) {
        const id = name.startsWith(BODY) ? name.slice(BODY.length) : null;
        this.#owners.set(type, isId(id) ? (id as string as CardId) : null);
      }
    }
    return this.#owners.get(root) ?? null;
  }
}

const parentOf = (type: AnyType): AnyType | null => {
  const parent = type._item?.parent;
  return parent instanceof Y.AbstractType ? parent : null;
};
