/** What stands behind the rows: the axis above, lines of years, bands of phases, and today. */
import { memo } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Roadmap.module.css";
import { type Block, saysTheSame } from "./roadmapRows.ts";
import { DAY, type TimeScale, xOf } from "./timeScale.ts";

/** At the ends of the axis the word stands within it. */
const HALF_LABEL = 24;

export const TimeAxis = memo(function TimeAxis({ scale }: { readonly scale: TimeScale }) {
  const { t } = useTranslation();
  return (
    <div className={styles.axis} aria-hidden="true">
      <div className={styles.corner}>{t("roadmap.corner")}</div>
      <div className={styles.ticks}>
        {scale.ticks.map(({ x, label, isYear }) => (
          <span key={x} className={styles.tick} data-tick data-year={isYear || undefined} style={{ left: x }}>
            {label}
          </span>
        ))}
        {scale.today !== null && (
          <span
            className={styles.todayLabel}
            data-today
            style={{ left: Math.min(Math.max(scale.today, HALF_LABEL), scale.width - HALF_LABEL) }}
          >
            {t("roadmap.today")}
          </span>
        )}
      </div>
    </div>
  );
});

interface ChartBackProps {
  readonly scale: TimeScale;
  readonly blocks: readonly Block[];
}

export const ChartBack = memo(function ChartBack({ scale, blocks }: ChartBackProps) {
  return (
    <div className={styles.back} style={{ width: scale.width }} aria-hidden="true">
      {blocks.flatMap(({ key, top, height, phases }) =>
        phases.map(({ band, track }, index) => (
          <div
            key={`${key} ${band.phase}`}
            className={styles.band}
            data-odd={index % 2 === 1 || undefined}
            data-over={track > 0 || undefined}
            style={{
              top,
              height,
              left: xOf(scale, band.from),
              width: xOf(scale, band.to + DAY) - xOf(scale, band.from),
            }}
          />
        )),
      )}
      {scale.ticks.map(({ x, isYear }) => (
        <div key={x} className={styles.yearLine} data-year={isYear || undefined} style={{ left: x }} />
      ))}
      {scale.today !== null && <div className={styles.todayLine} style={{ left: scale.today }} />}
    </div>
  );
}, saysTheSame);
