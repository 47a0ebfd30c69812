/**
 * How two cards hang together: the paths of links between them, whichever way the links run.
 * 1. No card comes twice on a path; between two neighbours on it stands one tie, the first in the order of `Ties`.
 * 2. A dense map holds more paths than anybody reads: the list ends at `MOST_PATHS`, the search at `MOST_STEPS`, and
 *    `cut` then says so. Nothing is left out silently.
 */
import type { CardId } from "../schema/ids.ts";
import { across, distancesFrom, type Tie, type Ties, tiesAt } from "./ties.ts";

const MOST_PATHS = 60;
/** Longest path, in links, when all are asked for. */
export const LONGEST_PATH = 6;
const MOST_STEPS = 40_000;

export interface Path {
  /** From the first card to the last. */
  readonly cards: readonly CardId[];
  /** One fewer than cards: what joins each to the next. */
  readonly ties: readonly Tie[];
}

export interface FoundPaths {
  /** Shortest first. Empty when the cards do not hang together. */
  readonly paths: readonly Path[];
  /** There are more than these. */
  readonly cut: boolean;
}

/**
 * Paths from one card to another through cards that `isOpen` accepts; the two ends always count.
 * @param every all paths of up to `LONGEST_PATH` links; otherwise the shortest ones only, however long
 */
export function pathsBetween(
  ties: Ties,
  from: CardId,
  to: CardId,
  every: boolean,
  isOpen: (card: CardId) => boolean,
): FoundPaths {
  if (from === to) return { paths: [], cut: false };
  const open = (card: CardId) => card === from || isOpen(card);
  const reach = every ? LONGEST_PATH : Number.POSITIVE_INFINITY;
  const left = distancesFrom(ties, [to], reach, "all", open);
  const shortest = left.get(from);
  if (shortest === undefined) return { paths: [], cut: false };
  const walk = new Walk(ties, to, left);
  // Path by path in rising length, so that a list that is cut holds the shortest.
  for (let length = shortest; length <= (every ? LONGEST_PATH : shortest) && !walk.cut; length++) {
    walk.collect(from, length);
  }
  return { paths: walk.found, cut: walk.cut };
}

class Walk {
  readonly found: Path[] = [];
  cut = false;
  readonly #ties: Ties;
  readonly #to: CardId;
  readonly #left: ReadonlyMap<CardId, number>;
  #steps = 0;

  constructor(ties: Ties, to: CardId, left: ReadonlyMap<CardId, number>) {
    this.#ties = ties;
    this.#to = to;
    this.#left = left;
  }

  /** Every path of exactly `length` links. A stack of its own: a shortest path may be as long as the map. */
  collect(from: CardId, length: number): void {
    const cards: CardId[] = [from];
    const ties: Tie[] = [];
    const onPath = new Set(cards);
    const choices = [this.#onwards(from, length)];
    while (choices.length > 0 && !this.cut) {
      const tie = choices.at(-1)?.pop();
      if (!tie) {
        choices.pop();
        ties.pop();
        const gone = cards.pop();
        if (gone !== undefined) onPath.delete(gone);
        continue;
      }
      const next = across(tie, cards.at(-1) as CardId);
      if (onPath.has(next)) continue;
      if (++this.#steps > MOST_STEPS) this.cut = true;
      else if (next !== this.#to) {
        cards.push(next);
        ties.push(tie);
        onPath.add(next);
        choices.push(this.#onwards(next, length - ties.length));
      } else if (ties.length + 1 === length) {
        if (this.found.length === MOST_PATHS) this.cut = true;
        else this.found.push({ cards: [...cards, next], ties: [...ties, tie] });
      }
    }
  }

  /** Ties that can still reach the end in what is left, one for each next card, the first of them last. */
  #onwards(card: CardId, left: number): Tie[] {
    const chosen = new Map<CardId, Tie>();
    for (const tie of tiesAt(this.#ties, card, "all")) {
      const next = across(tie, card);
      const away = this.#left.get(next);
      if (away !== undefined && away <= left - 1 && !chosen.has(next)) chosen.set(next, tie);
    }
    return [...chosen.values()].reverse();
  }
}
