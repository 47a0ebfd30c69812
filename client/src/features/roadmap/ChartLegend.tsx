/** What the patterns, shapes and lines of the chart mean; and, without phases, the way to the first one. */
import { Button } from "@mantine/core";
import { IconSwitchHorizontal } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { patternOf } from "./BarPatterns.tsx";
import { MarkSign } from "./MarkSign.tsx";
import styles from "./Roadmap.module.css";
import { BAR_TONES } from "./roadmapWords.ts";
import type { RoadmapModel } from "./useRoadmapModel.ts";

const MARKS = ["decision", "review", "milestone"] as const;

export function ChartLegend({ model }: { readonly model: RoadmapModel }) {
  const { t } = useTranslation();
  return (
    <div className={styles.above}>
      <FirstPhase model={model} />
      <ul className={styles.legend} aria-label={t("roadmap.legend.label")}>
        {BAR_TONES.map((tone) => (
          <li key={tone}>
            <svg width="22" height="12" aria-hidden="true">
              <rect
                className={styles.known}
                x="0.5"
                y="0.5"
                width="21"
                height="11"
                rx="2"
                data-tone={tone}
                fill={patternOf(tone)}
              />
            </svg>
            {t(`roadmap.legend.${tone}`)}
          </li>
        ))}
        <li>
          <svg width="22" height="12" aria-hidden="true">
            <rect className={styles.open} x="0.5" y="0.5" width="21" height="11" data-whole />
          </svg>
          {t("roadmap.legend.open")}
        </li>
        {MARKS.map((kind) => (
          <li key={kind}>
            <MarkSign kind={kind} state={null} />
            {t(`roadmap.mark.${kind}`)}
          </li>
        ))}
        <li>
          <span className={styles.handoverSign} aria-hidden="true">
            <IconSwitchHorizontal size={11} stroke={2.2} />
          </span>
          {t("roadmap.legend.handover")}
        </li>
      </ul>
    </div>
  );
}

/** The first mission without phases, while no mission has any. */
export function FirstPhase({ model: { timeline, canEdit, actions } }: { readonly model: RoadmapModel }) {
  const { t } = useTranslation();
  const first = timeline.missions.find(({ mission }) => mission !== null)?.mission;
  if (!first || timeline.missions.some(({ phases }) => phases.length > 0)) return null;
  return (
    <div className={styles.firstPhase} data-first-phase>
      <p>{t("roadmap.phase.none")}</p>
      {canEdit && (
        <Button size="compact-sm" onClick={() => actions.openAt(first, "phases")}>
          {t("roadmap.phase.addFirst")}
        </Button>
      )}
    </div>
  );
}
