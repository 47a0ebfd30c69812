/** Says what has to be there first, with one button that adds it. */
import { Button, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./Responsibilities.module.css";
import type { DutiesModel } from "./useDutiesModel.ts";

export function EmptyPart({
  model,
  add,
}: {
  readonly model: DutiesModel;
  readonly add: "mission" | "actor";
}) {
  const { t } = useTranslation();
  return (
    <div className={styles.empty}>
      <Text fw={600} size="lg">
        {t(`responsibilities.empty.${add}`)}
      </Text>
      {model.canEdit && (
        <>
          <Text c="dimmed" mt={4} mb="md">
            {t(`responsibilities.emptyNext.${add}`)}
          </Text>
          <Button onClick={() => model.changes.add(add)}>{t(`responsibilities.add.${add}`)}</Button>
        </>
      )}
    </div>
  );
}
