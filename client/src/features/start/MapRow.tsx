import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { can } from "@trellis/shared/access/can";
import type { MapListItem } from "@trellis/shared/protocol/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useDeleteMap, useRestoreMap } from "../../http/maps.ts";
import { problemText } from "../../http/problemText.ts";
import { notify } from "../../ui/notify.ts";
import { WhenText } from "../../ui/WhenText.tsx";
import styles from "./MapList.module.css";
import { RenameMap } from "./RenameMap.tsx";

/** One map: open it, rename it, delete it. */
export function MapRow({ map }: { readonly map: MapListItem }) {
  const { t } = useTranslation();
  const remove = useDeleteMap();
  const restore = useRestoreMap();
  const [renaming, setRenaming] = useState(false);
  const title = map.title === "" ? t("start.untitledMap") : map.title;
  const failed = (error: unknown) => notify({ tone: "problem", text: problemText(t, error) });
  // Promises, not callbacks of the hook: this row is gone from the list before they would be called.
  const bringBack = () => void restore.mutateAsync(map.id).catch(failed);
  const deleteMap = () =>
    void remove
      .mutateAsync(map.id)
      .then(() =>
        notify({
          text: t("start.deleted", { title }),
          action: { label: t("app.undo"), run: bringBack },
        }),
      )
      .catch(failed);
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <Link to={`/maps/${map.id}`} className={styles.title}>
          {title}
        </Link>
        <div className={styles.facts}>
          {map.place && <span>{map.place}</span>}
          <span>{t(`start.role.${map.role}`)}</span>
          <span>
            <WhenText label={t("start.changed")} at={map.updatedAt} />
          </span>
          {map.online.length > 0 && (
            <span className={styles.online}>{t("start.online", { count: map.online.length })}</span>
          )}
        </div>
      </div>
      {(can(map.role, "map.rename") || can(map.role, "map.delete")) && (
        <div className={styles.actions}>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t("start.moreFor", { title })}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {can(map.role, "map.rename") && (
                <Menu.Item onClick={() => setRenaming(true)}>{t("start.rename")}</Menu.Item>
              )}
              {can(map.role, "map.delete") && <Menu.Item onClick={deleteMap}>{t("start.delete")}</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
      {renaming && <RenameMap map={map} onClose={() => setRenaming(false)} />}
    </li>
  );
}
