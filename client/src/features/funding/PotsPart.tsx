/** The pots of money and the terms on which they come. */
import { pots } from "@trellis/shared/derive/money/pots";
import { successPayments } from "@trellis/shared/derive/money/success";
import { terms } from "@trellis/shared/derive/money/terms";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import styles from "./Funding.module.css";
import { PotTable } from "./PotTable.tsx";
import { SectionHead } from "./SectionHead.tsx";
import { SuccessTable } from "./SuccessTable.tsx";
import { ConditionTable, MovedTable, RiskTable } from "./TermTables.tsx";
import { conditionRows, movedRows, potRows, riskRows, successRows } from "./tables.ts";
import type { FundingModel } from "./useFundingModel.ts";

export function PotsPart({ model }: { readonly model: FundingModel }) {
  const { t } = useTranslation();
  const { ask, scope } = model;
  const held = ask(pots, scope);
  const payments = ask(successPayments, scope);
  const { redirected, stopped, conditions, riskShares } = ask(terms, scope);
  const sections = [
    {
      id: "pots",
      count: held.length,
      rows: () => potRows(model, held, t),
      table: <PotTable model={model} pots={held} />,
    },
    {
      id: "success",
      count: payments.length,
      rows: () => successRows(model, payments, t),
      table: <SuccessTable payments={payments} />,
    },
    {
      id: "moved",
      count: redirected.length + stopped.length,
      rows: () => movedRows(model, redirected, stopped, t),
      table: <MovedTable model={model} redirected={redirected} stopped={stopped} />,
    },
    {
      id: "conditions",
      count: conditions.length,
      rows: () => conditionRows(model, conditions, t),
      table: <ConditionTable model={model} conditions={conditions} />,
    },
    {
      id: "risk",
      count: riskShares.length,
      rows: () => riskRows(model, riskShares, t),
      table: <RiskTable shares={riskShares} />,
    },
  ];
  return (
    <div className={view.scroller}>
      <div className={view.column}>
        {sections.map(({ id, count, rows, table }, index) => (
          <section
            key={id}
            className={`${view.section} ${index === 0 ? styles.first : ""}`}
            aria-labelledby={`funding-${id}`}
          >
            <SectionHead
              id={`funding-${id}`}
              title={t(`funding.${id}.title`)}
              {...(count > 0 ? { rows } : {})}
            />
            <p className={view.lead}>{t(count === 0 ? `funding.${id}.none` : `funding.${id}.lead`)}</p>
            {count > 0 && table}
          </section>
        ))}
      </div>
    </div>
  );
}
