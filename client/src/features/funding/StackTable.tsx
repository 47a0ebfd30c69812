/** The figures of a stack, exactly: a row for each bar, a column for each part. */
import type { Dimension, Split, Stack, StackBar } from "@trellis/shared/derive/money/slices";
import { useTranslation } from "react-i18next";
import { WideTable } from "../../ui/WideTable.tsx";
import { exact } from "../../workspace/moneyWords.ts";
import styles from "./Funding.module.css";
import { othersText, valueWord } from "./fundingWords.ts";

interface StackTableProps {
  readonly stack: Stack;
  readonly by: Dimension;
  readonly split: Split;
  readonly currency: string | null;
  readonly caption: string;
}

export function StackTable({ stack, by, split, currency, caption }: StackTableProps) {
  const { t } = useTranslation();
  const partOf = (bar: StackBar, value: string | null) =>
    bar.parts.find((part) => part.value === value)?.amount;
  const hasMore = stack.bars.some(({ others, notKnown }) => others.length > 0 || notKnown > 0);
  return (
    <WideTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t(`funding.dimension.${by}`)}</th>
          {stack.parts.map((value) => (
            <th key={value ?? ""} scope="col" className={styles.number}>
              {valueWord(split, value, t)}
            </th>
          ))}
          {stack.parts.length > 1 && (
            <th scope="col" className={styles.number}>
              {t("funding.stack.sum")}
            </th>
          )}
          {hasMore && <th scope="col">{t("funding.stack.besides")}</th>}
        </tr>
      </thead>
      <tbody>
        {stack.bars.map((bar) => (
          <tr key={bar.value ?? ""} data-row={bar.value ?? ""}>
            <th scope="row">{valueWord(by, bar.value, t)}</th>
            {stack.parts.map((value) => {
              const amount = partOf(bar, value);
              return (
                <td key={value ?? ""} className={styles.number}>
                  {amount === undefined ? "–" : exact(amount, currency)}
                </td>
              );
            })}
            {stack.parts.length > 1 && (
              <td className={styles.number}>{bar.amount > 0 ? exact(bar.amount, currency) : "–"}</td>
            )}
            {hasMore && (
              <td>
                {[
                  othersText(bar.others),
                  bar.notKnown > 0 ? t("words.amountsNotKnown", { count: bar.notKnown }) : "",
                ]
                  .filter((text) => text !== "")
                  .join("; ")}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
