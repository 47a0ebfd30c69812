/**
 * Which cards a transaction touched: what the server remembers of who last worked on what. Knows the layout of a map in
 * its Y.Doc as `mapDoc.ts` sets it out.
 * 1. A place on the canvas and an order among siblings touch nothing: who drags a card has not looked it through.
 * 2. A link that is added, changed or removed touches both of its cards, unless it went with one of them; rich text
 *    touches its card.
 * 3. Only what is there afterwards is edited; what was removed is told with the title it had.
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

export class TouchedDoc extends MapDoc {
  /** Whose rich text a root is; looking one up costs a walk over all roots. */
  readonly #owners = new WeakMap<AnyType, CardId | null>();

  /** Ask in `afterTransaction`, before Yjs lets go of what was removed. Each card comes at most once. */
  touchesIn(transaction: Y.Transaction): CardTouch[] {
    const touches: CardTouch[] = [];
    const edited = new Set<string>();
    for (const [type, keys] of transaction.changed as Map<AnyType, Set<string | null>>) {
      if (type === this.cards) this.#gatherCards(transaction, keys, touches);
      else if (type === this.links) for (const key of keys) this.#gatherEnds(key, edited);
      else this.#gatherInner(type, keys, edited);
    }
    const told = new Set<string>(touches.map(({ card }) => card));
    for (const id of edited) {
      const card = id as CardId;
      if (!told.has(id) && this.hasCard(card)) touches.push({ kind: "edited", card });
    }
    return touches;
  }

  #gatherCards(transaction: Y.Transaction, keys: ReadonlySet<string | null>, touches: CardTouch[]): void {
    const isNew = ({ id }: Y.Item) => id.clock >= (transaction.beforeState.get(id.client) ?? 0);
    for (const key of keys) {
      const item = key === null ? undefined : this.cards._map.get(key);
      if (!isId(key) || !item) continue;
      const card = key as CardId;
      if (!item.deleted) {
        const replaced = item.left !== null && item.left.content instanceof Y.ContentType;
        touches.push({ kind: replaced ? "edited" : "added", card });
      } else if (item.content instanceof Y.ContentType && !isNew(item)) {
        const [title, type] = [keyOf(item, "title"), keyOf(item, "type")];
        touches.push({
          kind: "removed",
          card,
          title: typeof title === "string" ? title.slice(0, TITLE_TEXT) : "",
          type: isCardType(type) ? type : null,
        });
      }
    }
  }

  #gatherEnds(link: string | null, edited: Set<string>): void {
    const item = link === null ? undefined : this.links._map.get(link);
    const ends = [keyOf(item, "from"), keyOf(item, "to")].filter(isId);
    // A link that goes with one of its cards says nothing of the other: nobody has looked that one through.
    if (item?.deleted && ends.some((card) => !this.hasCard(card as string as CardId))) return;
    for (const card of ends) edited.add(card);
  }

  /** Something within a card, a link or a text. */
  #gatherInner(type: AnyType, keys: ReadonlySet<string | null>, edited: Set<string>): void {
    let inner = type;
    let parent = parentOf(type);
    while (parent !== null && parent !== this.cards && parent !== this.links) {
      inner = parent;
      parent = parentOf(inner);
    }
    const key = inner._item?.parentSub ?? null;
    if (parent === this.links) this.#gatherEnds(key, edited);
    else if (parent === this.cards) {
      const isPlace = inner === type && [...keys].every((one) => PLACE_KEYS.has(one));
      if (isId(key) && !isPlace) edited.add(key);
    } else {
      const owner = this.#ownerOf(inner);
      if (owner !== null) edited.add(owner);
    }
  }

  #ownerOf(root: AnyType): CardId | null {
    const known = this.#owners.get(root);
    if (known !== undefined) return known;
    let owner: CardId | null = null;
    for (const [name, type] of this.doc.share) {
      if (type !== root) continue;
      const id = name.startsWith(BODY) ? name.slice(BODY.length) : null;
      owner = isId(id) ? (id as string as CardId) : null;
    }
    this.#owners.set(root, owner);
    return owner;
  }
}

const parentOf = (type: AnyType): AnyType | null => {
  const parent = type._item?.parent;
  return parent instanceof Y.AbstractType ? parent : null;
};
