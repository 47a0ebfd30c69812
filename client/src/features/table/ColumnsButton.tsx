/** Which columns are shown: every field of the type, ticked or not. The choice stands in the address. */
import { Button, Popover } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { columnName } from "./cellText.ts";
import { columnsOf, TITLE } from "./columns.ts";
import { forgetWidths } from "./columnWidths.ts";
import styles from "./Table.module.css";
import { columnsChosen } from "./tableAddress.ts";
import type { TableModel } from "./useTableModel.ts";

export function ColumnsButton({ model: { store, type, columns, choose } }: { readonly model: TableModel }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const shown = new Set(columns.map(({ key }) => key));
  const toggle = (key: string) => {
    const next = shown.has(key) ? [...shown].filter((other) => other !== key) : [...shown, key];
    choose({ columns: columnsChosen(type, next) });
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={280} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-md"
          variant="subtle"
          color="gray.8"
          c="gray.8"
          leftSection={<IconColumns3 size={16} stroke={1.7} />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t("table.columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.columns ?? ""} aria-label={t("table.columns")}>
        <Button
          size="compact-xs"
          variant="subtle"
          className={styles.usual ?? ""}
          onClick={() => {
            forgetWidths(store, type);
            choose({ columns: null });
          }}
        >
          {t("table.usualColumns")}
        </Button>
        {columnsOf(type)
          .filter(({ key }) => key !== TITLE)
          .map((column) => (
            <label key={column.key} className={styles.choice}>
              <input
                type="checkbox"
                className={styles.box}
                checked={shown.has(column.key)}
                onChange={() => toggle(column.key)}
              />
              {columnName(t, column)}
            </label>
          ))}
      </Popover.Dropdown>
    </Popover>
  );
}
