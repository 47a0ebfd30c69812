/** A chart with its name, its legend and the table of its figures beside it (below it where there is no room). */
import { type ReactNode, useId } from "react";
import styles from "./Chart.module.css";
import { Legend, type LegendItem } from "./Legend.tsx";

interface ChartFigureProps {
  readonly title: string;
  readonly legend: readonly LegendItem[];
  readonly chart: ReactNode;
  /** The same figures in words; a picture never says what its table does not. */
  readonly table: ReactNode;
  readonly children?: ReactNode;
}

export function ChartFigure({ title, legend, chart, table, children }: ChartFigureProps) {
  const id = useId();
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption className={styles.caption} id={id}>
        {title}
      </figcaption>
      <div className={styles.beside}>
        <div className={styles.picture}>
          {chart}
          <Legend items={legend} />
          {children}
        </div>
        <div className={styles.table}>{table}</div>
      </div>
    </figure>
  );
}
