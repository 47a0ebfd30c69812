/**
 * Who pays: what is committed, sought and missing, where it comes from, and on what terms, for the whole map or one mission.
 * Everything in it is worked out of the map; what is not known leads to where it can be filled in.
 */
import { pots } from "@trellis/shared/derive/money/pots";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { paletteVariables } from "../../workspace/palette.ts";
import { CardsPart } from "./CardsPart.tsx";
import { EmptyFunding } from "./EmptyFunding.tsx";
import { FundingHead } from "./FundingHead.tsx";
import { OverviewPart } from "./OverviewPart.tsx";
import { PotsPart } from "./PotsPart.tsx";
import { useFundingCommands } from "./useFundingCommands.ts";
import { type FundingModel, useFundingModel } from "./useFundingModel.ts";

export function Funding() {
  const { t } = useTranslation();
  const model = useFundingModel();
  useFundingCommands(model);
  return (
    <section className={view.view} style={paletteVariables} aria-label={t("funding.label")}>
      <Parts model={model} />
    </section>
  );
}

function Parts({ model }: { readonly model: FundingModel }) {
  const { part } = model.address;
  const { cards } = model.snapshot;
  const hasCosts = [...cards.values()].some((card) => "cost" in card && card.cost && !card.placeholder);
  if (model.ask(pots, "").length === 0 && !hasCosts) return <EmptyFunding model={model} />;
  return (
    <>
      <FundingHead model={model} />
      {part === "cards" && <CardsPart model={model} />}
      {part === "pots" && <PotsPart model={model} />}
      {part === "overview" && <OverviewPart model={model} />}
    </>
  );
}
