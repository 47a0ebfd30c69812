/** Who is accountable for how much of a mission, and for which of its cards nobody is. */
import type { MissionTile } from "@trellis/shared/derive/dashboard";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { CardButton } from "../../workspace/CardButton.tsx";
import styles from "./Dashboard.module.css";

/** Actors named before the rest is counted. */
const FEW = 4;

export function LoadList({ tile: { answering, gaps, cards } }: { readonly tile: MissionTile }) {
  const { t } = useTranslation();
  const rest = answering.length - FEW;
  return (
    <>
      {answering.length === 0 ? (
        <p className={styles.line}>{t("dashboard.load.nobody")}</p>
      ) : (
        <ul className={styles.list}>
          {answering.slice(0, FEW).map(({ actor, cards: count }) => (
            <li key={actor} className={styles.item} data-load={actor}>
              <CardButton card={actor} />
              <span className={view.soft}>{t("dashboard.load.cards", { count })}</span>
            </li>
          ))}
          {rest > 0 && <li className={view.soft}>{t("dashboard.load.more", { count: rest })}</li>}
        </ul>
      )}
      {gaps.length === 0 ? (
        <p className={styles.line}>{t("dashboard.load.noGaps")}</p>
      ) : (
        <details className={styles.gaps}>
          <summary>{t("dashboard.load.gaps", { count: gaps.length, total: cards })}</summary>
          <ul className={styles.list}>
            {gaps.map((card) => (
              <li key={card} className={styles.item}>
                <CardButton card={card} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
