/** Chooses since when: the last visit, thirty days, or any day. */
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { today } from "../../workspace/today.ts";
import styles from "./Dashboard.module.css";
import { daysAgo, readSince, type Since, type SinceChoice } from "./since.ts";

interface SinceChoicesProps {
  readonly since: Since;
  readonly hasVisit: boolean;
  readonly onChoose: (choice: SinceChoice) => void;
}

export function SinceChoices({ since: { day, isVisit }, hasVisit, onChoose }: SinceChoicesProps) {
  const { t } = useTranslation();
  const id = useId();
  /** A date that is being typed and is none yet. */
  const [typed, setTyped] = useState<string | null>(null);
  const monthAgo = daysAgo(new Date());
  return (
    <div className={styles.since}>
      <label htmlFor={id}>{t("dashboard.changes.label")}</label>
      <input
        id={id}
        type="date"
        className={styles.date}
        value={typed ?? day}
        max={today()}
        onBlur={() => setTyped(null)}
        onChange={({ currentTarget: { value } }) => {
          const { since } = readSince(`?since=${value}`);
          setTyped(since === null ? value : null);
          if (since !== null) onChoose({ since });
        }}
      />
      <span className={view.chips}>
        {hasVisit && (
          <button
            type="button"
            className={view.chip}
            aria-pressed={isVisit}
            onClick={() => onChoose({ since: null })}
          >
            {t("dashboard.changes.visit")}
          </button>
        )}
        <button
          type="button"
          className={view.chip}
          aria-pressed={!isVisit && day === monthAgo}
          onClick={() => onChoose({ since: hasVisit ? monthAgo : null })}
        >
          {t("dashboard.changes.month")}
        </button>
      </span>
    </div>
  );
}
