/**
 * The map as a canvas. `panZoom.ts` pans and zooms; the stage decides which cards are elements of the page and what is
 * drawn; gestures and keys are ours.
 */
import { Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit } from "../../document/useSaveState.ts";
import { afterPicture } from "../../ui/later.tsx";
import { paletteVariables } from "../../workspace/palette.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { ActiveCard, activeIdOf } from "./ActiveCard.tsx";
import { publishBench } from "./bench.ts";
import styles from "./Canvas.module.css";
import { CardGlyphs } from "./CardGlyphs.tsx";
import { canvasStore, useCanvas } from "./canvasStore.ts";
import { EmptyMap } from "./EmptyMap.tsx";
import { followWithRing } from "./focusRing.ts";
import { LaneLabels } from "./LaneLabels.tsx";
import { Overlay } from "./Overlay.tsx";
import { PeerCursors } from "./PeerCursors.tsx";
import { TitlePlace } from "./TitlePlace.tsx";
import { useActions } from "./useActions.ts";
import { useGestures } from "./useGestures.ts";
import { useKeepInSight } from "./useKeepInSight.ts";
import { useKeys } from "./useKeys.ts";
import { useSightDoor } from "./useSightDoor.ts";
import { useStage } from "./useStage.ts";

const CanvasTools = afterPicture(async () => (await import("./CanvasTools.tsx")).CanvasTools);

export function Canvas() {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const surface = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const world = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLCanvasElement>(null);
  const hot = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<SVGSVGElement>(null);
  const [elements] = useState({ surface, pane, world, ground, hot });
  const stage = useStage(elements);
  const actions = useActions(stage);
  useSightDoor(stage, actions);
  const gestures = useGestures(stage, surface, overlay, actions);
  const onKeyDown = useKeys(stage, gestures, actions);
  const active = useWorkspace((state) => state.selection.cards.at(-1) ?? null);
  const tool = useWorkspace((state) => state.tool.kind);
  const framing = useCanvas((state) => state.framing);

  useEffect(() => canvasStore.getState().set({ canEdit }), [canEdit]);
  const titleOf = useCanvas((state) => state.titleOf);
  useEffect(() => {
    if (titleOf) actions.revealToWrite(titleOf);
  }, [titleOf, actions]);
  useEffect(
    () => (stage && overlay.current ? followWithRing(overlay.current, stage, active) : undefined),
    [stage, active],
  );
  useKeepInSight(stage, surface, actions, active);
  useEffect(() => (stage ? publishBench(stage, actions) : undefined), [stage, actions]);

  return (
    <div className={styles.canvas} style={paletteVariables}>
      <div
        ref={surface}
        className={styles.surface}
        role="application"
        data-surface
        data-tool={framing ? "frame" : tool}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the focus and answers the keys itself
        tabIndex={0}
        aria-label={t("canvas.label")}
        aria-describedby="canvas-keys"
        aria-activedescendant={active ? activeIdOf(active) : undefined}
        onKeyDown={onKeyDown}
      >
        <div ref={pane} className={styles.pane}>
          <div ref={world} className={styles.world} />
        </div>
        <canvas ref={ground} className={styles.layer} />
        <canvas ref={hot} className={styles.layer} />
        <LaneLabels stage={stage} />
        <Overlay ref={overlay} />
        <ActiveCard stage={stage} card={active} />
        <PeerCursors stage={stage} />
      </div>
      {stage && <TitlePlace stage={stage} />}
      <CardGlyphs />
      <p id="canvas-keys" className="unseen">
        {t("canvas.keys")}
      </p>
      <Suspense>
        <CanvasTools stage={stage} surface={surface} actions={actions} canEdit={canEdit} />
      </Suspense>
      <EmptyMap actions={actions} canEdit={canEdit} />
    </div>
  );
}
