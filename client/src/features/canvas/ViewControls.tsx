/** Zoom, fit, tidy, the small map, and what is shown. */
import { ActionIcon, Switch, Tooltip } from "@mantine/core";
import { IconArrowAutofitContent, IconMinus, IconPlus, IconWand } from "@tabler/icons-react";
import { memo, type ReactNode, type RefObject, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { usePhone } from "../../ui/usePhone.ts";
import { useCommands } from "../../workspace/commands.ts";
import { ShowButton } from "../../workspace/ShowButton.tsx";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import styles from "./Canvas.module.css";
import { useCanvas } from "./canvasStore.ts";
import { FoldButtons } from "./FoldButtons.tsx";
import { Minimap } from "./Minimap.tsx";
import { useMinimap } from "./minimapStore.ts";
import { ShowMenu } from "./ShowMenu.tsx";
import type { Stage } from "./stage.ts";
import type { Actions } from "./useActions.ts";
import { useLookKeys } from "./useLookKeys.ts";
import { useLookView } from "./useLookView.ts";

interface ViewControlsProps {
  readonly stage: Stage | null;
  readonly surface: RefObject<HTMLDivElement | null>;
  readonly actions: Actions;
}

export const ViewControls = memo(function ViewControls({ stage, surface, actions }: ViewControlsProps) {
  const { t } = useTranslation();
  const canEdit = useCanvas((state) => state.canEdit);
  const isPhone = usePhone();
  const selects = useWorkspace(({ selection }) => selection.cards.length > 0 || selection.link !== null);
  const hasMinimap = useMinimap((state) => state.on);
  const view = useLookView(stage);
  useLookKeys(surface, stage, view);
  useMinimapCommand();
  const button = (label: string, run: () => void, glyph: ReactNode) => (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon variant="subtle" color="gray.8" size={32} aria-label={label} onClick={run}>
        {glyph}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <>
      {stage && <FoldButtons stage={stage} />}
      {stage && hasMinimap && !isPhone && <Minimap stage={stage} />}
      <div className={styles.controls} data-raised={(isPhone && selects) || undefined}>
        <ShowButton position="top-end" className={styles.showButton}>
          {stage && <ShowMenu stage={stage} />}
          {!isPhone && <MinimapSwitch />}
        </ShowButton>
        <span className={styles.controlsRule} />
        {canEdit && button(t("canvas.tidy"), actions.tidy, <IconWand size={17} stroke={1.7} />)}
        {button(t("canvas.fit"), view.fit, <IconArrowAutofitContent size={17} stroke={1.7} />)}
        {button(t("canvas.zoomOut"), actions.zoomOut, <IconMinus size={17} stroke={1.7} />)}
        <ZoomText stage={stage} />
        {button(t("canvas.zoomIn"), actions.zoomIn, <IconPlus size={17} stroke={1.7} />)}
      </div>
    </>
  );
});

function MinimapSwitch() {
  const { t } = useTranslation();
  const on = useMinimap((state) => state.on);
  const toggle = useMinimap((state) => state.toggle);
  return (
    <div className={styles.showSwitch}>
      <Switch size="xs" label={t("look.panel.map")} checked={on} onChange={toggle} />
    </div>
  );
}

function useMinimapCommand(): void {
  const { t } = useTranslation();
  const on = useMinimap((state) => state.on);
  const toggle = useMinimap((state) => state.toggle);
  useCommands(
    useMemo(() => {
      const label = t(on ? "look.minimapOff" : "look.minimapOn");
      return [{ id: "canvas.minimap", group: "see" as const, label, run: toggle }];
    }, [t, on, toggle]),
  );
}

/** Written straight into the page: the zoom changes with every wheel step. */
function ZoomText({ stage }: { readonly stage: Stage | null }) {
  const text = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!stage) return;
    const write = ({ zoom }: { readonly zoom: number }) => {
      const shown = `${Math.round(zoom * 100)} %`;
      if (text.current && text.current.textContent !== shown) text.current.textContent = shown;
    };
    write(stage.view);
    return stage.onView(write);
  }, [stage]);
  return <span ref={text} className={styles.zoom} />;
}
