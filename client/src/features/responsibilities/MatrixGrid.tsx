// biome-ignore-all lint/a11y/useSemanticElements: the parts of a table cannot be placed freely, and only a few of them are in the page
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid has the keys
/**
 * The matrix as a grid in the sense of WAI-ARIA: one tab stop, the current cell named by `aria-activedescendant` and
 * always in the page. Only rows and columns near the screen are there; heads stay in sight.
 */
import { type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import grid from "../../ui/Grid.module.css";
import { useSteadyScroll } from "../../ui/useSteadyScroll.ts";
import { visibleRange } from "../../ui/visibleRange.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { ColumnHeads } from "./ColumnHeads.tsx";
import { useDuties } from "./dutiesStore.ts";
import { titleOf } from "./dutyWords.ts";
import { gridSizes, spotId } from "./gridPlaces.ts";
import { MatrixRowView, rowWords, type SeenColumn } from "./MatrixRowView.tsx";
import styles from "./Responsibilities.module.css";
import type { DutiesModel } from "./useDutiesModel.ts";
import { useGridKeys } from "./useGridKeys.ts";

export function MatrixGrid({ model }: { readonly model: DutiesModel }) {
  const { t } = useTranslation();
  const { lines, columns } = model.table;
  const scroller = useRef<HTMLDivElement>(null);
  const sizes = gridSizes();
  const active = useDuties((state) => state.active);
  const selected = useWorkspace((state) => state.selection.cards);
  const chosen = useMemo(() => new Set<string>(selected), [selected]);
  const activeRow = lines.findIndex(({ key }) => key === active?.card);
  const activeColumn = columns.findIndex(({ actor }) => actor === active?.actor);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => sizes.row,
    getItemKey: useCallback((index: number) => lines[index]?.key ?? index, [lines]),
    overscan: 4,
    paddingStart: sizes.head,
    scrollPaddingStart: sizes.head,
    rangeExtractor: useCallback((range: Range) => visibleRange(range, [activeRow]), [activeRow]),
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => sizes.column,
    getItemKey: useCallback((index: number) => columns[index]?.actor ?? index, [columns]),
    overscan: 2,
    paddingStart: sizes.first,
    scrollPaddingStart: sizes.first,
    rangeExtractor: useCallback((range: Range) => visibleRange(range, [activeColumn]), [activeColumn]),
  });
  useSteadyScroll(scroller, lines, sizes.row);
  // biome-ignore lint/correctness/useExhaustiveDependencies: into sight when another cell becomes current, not when others move it
  useEffect(() => {
    if (activeRow >= 0) rows.scrollToIndex(activeRow, { align: "auto" });
    if (activeColumn >= 0) across.scrollToIndex(activeColumn, { align: "auto" });
  }, [active]);
  const { rows: narrowing } = model.address;
  const sought = narrowing?.kind === "answers" ? narrowing.actor : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the rows become those of an actor, not when columns move
  useEffect(() => {
    const index = columns.findIndex(({ actor }) => actor === sought);
    if (index >= 0) across.scrollToIndex(index, { align: "center" });
  }, [sought]);
  const page = () =>
    Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - sizes.head) / sizes.row) - 1);
  const keys = useGridKeys(model, page);
  const { words } = model;
  const seenText = JSON.stringify(
    across.getVirtualItems().flatMap(({ index }): SeenColumn[] => {
      const actor = columns[index]?.actor;
      return actor ? [{ at: index, actor, title: titleOf(words, actor), isSelected: chosen.has(actor) }] : [];
    }),
  );
  // The same list for the same columns, so that scrolling down and edits elsewhere render no row that is there.
  const seen = useMemo(() => JSON.parse(seenText) as readonly SeenColumn[], [seenText]);
  const isThere =
    active !== null &&
    (active.card === null || activeRow >= 0) &&
    (active.actor === null || activeColumn >= 0);
  const width = sizes.first + columns.length * sizes.column;
  return (
    <div className={styles.scroller} ref={scroller}>
      <div
        ref={model.grid}
        role="treegrid"
        aria-label={t("responsibilities.caption")}
        aria-rowcount={lines.length + 2}
        aria-colcount={columns.length + 1}
        aria-readonly={!model.canEdit}
        aria-activedescendant={isThere ? spotId(active) : undefined}
        tabIndex={0}
        className={grid.grid}
        style={
          {
            width,
            height: sizes.head + lines.length * sizes.row,
            "--first": `${sizes.first}px`,
            "--column": `${sizes.column}px`,
            "--row": `${sizes.row}px`,
            "--head": `${sizes.head}px`,
          } as React.CSSProperties
        }
        {...keys}
      >
        <ColumnHeads model={model} seen={seen} active={active?.card === null ? active : null} />
        <div role="rowgroup">
          {rows.getVirtualItems().map(({ index }) => {
            const line = lines[index];
            return line ? (
              <MatrixRowView
                key={line.key}
                model={model}
                line={line}
                type={model.snapshot.cards.get(line.key)?.type}
                said={rowWords(words, line)}
                index={index}
                seen={seen}
                isSelected={chosen.has(line.key)}
                activeActor={active?.card === line.key ? active.actor : undefined}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}
