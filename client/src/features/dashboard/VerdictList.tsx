/** How the indicators of a mission stand on their paths, each number a way to them. */
import type { MissionTile } from "@trellis/shared/derive/dashboard";
import { VERDICTS } from "@trellis/shared/derive/indicators";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useParams } from "react-router";
import view from "../../ui/View.module.css";
import styles from "./Dashboard.module.css";

interface VerdictListProps {
  readonly tile: MissionTile;
  /** The address names the mission only where there are several. */
  readonly isOnly: boolean;
}

export function VerdictList({ tile: { mission, verdicts, verdictsOver }, isOnly }: VerdictListProps) {
  const { t } = useTranslation();
  const { mapId = "" } = useParams<"mapId">();
  const { search } = useLocation();
  const shown = VERDICTS.filter((verdict) => verdicts[verdict] > 0);
  if (shown.length === 0) return <p className={styles.line}>{t("dashboard.indicators.none")}</p>;
  const to = (verdict: string) => {
    const params = new URLSearchParams(search);
    if (!isOnly) params.set("mission", mission);
    params.set("verdict", verdict);
    return { pathname: `/maps/${mapId}/indicators`, search: params.toString() };
  };
  return (
    <ul className={styles.list}>
      {shown.map((verdict) => (
        <li key={verdict} className={styles.item} data-verdict={verdict}>
          <span>
            <Link className={styles.link ?? ""} to={to(verdict)}>
              {t(`dashboard.indicators.${verdict}`)}
            </Link>
            {verdictsOver[verdict] > 0 && (
              <span className={`${view.warn} ${styles.over}`} data-over>
                {t("dashboard.indicators.over", { count: verdictsOver[verdict] })}
              </span>
            )}
          </span>
          <span className={styles.count}>{verdicts[verdict]}</span>
        </li>
      ))}
    </ul>
  );
}
