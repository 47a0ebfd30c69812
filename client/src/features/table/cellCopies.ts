/** What goes from cells to cells: copied and filled down. A sum takes its currency along, since its figure alone is none. */
import type { CsvValue } from "@trellis/shared/codecs/csv";
import type { CardId } from "@trellis/shared/schema/ids";
import { sameJson } from "@trellis/shared/schema/mapDoc";
import type { Card } from "@trellis/shared/schema/values";
import { draftKey, draftOf } from "../../workspace/values/draftStore.ts";
import type { RowWrite } from "./cellEdits.ts";
import { currencyAt, plainCell, type TableWords, valueIn } from "./cellText.ts";
import type { Column, WritableColumn } from "./columns.ts";
import type { Joined } from "./joined.ts";

export interface CopiedCells {
  readonly cells: readonly (readonly CsvValue[])[];
  /** Of each cell that is a sum; else empty. */
  readonly currencies: readonly (readonly string[])[];
}

const markAt = (row: CardId, { key }: Column): string | null => draftOf(draftKey(row, key))?.text ?? null;

/** A marked cell is copied as the text that is seen in it. A row that is no card is one only if it has such a text. */
export function copiedCells(
  words: TableWords,
  joined: Joined,
  rows: readonly (readonly [CardId, Card | undefined])[],
  columns: readonly Column[],
): CopiedCells {
  const there = rows.filter(([id, card]) => card || columns.some((column) => markAt(id, column) !== null));
  return {
    cells: there.map(([id, card]) =>
      columns.map((column) => markAt(id, column) ?? (card ? plainCell(words, joined, card, column) : null)),
    ),
    currencies: there.map(([id, card]) =>
      columns.map((column) =>
        card && markAt(id, column) === null ? (currencyAt(words, card, column) ?? "") : "",
      ),
    ),
  };
}

/**
 * The same for other programs, which take no currencies along: unless all sums are in the map's own currency, each says
 * its own. Where a column of the block names it, it does already.
 */
export function plainCells(
  { cells, currencies }: CopiedCells,
  columns: readonly Column[],
  own: string | null,
): CopiedCells["cells"] {
  const isNamed = columns.map(
    (column) => column.kind === "field" && columns.some(({ key }) => key === `${column.field}.currency`),
  );
  const isSaid = (currency: string, place: number) => currency !== "" && !isNamed[place];
  if (currencies.every((row) => row.every((currency, place) => !isSaid(currency, place) || currency === own)))
    return cells;
  return cells.map((row, index) =>
    row.map((cell, place) => {
      const currency = currencies[index]?.[place] ?? "";
      return isSaid(currency, place) ? `${currency} ${cell}` : cell;
    }),
  );
}

/** True where a cell says this already. `currency` is that of a sum which brings its own. */
export const saysAlready = (
  words: TableWords,
  joined: Joined,
  card: Card,
  column: WritableColumn,
  value: unknown,
  currency: string | undefined,
): boolean =>
  sameJson(valueIn(joined, card, column), value) &&
  (value === null || currency === undefined || currencyAt(words, card, column) === currency);

/** What the cells of one card have to become to say what those of another do; null where they do. */
export function filledFrom(
  words: TableWords,
  joined: Joined,
  from: Card,
  card: Card,
  columns: readonly WritableColumn[],
): RowWrite | null {
  const values: Record<string, unknown> = {};
  const currencies: Record<string, string> = {};
  for (const column of columns) {
    const value = valueIn(joined, from, column);
    const currency = currencyAt(words, from, column) ?? undefined;
    if (saysAlready(words, joined, card, column, value, currency)) continue;
    values[column.key] = value;
    if (currency !== undefined && column.kind === "field") currencies[column.field] = currency;
  }
  return Object.keys(values).length > 0 ? { card: card.id, isNew: false, values, currencies } : null;
}

/**
 * The currencies that a row of copied cells brings into these columns, by field. Cells that name the currency of the
 * field themselves, `named` by key, go before it.
 */
export function currenciesBrought(
  columns: readonly Column[],
  copied: readonly string[],
  named: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.flatMap((column, index) => {
      const currency = copied[index];
      const isSum = column.kind === "field" && column.part === "amount";
      return currency && isSum && !named.includes(`${column.field}.currency`)
        ? [[column.field, currency]]
        : [];
    }),
  );
}
