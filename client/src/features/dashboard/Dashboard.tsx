/**
 * What a councillor reads in one minute, on a phone first: each mission with the years left, who answers, what waits
 * for a decision and how far its work is; and the health of the map. What is not known is said.
 */
import { Button } from "@mantine/core";
import { dashboard } from "@trellis/shared/derive/dashboard";
import { useTranslation } from "react-i18next";
import { useCanEdit } from "../../document/useSaveState.ts";
import { EmptyView } from "../../ui/EmptyView.tsx";
import { Tile } from "../../ui/Tile.tsx";
import view from "../../ui/View.module.css";
import { useAnswer } from "../../workspace/useAnswer.ts";
import { useFirstCard } from "../../workspace/useFirstCard.ts";
import { ChangesTile } from "./ChangesTile.tsx";
import styles from "./Dashboard.module.css";
import { DecisionList } from "./DecisionList.tsx";
import { HealthTile } from "./HealthTile.tsx";
import { MissionSection } from "./MissionSection.tsx";
import { OutsideList } from "./OutsideList.tsx";

export function Dashboard() {
  const { t } = useTranslation();
  const { missions, otherDecisions, outside, health } = useAnswer(dashboard);
  const [only, ...others] = missions;
  const ofMap = (
    <>
      <ChangesTile />
      <HealthTile groups={health} />
      {otherDecisions.length > 0 && (
        <Tile title={t("dashboard.decisions.other")}>
          <DecisionList decisions={otherDecisions} />
        </Tile>
      )}
      {outside.length > 0 && (
        <Tile title={t("dashboard.outside.title")}>
          <OutsideList cards={outside} />
        </Tile>
      )}
    </>
  );
  return (
    <section className={styles.dashboard} aria-label={t("dashboard.label")}>
      {!only ? (
        <EmptyDashboard />
      ) : (
        <div className={`${view.column} ${styles.broad}`}>
          {others.length === 0 ? (
            <MissionSection tile={only}>{ofMap}</MissionSection>
          ) : (
            <>
              {missions.map((mission) => (
                <MissionSection key={mission.mission} tile={mission} />
              ))}
              <div className={view.tiles}>{ofMap}</div>
            </>
          )}
        </div>
      )}
    </section>
  );
}

/** One sentence and one step. */
function EmptyDashboard() {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const begin = useFirstCard();
  return (
    <EmptyView title={t("dashboard.empty")} next={t(canEdit ? "dashboard.emptyNext" : "dashboard.emptyRead")}>
      {canEdit && <Button onClick={() => begin("mission")}>{t("dashboard.addMission")}</Button>}
    </EmptyView>
  );
}
