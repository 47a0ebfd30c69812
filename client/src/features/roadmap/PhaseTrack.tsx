/** The phases of a mission on the axis, each with the level that leads it. */
import { useTranslation } from "react-i18next";
import styles from "./Roadmap.module.css";
import type { MissionRow } from "./roadmapRows.ts";
import { datesText, leadText, phaseName } from "./roadmapWords.ts";
import { DAY, type TimeScale, xOf } from "./timeScale.ts";

const TRACK_HEIGHT = 40;

export function PhaseTrack({ row, scale }: { readonly row: MissionRow; readonly scale: TimeScale }) {
  const { t } = useTranslation();
  return row.phases.map(({ band, track }) => {
    const name = phaseName(band, t);
    const left = xOf(scale, band.from);
    const width = xOf(scale, band.to + DAY) - left;
    const lead = leadText(band.leadLevel, t);
    return (
      <div
        key={band.phase}
        className={styles.phase}
        data-phase={band.phase}
        data-current={band.isCurrent || undefined}
        style={{ left, width, top: 4 + track * TRACK_HEIGHT, height: TRACK_HEIGHT - 4 }}
        title={[name, datesText(band, t), lead, band.focus].filter(Boolean).join("\n")}
      >
        <span className={styles.phaseWords}>
          <b data-text={name} />
          <span data-text={lead} />
        </span>
      </div>
    );
  });
}
