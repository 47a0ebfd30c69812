/** What a person can do on the canvas, in one object: gestures, keys, toolbar and menus all call the same. */
import { addCard, duplicateCards } from "@trellis/shared/ops/cards";
import { placeCards, tidyCards } from "@trellis/shared/ops/layout";
import { addLink, removeLink } from "@trellis/shared/ops/links";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { LinkType } from "@trellis/shared/schema/linkTypes";
import { useReactFlow } from "@xyflow/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import { useUndo } from "../../document/useUndo.ts";
import { notify } from "../../ui/notify.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { canvasStore } from "./canvasStore.ts";
import { wholeView } from "./firstView.ts";
import { placementsOf, stillThere } from "./fromFlow.ts";
import { centreOf, type Point, toWorld } from "./geometry.ts";
import { homeOfNew, placeOfNew, typeAt } from "./newCard.ts";
import type { Stage } from "./stage.ts";

const DUPLICATE_BY = [28, 28] as const;
const ZOOM_STEP = 1.3;

export const motionMs = (wanted: number): number =>
  window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : wanted;

export type Actions = ReturnType<typeof useActions>;

export function useActions(stage: Stage | null) {
  const changes = useChanges(stage);
  const views = useViews(stage);
  return useMemo(() => ({ ...changes, ...views }), [changes, views]);
}

function useChanges(stage: Stage | null) {
  const edit = useEdit();
  const { undo } = useUndo();
  const { t } = useTranslation();
  return useMemo(() => {
    const selected = (): readonly CardId[] => workspaceStore.getState().selection.cards;
    /** Adds a card with its middle at a point, ready for its title. */
    const add = (type: CardType, point: Point) => {
      if (!stage) return;
      const { scene } = stage;
      const { pos, level } = placeOfNew(scene.layout, type, point);
      const chosen = selected().flatMap((id) => scene.card(id) ?? []);
      const home = homeOfNew(type, chosen, scene.tree);
      const workspace = workspaceStore.getState();
      workspace.showType(type, true);
      workspace.setTool({ kind: "select" });
      const card = edit(addCard, { type, pos, home, fields: { title: "", ...(level ? { level } : {}) } });
      if (!card) return;
      workspace.selectCards([card]);
      canvasStore.getState().set({ titleOf: card });
    };
    return {
      add,
      /** Adds at a point what the chosen tool, or else the place, stands for. */
      addAt: (point: Point) => {
        const { tool } = workspaceStore.getState();
        if (stage) add(tool.kind === "add" ? tool.type : typeAt(stage.scene.layout, point), point);
      },
      drop: (cards: readonly CardId[], by: readonly [number, number]) => {
        if (!stage || (by[0] === 0 && by[1] === 0)) return;
        const { scene } = stage;
        const dropped = stillThere(
          cards,
          (id) => scene.card(id),
          (id) => scene.grid.rect(id),
        );
        if (dropped.length > 0) edit(placeCards, { cards: placementsOf(scene.layout, dropped, by) });
      },
      join: (type: LinkType, from: CardId, to: CardId, fields: Readonly<Record<string, unknown>>) => {
        edit(addLink, { type, from, to, fields });
      },
      remove: () => {
        const { selection, askToRemove, clearSelection } = workspaceStore.getState();
        const { link, cards } = selection;
        if (link === null) {
          askToRemove(cards);
          return;
        }
        const removed = edit(
          (draft, input: Parameters<typeof removeLink>[1]) => {
            removeLink(draft, input);
            return true;
          },
          { link },
        );
        if (!removed) return;
        clearSelection();
        notify({ text: t("canvas.linkRemoved"), action: { label: t("canvas.undo"), run: undo } });
      },
      duplicate: () => {
        const cards = selected();
        if (cards.length === 0) return;
        const made = edit(duplicateCards, { cards: [...cards], by: DUPLICATE_BY });
        if (made) workspaceStore.getState().selectCards(made);
      },
      tidy: () => {
        const cards = selected();
        edit(tidyCards, { cards: cards.length > 1 ? cards : ("all" as const) }, { layout: true });
        notify({ text: t("canvas.tidied"), action: { label: t("canvas.undo"), run: undo } });
      },
    };
  }, [stage, edit, undo, t]);
}

function useViews(stage: Stage | null) {
  const { setViewport } = useReactFlow();
  return useMemo(() => {
    const go = (view: Parameters<typeof setViewport>[0], ms = 220) => {
      void setViewport(view, { duration: motionMs(ms) });
    };
    const zoomBy = (factor: number) => {
      if (!stage) return;
      const { view, size } = stage;
      const zoom = Math.min(2.5, Math.max(0.02, view.zoom * factor));
      const middle = toWorld(view, { x: size.width / 2, y: size.height / 2 });
      go({ x: size.width / 2 - middle.x * zoom, y: size.height / 2 - middle.y * zoom, zoom }, 120);
    };
    return {
      goTo: (view: Parameters<typeof setViewport>[0]) => go(view, 0),
      zoomIn: () => zoomBy(ZOOM_STEP),
      zoomOut: () => zoomBy(1 / ZOOM_STEP),
      fit: () => {
        const all = stage?.scene.bounds();
        if (stage && all) go(wholeView(all, stage.size.width, stage.size.height, 1));
      },
      panBy: (x: number, y: number) => {
        if (!stage) return;
        const { view } = stage;
        void setViewport({ x: view.x + x, y: view.y + y, zoom: view.zoom });
      },
      /** Brings a card into sight, moving no more than needed. */
      reveal: (card: CardId) => {
        const rect = stage?.scene.rectOf(card);
        if (!stage || !rect) return;
        const { view, size } = stage;
        const margin = 40;
        const left = rect.x * view.zoom + view.x;
        const top = rect.y * view.zoom + view.y;
        const right = left + rect.width * view.zoom;
        const bottom = top + rect.height * view.zoom;
        const x =
          left < margin ? margin - left : right > size.width - margin ? size.width - margin - right : 0;
        const y =
          top < margin ? margin - top : bottom > size.height - margin ? size.height - margin - bottom : 0;
        if (x !== 0 || y !== 0) go({ x: view.x + x, y: view.y + y, zoom: view.zoom }, 140);
      },
      centre: (): Point => {
        if (!stage) return { x: 0, y: 0 };
        return centreOf(stage.seen());
      },
    };
  }, [stage, setViewport]);
}
