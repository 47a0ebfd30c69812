/**
 * The map as a canvas. React Flow pans and zooms; the stage decides which cards are elements of the page and
 * what is drawn; gestures and keys are ours. Only this folder knows React Flow.
 */
import "@xyflow/react/dist/base.css";
import { ReactFlow, ReactFlowProvider } from "@xyflow/react";
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
import { MAX_ZOOM, MIN_ZOOM } from "./firstView.ts";
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

const NO_NODES: never[] = [];
const NO_EDGES: never[] = [];
const PRO = { hideAttribution: true };

export function Canvas() {
  return (
    <ReactFlowProvider>
      <Board />
    </ReactFlowProvider>
  );
}

function Board() {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const surface = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLCanvasElement>(null);
  const hot = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<SVGSVGElement>(null);
  const [elements] = useState({ surface, ground, hot });
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
      <ReactFlow
        ref={surface}
        className={styles.surface}
        data-tool={framing ? "frame" : tool}
        tabIndex={0}
        aria-label={t("canvas.label")}
        aria-describedby="canvas-keys"
        aria-activedescendant={active ? activeIdOf(active) : undefined}
        onKeyDown={onKeyDown}
        nodes={NO_NODES}
        edges={NO_EDGES}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        panOnScroll
        panOnScrollSpeed={1}
        zoomOnDoubleClick={false}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        elevateNodesOnSelect={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        proOptions={PRO}
      >
        <canvas ref={ground} className={styles.layer} />
        <canvas ref={hot} className={styles.layer} />
        <LaneLabels stage={stage} />
        <Overlay ref={overlay} />
        <ActiveCard stage={stage} card={active} />
        <PeerCursors stage={stage} />
      </ReactFlow>
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
