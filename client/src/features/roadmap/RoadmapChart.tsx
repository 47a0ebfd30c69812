/**
 * Everything in time as a tree in the sense of WAI-ARIA: one tab stop, the current row named by `aria-activedescendant`
 * and always in the page. Only rows near the screen are there; titles and the axis stay in sight.
 */
import { type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { visibleRange } from "../../ui/visibleRange.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { BarPatterns } from "./BarPatterns.tsx";
import { ChartBack, TimeAxis } from "./ChartBack.tsx";
import { ChartRow, rowId } from "./ChartRow.tsx";
import { DependencyLines } from "./DependencyLines.tsx";
import styles from "./Roadmap.module.css";
import { cardOfRow, ROW_HEIGHT } from "./roadmapRows.ts";
import { useRoadmap } from "./roadmapStore.ts";
import { timeScale } from "./timeScale.ts";
import { useChartKeys } from "./useChartKeys.ts";
import type { RoadmapModel } from "./useRoadmapModel.ts";
import { useWidth } from "./useWidth.ts";

/** Of the axis, which has a line of years and one for today, and of the column of titles, in pixels. */
const AXIS_HEIGHT = 44;
const FIRST_WIDTH = 288;

export function RoadmapChart({ model }: { readonly model: RoadmapModel }) {
  const { t } = useTranslation();
  const { rows, height } = model.rows;
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const active = useRoadmap((state) => state.active);
  const selected = useWorkspace((state) => state.selection.cards);
  const activeIndex = rows.findIndex(({ key }) => key === active);
  const { from, to } = model.timeline;
  const { zoom } = model.address;
  const scale = useMemo(
    () => timeScale({ from, to }, zoom, width - FIRST_WIDTH - 16, model.today),
    [from, to, zoom, width, model.today],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rows[index]?.height ?? ROW_HEIGHT,
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    overscan: 6,
    paddingStart: AXIS_HEIGHT,
    scrollPaddingStart: AXIS_HEIGHT,
    scrollPaddingEnd: ROW_HEIGHT,
    rangeExtractor: useCallback((range: Range) => visibleRange(range, [activeIndex]), [activeIndex]),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are kept until told that the rows changed
  useEffect(() => virtual.measure(), [virtual, rows]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: into sight when another row becomes current, not when others move it
  useEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: "auto" });
  }, [active]);
  useTodayInSight(scroller, zoom === "fit" ? null : scale.today);
  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
  const keys = useChartKeys(model, page);
  const setSize = useMemo(() => sizes(rows), [rows]);
  const sizesOf = {
    "--first": `${FIRST_WIDTH}px`,
    "--axis": `${AXIS_HEIGHT}px`,
    width: FIRST_WIDTH + scale.width + 16,
    height: AXIS_HEIGHT + height + 8,
  } as React.CSSProperties;
  return (
    <div className={styles.scroller} ref={scroller} data-roadmap-chart>
      <BarPatterns />
      <div className={styles.content} style={sizesOf}>
        <TimeAxis scale={scale} />
        <ChartBack scale={scale} blocks={model.rows.blocks} />
        <div
          ref={model.chart}
          role="tree"
          aria-label={t("roadmap.chart")}
          aria-activedescendant={activeIndex >= 0 && active !== null ? rowId(active) : undefined}
          tabIndex={0}
          className={styles.tree}
          {...keys}
        >
          {virtual.getVirtualItems().map(({ index }) => {
            const row = rows[index];
            if (!row) return null;
            const card = cardOfRow(row);
            return (
              <ChartRow
                key={row.key}
                row={row}
                scale={scale}
                today={model.today}
                actions={model.actions}
                chart={model.chart}
                canEdit={model.canEdit}
                needs={row.kind === "bar" ? model.needs.get(row.bar.card) : undefined}
                handovers={card === null || row.kind === "fault" ? undefined : model.handovers.get(card)}
                isActive={row.key === active}
                isSelected={card !== null && row.kind !== "fault" && selected.includes(card)}
                position={setSize[index]?.position ?? 1}
                size={setSize[index]?.size ?? 1}
              />
            );
          })}
        </div>
        <DependencyLines model={model} scale={scale} />
      </div>
    </div>
  );
}

/** Place of each row among those that stand at its depth below the same row. */
function sizes(rows: RoadmapModel["rows"]["rows"]): readonly { position: number; size: number }[] {
  const places = rows.map(() => ({ position: 1, size: 1 }));
  const open: number[][] = [];
  const close = (depth: number) => {
    for (const group of open.splice(depth))
      group.forEach((index, at) => {
        places[index] = { position: at + 1, size: group.length };
      });
  };
  rows.forEach(({ depth }, index) => {
    close(depth + 1);
    const group = open[depth];
    if (group) group.push(index);
    else open[depth] = [index];
  });
  close(0);
  return places;
}

/** Where the axis is longer than the screen, today is what people want to see first. */
function useTodayInSight(scroller: React.RefObject<HTMLDivElement | null>, today: number | null): void {
  const last = useRef<number | null>(null);
  useEffect(() => {
    const element = scroller.current;
    if (!element || today === null || last.current === today) return;
    last.current = today;
    element.scrollLeft = Math.max(0, today - (element.clientWidth - FIRST_WIDTH) / 2);
  }, [scroller, today]);
}
