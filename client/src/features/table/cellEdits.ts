/** Cells of many cards written in one step; rows that are no card yet become one. Values were read to fit before. */
import { addCards, type CardValues, editField, type NewCard } from "@trellis/shared/ops/cards";
import { requireRoom } from "@trellis/shared/ops/checks";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import { isKnown } from "../../workspace/values/codecs.ts";

export interface RowWrite {
  readonly card: CardId;
  /** The row is blank: the card is made with what is written in it. */
  readonly isNew: boolean;
  /** By column key; null empties the cell. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Of sums that come from other cells, by field: it replaces the one that is there. */
  readonly currencies?: Readonly<Record<string, string>>;
}

export interface CellsInput {
  readonly type: CardType;
  readonly rows: readonly RowWrite[];
  /** Given to a sum that names no currency yet. */
  readonly currency: string | null;
}

/** What came of it. Rows whose card somebody removed meanwhile are counted, not brought back. */
export interface CellsWritten {
  readonly cells: number;
  readonly added: readonly CardId[];
  readonly gone: number;
}

type Values = Readonly<Record<string, unknown>>;
const asValues = (value: unknown): Values =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Values) : {};

/** Values of whole fields out of those of cells: parts of a field are laid over the parts it has. */
export function fieldsWith(
  cells: Values,
  stored: (field: string) => unknown,
  currency: string | null,
  brought: RowWrite["currencies"] = {},
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(cells)) {
    const [field = key, part] = key.split(".");
    if (part === undefined) {
      fields[field] = value;
      continue;
    }
    const next: Record<string, unknown> = { ...asValues(fields[field] ?? stored(field)), [part]: value };
    if (part === "amount" && value !== null) {
      const known = isKnown(next.currency) ? next.currency : currency;
      if (brought[field] ?? known) next.currency = brought[field] ?? known;
    }
    fields[field] = isKnown(next) ? next : null;
  }
  return fields;
}

export function writeCells(draft: MapDraft, { type, rows, currency }: CellsInput): CellsWritten {
  const isMissing = ({ card }: RowWrite) => !draft.hasCard(card);
  requireRoom(draft, { cards: rows.filter((row) => row.isNew && isMissing(row)).length });
  const fresh: NewCard[] = [];
  let cells = 0;
  let gone = 0;
  for (const row of rows) {
    const count = Object.keys(row.values).length;
    if (!isMissing(row)) {
      const fields = fieldsWith(
        row.values,
        (field) => draft.cardKey(row.card, field),
        currency,
        row.currencies,
      );
      for (const [field, value] of Object.entries(fields)) editField(draft, { card: row.card, field, value });
      cells += count;
    } else if (row.isNew) {
      const known = Object.entries(fieldsWith(row.values, () => null, currency, row.currencies)).filter(
        ([, value]) => value !== null,
      );
      fresh.push({ id: row.card, type, fields: Object.fromEntries(known) as CardValues });
      cells += known.length;
    } else gone++;
  }
  return { cells, added: addCards(draft, fresh), gone };
}
