import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp, IconSettings } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useCanEdit } from "../document/useSaveState.ts";
import { useUndo } from "../document/useUndo.ts";
import { useWorkspace } from "../workspace/workspaceStore.ts";
import styles from "./MapFrame.module.css";

/** The views of the map, and what applies to all of them. */
export function TabsRow() {
  const { t } = useTranslation();
  const { undo, redo, canUndo, canRedo } = useUndo();
  const canEdit = useCanEdit();
  const clearSelection = useWorkspace((state) => state.clearSelection);
  const openPanel = useWorkspace((state) => state.openPanel);
  const showSettings = () => {
    clearSelection();
    openPanel();
  };
  const icon = (label: string, enabled: boolean, run: () => void, glyph: React.ReactNode) => (
    <Tooltip label={label} position="bottom">
      <ActionIcon variant="transparent" color="gray.8" aria-label={label} disabled={!enabled} onClick={run}>
        {glyph}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <nav className={styles.tabs} aria-label={t("map.views")}>
      <span className={styles.tab} aria-current="page">
        {t("map.canvas")}
      </span>
      <div className={styles.tools}>
        {canEdit && icon(t("map.undo"), canUndo, undo, <IconArrowBackUp size={18} />)}
        {canEdit && icon(t("map.redo"), canRedo, redo, <IconArrowForwardUp size={18} />)}
        {icon(t("map.settings"), true, showSettings, <IconSettings size={18} />)}
      </div>
    </nav>
  );
}
