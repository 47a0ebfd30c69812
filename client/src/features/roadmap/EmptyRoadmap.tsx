import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EmptyView } from "../../ui/EmptyView.tsx";
import { useFirstCard } from "../../workspace/useFirstCard.ts";

export function EmptyRoadmap({ canEdit }: { readonly canEdit: boolean }) {
  const { t } = useTranslation();
  const begin = useFirstCard();
  return (
    <EmptyView
      title={t("roadmap.empty.title")}
      next={t(canEdit ? "roadmap.empty.next" : "roadmap.empty.read")}
    >
      {canEdit && <Button onClick={() => begin("mission")}>{t("roadmap.empty.add")}</Button>}
    </EmptyView>
  );
}
