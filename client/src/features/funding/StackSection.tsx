/** Where the money comes from: a bar for each value of one dimension, cut along another, and the same as a table. */

import { NativeSelect } from "@mantine/core";
import { scopeCurrency } from "@trellis/shared/derive/money/rates";
import {
  DIMENSIONS,
  type Dimension,
  type Split,
  type Stack,
  slices,
  stackBy,
} from "@trellis/shared/derive/money/slices";
import { useTranslation } from "react-i18next";
import { ChartFigure } from "../../ui/chart/ChartFigure.tsx";
import { StackedBar } from "../../ui/chart/StackedBar.tsx";
import { Segments } from "../../ui/Segments.tsx";
import view from "../../ui/View.module.css";
import { exact, short } from "../../workspace/moneyWords.ts";
import styles from "./Funding.module.css";
import { SPLITS } from "./fundingAddress.ts";
import { dimensionWord, valueWord } from "./fundingWords.ts";
import { SectionHead } from "./SectionHead.tsx";
import { StackTable } from "./StackTable.tsx";
import { partLooks } from "./stackLook.ts";
import { stackRows } from "./tables.ts";
import type { FundingModel } from "./useFundingModel.ts";

export function StackSection({ model }: { readonly model: FundingModel }) {
  const { t } = useTranslation();
  const { ask, scope, address, snapshot } = model;
  const { by, split } = address;
  const stack = stackBy(ask, scope, by, split);
  const currency = ask(scopeCurrency, scope);
  const { settings } = snapshot;
  const word = (dimension: Split) => dimensionWord(dimension, settings, t);
  const title = t("funding.stack.of", {
    by: word(by).toLocaleLowerCase(),
    split: word(split).toLocaleLowerCase(),
  });
  return (
    <section className={view.section} aria-labelledby="funding-stack">
      <SectionHead
        id="funding-stack"
        title={t("funding.stack.title")}
        rows={() => stackRows(model, stack, t)}
      >
        <StackChoices model={model} />
      </SectionHead>
      {stack.bars.length === 0 ? (
        <p className={view.lead}>{t("funding.stack.none")}</p>
      ) : (
        <ChartFigure
          title={title}
          legend={stack.parts.map((value) => {
            const look = partLooks(stack, split).get(value);
            return {
              key: value ?? "",
              label: valueWord(split, value, t),
              tone: look?.tone ?? 1,
              fill: look?.isOpen ? "open" : "full",
            };
          })}
          chart={<Bars stack={stack} by={by} split={split} currency={currency} />}
          table={<StackTable stack={stack} by={by} split={split} currency={currency} caption={title} />}
        />
      )}
    </section>
  );
}

function StackChoices({ model }: { readonly model: FundingModel }) {
  const { t } = useTranslation();
  const { address, choose, snapshot, ask, scope } = model;
  // Years are offered where money says any.
  const hasYears = ask(slices, scope).some(({ of }) => of.year !== null);
  const offered = <Value extends Split>(values: readonly Value[]) =>
    values.filter((value) => value !== "year" || hasYears || address.by === value || address.split === value);
  const word = (dimension: Split) => dimensionWord(dimension, snapshot.settings, t);
  return (
    <>
      <Segments
        label={t("funding.stack.by")}
        values={offered<Dimension>(DIMENSIONS).map((value) => ({ value, label: word(value) }))}
        value={address.by}
        onChoose={(by) => choose({ by })}
      />
      <NativeSelect
        size="xs"
        aria-label={t("funding.stack.split")}
        value={address.split}
        onChange={({ currentTarget }) => {
          const split = SPLITS.find((one) => one === currentTarget.value);
          if (split) choose({ split });
        }}
        data={offered(SPLITS)
          .filter((value) => value !== address.by)
          .map((value) => ({
            value,
            label: t("funding.stack.splitBy", { dimension: word(value).toLocaleLowerCase() }),
          }))}
      />
    </>
  );
}

interface BarsProps {
  readonly stack: Stack;
  readonly by: Dimension;
  readonly split: Split;
  readonly currency: string | null;
}

function Bars({ stack, by, split, currency }: BarsProps) {
  const { t } = useTranslation();
  const looks = partLooks(stack, split);
  const most = Math.max(...stack.bars.map(({ amount }) => amount));
  return (
    <ul className={styles.bars}>
      {stack.bars.map((bar) => {
        const name = valueWord(by, bar.value, t);
        const parts = bar.parts.map(({ value, amount }) => ({
          key: value ?? "",
          value: amount,
          tone: looks.get(value)?.tone ?? 1,
          isOpen: looks.get(value)?.isOpen ?? false,
          title: `${valueWord(split, value, t)}: ${exact(amount, currency)}`,
        }));
        const others = bar.others.map((other) => short(other.amount, other.currency));
        const told = bar.amount > 0 || (others.length === 0 && bar.notKnown === 0);
        const beside = [...(told ? [short(bar.amount, currency)] : []), ...others].join(" + ");
        return (
          <li key={bar.value ?? ""} className={styles.barRow} data-bar={bar.value ?? ""}>
            <span className={styles.barName}>{name}</span>
            <StackedBar
              title={[name, ...parts.map((part) => part.title)].join(", ")}
              parts={parts}
              whole={most}
              height={18}
            />
            <span className={styles.barFigure}>
              {beside === "" ? t("words.notKnown") : beside}
              {bar.notKnown > 0 && beside !== "" && (
                <span className={styles.under}>{t("words.amountsNotKnown", { count: bar.notKnown })}</span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
