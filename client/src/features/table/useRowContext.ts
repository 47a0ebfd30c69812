/** What every row needs, as one object that stays the same while none of it changes: rows are drawn anew by it. */
import type { Card } from "@trellis/shared/schema/values";
import { useMemo } from "react";
import type { TableWords } from "./cellText.ts";
import type { TableChanges } from "./changes.ts";
import { type Column, isNaming } from "./columns.ts";
import type { GridSizes } from "./gridPlaces.ts";
import type { TableModel } from "./useTableModel.ts";

export interface RowContext {
  readonly columns: readonly Column[];
  readonly sizes: GridSizes;
  readonly words: TableWords;
  readonly changes: TableChanges;
  readonly canEdit: boolean;
}

/** Parts the texts of joined columns; no title holds it. */
export const BETWEEN = "\u0000";

export function useRowContext(model: TableModel, sizes: GridSizes): RowContext {
  const { columns, words, changes, canEdit } = model;
  return useMemo(
    () => ({ columns, sizes, words, changes, canEdit }),
    [columns, sizes, words, changes, canEdit],
  );
}

/** Titles of other cards come to a row as one text, so that it is drawn again only when one of its own has changed. */
export const joinedText = ({ columns, joined }: TableModel, card: Card | undefined): string =>
  card
    ? columns
        .filter(isNaming)
        .map((column) => joined.text(card, column))
        .join(BETWEEN)
    : "";
