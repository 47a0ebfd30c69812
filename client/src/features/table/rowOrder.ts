/**
 * Which cards are rows, and in which order. Pure but for what it remembers: the order before, so that one edited card
 * among thousands is put in its place without sorting them all anew.
 */
import { compareText } from "@trellis/shared/lib/order";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";

export type SortKey = string | number | null;

const collator = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

/** Numbers before words; what is not known comes last whichever way. */
export function compareKeys(one: SortKey, other: SortKey, down: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const sign = down ? -1 : 1;
  if (typeof one === "number" && typeof other === "number") return sign * (one - other);
  if (typeof one !== typeof other) return sign * (typeof one === "number" ? -1 : 1);
  return sign * collator.compare(String(one), String(other));
}

export class RowOrder {
  readonly #down: boolean;
  #last: readonly CardId[] = [];

  constructor(down: boolean) {
    this.#down = down;
  }

  /** Sorts by the keys, then by title and id. */
  order(cards: readonly Card[], keyOf: (card: Card) => SortKey): readonly Card[] {
    const left = new Map(cards.map((card) => [card.id, card]));
    const nearly: Card[] = [];
    for (const id of this.#last) {
      const card = left.get(id);
      if (!card) continue;
      nearly.push(card);
      left.delete(id);
    }
    nearly.push(...left.values());
    const keys = new Map(nearly.map((card) => [card.id, keyOf(card)]));
    // What stands in order already costs one comparison a card.
    const sorted = nearly.sort(
      (one, other) =>
        compareKeys(keys.get(one.id) ?? null, keys.get(other.id) ?? null, this.#down) ||
        collator.compare(one.title, other.title) ||
        compareText(one.id, other.id),
    );
    this.#last = sorted.map(({ id }) => id);
    return sorted;
  }
}

/** Rows while somebody works in them: nothing moves away under their hands, what is new stands at the end. */
export interface Held {
  /** What was asked for; another question lets go. */
  readonly question: string;
  readonly ids: readonly CardId[];
}

interface HeldRows {
  /** In order, as asked. */
  readonly asked: readonly Card[];
  readonly held: Held | null;
  readonly question: string;
  /** Added here since the question was asked, in this order: shown whether or not they answer it. */
  readonly mine: readonly CardId[];
  /** A card of the type, as it is now. */
  readonly find: (id: CardId) => Card | undefined;
}

export function rowsHeld({ asked, held, question, mine, find }: HeldRows): readonly Card[] {
  const isHeld = held?.question === question;
  if (!isHeld && mine.length === 0) return asked;
  const first = isHeld ? held.ids.flatMap((id) => find(id) ?? []) : asked;
  const seen = new Set(first.map(({ id }) => id));
  const added = mine.filter((id) => !seen.has(id)).flatMap((id) => find(id) ?? []);
  for (const { id } of added) seen.add(id);
  return [...first, ...added, ...asked.filter(({ id }) => !seen.has(id))];
}
