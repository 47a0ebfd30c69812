/** What the outline shows now, and what can be done with it. */
import type { ItemKey, Outline, OutlineItem } from "@trellis/shared/derive/outline";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { HOMED_TYPES } from "@trellis/shared/schema/cardTypes";
import type { CardId } from "@trellis/shared/schema/ids";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useStore } from "zustand";
import { useEdit } from "../../document/useEdit.ts";
import { useLiveMap, useSnapshot } from "../../document/useMap.ts";
import { useCanEdit } from "../../document/useSaveState.ts";
import { today } from "../../workspace/today.ts";
import { Changes } from "./changes.ts";
import { Navigation } from "./navigation.ts";
import { OutlineReader, type RowFacts } from "./outlineReader.ts";
import { type Kept, keep, type OutlineRow, rowsOf, withNewRow } from "./outlineRows.ts";
import { type OutlineStoreApi, outlineStoreOf } from "./outlineStore.ts";
import { groupTitle, titleOf } from "./outlineWords.ts";
import { useOutlineShown } from "./useOutlineShown.ts";

export interface OutlineModel {
  readonly store: OutlineStoreApi;
  readonly snapshot: MapSnapshot;
  readonly outline: Outline;
  readonly rows: readonly OutlineRow[];
  readonly facts: RowFacts;
  readonly canEdit: boolean;
  readonly nav: Navigation;
  readonly actions: Changes;
  /** The tree's element takes the keyboard. */
  readonly tree: RefObject<HTMLDivElement | null>;
}

export function useOutlineModel(): OutlineModel {
  const { t } = useTranslation();
  const { mapId = "" } = useParams<"mapId">();
  const live = useLiveMap();
  const store = outlineStoreOf(mapId);
  const edit = useEdit();
  const canEdit = useCanEdit();
  const [reader] = useState(() => new OutlineReader());
  const snapshot = useSnapshot();
  const outline = reader.outline(snapshot);
  const facts = reader.facts(snapshot, today());
  const toggled = useStore(store, (state) => state.toggled);
  const query = useStore(store, (state) => state.query);
  const place = useStore(store, ({ writing }) => (writing?.kind === "new" ? writing.place : null));
  const shown = useOutlineShown(snapshot);
  const isFinding = query.trim() !== "";
  const kept = useMemo(() => found(outline, snapshot, query, shown), [outline, snapshot, query, shown]);
  const rows = useMemo(() => {
    const addsTo = (item: OutlineItem) => canEdit && !isFinding && holdsMore(item, snapshot);
    const list = rowsOf(outline, { toggled, kept, opensAll: isFinding, addsTo });
    return place ? withNewRow(list, place) : list;
  }, [outline, snapshot, toggled, kept, isFinding, place, canEdit]);

  const tree = useRef<HTMLDivElement>(null);
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  }, [rows]);
  const { nav, actions } = useMemo(() => {
    const scene = {
      store,
      edit,
      t,
      outline: () => reader.outline(live.getSnapshot()),
      snapshot: () => live.getSnapshot(),
      rows: () => latest.current,
      title: (key: ItemKey) => {
        const now = live.getSnapshot();
        const item = reader.outline(now).items.get(key);
        if (!item) return "";
        return item.kind === "group" ? groupTitle(t, item) : titleOf(t, now.cards.get(item.card));
      },
    };
    const going = new Navigation(scene);
    return { nav: going, actions: new Changes(scene, going) };
  }, [store, edit, t, live, reader]);
  return { store, snapshot, outline, rows, facts, canEdit, nav, actions, tree };
}

/** Shown cards whose title has what was typed; null when nothing is hidden or looked for. */
function found(
  outline: Outline,
  snapshot: MapSnapshot,
  query: string,
  shown: ReadonlySet<CardId> | null,
): Kept | null {
  const wanted = query.trim().toLocaleLowerCase();
  if (wanted === "" && shown === null) return null;
  const { cards } = snapshot;
  const isHit = (card: CardId) =>
    (shown === null || shown.has(card)) &&
    (wanted === "" || (cards.get(card)?.title.toLocaleLowerCase().includes(wanted) ?? false));
  return keep(outline, isHit);
}

/** Cards that something may be part of, and headings, but for levels of actors without one. */
function holdsMore(item: OutlineItem, snapshot: MapSnapshot): boolean {
  if (item.kind === "group") return item.group !== "actor" || item.level !== undefined;
  const type = item.kind === "card" ? snapshot.cards.get(item.card)?.type : undefined;
  return (
    type === "mission" ||
    type === "challenge" ||
    (type !== undefined && HOMED_TYPES.has(type) && type === "project")
  );
}
