/** Saves one table of a view as a file for spreadsheets: the same button and words wherever there is a table. */
import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { usePhone } from "../ui/usePhone.ts";

interface CsvButtonProps {
  /** What the table is called. */
  readonly table: string;
  readonly onSave: () => void;
  /** Smaller, beside the heading of one table among several. */
  readonly beside?: boolean;
  readonly className?: string;
}

export function CsvButton({ table, onSave, beside = false, className = "" }: CsvButtonProps) {
  const { t } = useTranslation();
  const isPhone = usePhone();
  return (
    <Button
      size={beside ? "compact-sm" : "compact-md"}
      variant="subtle"
      color="gray.8"
      c="gray.8"
      className={className}
      leftSection={isPhone ? null : <IconDownload size={16} stroke={1.7} aria-hidden="true" />}
      aria-label={t("commands.csvOf", { table })}
      onClick={onSave}
    >
      {t("commands.csv")}
    </Button>
  );
}
