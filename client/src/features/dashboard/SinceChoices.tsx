/** Chooses since when: the last visit, thirty days, or any day. */
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { showDate } from "../../workspace/showDate.ts";
import { today } from "../../workspace/today.ts";
import styles from "./Dashboard.module.css";
import { dayProblem, daysAgo, FIRST_DAY, type Since, type SinceChoice } from "./since.ts";

interface SinceChoicesProps {
  readonly since: Since;
  readonly hasVisit: boolean;
  readonly onChoose: (choice: SinceChoice) => void;
}

export function SinceChoices({ since: { day, isVisit }, hasVisit, onChoose }: SinceChoicesProps) {
  const { t } = useTranslation();
  const id = useId();
  /** What stands in the field and is no day that can be chosen; while a year is being typed nothing is said of it. */
  const [typed, setTyped] = useState<{ readonly value: string; readonly isLeft: boolean } | null>(null);
  const problem = typed && (typed.isLeft || typed.value >= "1000") ? dayProblem(typed.value) : null;
  const monthAgo = daysAgo(new Date());
  const choose = (since: string | null) => {
    setTyped(null);
    onChoose({ since });
  };
  return (
    <div className={styles.since}>
      <label htmlFor={id}>{t("dashboard.changes.label")}</label>
      <input
        id={id}
        type="date"
        className={styles.date}
        value={typed?.value ?? day}
        min={FIRST_DAY}
        max={today()}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onBlur={() => typed && setTyped({ ...typed, isLeft: true })}
        onChange={({ currentTarget: { value } }) => {
          const isDay = dayProblem(value) === null;
          setTyped(isDay ? null : { value, isLeft: false });
          if (isDay) onChoose({ since: value });
        }}
      />
      <span className={view.chips}>
        {hasVisit && (
          <button type="button" className={view.chip} aria-pressed={isVisit} onClick={() => choose(null)}>
            {t("dashboard.changes.visit")}
          </button>
        )}
        <button
          type="button"
          className={view.chip}
          aria-pressed={!isVisit && day === monthAgo}
          onClick={() => choose(hasVisit ? monthAgo : null)}
        >
          {t("dashboard.changes.month")}
        </button>
      </span>
      {problem && (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {t(`dashboard.changes.problem.${problem}`, { first: showDate(FIRST_DAY), day: showDate(day) })}
        </p>
      )}
    </div>
  );
}
