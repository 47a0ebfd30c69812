import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import type { Template } from "@trellis/shared/protocol/api";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemText } from "../../http/problemText.ts";
import { useDeleteTemplate, useRestoreTemplate } from "../../http/templates.ts";
import { notify } from "../../ui/notify.ts";
import { EditTemplate } from "./EditTemplate.tsx";
import styles from "./Start.module.css";

/** What can be done with a template of one's own. */
export function TemplateMenu({ template }: { readonly template: Template }) {
  const { t } = useTranslation();
  const remove = useDeleteTemplate();
  const restore = useRestoreTemplate();
  const [editing, setEditing] = useState(false);
  const { id, title } = template;
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    button.current?.focus();
  };
  const failed = (error: unknown) => notify({ tone: "problem", text: problemText(t, error) });
  const bringBack = () => void restore.mutateAsync(id).catch(failed);
  const deleteTemplate = () =>
    void remove
      .mutateAsync(id)
      .then(() =>
        notify({
          text: t("start.template.deleted", { title }),
          action: { label: t("app.undo"), run: bringBack },
        }),
      )
      .catch(failed);
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
          <Menu.Item onClick={() => setEditing(true)}>{t("start.template.edit")}</Menu.Item>
          <Menu.Item onClick={deleteTemplate}>{t("start.template.delete")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {editing && <EditTemplate template={template} onClose={close} />}
    </div>
  );
}
