/** Ties the gestures of the mounted canvas to the selection, the map and the peers. */
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import type { RefObject } from "react";
import { useCallback, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useSetPresence } from "../../presence/PresenceProvider.tsx";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { askingStore } from "./asking.ts";
import { canvasStore } from "./canvasStore.ts";
import { toWorld } from "./geometry.ts";
import type { GestureHost } from "./gesture.ts";
import { drawDragMarks, drawFrame, drawRubber } from "./gestureMarks.ts";
import { Gestures } from "./gestures.ts";
import { hoverIntent } from "./hover.ts";
import type { Stage } from "./stage.ts";
import type { Actions } from "./useActions.ts";

/** Returns a stable way to the gestures, null while the canvas is not mounted. */
export function useGestures(
  stage: Stage | null,
  surface: RefObject<HTMLDivElement | null>,
  overlay: RefObject<SVGSVGElement | null>,
  actions: Actions,
): () => Gestures | null {
  const gestures = useRef<Gestures | null>(null);
  const setPresence = useSetPresence();
  const { t } = useTranslation();
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  }, [actions]);

  useEffect(() => {
    const element = surface.current;
    if (!stage || !element) return;
    const host = hostOf(
      stage,
      () => overlay.current,
      () => current.current,
      t,
      (drag) => setPresence({ drag }),
    );
    const made = new Gestures(element, stage, host);
    gestures.current = made;
    return () => {
      gestures.current = null;
      made.close();
    };
  }, [stage, surface, overlay, setPresence, t]);

  useEffect(() => {
    const element = surface.current;
    if (!stage || !element) return;
    return hoverIntent(element, {
      moved: (point) => {
        const world = point && toWorld(stage.view, point);
        setPresence({ cursor: world && [Math.round(world.x), Math.round(world.y)] });
      },
      rests: (point) => {
        const hovered = point && stage.cardAt(toWorld(stage.view, point));
        if (canvasStore.getState().hovered !== hovered) canvasStore.getState().set({ hovered });
      },
    });
  }, [stage, surface, setPresence]);

  return useCallback(() => gestures.current, []);
}

function hostOf(
  stage: Stage,
  overlay: () => SVGSVGElement | null,
  actions: () => Actions,
  t: TFunction,
  setDrag: (drag: { readonly ids: readonly CardId[]; readonly by: readonly [number, number] } | null) => void,
): GestureHost {
  const workspace = () => workspaceStore.getState();
  return {
    canEdit: () => canvasStore.getState().canEdit,
    tool: () => (canvasStore.getState().framing ? "frame" : workspace().tool.kind),
    selected: () => workspace().selection.cards,
    select: (cards) => {
      workspace().selectCards(cards);
      if (canvasStore.getState().framing) canvasStore.getState().set({ framing: false });
    },
    selectLink: (link) => workspace().selectLink(link),
    clear: () => workspace().clearSelection(),
    panBy: (x, y) => actions().panBy(x, y),
    dragged: (ids, by) => setDrag(by && { ids, by }),
    drop: (cards, by) => actions().drop(cards, by),
    addAt: (world) => actions().addAt(world),
    join: (from, to, at) => {
      canvasStore.getState().set({ joining: { from, to, at } });
      if (workspace().tool.kind === "connect") workspace().setTool({ kind: "select" });
    },
    joinToNew: (from, world, at) => {
      askingStore.getState().ask({ kind: "linkedType", from, world }, at);
      if (workspace().tool.kind === "connect") workspace().setTool({ kind: "select" });
    },
    menu: (card, link, world, at) => {
      if (card && !workspace().selection.cards.includes(card)) workspace().selectCards([card]);
      else if (link) workspace().selectLink(link);
      else if (!card) workspace().clearSelection();
      askingStore.getState().ask({ kind: "menu", link, world }, at);
    },
    guide: (marks) => {
      const svg = overlay();
      if (svg) drawDragMarks(svg, stage, marks, (level) => t(`enum.level.${level}`));
    },
    editTitle: (card) => canvasStore.getState().set({ titleOf: card }),
    frame: (frame) => {
      const svg = overlay();
      if (svg) drawFrame(svg, frame);
    },
    rubber: (line) => {
      const svg = overlay();
      const target = line?.target ?? null;
      if (canvasStore.getState().target !== target) canvasStore.getState().set({ target });
      if (svg) drawRubber(svg, stage, line);
    },
  };
}
