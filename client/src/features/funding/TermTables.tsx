/** Money moved from weaker work, conditions, and who bears the risks and takes the rewards. */
import type { Pot } from "@trellis/shared/derive/money/pots";
import { scopeCurrency } from "@trellis/shared/derive/money/rates";
import type { Condition, RiskShare, Terms } from "@trellis/shared/derive/money/terms";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { WideTable } from "../../ui/WideTable.tsx";
import { CardButton } from "../../workspace/CardButton.tsx";
import { titleOf } from "../../workspace/lookWords.ts";
import { openLinkAt } from "../../workspace/panelWish.ts";
import styles from "./Funding.module.css";
import { NotKnown } from "./NotKnown.tsx";
import { SumCell } from "./SumCell.tsx";
import type { FundingModel } from "./useFundingModel.ts";

function Heads({ of, heads }: { readonly of: string; readonly heads: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col">
            {t(`funding.${of}.${head}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface MovedTableProps {
  readonly model: FundingModel;
  readonly redirected: readonly Pot[];
  readonly stopped: Terms["stopped"];
}

export function MovedTable({ model, redirected, stopped }: MovedTableProps) {
  const { t } = useTranslation();
  const base = model.ask(scopeCurrency, model.scope);
  return (
    <WideTable caption={t("funding.moved.caption")}>
      <Heads of="moved" heads={["card", "what", "committed", "paysFor"]} />
      <tbody>
        {redirected.map(({ card, committed, currency, money }) => (
          <tr key={card} data-moved={card}>
            <th scope="row">
              <CardButton card={card} />
            </th>
            <td>{t("funding.moved.redirected")}</td>
            <SumCell sum={committed} currency={currency} />
            <td>
              {[...new Set(money.map((one) => one.card))].map((one) => (
                <span key={one} className={styles.listed}>
                  <CardButton card={one} />
                </span>
              ))}
            </td>
          </tr>
        ))}
        {stopped.map(({ project, committed }) => (
          <tr key={project} data-moved={project}>
            <th scope="row">
              <CardButton card={project} />
            </th>
            <td>{t("funding.moved.stopped")}</td>
            <SumCell sum={committed} currency={base} />
            <td>
              <span className={view.soft}>{t("funding.moved.couldMove")}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

interface ConditionTableProps {
  readonly model: FundingModel;
  readonly conditions: readonly Condition[];
}

export function ConditionTable({ model, conditions }: ConditionTableProps) {
  const { t } = useTranslation();
  return (
    <WideTable caption={t("funding.conditions.caption")}>
      <Heads of="conditions" heads={["pot", "paysFor", "text"]} />
      <tbody>
        {conditions.map(({ pot, link, card, text }) => (
          <tr key={`${pot} ${link ?? ""}`}>
            <th scope="row">
              <CardButton card={pot} />
            </th>
            <td>
              {card && link ? (
                <button type="button" className={view.card} onClick={() => openLinkAt(link, "conditions")}>
                  {titleOf(model.snapshot, card, t)}
                </button>
              ) : (
                t("funding.conditions.whole")
              )}
            </td>
            <td className={styles.words} dir="auto">
              {text}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

export function RiskTable({ shares }: { readonly shares: readonly RiskShare[] }) {
  const { t } = useTranslation();
  return (
    <WideTable caption={t("funding.risk.caption")}>
      <Heads of="risk" heads={["project", "risks", "rewards", "conditions"]} />
      <tbody>
        {shares.map(({ project, isPrivate, risks, rewards, conditions }) => (
          <tr key={project} data-risk={project}>
            <th scope="row">
              <CardButton card={project} />
              {isPrivate && <span className={styles.under}>{t("funding.risk.private")}</span>}
            </th>
            {Object.entries({ risks, rewards, conditions }).map(([name, text]) => (
              <td key={name} className={styles.words} dir="auto">
                {text ?? <NotKnown card={project} place="riskReward" />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
