import { ActionIcon, Tooltip } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconKeyboard,
  IconSearch,
  IconSettings,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit } from "../document/useSaveState.ts";
import { useUndo } from "../document/useUndo.ts";
import { keyText } from "../ui/Keys.tsx";
import { usePhone } from "../ui/usePhone.ts";
import { useWorkspace } from "../workspace/workspaceStore.ts";
import styles from "./MapFrame.module.css";
import { openedStore } from "./openedStore.ts";

interface ToolProps {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Tool({ label, disabled = false, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label} position="bottom">
      <ActionIcon
        variant="transparent"
        color="gray.8"
        aria-label={label}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** What applies to every view: undo, redo, and the map's own settings. */
export function TabsTools() {
  const { t } = useTranslation();
  const { undo, redo, canUndo, canRedo } = useUndo();
  const canEdit = useCanEdit();
  const clearSelection = useWorkspace((state) => state.clearSelection);
  const openPanel = useWorkspace((state) => state.openPanel);
  const showSettings = () => {
    clearSelection();
    openPanel();
  };
  const isPhone = usePhone();
  const { open } = openedStore.getState();
  return (
    <div className={styles.tools}>
      <Tool label={t("map.find", { keys: keyText("Mod+K") })} onClick={() => open("palette")}>
        <IconSearch size={18} />
      </Tool>
      {canEdit && (
        <>
          <Tool label={t("map.undo", { keys: keyText("Mod+Z") })} disabled={!canUndo} onClick={undo}>
            <IconArrowBackUp size={18} />
          </Tool>
          <Tool label={t("map.redo", { keys: keyText("Mod+Shift+Z") })} disabled={!canRedo} onClick={redo}>
            <IconArrowForwardUp size={18} />
          </Tool>
        </>
      )}
      {!isPhone && (
        <Tool label={t("map.keys")} onClick={() => open("keys")}>
          <IconKeyboard size={18} />
        </Tool>
      )}
      <Tool label={t("map.settings")} onClick={showSettings}>
        <IconSettings size={18} />
      </Tool>
    </div>
  );
}
