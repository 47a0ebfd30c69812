/**
 * Cells of a pasted block that name other cards, and cells that only count. They come as the texts they are, since which
 * card a title means depends on the row: they are read here, once it is known in which rows they stand. Pure.
 */
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardType } from "@trellis/shared/schema/enums";
import type { FieldSpec } from "@trellis/shared/schema/fields";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import type { MarkedCell, PastedRow } from "../../workspace/values/pastedBlock.ts";
import { countAt, countText } from "./cellText.ts";
import { type Column, type CountColumn, columnsOf, isNaming } from "./columns.ts";
import { cardsMeant, type Titled } from "./titles.ts";

const ANY_TEXT: FieldSpec = { kind: "text", max: 20_000 };

/** What a cell of a block is read as before its row is known. */
export const specInBlock = (column: Column): FieldSpec => (column.kind === "field" ? column.spec : ANY_TEXT);

interface Known {
  readonly type: CardType;
  readonly cards: MapSnapshot["cards"];
  readonly words: Parameters<typeof countText>[0];
}

/** The rows with those cells read; `ids` are of the cards they go to. Rows may name cards that the block makes. */
export function namedRows(
  rows: readonly PastedRow[],
  ids: readonly CardId[],
  { type, cards, words }: Known,
): readonly PastedRow[] {
  const columns = columnsOf(type).filter((column) => column.kind !== "field");
  if (!rows.some(({ values }) => columns.some(({ key }) => key in values))) return rows;
  const made = rows.flatMap(({ values }, index): Titled[] => {
    const id = ids[index];
    return id && typeof values.title === "string" ? [{ id, type, title: values.title }] : [];
  });
  const after = new Map<CardId, Titled>([...cards, ...made.map((card) => [card.id, card] as const)]);
  return rows.map((row, index) => {
    const id = ids[index] as CardId;
    const values: Record<string, unknown> = { ...row.values };
    const marked: Record<string, MarkedCell> = { ...row.marked };
    for (const column of columns) {
      const text = values[column.key];
      if (column.kind === "count") {
        delete values[column.key];
        const mark = typeof text === "string" ? countMark(words, column, cards.get(id), text) : null;
        if (mark) marked[column.key] = mark;
      } else if (isNaming(column) && typeof text === "string") {
        const read = cardsMeant(text, column, after.values(), id);
        if ("reason" in read) {
          delete values[column.key];
          marked[column.key] = { text, reason: read.reason };
        } else values[column.key] = read.value;
      }
    }
    return { values, marked };
  });
}

/** The same number, as it is copied from here or shown, says nothing new. */
function countMark(
  words: Known["words"],
  column: CountColumn,
  card: Card | undefined,
  text: string,
): MarkedCell | null {
  const known = card ? [String(countAt(card, column) ?? ""), countText(words, card, column)] : [];
  return known.includes(text.trim()) ? null : { text, reason: { code: "in_card", hints: [] } };
}
