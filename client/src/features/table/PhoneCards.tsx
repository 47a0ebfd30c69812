/** The table where there is no room for columns: each card with what its columns say; a tap opens it. */

import { Button } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import { useFirstCard } from "../../workspace/useFirstCard.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { columnName, shownText } from "./cellText.ts";
import { TITLE } from "./columns.ts";
import styles from "./Table.module.css";
import type { TableModel } from "./useTableModel.ts";

const GUESSED_HEIGHT = 120;

export function PhoneCards({ model }: { readonly model: TableModel }) {
  const { t } = useTranslation();
  const { rows, columns, words, joined, type, changes } = model;
  const scroller = useRef<HTMLDivElement>(null);
  const selected = useWorkspace((state) => state.selection.cards);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESSED_HEIGHT,
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    overscan: 6,
    paddingEnd: 72,
  });
  const others = columns.filter(({ key }) => key !== TITLE);
  if (rows.length === 0) return <NoCards model={model} />;
  return (
    <div className={styles.phoneScroller} ref={scroller}>
      <ul
        className={styles.phoneCards}
        aria-label={t("table.caption", { type: t(`cardTypes.${type}`) })}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const card = rows[index];
          return card ? (
            <li
              key={card.id}
              ref={virtual.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={rows.length}
              className={styles.phoneCard}
              data-ticked={selected.includes(card.id) || undefined}
              style={{ top: start }}
            >
              <button
                type="button"
                className={styles.phoneTitle}
                onClick={() => changes.open(card.id, TITLE)}
              >
                <TypeGlyph type={card.type} />
                <span className={styles.phoneName} dir="auto">
                  {card.title || t("inspector.untitled")}
                </span>
              </button>
              <dl className={styles.phoneValues}>
                {others.map((column) => {
                  const text = shownText(words, joined, card, column);
                  return text === "" ? null : (
                    <div key={column.key}>
                      <dt>{columnName(t, column)}</dt>
                      <dd dir="auto">{text}</dd>
                    </div>
                  );
                })}
              </dl>
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

function NoCards({ model: { total, type, canEdit } }: { readonly model: TableModel }) {
  const { t } = useTranslation();
  const begin = useFirstCard();
  const name = t(`cardTypes.${type}`).toLocaleLowerCase();
  return (
    <div className={styles.none} role="status">
      <p>{t(total > 0 ? "table.noneFound" : "table.emptyRead", { type: name })}</p>
      {total === 0 && canEdit && (
        <Button onClick={() => begin(type)}>
          {t("table.addFirst", { type: t(`cardType.${type}`).toLocaleLowerCase() })}
        </Button>
      )}
    </div>
  );
}
