/** The name of a section, with what chooses within it and its table as a file. */
import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { type TableRows, useExportTable } from "../../workspace/exportTable.ts";
import styles from "./Funding.module.css";

interface SectionHeadProps {
  readonly id: string;
  readonly title: string;
  /** The section's table; asked for when it is wanted. */
  readonly rows?: () => TableRows;
  readonly children?: ReactNode;
}

export function SectionHead({ id, title, rows, children }: SectionHeadProps) {
  const { t } = useTranslation();
  const exportTable = useExportTable();
  return (
    <div className={styles.sectionHead}>
      <h2 className={view.sectionTitle} id={id}>
        {title}
      </h2>
      {children}
      <span className={view.space} />
      {rows && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray.8"
          c="gray.8"
          leftSection={<IconDownload size={15} stroke={1.7} />}
          aria-label={t("funding.csvOf", { table: title })}
          onClick={() => exportTable(title, rows)}
        >
          {t("funding.csv")}
        </Button>
      )}
    </div>
  );
}
