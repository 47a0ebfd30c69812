/** The name of a section, with what chooses within it and its table as a file. */
import type { ReactNode } from "react";
import view from "../../ui/View.module.css";
import { CsvButton } from "../../workspace/CsvButton.tsx";
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
  const exportTable = useExportTable();
  return (
    <div className={styles.sectionHead}>
      <h2 className={view.sectionTitle} id={id}>
        {title}
      </h2>
      {children}
      <span className={view.space} />
      {rows && <CsvButton beside table={title} onSave={() => exportTable(title, rows)} />}
    </div>
  );
}
