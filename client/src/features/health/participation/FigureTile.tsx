/** One figure: so many out of so many, what is counted when somebody asks, and the cards behind it. */
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import view from "../../../ui/View.module.css";
import { CardMenu } from "../../../workspace/CardMenu.tsx";
import { percent } from "../../../workspace/moneyWords.ts";
import type { Figure } from "./figures.ts";
import styles from "./Participation.module.css";

export function FigureTile({ figure }: { readonly figure: Figure }) {
  const { t } = useTranslation();
  const id = useId();
  const [isExplained, setExplained] = useState(false);
  const { name, count, of, share, having, missing } = figure;
  const title = t(`participation.figure.${name}.name`);
  return (
    <article className={styles.figure} aria-labelledby={id} data-figure={name}>
      <h3 className={styles.figureName} id={id}>
        {title}
      </h3>
      {share === null ? (
        <p className={styles.unknown}>
          {t("words.notKnown")}
          <span>{t(`participation.figure.${name}.nothing`)}</span>
        </p>
      ) : (
        <p className={styles.share}>
          <b>{t("participation.outOf", { count, of })}</b> <span>{percent(share)}</span>
          <span className={styles.bar} aria-hidden="true">
            <span style={{ width: `${share * 100}%` }} />
          </span>
        </p>
      )}
      <div className={styles.behind}>
        {having.length > 0 && (
          <CardMenu
            cards={having}
            label={t(`participation.figure.${name}.having`, { count: having.length })}
            name={title}
          />
        )}
        {missing.length > 0 && (
          <CardMenu
            cards={missing}
            label={t(`participation.figure.${name}.missing`, { count: missing.length })}
            name={title}
          />
        )}
        <button
          type="button"
          className={`${view.card} ${styles.what}`}
          aria-expanded={isExplained}
          aria-label={t("participation.whatOf", { figure: title })}
          onClick={() => setExplained(!isExplained)}
        >
          {t("participation.what")}
        </button>
      </div>
      {isExplained && <p className={view.soft}>{t(`participation.figure.${name}.definition`)}</p>}
    </article>
  );
}
