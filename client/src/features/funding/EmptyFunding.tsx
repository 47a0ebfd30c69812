/** Says what has to be there first, with one button that adds it: a mission, then a pot of money. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EmptyView } from "../../ui/EmptyView.tsx";
import { useFirstCard } from "../../workspace/useFirstCard.ts";
import type { FundingModel } from "./useFundingModel.ts";

export function EmptyFunding({ model }: { readonly model: FundingModel }) {
  const { t } = useTranslation();
  const begin = useFirstCard();
  const hasMission = [...model.snapshot.cards.values()].some(({ type }) => type === "mission");
  const add = hasMission ? "funding" : "mission";
  return (
    <EmptyView
      title={t(`funding.empty.${add}`)}
      next={t(model.canEdit ? `funding.emptyNext.${add}` : "funding.emptyRead")}
    >
      {model.canEdit && <Button onClick={() => begin(add)}>{t(`funding.add.${add}`)}</Button>}
    </EmptyView>
  );
}
