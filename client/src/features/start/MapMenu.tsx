import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { can, canInWorkspace } from "@trellis/shared/access/can";
import type { MapListItem } from "@trellis/shared/protocol/api";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeleteMap, useRestoreMap } from "../../http/maps.ts";
import { problemText } from "../../http/problemText.ts";
import { notify } from "../../ui/notify.ts";
import { RenameMap } from "./RenameMap.tsx";
import { SaveTemplate } from "./SaveTemplate.tsx";
import styles from "./Start.module.css";

/** What can be done with a map without opening it. Nothing is drawn for people who may only open it. */
export function MapMenu({ map }: { readonly map: MapListItem }) {
  const { t } = useTranslation();
  const remove = useDeleteMap();
  const restore = useRestoreMap();
  const [asked, setAsked] = useState<"rename" | "template" | null>(null);
  const title = map.title === "" ? t("start.untitledMap") : map.title;
  const failed = (error: unknown) => notify({ tone: "problem", text: problemText(t, error) });
  // Promises, not callbacks of the hook: this tile is gone from the list before they would be called.
  const bringBack = () => void restore.mutateAsync(map.id).catch(failed);
  const deleteMap = () =>
    void remove
      .mutateAsync(map.id)
      .then(() =>
        notify({ text: t("start.deleted", { title }), action: { label: t("app.undo"), run: bringBack } }),
      )
      .catch(failed);
  const maySave = canInWorkspace(map.role === "owner", "template.save");
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAsked(null);
    button.current?.focus();
  };
  if (!can(map.role, "map.rename") && !can(map.role, "map.delete") && !maySave) return null;
  return (
    <div className={styles.actions}>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            ref={button}
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t("start.moreFor", { title })}
          >
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {can(map.role, "map.rename") && (
            <Menu.Item onClick={() => setAsked("rename")}>{t("start.rename")}</Menu.Item>
          )}
          {maySave && (
            <Menu.Item onClick={() => setAsked("template")}>{t("start.template.saveAs")}</Menu.Item>
          )}
          {can(map.role, "map.delete") && <Menu.Item onClick={deleteMap}>{t("start.delete")}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {asked === "rename" && <RenameMap map={map} onClose={close} />}
      {asked === "template" && <SaveTemplate mapId={map.id} title={map.title} onClose={close} />}
    </div>
  );
}
