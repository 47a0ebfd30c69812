/** What a pasted block becomes at its place: cells to write, rows to add, and texts to mark. Writes nothing itself. */
import { type CardId, newCardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import type { TFunction } from "i18next";
import { isKnown } from "../../workspace/values/codecs.ts";
import { draftKey } from "../../workspace/values/draftStore.ts";
import type { PastedBlock, PastedRow } from "../../workspace/values/pastedBlock.ts";
import { type CopiedCells, currenciesBrought, saysAlready } from "./cellCopies.ts";
import type { CellsWritten, RowWrite } from "./cellEdits.ts";
import { type Column, columnsOf, isWritable } from "./columns.ts";
import { type Mark, unmarked } from "./marking.ts";
import type { Scene } from "./tableScene.ts";

/** Where a block is put: the row and column of its first cell. */
export interface PastePlace {
  readonly row: CardId;
  readonly column: string;
  /** Of the sums in a block that was copied here, cell by cell; empty for all else. */
  readonly currencies: CopiedCells["currencies"];
}

/** Of the cards in which the rows of a block come to stand, row by row, those of new cards among them. */
export function pasteIds(
  count: number,
  place: PastePlace,
  { places, blank }: Pick<Scene, "places" | "blank">,
): readonly CardId[] {
  const start = startOf(place, { places, blank });
  return Array.from({ length: count }, (_, index) => places.rows[start + index] ?? newCardId());
}

const lastOf = ({ places, blank }: Pick<Scene, "places" | "blank">): number =>
  places.rows.length - (blank ? 1 : 0);

/** A row that somebody removed while a question was open: the block goes to the end, and is there. */
function startOf(place: PastePlace, scene: Pick<Scene, "places" | "blank">): number {
  const at = scene.places.rows.indexOf(place.row);
  return at < 0 ? lastOf(scene) : at;
}

interface PlannedPaste {
  readonly writes: readonly RowWrite[];
  readonly marks: readonly Mark[];
}

export function plannedPaste(
  { rows, ids }: { readonly rows: PastedBlock["rows"]; readonly ids: readonly CardId[] },
  place: PastePlace,
  scene: Pick<Scene, "places" | "blank" | "words" | "joined" | "type" | "columns">,
  cardOf: (id: CardId) => Card | undefined,
): PlannedPaste {
  const { words, joined, type, columns } = scene;
  const last = lastOf(scene);
  const start = startOf(place, scene);
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
      if (!card || !column || !isWritable(column)) return true;
      const isSum = column.kind === "field" && column.part === "amount";
      const currency = isSum ? currencies[column.field] : undefined;
      return !saysAlready(words, joined, card, column, value, currency);
    });
    if (values.length > 0 || isNew)
      writes.push({ card: id, isNew, values: Object.fromEntries(values), currencies });
    marks.push(...unmarked(id, Object.keys(row.values)));
    for (const [key, cell] of Object.entries(row.marked)) marks.push([draftKey(id, key), cell]);
  });
  return { writes, marks };
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
  const marked = rows.reduce((sum, row) => sum + Object.keys(row.marked).length, done.refused.length);
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
