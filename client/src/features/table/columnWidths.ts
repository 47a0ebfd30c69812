/** Widths that people give to columns, in rem, by type and column. They last as long as the tab's other choices here. */
import type { CardType } from "@trellis/shared/schema/enums";
import type { Column } from "./columns.ts";
import type { TableStoreApi, Widths } from "./tableStore.ts";

/** A head's first letters and its arrow stay in sight; one column never takes more than a wide screen. */
const NARROWEST = 4;
const WIDEST = 60;
/** What one press of a key gives or takes. */
const STEP = 1;

const keyOf = (type: CardType, column: string): string => `${type} ${column}`;

/** The width that was given to a column; undefined where it has its usual one. */
export const givenWidth = (
  widths: Widths,
  type: CardType,
  { key }: Pick<Column, "key">,
): number | undefined => widths[keyOf(type, key)];

/** Gives a column a width as near to `width` as it may be; null: its usual one again. Returns what it is now. */
export function giveWidth(
  store: TableStoreApi,
  type: CardType,
  column: Column,
  width: number | null,
): number {
  const { [keyOf(type, column.key)]: _before, ...others } = store.getState().widths;
  const next = width === null ? column.width : Math.min(WIDEST, Math.max(NARROWEST, width));
  store
    .getState()
    .set({ widths: next === column.width ? others : { ...others, [keyOf(type, column.key)]: next } });
  return next;
}

/** One step wider (1) or narrower (-1). */
export const stepWidth = (store: TableStoreApi, type: CardType, column: Column, step: 1 | -1): number =>
  giveWidth(
    store,
    type,
    column,
    (givenWidth(store.getState().widths, type, column) ?? column.width) + step * STEP,
  );

/** Every column of a type has its usual width again. */
export function forgetWidths(store: TableStoreApi, type: CardType): void {
  const { widths, set } = store.getState();
  set({ widths: Object.fromEntries(Object.entries(widths).filter(([key]) => !key.startsWith(`${type} `))) });
}
