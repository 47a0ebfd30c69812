import type { ReactNode } from "react";
import view from "../../../ui/View.module.css";
import type { TableRows } from "../../../workspace/exportTable.ts";
import { CsvButton } from "../CsvButton.tsx";

interface PartSectionProps {
  readonly title: string;
  readonly rows: () => TableRows;
  readonly children: ReactNode;
}

/** One table under its heading, with the way to save it. */
export function PartSection({ title, rows, children }: PartSectionProps) {
  return (
    <section className={view.section} aria-label={title}>
      <div className={view.sectionHead}>
        <h2 className={view.sectionTitle}>{title}</h2>
        <CsvButton table={title} rows={rows} />
      </div>
      {children}
    </section>
  );
}
