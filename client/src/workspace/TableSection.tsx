import type { ReactNode } from "react";
import view from "../ui/View.module.css";
import { CsvButton } from "./CsvButton.tsx";
import { type TableRows, useExportTable } from "./exportTable.ts";

interface TableSectionProps {
  readonly title: string;
  readonly rows: () => TableRows;
  readonly children: ReactNode;
}

/** One table under its heading, with the way to save it. */
export function TableSection({ title, rows, children }: TableSectionProps) {
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
