/** What the view shows now, and what can be done with it. */
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { LiveMap } from "../../document/mapFeed.ts";
import { useEdit } from "../../document/useEdit.ts";
import { useLiveMap, useSnapshot } from "../../document/useMap.ts";
import { useCanEdit } from "../../document/useSaveState.ts";
import { useUndo } from "../../document/useUndo.ts";
import { today } from "../../workspace/today.ts";
import { useAddress } from "../../workspace/useAddress.ts";
import { useUndoNotice } from "../../workspace/useUndoNotice.ts";
import { cellWordsOf } from "../../workspace/values/cellWords.ts";
import { useReferences } from "../../workspace/values/references.ts";
import type { TableWords } from "./cellText.ts";
import { TableChanges } from "./changes.ts";
import { type Column, chosenColumns } from "./columns.ts";
import { type Joined, joinedOf } from "./joined.ts";
import { readTable, type Sorting, sortingOf, type TableAddress, writeTable } from "./tableAddress.ts";
import type { Places } from "./tableKeys.ts";
import type { Scene } from "./tableScene.ts";
import { blankOf, type TableStoreApi, tableStoreOf } from "./tableStore.ts";
import { useFirstType } from "./useFirstType.ts";
import { type RowMarks, useMarks } from "./useMarks.ts";
import { useRows } from "./useRows.ts";

export interface TableModel {
  readonly store: TableStoreApi;
  readonly snapshot: MapSnapshot;
  readonly type: CardType;
  readonly columns: readonly Column[];
  readonly rows: readonly Card[];
  /** Cards of the type, shown or not. */
  readonly total: number;
  /** The card that the last row becomes; null for those who may only read. */
  readonly blank: CardId | null;
  readonly places: Places;
  readonly words: TableWords;
  readonly joined: Joined;
  readonly sort: Sorting | null;
  readonly query: string;
  readonly choose: (patch: Partial<TableAddress>, how?: { readonly replace: boolean }) => void;
  readonly canEdit: boolean;
  readonly changes: TableChanges;
  /** Texts that are not on the map, by row. */
  readonly marks: ReadonlyMap<CardId, RowMarks>;
  /** What the rows answer; other rows, other question. */
  readonly question: string;
  /** The grid's element takes the keyboard. */
  readonly grid: RefObject<HTMLDivElement | null>;
}

export function useTableModel(): TableModel {
  const { t } = useTranslation();
  const live = useLiveMap();
  const store = tableStoreOf(live);
  const canEdit = useCanEdit();
  const snapshot = useSnapshot();
  const [address, choose] = useAddress(readTable, writeTable);
  const type = useFirstType(snapshot, address.type);
  const columns = useMemo(() => chosenColumns(type, address.columns), [type, address.columns]);
  const sort = useMemo(() => sortingOf(type, address.sort), [type, address.sort]);
  const query = useStore(store, (state) => state.query) ?? address.find;
  const references = useReferences();
  const words = useMemo((): TableWords => ({ ...references, t }), [references, t]);
  const day = today();
  const joined = useMemo(() => joinedOf(snapshot, day, t("inspector.untitled")), [snapshot, day, t]);
  const { rows, total, question } = useRows({ store, snapshot, type, columns, sort, query, words, joined });
  const blank = canEdit ? blankOf(store, type, (id) => snapshot.cards.has(id)) : null;
  const marks = useMarks(rows, blank);
  const places = usePlaces(rows, blank, columns);
  const grid = useRef<HTMLDivElement>(null);
  const cellWords = useMemo(() => cellWordsOf(references, live.getSnapshot, t), [references, live, t]);
  const { currency } = references;
  const scene = {
    type,
    columns,
    places,
    blank,
    words,
    cellWords,
    joined,
    currency,
    canEdit,
    question,
    choose,
  };
  const changes = useChanges(store, live, grid, scene);
  return {
    store,
    snapshot,
    type,
    columns,
    rows,
    total,
    blank,
    places,
    words,
    joined,
    sort,
    query,
    choose,
    canEdit,
    changes,
    marks,
    question,
    grid,
  };
}

/** The same object for the life of the map; it works on the scene as it was last drawn. */
function useChanges(
  store: TableStoreApi,
  live: LiveMap,
  grid: RefObject<HTMLDivElement | null>,
  scene: Scene,
): TableChanges {
  const edit = useEdit();
  const undoNotice = useUndoNotice();
  const { lastStep, beside } = useUndo();
  const latest = useRef(scene);
  useEffect(() => {
    latest.current = scene;
  });
  return useMemo(
    () =>
      new TableChanges({
        store,
        edit,
        undoNotice,
        lastStep,
        beside,
        live,
        grid,
        scene: () => latest.current,
      }),
    [store, edit, undoNotice, lastStep, beside, live, grid],
  );
}

const usePlaces = (rows: readonly Card[], blank: CardId | null, columns: readonly Column[]): Places =>
  useMemo(
    () => ({
      rows: [...rows.map(({ id }) => id), ...(blank ? [blank] : [])],
      columns: columns.map(({ key }) => key),
    }),
    [rows, blank, columns],
  );
