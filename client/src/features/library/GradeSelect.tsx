/** Likelihood or impact of one risk: known in words and figures, or not known. One edit and one undo step a choice. */
import { GRADES } from "@trellis/shared/derive/riskGrid";
import type { CardId } from "@trellis/shared/schema/ids";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import { titleOf } from "../../workspace/lookWords.ts";
import styles from "./Library.module.css";
import { useGrade } from "./useGrade.ts";

interface GradeSelectProps {
  readonly card: CardId;
  readonly field: "likelihood" | "impact";
  readonly value: number | null;
}

const HIGHEST_FIRST = [...GRADES].reverse();

// The browser's own control: a table has two of them for each risk.
export const GradeSelect = memo(function GradeSelect({ card, field, value }: GradeSelectProps) {
  const { t } = useTranslation();
  const grade = useGrade();
  const title = useMap((snapshot) => titleOf(snapshot, card, t));
  return (
    <select
      className={styles.grade}
      aria-label={t(`library.risk.${field}Of`, { title })}
      value={value === null ? "" : String(value)}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        grade(card, field, chosen === "" ? null : Number(chosen));
      }}
    >
      <option value="">{t("library.risk.notKnown", { name: t(`library.risk.${field}`) })}</option>
      {HIGHEST_FIRST.map((one) => (
        <option key={one} value={String(one)}>
          {t(`library.risk.${field}s.${one}`)}
        </option>
      ))}
    </select>
  );
});
