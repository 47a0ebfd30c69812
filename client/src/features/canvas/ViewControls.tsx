/** Zoom, fit, tidy, and which cards and links are shown. */
import { ActionIcon, Button, Popover, Tooltip } from "@mantine/core";
import { IconArrowAutofitContent, IconEye, IconMinus, IconPlus, IconWand } from "@tabler/icons-react";
import { memo, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePhone } from "../../ui/usePhone.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import styles from "./Canvas.module.css";
import { useCanvas } from "./canvasStore.ts";
import { ShowMenu } from "./ShowMenu.tsx";
import type { Stage } from "./stage.ts";
import type { Actions } from "./useActions.ts";

export const ViewControls = memo(function ViewControls({
  stage,
  actions,
}: {
  readonly stage: Stage | null;
  readonly actions: Actions;
}) {
  const { t } = useTranslation();
  const canEdit = useCanvas((state) => state.canEdit);
  const [showing, setShowing] = useState(false);
  const isPhone = usePhone();
  const selects = useWorkspace(({ selection }) => selection.cards.length > 0 || selection.link !== null);
  const button = (label: string, run: () => void, glyph: ReactNode) => (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon variant="subtle" color="gray.8" size={32} aria-label={label} onClick={run}>
        {glyph}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div className={styles.controls} data-raised={(isPhone && selects) || undefined}>
      <Popover opened={showing} onChange={setShowing} position="top-end" width={280} trapFocus>
        <Popover.Target>
          <Button
            variant="subtle"
            color="gray.8"
            className={styles.showButton}
            size="compact-md"
            leftSection={<IconEye size={17} stroke={1.7} />}
            aria-expanded={showing}
            onClick={() => setShowing(!showing)}
          >
            {t("canvas.show")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={styles.showMenu} aria-label={t("canvas.show")}>
          {showing && stage && <ShowMenu stage={stage} />}
        </Popover.Dropdown>
      </Popover>
      <span className={styles.controlsRule} />
      {canEdit && button(t("canvas.tidy"), actions.tidy, <IconWand size={17} stroke={1.7} />)}
      {button(t("canvas.fit"), actions.fit, <IconArrowAutofitContent size={17} stroke={1.7} />)}
      {button(t("canvas.zoomOut"), actions.zoomOut, <IconMinus size={17} stroke={1.7} />)}
      <ZoomText stage={stage} />
      {button(t("canvas.zoomIn"), actions.zoomIn, <IconPlus size={17} stroke={1.7} />)}
    </div>
  );
});

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
