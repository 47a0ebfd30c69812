/** The table where there is no room for columns: each card with what its columns say; a tap opens it. */

import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import list from "../../ui/PhoneList.module.css";
import { PhoneList } from "../../ui/PhoneList.tsx";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import { useFirstCard } from "../../workspace/useFirstCard.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { columnName, shownText } from "./cellText.ts";
import { TITLE } from "./columns.ts";
import styles from "./Table.module.css";
import type { TableModel } from "./useTableModel.ts";

export function PhoneCards({ model }: { readonly model: TableModel }) {
  const { t } = useTranslation();
  const { rows, columns, words, joined, type, changes } = model;
  const selected = useWorkspace((state) => state.selection.cards);
  const others = columns.filter(({ key }) => key !== TITLE);
  if (rows.length === 0) return <NoCards model={model} />;
  return (
    <PhoneList
      label={t("table.caption", { type: t(`cardTypes.${type}`) })}
      items={rows}
      rowOf={({ id }) => ({ key: id, isSelected: selected.includes(id) })}
    >
      {(card) => (
        <>
          <button type="button" className={list.title} onClick={() => changes.open(card.id, TITLE)}>
            <TypeGlyph type={card.type} />
            <span className={list.name} dir="auto">
              {card.title || t("inspector.untitled")}
            </span>
          </button>
          <dl className={styles.phoneValues}>
            {others.map((column) => {
              const text = shownText(words, joined.text, card, column);
              return text === "" ? null : (
                <div key={column.key}>
                  <dt>{columnName(t, column)}</dt>
                  <dd dir="auto">{text}</dd>
                </div>
              );
            })}
          </dl>
        </>
      )}
    </PhoneList>
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
