/**
 * From phase to phase: what the next one still lacks, what changes hands, and at which level it is answered and paid
 * for in each. One section for each mission.
 */
import { nextPhases } from "@trellis/shared/derive/handovers";
import type { MissionTimeline } from "@trellis/shared/derive/timeline";
import type { CardId } from "@trellis/shared/schema/ids";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { CardButton } from "../../workspace/CardButton.tsx";
import { useAnswer } from "../../workspace/useAnswer.ts";
import { FirstPhase } from "./ChartLegend.tsx";
import { HandedOver } from "./HandedOver.tsx";
import { NotHandedOver } from "./NotHandedOver.tsx";
import { PhaseMoneyChart } from "./PhaseMoneyChart.tsx";
import { PhaseShareChart } from "./PhaseShareChart.tsx";
import styles from "./Roadmap.module.css";
import type { RoadmapModel } from "./useRoadmapModel.ts";

export function PhasesPart({ model }: { readonly model: RoadmapModel }) {
  const missions = model.timeline.missions.filter(
    (one): one is MissionTimeline & { readonly mission: CardId } => one.mission !== null,
  );
  const chosen = missions.filter(({ mission }) => mission === model.address.mission);
  return (
    <div className={view.scroller} data-phases-part>
      <div className={`${view.column} ${styles.wideColumn}`}>
        <FirstPhase model={model} />
        {(chosen.length > 0 ? chosen : missions).map((one) => (
          <MissionPhases key={one.mission} mission={one.mission} timeline={one} model={model} />
        ))}
      </div>
    </div>
  );
}

interface MissionPhasesProps {
  readonly mission: CardId;
  readonly timeline: MissionTimeline;
  readonly model: RoadmapModel;
}

function MissionPhases({ mission, timeline, model }: MissionPhasesProps) {
  const { t } = useTranslation();
  const id = useId();
  const next = useAnswer(nextPhases).get(mission);
  const { phases } = timeline;
  return (
    <section className={styles.missionPhases} aria-labelledby={id} data-mission={mission}>
      <h2 className={styles.missionTitle} id={id}>
        <CardButton card={mission} />
      </h2>
      {phases.length === 0 ? (
        <p className={view.soft}>{t("roadmap.phase.noneHere")}</p>
      ) : (
        <>
          <NotHandedOver next={next} phases={phases} model={model} />
          <HandedOver mission={mission} phases={phases} model={model} />
          <PhaseShareChart mission={mission} phases={phases} />
          <PhaseMoneyChart mission={mission} phases={phases} />
        </>
      )}
    </section>
  );
}
