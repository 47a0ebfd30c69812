/** What a pasted block becomes at its place: cells to write, rows to add, and texts to mark. Writes nothing itself. */
import { type CardId, newCardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import type { TFunction } from "i18next";
import { isKnown } from "../../workspace/values/codecs.ts";
import { draftKey } from "../../workspace/values/draftStore.ts";
import type { PastedBlock, PastedRow } from "../../workspace/values/pastedBlock.ts";
import { type CopiedCells, currenciesBrought, saysAlready } from "./cellCopies.ts";
import type { CellsWritten, RowWrite } from "./cellEdits.ts";
import type { Scene } from "./changes.ts";
import { type Column, columnsOf } from "./columns.ts";
import { type Mark, unmarked } from "./marking.ts";

/** Where a block is put: the row and column of its first cell. */
export interface PastePlace {
  readonly row: CardId;
  readonly column: string;
  /** Of the sums in a block that was copied here, cell by cell; empty for all else. */
  readonly currencies: CopiedCells["currencies"];
}

interface PlannedPaste {
  /** Row by row, those of new cards among them. */
  readonly ids: readonly CardId[];
  readonly writes: readonly RowWrite[];
  readonly marks: readonly Mark[];
}

export function plannedPaste(
  rows: PastedBlock["rows"],
  place: PastePlace,
  { places, blank, words, type, columns }: Pick<Scene, "places" | "blank" | "words" | "type" | "columns">,
  cardOf: (id: CardId) => Card | undefined,
): PlannedPaste {
  const at = places.rows.indexOf(place.row);
  const last = places.rows.length - (blank ? 1 : 0);
  // A row that somebody removed while a question was open: the block goes to the end, and is there.
  const start = at < 0 ? last : at;
  const ids = rows.map((_row, index) => places.rows[start + index] ?? newCardId());
  const targets = columns.slice(columns.findIndex(({ key }) => key === place.column));
  const writes: RowWrite[] = [];
  const marks: Mark[] = [];
  rows.forEach((row, index) => {
    const id = ids[index] as CardId;
    const isNew = start + index >= last;
    const isBlank =
      Object.values(row.values).every((value) => value === null) && Object.keys(row.marked).length === 0;
    if (isNew && isBlank) return;
    const card = cardOf(id);
    const named = [...Object.keys(row.values), ...Object.keys(row.marked)];
    const currencies = {
      ...currenciesBrought(targets, place.currencies[index] ?? [], named),
      ...currenciesWritten(row, columnsOf(type)),
    };
    const values = Object.entries(row.values).filter(([key, value]) => {
      const column = columnsOf(type).find((one) => one.key === key);
      if (!card || column?.kind !== "field") return true;
      const currency = column.part === "amount" ? currencies[column.field] : undefined;
      return !saysAlready(words, card, column, value, currency);
    });
    if (values.length > 0 || isNew)
      writes.push({ card: id, isNew, values: Object.fromEntries(values), currencies });
    marks.push(...unmarked(id, Object.keys(row.values)));
    for (const [key, cell] of Object.entries(row.marked)) marks.push([draftKey(id, key), cell]);
  });
  return { ids, writes, marks };
}

/** Currencies that cells of the row, or the heads above them, name; a cell of the currency itself goes before them. */
const currenciesWritten = (row: PastedRow, columns: readonly Column[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const currency = row.currencies?.[column.key];
      const isNamed = column.kind === "field" && isKnown(row.values[`${column.field}.currency`]);
      return column.kind === "field" && currency && !isNamed ? [[column.field, currency]] : [];
    }),
  );

/** What came of a paste, in sentences. */
export function pasteSaid(
  t: TFunction,
  done: CellsWritten,
  { rows, leftOut }: Omit<PastedBlock, "asks">,
): string {
  const marked = rows.reduce((sum, row) => sum + Object.keys(row.marked).length, 0);
  return [
    t("table.pasted.cells", { count: done.cells }),
    done.added.length > 0 ? t("table.pasted.added", { count: done.added.length }) : "",
    marked > 0 ? t("inspector.pasted.marked", { count: marked }) : "",
    leftOut.length > 0
      ? t("inspector.pasted.leftOut", { columns: leftOut.join(", "), count: leftOut.length })
      : "",
    done.gone > 0 ? t("table.pasted.gone", { count: done.gone }) : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
