/** The rows of the table: cards of one type that answer what is asked, in order, and held in place while worked in. */
import { isFiltering } from "@trellis/shared/derive/cardFilter";
import { shownCards } from "@trellis/shared/derive/shownCards";
import { missionTree } from "@trellis/shared/derive/tree";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import { useMemo } from "react";
import { useStore } from "zustand";
import { useLook } from "../../workspace/lookStore.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { shownText, sortKey, type TableWords } from "./cellText.ts";
import type { Column } from "./columns.ts";
import { columnsOf } from "./columns.ts";
import type { Joined } from "./joined.ts";
import { RowOrder, rowsHeld, type SortKey } from "./rowOrder.ts";
import type { Sorting } from "./tableAddress.ts";
import type { TableStoreApi } from "./tableStore.ts";

interface RowsAsked {
  readonly store: TableStoreApi;
  readonly snapshot: MapSnapshot;
  readonly type: CardType;
  readonly columns: readonly Column[];
  readonly sort: Sorting | null;
  readonly query: string;
  readonly words: TableWords;
  readonly joined: Joined;
}

export interface Rows {
  readonly rows: readonly Card[];
  readonly total: number;
  readonly question: string;
}

const NONE: readonly CardId[] = [];

export function useRows(asked: RowsAsked): Rows {
  const { store, snapshot, type, columns, sort, query, words, joined } = asked;
  const { cards } = snapshot;
  const { shown, looked } = useTypeShown(snapshot, type);
  const held = useStore(store, (state) => state.held);
  const mine = useStore(store, (state) => state.mine);
  const ofType = useMemo(() => [...cards.values()].filter((card) => card.type === type), [cards, type]);
  const wanted = query.trim().toLocaleLowerCase();
  const sortColumn = sort ? sort.column : "";
  const down = sort?.down ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each way of sorting remembers an order of its own
  const order = useMemo(() => new RowOrder(down), [type, sortColumn, down]);
  const found = useMemo(() => {
    const has = finder(words, joined, columns, wanted);
    return ofType.filter((card) => (!shown || shown.has(card.id)) && has(card));
  }, [ofType, shown, words, joined, columns, wanted]);
  const inOrder = useMemo(
    () => order.order(found, keysOf(cards, type, sortColumn, words, joined)),
    [order, found, cards, type, sortColumn, words, joined],
  );
  const question = [type, sortColumn, down, wanted, looked].join("\n");
  const rows = useMemo(
    () =>
      rowsHeld({
        asked: inOrder,
        held,
        question,
        mine: mine?.question === question ? mine.ids : NONE,
        find: (id) => {
          const card = cards.get(id);
          return card?.type === type ? card : undefined;
        },
      }),
    [inOrder, held, mine, question, cards, type],
  );
  return { rows, total: ofType.length, question };
}

function keysOf(
  cards: MapSnapshot["cards"],
  type: CardType,
  sortColumn: string,
  words: TableWords,
  joined: Joined,
): (card: Card) => SortKey {
  const column = columnsOf(type).find(({ key }) => key === sortColumn);
  if (column) return (card) => sortKey(words, joined, card, column);
  // The map's own order: the tree's where the type stands in it, else by title.
  const places = new Map(missionTree(cards).all.map((id, index) => [id, index]));
  return (card) => places.get(card.id) ?? null;
}

/** Whether a card says the words anywhere in its shown columns. */
function finder(
  words: TableWords,
  joined: Joined,
  columns: readonly Column[],
  wanted: string,
): (card: Card) => boolean {
  if (wanted === "") return () => true;
  return (card) =>
    columns.some((column) =>
      shownText(words, joined.text, card, column).toLocaleLowerCase().includes(wanted),
    );
}

/**
 * What filter, focus and path leave of this type. The type is asked for by the table itself, so it counts as on, also
 * where the canvas shows it on demand only. `looked` is another text whenever another answer was asked for.
 */
function useTypeShown(
  { cards, links }: MapSnapshot,
  type: CardType,
): { readonly shown: ReadonlySet<CardId> | null; readonly looked: string } {
  const shownTypes = useWorkspace((state) => state.shownTypes);
  const filter = useLook((state) => state.filter);
  const focus = useLook((state) => state.focus);
  const path = useLook((state) => state.path);
  const also = useLook((state) => state.also);
  const asksNothing = !isFiltering(filter) && !focus && !path;
  const shown = useMemo(() => {
    if (asksNothing) return null;
    const types = new Set([...shownTypes, type]);
    return shownCards({ cards, links }, { types, filter, focus, path, unfolded: null, also }).shown;
  }, [asksNothing, cards, links, shownTypes, type, filter, focus, path, also]);
  const looked = asksNothing ? "" : JSON.stringify([filter, focus, path]);
  return { shown, looked };
}
