import type { ReactNode } from "react";
import view from "../../../ui/View.module.css";
import { CsvButton } from "../../../workspace/CsvButton.tsx";
import { type TableRows, useExportTable } from "../../../workspace/exportTable.ts";

interface PartSectionProps {
  readonly title: string;
  readonly rows: () => TableRows;
  readonly children: ReactNode;
}

/** One table under its heading, with the way to save it. */
export function PartSection({ title, rows, children }: PartSectionProps) {
  const exportTable = useExportTable();
  return (
    <section className={view.section} aria-label={title}>
      <div className={view.sectionHead}>
        <h2 className={view.sectionTitle}>{title}</h2>
        <CsvButton beside table={title} onSave={() => exportTable(title, rows)} />
      </div>
      {children}
    </section>
  );
}
