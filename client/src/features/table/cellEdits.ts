/** Cells of many cards written in one step; rows that are no card yet become one. Values were read to fit before. */
import { addCards, type CardValues, editField, type NewCard } from "@trellis/shared/ops/cards";
import { requireRoom } from "@trellis/shared/ops/checks";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import { isKnown } from "../../workspace/values/codecs.ts";
import type { Joined } from "./joined.ts";
import { isJoinedKey, newHolders, type Refused, roleOf, writeJoined } from "./joinedEdits.ts";

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
  /** Who has a role on a card today: what the cell of that role says. */
  readonly duties: Joined["duties"];
}

/** What came of it. Rows whose card somebody removed meanwhile are counted, not brought back. */
export interface CellsWritten {
  readonly cells: number;
  readonly added: readonly CardId[];
  readonly gone: number;
  readonly refused: readonly Refused[];
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

/**
 * Fields first and what cells say of other cards after them, so that rows of one block may be part of each other. What
 * would not fit in there is answered and left as it was.
 */
export function writeCells(draft: MapDraft, input: CellsInput): CellsWritten {
  const { type, rows, currency, duties } = input;
  requireRoom(draft, {
    cards: rows.filter((row) => row.isNew && !draft.hasCard(row.card)).length,
    links: rows.reduce((sum, row) => sum + linksNeeded(row, duties), 0),
  });
  const fresh: NewCard[] = [];
  const refused: Refused[] = [];
  let cells = 0;
  let gone = 0;
  for (const row of rows) {
    const own = entriesOf(row, (key) => !isJoinedKey(key));
    if (draft.hasCard(row.card)) {
      const stored = (field: string) => draft.cardKey(row.card, field);
      const fields = fieldsWith(Object.fromEntries(own), stored, currency, row.currencies);
      for (const [field, value] of Object.entries(fields)) editField(draft, { card: row.card, field, value });
      cells += own.length;
    } else if (row.isNew) {
      const fields = fieldsWith(Object.fromEntries(own), () => null, currency, row.currencies);
      const known = Object.entries(fields).filter(([, value]) => value !== null);
      fresh.push({ id: row.card, type, fields: Object.fromEntries(known) as CardValues });
      cells += known.length;
    } else gone++;
  }
  const added = addCards(draft, fresh);
  for (const row of rows) {
    if (!draft.hasCard(row.card)) continue;
    for (const [key, value] of entriesOf(row, isJoinedKey)) {
      const code = writeJoined(draft, row.card, key, value, duties);
      if (code !== null) refused.push({ card: row.card, key, value, code });
      else if (value !== null || !row.isNew) cells++;
    }
  }
  return { cells, added, gone, refused };
}

const entriesOf = ({ values }: RowWrite, isMeant: (key: string) => boolean) =>
  Object.entries(values).filter(([key]) => isMeant(key));

/** Room is asked for before anything is written. */
const linksNeeded = ({ card, values }: RowWrite, duties: CellsInput["duties"]): number =>
  Object.entries(values).reduce((sum, [key, value]) => {
    const role = roleOf(key);
    return role === null
      ? sum
      : sum + newHolders((value ?? []) as readonly CardId[], duties(card, role)).length;
  }, 0);
