import type { MissionTile } from "@trellis/shared/derive/dashboard";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { CardButton } from "../../workspace/CardButton.tsx";
import { showDate } from "../../workspace/showDate.ts";
import styles from "./Dashboard.module.css";

/** Decisions that are due or open, in this order. */
export function DecisionList({ decisions }: Pick<MissionTile, "decisions">) {
  const { t } = useTranslation();
  if (decisions.length === 0) return <p className={styles.line}>{t("dashboard.decisions.none")}</p>;
  return (
    <ul className={styles.list}>
      {decisions.map(({ card, state, date }) => (
        <li key={card} className={styles.item} data-decision={state}>
          <CardButton card={card} />
          <span className={state === "due" ? view.warn : view.soft}>
            {date === null
              ? t("dashboard.decisions.undated")
              : t(state === "due" ? "dashboard.decisions.due" : "dashboard.decisions.open", {
                  date: showDate(date),
                })}
          </span>
        </li>
      ))}
    </ul>
  );
}
