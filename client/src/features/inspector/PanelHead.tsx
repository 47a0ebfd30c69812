import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import styles from "./Inspector.module.css";

/** What the panel is about, and how to close it. */
export function PanelHead({ kicker, children }: { readonly kicker: string; readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const closePanel = useWorkspace((state) => state.closePanel);
  return (
    <div className={styles.head}>
      <div className={styles.kickerRow}>
        <span className={styles.kicker}>{kicker}</span>
        <ActionIcon
          variant="subtle"
          color="gray.7"
          size="sm"
          aria-label={t("inspector.close")}
          onClick={closePanel}
        >
          <IconX size={16} />
        </ActionIcon>
      </div>
      {children}
    </div>
  );
}
