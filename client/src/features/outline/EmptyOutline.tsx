/** A map without cards: what it starts with, and one button. */
import { Button, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./Outline.module.css";
import type { OutlineModel } from "./useOutlineModel.ts";

export function EmptyOutline({ model }: { readonly model: OutlineModel }) {
  const { t } = useTranslation();
  return (
    <div className={styles.empty}>
      <Text fw={600} size="lg">
        {t("outline.empty")}
      </Text>
      {model.canEdit && (
        <>
          <Text c="dimmed" mt={4} mb="md">
            {t("outline.emptyNext")}
          </Text>
          <Button onClick={() => model.actions.addType("mission")}>{t("outline.addMission")}</Button>
        </>
      )}
    </div>
  );
}
