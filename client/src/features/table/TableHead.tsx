/** Above the table: which type, finding, which columns, what is shown of the map, the ticked rows, the table as a file. */
import { Button, NativeSelect } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { CARD_TYPES, type CardType } from "@trellis/shared/schema/enums";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { FindField } from "../../ui/FindField.tsx";
import view from "../../ui/View.module.css";
import { CsvButton } from "../../workspace/CsvButton.tsx";
import { useExportTable } from "../../workspace/exportTable.ts";
import { ShowButton } from "../../workspace/ShowButton.tsx";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { ColumnsButton } from "./ColumnsButton.tsx";
import { csvRows } from "./csvRows.ts";
import styles from "./Table.module.css";
import { useFind } from "./useFind.ts";
import type { TableModel } from "./useTableModel.ts";

export const FIND_ID = "table-find";

export function TableHead({ model }: { readonly model: TableModel }) {
  const { t } = useTranslation();
  const { type, grid, query } = model;
  const find = useFind(model);
  const exportTable = useExportTable();
  return (
    <div className={view.head}>
      <TypeSelect model={model} />
      <FindField
        id={FIND_ID}
        label={t("table.find")}
        clearLabel={t("table.findClear")}
        value={query}
        onChange={find}
        onLeave={() => grid.current?.focus({ preventScroll: true })}
      />
      <TickedButton model={model} />
      <span className={`${view.space} ${styles.space}`} />
      <ColumnsButton model={model} />
      <ShowButton position="bottom-end" />
      <CsvButton
        table={t(`cardTypes.${type}`)}
        className={styles.csv ?? ""}
        onSave={() => exportTable(t(`cardTypes.${type}`), () => csvRows(model))}
      />
    </div>
  );
}

function TypeSelect({ model: { snapshot, type, choose } }: { readonly model: TableModel }) {
  const { t } = useTranslation();
  const { cards } = snapshot;
  const counts = useMemo(() => {
    const found = new Map<CardType, number>();
    for (const card of cards.values()) found.set(card.type, (found.get(card.type) ?? 0) + 1);
    return found;
  }, [cards]);
  return (
    <NativeSelect
      size="xs"
      className={styles.type ?? ""}
      aria-label={t("table.type")}
      value={type}
      onChange={(event) => choose({ type: event.currentTarget.value as CardType, columns: null, sort: null })}
      data={CARD_TYPES.map((value) => ({
        value,
        label: t("table.typeCount", { type: t(`cardTypes.${value}`), count: counts.get(value) ?? 0 }),
      }))}
    />
  );
}

/** The selected cards are edited together in the panel. */
function TickedButton({ model: { rows, canEdit, changes } }: { readonly model: TableModel }) {
  const { t } = useTranslation();
  const selected = useWorkspace((state) => state.selection.cards);
  const count = useMemo(() => {
    const chosen = new Set<string>(selected);
    return rows.reduce((sum, { id }) => sum + Number(chosen.has(id)), 0);
  }, [selected, rows]);
  if (count === 0 || !canEdit) return null;
  return (
    <Button
      size="compact-md"
      variant="light"
      leftSection={<IconPencil size={15} stroke={1.8} />}
      onClick={() => changes.editTicked()}
    >
      {t("table.editTicked", { count })}
    </Button>
  );
}
