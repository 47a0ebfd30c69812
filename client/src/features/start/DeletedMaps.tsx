import { Button, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useDeletedMaps, useRestoreMap } from "../../http/maps.ts";
import { problemText } from "../../http/problemText.ts";
import { notify } from "../../ui/notify.ts";
import { WhenText } from "../../ui/WhenText.tsx";
import styles from "./MapList.module.css";

/** Maps that can still be brought back. Nothing is drawn when there are none. */
export function DeletedMaps() {
  const { t } = useTranslation();
  const maps = useDeletedMaps(true).data ?? [];
  const restore = useRestoreMap();
  if (maps.length === 0) return null;
  return (
    <section aria-labelledby="deleted-maps">
      <Title order={2} fz={18} mt={40} mb={4} id="deleted-maps">
        {t("start.recentlyDeleted")}
      </Title>
      <p className={styles.facts}>{t("start.deletedKept")}</p>
      <ul className={styles.list}>
        {maps.map((map) => (
          <li key={map.id} className={styles.row}>
            <div className={styles.main}>
              {map.title === "" ? t("start.untitledMap") : map.title}
              <div className={styles.facts}>
                <WhenText label={t("start.deletedAt")} at={map.deletedAt ?? map.updatedAt} />
              </div>
            </div>
            <Button
              size="xs"
              variant="default"
              aria-label={t("start.bringBackNamed", { title: map.title })}
              onClick={() =>
                void restore
                  .mutateAsync(map.id)
                  .catch((error: unknown) => notify({ tone: "problem", text: problemText(t, error) }))
              }
            >
              {t("start.bringBack")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
