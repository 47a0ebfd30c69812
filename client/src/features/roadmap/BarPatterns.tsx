/** A pattern for each status, so that bars are told apart in grey and in print; colour comes second. */

import styles from "./Roadmap.module.css";
import { BAR_TONES, type BarTone } from "./roadmapWords.ts";

/** What is drawn over the ground of each: lines and dots. */
const LINES: Readonly<Record<BarTone, string>> = {
  idea: "M2 2h.01M6 6h.01",
  waiting: "M-2 6L2 10M0 0L8 8M6-2L10 2",
  active: "",
  done: "M0 2H8M0 6H8",
  halted: "M0 0L8 8M8 0L0 8",
  none: "",
};

export const patternOf = (tone: BarTone): string => `url(#roadmap-${tone})`;

/** Stands once in the page; bars and their legend refer to it. */
export function BarPatterns() {
  return (
    <svg className={styles.patterns} width="0" height="0" aria-hidden="true">
      <defs>
        {BAR_TONES.map((tone) => (
          <pattern key={tone} id={`roadmap-${tone}`} width="8" height="8" patternUnits="userSpaceOnUse">
            <rect className={styles.ground} width="8" height="8" data-tone={tone} />
            {LINES[tone] && <path className={styles.lines} d={LINES[tone]} data-tone={tone} />}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
