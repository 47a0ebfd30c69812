/** Sums in currencies that are not converted, each with the rate to enter right there. */
import type { OtherSum } from "@trellis/shared/derive/money/sums";
import { useTranslation } from "react-i18next";
import { exact } from "../../workspace/moneyWords.ts";
import { RateButton } from "./RateButton.tsx";
import type { FundingModel } from "./useFundingModel.ts";

interface OtherCurrenciesProps {
  readonly model: FundingModel;
  readonly others: readonly OtherSum[];
}

export function OtherCurrencies({ model, others }: OtherCurrenciesProps) {
  const { t } = useTranslation();
  return others.map(({ amount, currency }) => (
    <p key={currency} data-other={currency}>
      {t("funding.notConverted", { amount: exact(amount, currency) })}{" "}
      <RateButton model={model} from={currency} />
    </p>
  ));
}
