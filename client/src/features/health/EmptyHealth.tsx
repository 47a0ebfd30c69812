/** Nothing to check: a map without a mission, or one that holds prompts only. One sentence and one step. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import { EmptyView } from "../../ui/EmptyView.tsx";
import { openAt } from "../../workspace/panelWish.ts";
import { useFirstCard } from "../../workspace/useFirstCard.ts";

export function EmptyHealth({ canEdit }: { readonly canEdit: boolean }) {
  const { t } = useTranslation();
  const first = useFirstCard();
  const prompt = useMap(({ cards }) => [...cards.values()].find(({ type }) => type === "mission")?.id);
  const begin = () => (prompt ? openAt({ id: prompt, type: "mission" }, "title") : first("mission"));
  return (
    <EmptyView
      title={t("health.empty")}
      next={t(prompt ? "health.prompts" : canEdit ? "health.emptyNext" : "health.emptyRead")}
    >
      {canEdit && <Button onClick={begin}>{t(prompt ? "health.openMission" : "health.addMission")}</Button>}
    </EmptyView>
  );
}
