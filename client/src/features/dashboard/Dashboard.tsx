/**
 * What a councillor reads in one minute, on a phone first: each mission with the years left, who answers, what waits
 * for a decision and how far its work is; and the health of the map. What is not known is said.
 */
import { Button, Text } from "@mantine/core";
import { dashboard } from "@trellis/shared/derive/dashboard";
import { addCard } from "@trellis/shared/ops/cards";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import { useCanEdit } from "../../document/useSaveState.ts";
import { openAt } from "../../workspace/panelWish.ts";
import { useAnswer } from "../../workspace/useAnswer.ts";
import styles from "./Dashboard.module.css";
import { DecisionList } from "./DecisionList.tsx";
import { HealthTile } from "./HealthTile.tsx";
import { MissionSection } from "./MissionSection.tsx";
import { Tile } from "./Tile.tsx";

export function Dashboard() {
  const { t } = useTranslation();
  const { missions, otherDecisions, health } = useAnswer(dashboard);
  const [only, ...others] = missions;
  const ofMap = (
    <>
      <HealthTile groups={health} />
      {otherDecisions.length > 0 && (
        <Tile title={t("dashboard.decisions.other")}>
          <DecisionList decisions={otherDecisions} />
        </Tile>
      )}
    </>
  );
  return (
    <section className={styles.dashboard} aria-label={t("dashboard.label")}>
      {!only ? (
        <EmptyDashboard />
      ) : (
        <div className={styles.column}>
          {others.length === 0 ? (
            <MissionSection tile={only}>{ofMap}</MissionSection>
          ) : (
            <>
              {missions.map((mission) => (
                <MissionSection key={mission.mission} tile={mission} />
              ))}
              <div className={styles.tiles}>{ofMap}</div>
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
  const edit = useEdit();
  const add = () => {
    const id = edit(addCard, { type: "mission" });
    if (id) openAt({ id, type: "mission" }, "title");
  };
  return (
    <div className={styles.empty}>
      <Text fw={600} size="lg">
        {t("dashboard.empty")}
      </Text>
      <Text c="dimmed" mt={4} mb="md">
        {t(canEdit ? "dashboard.emptyNext" : "dashboard.emptyRead")}
      </Text>
      {canEdit && <Button onClick={add}>{t("dashboard.addMission")}</Button>}
    </div>
  );
}
