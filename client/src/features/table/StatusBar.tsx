/** Below the table: how many rows there are, and what the current cell holds back, with what may be meant. */
import type { CardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import { useTranslation } from "react-i18next";
import { keyText } from "../../ui/Keys.tsx";
import { showDate } from "../../workspace/showDate.ts";
import { columnName } from "./cellText.ts";
import { reasonText } from "./reasonText.ts";
import styles from "./Table.module.css";
import { HEAD, useTable } from "./tableStore.ts";
import type { TableModel } from "./useTableModel.ts";

export function StatusBar({ model }: { readonly model: TableModel }) {
  const { t } = useTranslation();
  const { rows, total, type, canEdit, changes, columns, marks } = model;
  const active = useTable((state) => state.active);
  const name = t(total === 1 ? `cardType.${type}` : `cardTypes.${type}`).toLocaleLowerCase();
  const places = [...marks].flatMap(([row, own]) =>
    columns.flatMap(({ key }) => (own[key] ? [{ row, column: key }] : [])),
  );
  const toNext = () => {
    const now = places.findIndex(({ row, column }) => row === active?.row && column === active.column);
    const next = places[(now + 1) % places.length];
    if (next) changes.go(next);
    changes.focus();
  };
  return (
    <div className={styles.status}>
      <span>
        {rows.length === total
          ? t("table.rows", { count: total, type: name })
          : t("table.someRows", { count: rows.length, total, type: name })}
      </span>
      {places.length > 0 && (
        <button type="button" className={styles.toMark} onClick={toNext}>
          {t("table.marked", { count: places.length })}
        </button>
      )}
      <ActiveMark model={model} />
      {places.length === 0 && canEdit && (
        <span className={styles.hint}>{t("table.hint", { keys: keyText("Mod+D") })}</span>
      )}
    </div>
  );
}

/** An offer is a text that fits; where titles are the same it is the id of a card. */
function hintText({ t, cardTitle }: TableModel["words"], card: Card | undefined, hint: string): string {
  if (card)
    return card.home === null
      ? t("table.useCard", { title: card.title })
      : t("table.useCardIn", { title: card.title, home: cardTitle(card.home) });
  const read = showDate(hint);
  return read === hint ? t("inspector.useHint", { hint }) : t("inspector.useDateHint", { hint, words: read });
}

/** The reason why the text of the current cell is not on the map, and ways out. */
function ActiveMark({ model: { marks, words, changes, columns } }: { readonly model: TableModel }) {
  const { t } = words;
  const active = useTable((state) => state.active);
  if (!active || active.row === HEAD) return null;
  const { row, column: key } = active;
  const mark = marks.get(row)?.[key];
  const column = columns.find((one) => one.key === key);
  if (!mark || !column) return null;
  return (
    <span className={styles.reason} role="status">
      <strong>{columnName(t, column)}:</strong>{" "}
      {mark.reason ? reasonText(t, mark.reason, mark.text) : t("inspector.notSaved")}
      {mark.reason?.hints.map((hint) => {
        return (
          <button
            key={hint}
            type="button"
            className={styles.toMark}
            onClick={() => {
              changes.putText(row, key, hint);
              changes.focus();
            }}
          >
            {hintText(words, changes.card(hint as CardId), hint)}
          </button>
        );
      })}
      <button type="button" className={styles.toMark} onClick={() => changes.discard(row, key)}>
        {t("table.discard")}
      </button>
    </span>
  );
}
