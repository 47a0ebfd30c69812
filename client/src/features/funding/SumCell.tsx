import type { Sum } from "@trellis/shared/derive/money/sums";
import { useTranslation } from "react-i18next";
import styles from "./Funding.module.css";
import { sumText } from "./fundingWords.ts";

interface SumCellProps {
  readonly sum: Sum;
  readonly currency: string | null;
}

/** A sum in a table, with what stands beside it in other currencies and how many amounts it leaves out. */
export function SumCell({ sum, currency }: SumCellProps) {
  const { t } = useTranslation();
  return (
    <td className={styles.number}>
      {sumText(sum, currency, t)}
      {sum.notKnown > 0 && (
        <span className={styles.under}>{t("words.amountsNotKnown", { count: sum.notKnown })}</span>
      )}
    </td>
  );
}
