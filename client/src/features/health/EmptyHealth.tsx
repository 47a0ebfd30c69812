/** Nothing to check: a map without a mission, or one that holds prompts only. One sentence and one step. */
import { Button, Text } from "@mantine/core";
import { addCard } from "@trellis/shared/ops/cards";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import { useMap } from "../../document/useMap.ts";
import { openAt } from "../../workspace/panelWish.ts";
import styles from "./Health.module.css";

export function EmptyHealth({ canEdit }: { readonly canEdit: boolean }) {
  const { t } = useTranslation();
  const edit = useEdit();
  const prompt = useMap(({ cards }) => [...cards.values()].find(({ type }) => type === "mission")?.id);
  const begin = () => {
    const id = prompt ?? edit(addCard, { type: "mission" });
    if (id) openAt({ id, type: "mission" }, "title");
  };
  return (
    <div className={styles.empty}>
      <Text fw={600} size="lg">
        {t("health.empty")}
      </Text>
      <Text c="dimmed" mt={4} mb="md">
        {t(prompt ? "health.prompts" : canEdit ? "health.emptyNext" : "health.emptyRead")}
      </Text>
      {canEdit && <Button onClick={begin}>{t(prompt ? "health.openMission" : "health.addMission")}</Button>}
    </div>
  );
}
