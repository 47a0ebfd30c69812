/** What the matrix says in one line; each part of it narrows the matrix to what it speaks of. */
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { percent } from "../../workspace/moneyWords.ts";
import { type Narrowing, narrowingText } from "./dutiesAddress.ts";
import { titleOf } from "./dutyWords.ts";
import styles from "./Responsibilities.module.css";
import type { DutiesModel } from "./useDutiesModel.ts";

/** More overloaded actors than this are in their columns only. */
const MOST_NAMED = 3;

export function Summary({ model }: { readonly model: DutiesModel }) {
  const { t } = useTranslation();
  const { figures } = model.table;
  const { words, address, choose } = model;
  const count = (kind: "gaps" | "clashes" | "norole", number: number) =>
    number === 0 && address.rows?.kind !== kind
      ? []
      : [
          {
            narrowing: { kind } as Narrowing,
            text: t(`responsibilities.summary.${kind}`, { count: number }),
            isWarning: kind !== "norole",
          },
        ];
  const parts = [
    ...count("gaps", figures.gaps),
    ...count("clashes", figures.clashes),
    ...figures.loaded.slice(0, MOST_NAMED).map((column) => ({
      narrowing: { kind: "answers", actor: column.actor } as Narrowing,
      text: t(
        column.isOverloaded ? "responsibilities.summary.overloaded" : "responsibilities.summary.answers",
        {
          actor: titleOf(words, column.actor),
          count: column.load,
          share: percent(column.share),
        },
      ),
      isWarning: column.isOverloaded,
    })),
    ...count("norole", figures.withoutRole),
  ];
  const chosen = narrowingText(address.rows);
  return (
    <div className={styles.summary}>
      <p className={styles.sentence} role="status">
        {figures.rows === 0 && figures.prompts > 0
          ? t("words.prompts")
          : t("responsibilities.summary.known", {
              count: figures.rows,
              answered: figures.rows - figures.gaps,
            })}
      </p>
      {parts.map(({ narrowing, text, isWarning }) => {
        const isChosen = narrowingText(narrowing) === chosen;
        return (
          <button
            key={narrowingText(narrowing)}
            type="button"
            className={view.chip}
            data-warning={isWarning || undefined}
            aria-pressed={isChosen}
            onClick={() => choose({ rows: isChosen ? null : narrowing })}
          >
            {text}
          </button>
        );
      })}
      {address.rows && (
        <button type="button" className={styles.clear} onClick={() => choose({ rows: null })}>
          {t("responsibilities.summary.all")}
        </button>
      )}
    </div>
  );
}
