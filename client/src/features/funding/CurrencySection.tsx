/** Which currencies are on the map, which of them are converted, and at what rate. */
import { Button } from "@mantine/core";
import { fundingFigures } from "@trellis/shared/derive/money/figures";
import { moneyTree } from "@trellis/shared/derive/money/moneyTree";
import { rates, scopeCurrency } from "@trellis/shared/derive/money/rates";
import { removeRecord } from "@trellis/shared/ops/records";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import view from "../../ui/View.module.css";
import { WideTable } from "../../ui/WideTable.tsx";
import { showDate } from "../../workspace/showDate.ts";
import { useUndoNotice } from "../../workspace/useUndoNotice.ts";
import { OtherCurrencies } from "./OtherCurrencies.tsx";
import { SectionHead } from "./SectionHead.tsx";
import { rateRows } from "./tables.ts";
import type { FundingModel } from "./useFundingModel.ts";

/** True, for an edit that is refused answers with null. */
function removeRate(draft: MapDraft, id: string): true {
  removeRecord(draft, { card: "map", list: "currencyRates", id });
  return true;
}

export function CurrencySection({ model }: { readonly model: FundingModel }) {
  const { t } = useTranslation();
  const { ask, scope, snapshot } = model;
  const { committed, sought } = ask(moneyTree, scope).total;
  const { unallocated } = ask(fundingFigures, scope);
  const entered = snapshot.settings.currencyRates ?? [];
  // Each currency once, with what is committed in it before what is only hoped for or left over.
  const others = new Map(
    [unallocated, sought, committed].flatMap((sum) => sum.others.map((other) => [other.currency, other])),
  );
  if (others.size === 0 && entered.length === 0) return null;
  const base = ask(scopeCurrency, scope);
  return (
    <section className={view.section} aria-labelledby="funding-currencies">
      <SectionHead
        id="funding-currencies"
        title={t("funding.currencies.title")}
        {...(entered.length > 0 ? { rows: () => rateRows(model, t) } : {})}
      />
      <p className={view.lead}>
        {base === null ? t("funding.currencies.none") : t("funding.currencies.lead", { currency: base })}
      </p>
      <OtherCurrencies model={model} others={[...others.values()]} />
      {entered.length > 0 && <RateTable model={model} />}
    </section>
  );
}

function RateTable({ model }: { readonly model: FundingModel }) {
  const { t } = useTranslation();
  const edit = useEdit();
  const undoNotice = useUndoNotice();
  const rate = model.ask(rates);
  const { currencyRates, sources } = model.snapshot.settings;
  const remove = (id: string) => {
    if (edit(removeRate, id)) undoNotice(t("funding.rate.removed"));
  };
  return (
    <WideTable caption={t("funding.currencies.caption")}>
      <thead>
        <tr>
          {(["pair", "rate", "date", "source"] as const).map((head) => (
            <th key={head} scope="col">
              {t(`funding.currencies.${head}`)}
            </th>
          ))}
          {model.canEdit && (
            <th scope="col">
              <span className="unseen">{t("funding.rate.remove")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {(currencyRates ?? []).map((one) => {
          const pair = `${one.from ?? "?"} → ${one.to ?? "?"}`;
          const isUsed = Boolean(one.from && one.to && one.date && rate(one.from, one.to) === one.rate);
          return (
            <tr key={one.id} data-rate={one.id}>
              <th scope="row">{pair}</th>
              <td>
                {one.rate ?? t("words.notKnown")}{" "}
                {!isUsed && (
                  <span className={view.soft}>
                    {t(`funding.currencies.${one.date ? "unused" : "undated"}`)}
                  </span>
                )}
              </td>
              <td>
                {one.date ? showDate(one.date) : <span className={view.warn}>{t("words.notKnown")}</span>}
              </td>
              <td>
                {sources?.find(({ id }) => id === one.source)?.title ?? one.source ?? t("words.notKnown")}
              </td>
              {model.canEdit && (
                <td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t("funding.rate.removeOf", { pair })}
                    onClick={() => remove(one.id)}
                  >
                    {t("funding.rate.remove")}
                  </Button>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </WideTable>
  );
}
