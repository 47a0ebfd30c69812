/** The head figures, where the money comes from, what is not known, and the currencies. */
import view from "../../ui/View.module.css";
import { CurrencySection } from "./CurrencySection.tsx";
import { Figures } from "./Figures.tsx";
import { OpenSection } from "./OpenSection.tsx";
import { StackSection } from "./StackSection.tsx";
import type { FundingModel } from "./useFundingModel.ts";

export function OverviewPart({ model }: { readonly model: FundingModel }) {
  return (
    <div className={view.scroller}>
      <div className={view.column}>
        <Figures model={model} />
        <StackSection model={model} />
        <CurrencySection model={model} />
        <OpenSection model={model} />
      </div>
    </div>
  );
}
