/** A map without cards: one sentence and one next step. */
import { Button, Text } from "@mantine/core";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import styles from "./Canvas.module.css";
import type { Actions } from "./useActions.ts";

interface EmptyMapProps {
  readonly actions: Actions;
  readonly canEdit: boolean;
}

export const EmptyMap = memo(function EmptyMap({ actions, canEdit }: EmptyMapProps) {
  const { t } = useTranslation();
  const isEmpty = useMap((snapshot) => snapshot.cards.size === 0);
  if (!isEmpty) return null;
  return (
    <div className={styles.empty}>
      <Text fw={600} size="lg">
        {t("canvas.empty")}
      </Text>
      {canEdit && (
        <>
          <Text c="dimmed" mt={4} mb="md">
            {t("canvas.emptyNext")}
          </Text>
          <Button onClick={() => actions.add("mission", null)}>{t("canvas.addMission")}</Button>
        </>
      )}
    </div>
  );
});
