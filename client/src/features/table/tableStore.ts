/**
 * What one tab sees of the table besides its address: the current cell, the block it spans, the cell being written, what
 * is looked for. One store per open map, so that leaving for another view and coming back finds all of it. Never stored
 * or sent.
 */
import type { CardType } from "@trellis/shared/schema/enums";
import { type CardId, newCardId } from "@trellis/shared/schema/ids";
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Held } from "./rowOrder.ts";

/** The row of heads, as a row. */
export const HEAD = "head";

export interface Spot {
  readonly row: CardId | typeof HEAD;
  /** Key of a column. */
  readonly column: string;
}

export interface Writing {
  /** Of the row: Back may show the table of another type while this is written. */
  readonly type: CardType;
  readonly row: CardId;
  readonly column: string;
  /** What the field begins with; null: the next key writes the first letter. */
  readonly text: string | null;
  /** The value when the writing began. */
  readonly base: unknown;
}

/** Widths that people gave to columns, in rem. */
export type Widths = Readonly<Record<string, number>>;

interface TableState {
  readonly active: Spot | null;
  /** The other corner of a block of cells; null for one cell. */
  readonly anchor: Spot | null;
  readonly writing: Writing | null;
  readonly query: string | null;
  readonly held: Held | null;
  readonly mine: Held | null;
  readonly widths: Widths;
}
interface TableStore extends TableState {
  readonly set: (patch: Partial<TableState>) => void;
}
export type TableStoreApi = StoreApi<TableStore>;

const stores = new WeakMap<object, TableStoreApi>();

/** The store of one open map, whatever stands for that. */
export function tableStoreOf(map: object): TableStoreApi {
  const known = stores.get(map);
  if (known) return known;
  const store = createStore<TableStore>()((set) => ({
    active: null,
    anchor: null,
    writing: null,
    query: null,
    held: null,
    mine: null,
    widths: {},
    set: (patch) => set(patch),
  }));
  stores.set(map, store);
  return store;
}

const blanks = new WeakMap<TableStoreApi, Map<CardType, CardId>>();

/** The card that the last row of a type becomes: the same id until a card has it. */
export function blankOf(store: TableStoreApi, type: CardType, isTaken: (id: CardId) => boolean): CardId {
  const ids = blanks.get(store) ?? new Map<CardType, CardId>();
  blanks.set(store, ids);
  const known = ids.get(type);
  if (known && !isTaken(known)) return known;
  const id = newCardId();
  ids.set(type, id);
  return id;
}

export const TableStoreContext = createContext<TableStoreApi | null>(null);

export function useTable<Value>(selector: (state: TableState) => Value): Value {
  const store = useContext(TableStoreContext);
  if (!store) throw new Error("used outside the table");
  return useStore(store, selector);
}
