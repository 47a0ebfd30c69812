/** Money along the tree where there is no room for columns: each card with its figures, and a way to what is missing. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { scopeCurrency } from "@trellis/shared/derive/money/rates";
import { useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import { titleOf } from "../../workspace/lookWords.ts";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import { cardCell } from "./cardCells.ts";
import { type CardLine, COLUMNS } from "./cardLines.ts";
import styles from "./Funding.module.css";
import { MONEY_CHIPS, useOpenAt } from "./useFill.ts";
import type { FundingModel } from "./useFundingModel.ts";

const GUESSED_HEIGHT = 120;

interface PhoneCardsProps {
  readonly model: FundingModel;
  readonly lines: readonly CardLine[];
}

export function PhoneCards({ model, lines }: PhoneCardsProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESSED_HEIGHT,
    getItemKey: useCallback((index: number) => lines[index]?.key ?? index, [lines]),
    overscan: 4,
    paddingEnd: 72,
  });
  return (
    <div className={styles.phoneScroller} ref={scroller}>
      <ul
        className={styles.phoneRows}
        aria-label={t("funding.cards.caption")}
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          return line ? (
            <li
              key={line.key}
              ref={rows.measureElement}
              data-index={index}
              data-card-row={line.key}
              aria-posinset={index + 1}
              aria-setsize={lines.length}
              className={styles.phoneRow}
              data-muted={line.isMuted || undefined}
              style={{ top: start, "--depth": line.row.depth } as React.CSSProperties}
            >
              <PhoneCard model={model} line={line} />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

function PhoneCard({ model, line }: { readonly model: FundingModel; readonly line: CardLine }) {
  const { t } = useTranslation();
  const openAt = useOpenAt();
  const { key, row } = line;
  const base = model.ask(scopeCurrency, model.scope);
  const type = model.snapshot.cards.get(key)?.type;
  const cells = COLUMNS.map((column) => ({ column, ...cardCell(column, row, base, t) }));
  const told = cells.filter(({ isBlank, text }) => !isBlank || text !== "–");
  return (
    <>
      <button type="button" className={styles.phoneTitle} onClick={() => openAt(key, MONEY_CHIPS)}>
        {type && <TypeGlyph type={type} />}
        <span className={styles.phoneName} dir="auto">
          {titleOf(model.snapshot, key, t)}
        </span>
      </button>
      {told.length === 0 ? (
        <p className={styles.phoneNone}>{t("funding.noneRecorded")}</p>
      ) : (
        <dl className={styles.phoneFigures}>
          {told.map(({ column, text, isWarning }) => (
            <div key={column} data-column={column} data-warning={isWarning || undefined}>
              <dt>{t(`funding.cards.${column}`)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
