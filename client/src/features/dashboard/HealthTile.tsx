/** The health of the map by group, each a way into its checks. No total: a single score would be worked for. */
import type { CheckState, GroupHealth } from "@trellis/shared/derive/health/healthCheck";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useParams } from "react-router";
import { Tile } from "../../ui/Tile.tsx";
import view from "../../ui/View.module.css";
import styles from "./Dashboard.module.css";

const SHOWN: readonly CheckState[] = ["fail", "not_known", "pass"];

export function HealthTile({ groups }: { readonly groups: readonly GroupHealth[] }) {
  const { t } = useTranslation();
  const { mapId = "" } = useParams<"mapId">();
  const { search } = useLocation();
  const to = (group: string) => {
    const params = new URLSearchParams(search);
    params.delete("result");
    params.set("group", group);
    return { pathname: `/maps/${mapId}/health`, search: params.toString() };
  };
  return (
    <Tile title={t("dashboard.health.title")}>
      <ul className={styles.list}>
        {groups.map(({ group, counts }) => {
          const states = SHOWN.filter((state) => counts[state] > 0);
          return (
            <li key={group} className={styles.item} data-group={group}>
              <Link className={styles.link ?? ""} to={to(group)}>
                {t(`checkGroup.${group}`)}
              </Link>
              <span className={styles.counts}>
                {states.length === 0 && <span className={view.soft}>{t("dashboard.health.all")}</span>}
                {states.map((state) => (
                  <span key={state} data-result={state}>
                    {t(`dashboard.count.${state}`, { count: counts[state] })}
                  </span>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </Tile>
  );
}
