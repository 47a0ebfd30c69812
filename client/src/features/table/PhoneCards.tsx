/** The table where there is no room for columns: each card with what its columns say; a tap opens it. */

import { ActionIcon, Button, NativeSelect } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import list from "../../ui/PhoneList.module.css";
import { PhoneList } from "../../ui/PhoneList.tsx";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import { useFirstCard } from "../../workspace/useFirstCard.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { columnName, headName, shownText } from "./cellText.ts";
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
    <>
      <PhoneTools model={model} />
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
                    <dt>{headName(words, column)}</dt>
                    <dd dir="auto">{text}</dd>
                  </div>
                );
              })}
            </dl>
          </>
        )}
      </PhoneList>
    </>
  );
}

/** What heads and the last row are for where there is room for them: sorting, and another card. */
function PhoneTools({ model }: { readonly model: TableModel }) {
  const { t } = useTranslation();
  const { columns, sort, type, canEdit, choose } = model;
  const begin = useFirstCard();
  const Arrow = sort?.down ? IconArrowDown : IconArrowUp;
  return (
    <div className={styles.phoneTools}>
      <NativeSelect
        size="xs"
        className={styles.phoneSort ?? ""}
        aria-label={t("table.sort")}
        value={sort?.column ?? ""}
        onChange={({ currentTarget: { value } }) =>
          choose({ sort: value === "" ? null : { column: value, down: false } })
        }
        data={[
          { value: "", label: t("table.ownOrder") },
          ...columns.map((column) => ({
            value: column.key,
            label: t("table.sortBy", { column: columnName(t, column) }),
          })),
        ]}
      />
      {sort && (
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t("table.sortDown")}
          aria-pressed={sort.down}
          onClick={() => choose({ sort: { ...sort, down: !sort.down } })}
        >
          <Arrow size={15} stroke={2} />
        </ActionIcon>
      )}
      {canEdit && (
        <Button
          size="xs"
          leftSection={<IconPlus size={14} stroke={2} />}
          aria-label={t("table.addFirst", { type: t(`cardType.${type}`).toLocaleLowerCase() })}
          onClick={() => begin(type)}
        >
          {t("table.add")}
        </Button>
      )}
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
