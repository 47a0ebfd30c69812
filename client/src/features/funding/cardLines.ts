/**
 * The list of cards as it is shown: lines of the tree, narrowed and folded. A pure function of the answer and of what is chosen.
 * A line that is only there because something below it is shown is muted; its figures are the whole card's all the same.
 */
import type { MoneyRow } from "@trellis/shared/derive/money/moneyTree";
import { isOpenSum } from "@trellis/shared/derive/money/sums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Narrowing } from "./fundingAddress.ts";

export interface CardLine {
  /** The card's id. */
  readonly key: CardId;
  readonly row: MoneyRow;
  /** Null when nothing stands below it. */
  readonly isOpen: boolean | null;
  readonly isMuted: boolean;
}
export interface LineChoice {
  readonly only: Narrowing;
  readonly folded: ReadonlySet<CardId>;
  /** Cards that the workspace shows; null means all. */
  readonly shown: ReadonlySet<CardId> | null;
}

const NO_FOLDS: ReadonlySet<CardId> = new Set();

/** The rows that `cardLines` shows of these choices, with what is folded opened: for a file, which cannot unfold. */
export const rowsShown = (rows: readonly MoneyRow[], choice: Omit<LineChoice, "folded">): MoneyRow[] =>
  cardLines(rows, { ...choice, folded: NO_FOLDS }).map(({ row }) => row);

/** The columns beside a card's title, in order. */
export const COLUMNS = ["cost", "committed", "sought", "coverage", "gap", "notKnown"] as const;
export type Column = (typeof COLUMNS)[number];

function fits(
  { cover, projects, withoutCost, committed, sought }: MoneyRow,
  only: Narrowing,
  isLeaf: boolean,
): boolean {
  if (only === "short") return cover !== null && cover.coverage < 1;
  if (only === "costless") return isLeaf && projects > 0 && withoutCost > 0;
  if (only === "open") return isOpenSum(committed) || isOpenSum(sought);
  return true;
}

export function cardLines(rows: readonly MoneyRow[], { only, folded, shown }: LineChoice): CardLine[] {
  const parents = new Set(rows.flatMap(({ parent }) => parent ?? []));
  const parentOf = new Map(rows.map(({ card, parent }) => [card, parent]));
  const hits = new Set(
    rows
      .filter((row) => (shown === null || shown.has(row.card)) && fits(row, only, !parents.has(row.card)))
      .map(({ card }) => card),
  );
  const above = new Set<CardId>();
  for (const hit of hits)
    for (let at = parentOf.get(hit); at && !above.has(at); at = parentOf.get(at)) above.add(at);
  // What is looked for is shown, folded or not.
  const folds = only === "all" ? folded : NO_FOLDS;
  const closed = new Set<CardId>();
  const isThere = (card: CardId) => hits.has(card) || above.has(card);
  const withMore = new Set(rows.flatMap(({ card, parent }) => (parent && isThere(card) ? [parent] : [])));
  return rows.flatMap((row): CardLine[] => {
    const { card, parent } = row;
    const isBelowClosed = parent !== null && closed.has(parent);
    const isOpen = !folds.has(card);
    if (isBelowClosed || !isOpen) closed.add(card);
    if (isBelowClosed || !isThere(card)) return [];
    return [{ key: card, row, isOpen: withMore.has(card) ? isOpen : null, isMuted: !hits.has(card) }];
  });
}
