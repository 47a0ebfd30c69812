/** Who is accountable for how much of a mission, and for which of its cards nobody is. */
import type { MissionTile } from "@trellis/shared/derive/dashboard";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useParams } from "react-router";
import view from "../../ui/View.module.css";
import { CardButton } from "../../workspace/CardButton.tsx";
import styles from "./Dashboard.module.css";

/** Actors named before the rest is counted. */
const FEW = 4;

export function LoadList({ tile: { answering, gaps, cards, prompts } }: { readonly tile: MissionTile }) {
  const { t } = useTranslation();
  const { mapId = "" } = useParams<"mapId">();
  const { search } = useLocation();
  const rest = answering.length - FEW;
  const rowsOf = (rows: string) => {
    const params = new URLSearchParams(search);
    for (const name of ["part", "phase"]) params.delete(name);
    if (rows === "") params.delete("rows");
    else params.set("rows", rows);
    return { pathname: `/maps/${mapId}/responsibilities`, search: params.toString() };
  };
  if (cards === 0 && prompts > 0) return <p className={styles.line}>{t("words.prompts")}</p>;
  return (
    <>
      {answering.length === 0 ? (
        <p className={styles.line}>{t("dashboard.load.nobody")}</p>
      ) : (
        <ul className={styles.list}>
          {answering.slice(0, FEW).map(({ actor, cards: count, isOverloaded }) => (
            <li key={actor} className={styles.pair} data-load={actor}>
              <CardButton card={actor} />
              {isOverloaded ? (
                <Link className={styles.warnLink ?? ""} to={rowsOf(`answers:${actor}`)}>
                  {t("dashboard.load.overloaded", { count })}
                </Link>
              ) : (
                <span className={view.soft}>{t("dashboard.load.cards", { count })}</span>
              )}
            </li>
          ))}
          {rest > 0 && (
            <li>
              <Link className={styles.link ?? ""} to={rowsOf("")}>
                {t("dashboard.load.more", { count: rest })}
              </Link>
            </li>
          )}
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
