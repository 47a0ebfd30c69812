import type { IndicatorReading } from "@trellis/shared/derive/indicators";
import { useTranslation } from "react-i18next";
import { monthOf } from "./figures.ts";
import styles from "./Indicators.module.css";
import { besideVerdict, paceWords, SIGNS, verdictWords } from "./verdictWords.ts";

/** The verdict with the shape of its path, how far along, and what else has to be said beside it. */
export function Verdict({ reading }: { readonly reading: IndicatorReading }) {
  const { t } = useTranslation();
  const { status } = reading.standing;
  const pace = paceWords(t, reading);
  return (
    <div className={styles.verdict} data-verdict={status}>
      <p className={styles.said}>
        <span className={styles.sign} aria-hidden="true">
          {SIGNS[status]}
        </span>
        {verdictWords(t, reading)}
      </p>
      {pace !== null && <p className={styles.pace}>{pace}</p>}
      {besideVerdict(t, reading).map((sentence) => (
        <p key={sentence} className={styles.pace}>
          {sentence}
        </p>
      ))}
      <Stale reading={reading} />
    </div>
  );
}

/** Old figures are a matter of their own, whatever the verdict. */
function Stale({ reading: { freshness } }: { readonly reading: IndicatorReading }) {
  const { t } = useTranslation();
  if (freshness.state !== "stale" || freshness.newest === null) return null;
  return (
    <p className={styles.stale} data-stale title={t("indicators.staleWhy", { count: freshness.months ?? 0 })}>
      {t("indicators.stale", { date: monthOf({ day: freshness.newest }) })}
    </p>
  );
}
