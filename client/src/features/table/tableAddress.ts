/**
 * What this view alone keeps in the address: `?table=project&columns=status,start&sort=-start&find=depot`. What goes
 * without saying is left out, a value that is none is read as the first choice, other keys are not touched. Pure.
 */
import { type CardType, isCardType } from "@trellis/shared/schema/enums";
import { withChoices } from "../../workspace/addressChoices.ts";
import { chosenColumns, columnsOf, isUsual, TITLE } from "./columns.ts";

export interface Sorting {
  readonly column: string;
  readonly down: boolean;
}

export interface TableAddress {
  /** Null: the type that the view finds most telling. */
  readonly type: CardType | null;
  /** Keys besides the title; null: the usual ones. They are read against the type, which may be another one now. */
  readonly columns: readonly string[] | null;
  /** Null: the map's own order. */
  readonly sort: Sorting | null;
  readonly find: string;
}

const LONGEST_FIND = 200;
const MOST_COLUMNS = 100;
/** No column besides the title. */
const NONE = "none";

export function readTable(search: string): TableAddress {
  const params = new URLSearchParams(search);
  const type = params.get("table");
  const columns = params.get("columns");
  const sort = params.get("sort") ?? "";
  const down = sort.startsWith("-");
  const column = down ? sort.slice(1) : sort;
  return {
    type: isCardType(type) ? type : null,
    columns:
      columns === null ? null : columns === NONE ? [] : columns.split(",", MOST_COLUMNS).filter(Boolean),
    sort: column === "" ? null : { column, down },
    find: (params.get("find") ?? "").slice(0, LONGEST_FIND),
  };
}

/** `search` with these choices written into it. */
export function writeTable(search: string, { type, columns, sort, find }: TableAddress): string {
  return withChoices(search, {
    table: type,
    columns: columns && (columns.join(",") || NONE),
    sort: sort && `${sort.down ? "-" : ""}${sort.column}`,
    find,
  });
}

/** The address's own way of saying which columns are shown: nothing, when they are the usual ones. */
export function columnsChosen(type: CardType, keys: readonly string[]): readonly string[] | null {
  const chosen = chosenColumns(type, keys).flatMap(({ key }) => (key === TITLE ? [] : [key]));
  return isUsual(type, chosen) ? null : chosen;
}

/** A sorting by a column this type has, or null. */
export const sortingOf = (type: CardType, sort: Sorting | null): Sorting | null =>
  sort && columnsOf(type).some(({ key }) => key === sort.column) ? sort : null;
