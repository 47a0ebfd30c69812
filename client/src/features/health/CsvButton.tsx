import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type TableRows, useExportTable } from "../../workspace/exportTable.ts";

/** Saves one table of a part as a file for spreadsheets. `table` is its name. */
export function CsvButton({ table, rows }: { readonly table: string; readonly rows: () => TableRows }) {
  const { t } = useTranslation();
  const exportTable = useExportTable();
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray.8"
      c="gray.8"
      leftSection={<IconDownload size={15} stroke={1.7} aria-hidden="true" />}
      aria-label={t("health.csvOf", { table })}
      onClick={() => exportTable(table, rows)}
    >
      {t("health.csv")}
    </Button>
  );
}
