/** Pay for success: which figure has to be reached, where it stands, and how much is due then. */
import type { SuccessPayment } from "@trellis/shared/derive/money/success";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { WideTable } from "../../ui/WideTable.tsx";
import { CardButton } from "../../workspace/CardButton.tsx";
import { exact } from "../../workspace/moneyWords.ts";
import { showDate } from "../../workspace/showDate.ts";
import { formatNumber } from "../../workspace/values/numbers.ts";
import styles from "./Funding.module.css";
import { NotKnown } from "./NotKnown.tsx";

const HEADS = ["pot", "indicator", "threshold", "actual", "amount", "met"] as const;

export function SuccessTable({ payments }: { readonly payments: readonly SuccessPayment[] }) {
  const { t } = useTranslation();
  return (
    <WideTable caption={t("funding.success.caption")}>
      <thead>
        <tr>
          {HEADS.map((head) => (
            <th key={head} scope="col">
              {t(`funding.success.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {payments.map((payment) => (
          <SuccessRow key={payment.pot} payment={payment} />
        ))}
      </tbody>
    </WideTable>
  );
}

function SuccessRow({ payment }: { readonly payment: SuccessPayment }) {
  const { t } = useTranslation();
  const { pot, indicator, unit, threshold, amount, currency, actual, day, isMet, why } = payment;
  const figure = (value: number) => [formatNumber(value), unit ?? ""].join(" ").trim();
  const terms = <NotKnown card={pot} place="payOn" />;
  return (
    <tr data-success={pot}>
      <th scope="row">
        <CardButton card={pot} />
      </th>
      <td>{indicator ? <CardButton card={indicator} /> : terms}</td>
      <td className={styles.number}>{threshold === null ? terms : figure(threshold)}</td>
      <td className={styles.number}>
        {actual !== null && day ? (
          <>
            {figure(actual)}
            <span className={styles.under}>{showDate(day)}</span>
          </>
        ) : indicator ? (
          <NotKnown card={indicator} place="actuals" />
        ) : (
          t("words.notKnown")
        )}
      </td>
      <td className={styles.number}>{amount === null ? terms : exact(amount, currency)}</td>
      <td>
        {isMet === null ? (
          <>
            {t("words.notKnown")}
            <span className={styles.under}>{t(`funding.success.${why ?? "no_actual"}`)}</span>
          </>
        ) : (
          <span className={isMet ? styles.met : view.warn}>
            {t(`funding.success.${isMet ? "isMet" : "isNotMet"}`)}
          </span>
        )}
      </td>
    </tr>
  );
}
