/** Where a mission stands in time: the phase that counts today, the next one, and what is not yet handed over to it. */
import { nextPhases } from "@trellis/shared/derive/handovers";
import { type PhaseBand, phaseBands } from "@trellis/shared/derive/phaseBands";
import type { Level } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useParams } from "react-router";
import { Tile } from "../../ui/Tile.tsx";
import view from "../../ui/View.module.css";
import { showDate } from "../../workspace/showDate.ts";
import { useAnswer } from "../../workspace/useAnswer.ts";
import styles from "./Dashboard.module.css";

const NONE: readonly PhaseBand[] = [];

const leadText = (level: Level | null, t: TFunction): string =>
  level === null
    ? t("dashboard.phase.leadNotKnown")
    : t("dashboard.phase.lead", { level: t(`enum.level.${level}`) });

export function PhaseTile({ mission }: { readonly mission: CardId }) {
  const { t } = useTranslation();
  const { mapId = "" } = useParams<"mapId">();
  const { search } = useLocation();
  const phases = useAnswer(phaseBands).get(mission) ?? NONE;
  const next = useAnswer(nextPhases).get(mission);
  const current = phases.find(({ isCurrent }) => isCurrent);
  const nameOf = (band: PhaseBand) => band.name ?? t("words.phase", { number: band.number });
  const after = phases.find(({ phase }) => phase === next?.next.id);
  const params = new URLSearchParams(search);
  params.set("part", "phases");
  params.set("of", mission);
  const roadmap = { pathname: `/maps/${mapId}/roadmap`, search: params.toString() };
  return (
    <Tile title={t("dashboard.phase.title")}>
      {!current ? (
        <p className={styles.line}>{t("dashboard.phase.none")}</p>
      ) : (
        <>
          <p className={styles.line}>
            {t("dashboard.phase.now", { name: nameOf(current), lead: leadText(current.leadLevel, t) })}
          </p>
          {after ? (
            <p className={view.soft}>
              {t(after.start ? "dashboard.phase.next" : "dashboard.phase.nextUndated", {
                name: nameOf(after),
                date: after.start && showDate(after.start),
                lead: leadText(after.leadLevel, t),
              })}
            </p>
          ) : (
            <p className={view.soft}>{t("dashboard.phase.last")}</p>
          )}
          {next && next.open.length > 0 && (
            <p className={styles.line}>
              <Link className={(next.isDue ? styles.warnLink : styles.link) ?? ""} to={roadmap}>
                {t("dashboard.phase.open", { count: next.open.length })}
              </Link>
            </p>
          )}
          {next?.open.length === 0 && <p className={view.soft}>{t("dashboard.phase.ready")}</p>}
        </>
      )}
      <Link className={styles.link ?? ""} to={roadmap}>
        {t("dashboard.phase.see")}
      </Link>
    </Tile>
  );
}
