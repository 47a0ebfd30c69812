// biome-ignore-all lint/a11y/useSemanticElements: the parts of a table cannot be placed freely, and only a few of them are in the page
/**
 * The table as a grid in the sense of WAI-ARIA: one tab stop, the current cell named by `aria-activedescendant` and
 * always in the page. Only rows near the screen are there; heads and titles stay in sight.
 */
import { type Range, useVirtualizer } from "@tanstack/react-virtual";
import type { CardId } from "@trellis/shared/schema/ids";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import grid from "../../ui/Grid.module.css";
import { useSteadyScroll } from "../../ui/useSteadyScroll.ts";
import { visibleRange } from "../../ui/visibleRange.ts";
import { PasteAsks } from "../../workspace/values/PasteAsks.tsx";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { givenWidth } from "./columnWidths.ts";
import { type GridSizes, gridSizes, spotId } from "./gridPlaces.ts";
import styles from "./Table.module.css";
import { TableHeads } from "./TableHeads.tsx";
import { TableRow } from "./TableRow.tsx";
import { blockOf } from "./tableKeys.ts";
import { HEAD, useTable } from "./tableStore.ts";
import { usePointer } from "./usePointer.ts";
import { joinedText, useRowContext } from "./useRowContext.ts";
import { useTableClipboard } from "./useTableClipboard.ts";
import { useTableKeys } from "./useTableKeys.ts";
import type { TableModel } from "./useTableModel.ts";

export function TableGrid({ model }: { readonly model: TableModel }) {
  const { t } = useTranslation();
  const { rows, places, columns, type, marks } = model;
  const scroller = useRef<HTMLDivElement>(null);
  const room = useRoom(scroller);
  const widths = useTable((state) => state.widths);
  const sizes = useMemo(
    () => gridSizes(columns, room, (column) => givenWidth(widths, type, column)),
    [columns, room, widths, type],
  );
  const active = useTable((state) => state.active);
  const anchor = useTable((state) => state.anchor);
  const writing = useTable((state) => state.writing);
  const selected = useWorkspace((state) => state.selection.cards);
  const ticked = useMemo(() => new Set<string>(selected), [selected]);
  const activeRow = active && active.row !== HEAD ? places.rows.indexOf(active.row) : -1;
  const writingRow = writing ? places.rows.indexOf(writing.row) : -1;
  const lines = useMemo(() => places.rows.map((key) => ({ key: key as string })), [places.rows]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => sizes.row,
    getItemKey: useCallback((index: number) => lines[index]?.key ?? index, [lines]),
    overscan: 6,
    paddingStart: sizes.head,
    scrollPaddingStart: sizes.head,
    rangeExtractor: useCallback(
      (range: Range) => visibleRange(range, [activeRow, writingRow]),
      [activeRow, writingRow],
    ),
  });
  useSteadyScroll(scroller, lines, sizes.row);
  // biome-ignore lint/correctness/useExhaustiveDependencies: into sight when another cell becomes current, not when others move it
  useEffect(() => {
    if (activeRow >= 0) virtual.scrollToIndex(activeRow, { align: "auto" });
    if (active) bringAcross(scroller.current, sizes, places.columns.indexOf(active.column));
  }, [active]);
  useHold(model);
  const page = () =>
    Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - sizes.head) / sizes.row) - 1);
  const keys = useTableKeys(model, page);
  const pointer = usePointer(model);
  const question = useTableClipboard(model);
  const context = useRowContext(model, sizes);
  const block = useMemo(() => blockOf(places, active, anchor), [places, active, anchor]);
  const isThere = active !== null && (active.row === HEAD || activeRow >= 0);
  return (
    <>
      {question && (
        <div className={styles.asks}>
          <PasteAsks question={question} />
        </div>
      )}
      <div className={styles.scroller} ref={scroller}>
        <div
          ref={model.grid}
          role="grid"
          aria-label={t("table.caption", { type: t(`cardTypes.${type}`) })}
          aria-rowcount={lines.length + 1}
          aria-colcount={columns.length + 1}
          aria-readonly={!model.canEdit}
          aria-multiselectable="true"
          aria-activedescendant={isThere ? spotId(active) : undefined}
          tabIndex={0}
          className={`${grid.grid} ${styles.grid}`}
          style={
            {
              width: sizes.width,
              height: sizes.head + lines.length * sizes.row,
              "--first": `${sizes.first}px`,
              "--tick": `${sizes.tick}px`,
              "--row": `${sizes.row}px`,
              "--head": `${sizes.head}px`,
            } as React.CSSProperties
          }
          {...keys}
          {...pointer}
        >
          <TableHeads model={model} sizes={sizes} ticked={ticked} active={active} />
          <div role="rowgroup">
            {virtual.getVirtualItems().map(({ index }) => {
              const id = places.rows[index] as CardId;
              const inBlock = block !== null && index >= block.top && index <= block.bottom;
              return (
                <TableRow
                  key={id}
                  context={context}
                  id={id}
                  card={rows[index]}
                  index={index}
                  joinedText={joinedText(model, rows[index])}
                  active={active?.row === id ? active.column : null}
                  from={inBlock ? block.left : -1}
                  to={inBlock ? block.right : -1}
                  isTicked={ticked.has(id)}
                  marks={marks.get(id)}
                  writing={writing?.row === id ? writing : null}
                />
              );
            })}
          </div>
        </div>
        {rows.length === 0 && <NoRows model={model} />}
      </div>
    </>
  );
}

function NoRows({ model: { total, type, canEdit } }: { readonly model: TableModel }) {
  const { t } = useTranslation();
  const name = t(`cardTypes.${type}`).toLocaleLowerCase();
  const key = total > 0 ? "table.noneFound" : canEdit ? "table.empty" : "table.emptyRead";
  return (
    <p className={styles.none} role="status">
      {t(key, { type: name })}
    </p>
  );
}

/** Another question is answered anew, also while somebody works in the table; then its rows stay in place again. */
function useHold({ grid, store, question, rows }: TableModel): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per question, with the rows that answer it
  useEffect(() => {
    if (grid.current?.contains(document.activeElement))
      store.getState().set({ held: { question, ids: rows.map(({ id }) => id) } });
  }, [question]);
}

/** Brings a column beside the title into sight. */
function bringAcross(scroller: HTMLDivElement | null, { first, places }: GridSizes, column: number): void {
  const place = places[column - 1];
  if (!scroller || !place) return;
  const { scrollLeft, clientWidth } = scroller;
  if (place.left < scrollLeft + first) scroller.scrollLeft = place.left - first;
  else if (place.left + place.width > scrollLeft + clientWidth)
    scroller.scrollLeft = Math.min(place.left - first, place.left + place.width - clientWidth);
}

/** The width there is for the grid, as the window and the panel leave it. */
function useRoom(scroller: React.RefObject<HTMLDivElement | null>): number {
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return room;
}
