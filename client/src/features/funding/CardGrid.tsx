// biome-ignore-all lint/a11y/useSemanticElements: the parts of a table cannot be placed freely, and only a few of them are in the page
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current cell
/**
 * Money along the tree as a grid in the sense of WAI-ARIA: one tab stop, the current cell named by `aria-activedescendant`
 * and always in the page. Only rows near the screen are there; heads stay in sight.
 */
import { type Range, useVirtualizer } from "@tanstack/react-virtual";
import { scopeCurrency } from "@trellis/shared/derive/money/rates";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import grid from "../../ui/Grid.module.css";
import { useSteadyScroll } from "../../ui/useSteadyScroll.ts";
import { visibleRange } from "../../ui/visibleRange.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { CardGridRow, spotId } from "./CardGridRow.tsx";
import { type CardLine, COLUMNS } from "./cardLines.ts";
import styles from "./Funding.module.css";
import { useCardKeys } from "./useCardKeys.ts";
import type { FundingModel } from "./useFundingModel.ts";

const ROW_REM = 2.5;
const HEAD_REM = 2.25;

interface CardGridProps {
  readonly model: FundingModel;
  readonly lines: readonly CardLine[];
}

export function CardGrid({ model, lines }: CardGridProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const [row, head] = [Math.round(ROW_REM * rem), Math.round(HEAD_REM * rem)];
  const active = useStore(model.store, (state) => state.active);
  const selected = useWorkspace((state) => state.selection.cards);
  const activeRow = lines.findIndex(({ key }) => key === active?.card);
  const base = model.ask(scopeCurrency, model.scope);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => row,
    getItemKey: useCallback((index: number) => lines[index]?.key ?? index, [lines]),
    overscan: 6,
    paddingStart: head,
    scrollPaddingStart: head,
    rangeExtractor: useCallback((range: Range) => visibleRange(range, [activeRow]), [activeRow]),
  });
  useSteadyScroll(scroller, lines, row);
  // biome-ignore lint/correctness/useExhaustiveDependencies: into sight when another cell becomes current, not when others move it
  useEffect(() => {
    if (activeRow >= 0) rows.scrollToIndex(activeRow, { align: "auto" });
  }, [active]);
  const page = () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - head) / row) - 1);
  const { keys, acts } = useCardKeys(model, lines, page);
  const sizes = useMemo(
    () => ({ "--row": `${row}px`, "--head": `${head}px` }) as React.CSSProperties,
    [row, head],
  );
  return (
    <div className={styles.scroller} ref={scroller}>
      <div
        role="treegrid"
        id="funding-grid"
        aria-label={t("funding.cards.caption")}
        aria-rowcount={lines.length + 1}
        aria-colcount={COLUMNS.length + 1}
        aria-activedescendant={active && activeRow >= 0 ? spotId(active) : undefined}
        tabIndex={0}
        className={`${grid.grid} ${styles.grid}`}
        style={{ ...sizes, height: head + lines.length * row }}
        {...keys}
      >
        <div role="rowgroup" className={styles.heads}>
          <div role="row" aria-rowindex={1} className={styles.headRow}>
            <div role="columnheader" aria-colindex={1} className={styles.firstHead}>
              {t("funding.cards.card")}
            </div>
            {COLUMNS.map((column, index) => (
              <div key={column} role="columnheader" aria-colindex={index + 2} className={styles.columnHead}>
                {t(`funding.cards.${column}`)}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup">
          {rows.getVirtualItems().map(({ index }) => {
            const line = lines[index];
            return line ? (
              <CardGridRow
                key={line.key}
                line={line}
                index={index}
                title={model.snapshot.cards.get(line.key)?.title || t("look.untitled")}
                type={model.snapshot.cards.get(line.key)?.type ?? "project"}
                base={base}
                isSelected={selected.includes(line.key)}
                activeColumn={active?.card === line.key ? active.column : null}
                acts={acts}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}
