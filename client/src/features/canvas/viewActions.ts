/** Moving about the map: zoom, fit, bring into sight. */
import type { CardId } from "@trellis/shared/schema/ids";
import { MAX_ZOOM, MIN_ZOOM, wholeView } from "./firstView.ts";
import { boundsOf, centreOf, type Rect, toWorld, type View } from "./geometry.ts";
import type { Stage } from "./stage.ts";

const ZOOM_STEP = 1.3;
/** Room kept around a card that is brought into sight, in pixels. */
const MARGIN = 40;
/** Letters of a card are as large as those of the page. */
const WRITING_ZOOM = 0.75;

/** How long something may move: not at all for those who asked for less motion. */
export const motionMs = (wanted: number): number =>
  window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : wanted;

/** How far a span has to move to lie inside the screen. */
const inward = (start: number, end: number, size: number): number => {
  if (start < MARGIN) return MARGIN - start;
  return end > size - MARGIN ? size - MARGIN - end : 0;
};

export function viewActions(stage: Stage | null) {
  const go = (view: View, ms: number) => stage?.show(view, { durationMs: motionMs(ms) });
  const zoomBy = (factor: number) => {
    if (!stage) return;
    const { view, size } = stage;
    const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, view.zoom * factor));
    const middle = toWorld(view, { x: size.width / 2, y: size.height / 2 });
    go({ x: size.width / 2 - middle.x * zoom, y: size.height / 2 - middle.y * zoom, zoom }, 120);
  };
  /** Brings a place into sight, moving no more than needed. */
  const revealRect = (rect: Rect): void => {
    if (!stage) return;
    const { view, size } = stage;
    const left = rect.x * view.zoom + view.x;
    const top = rect.y * view.zoom + view.y;
    const x = inward(left, left + rect.width * view.zoom, size.width);
    const y = inward(top, top + rect.height * view.zoom, size.height);
    if (x !== 0 || y !== 0) go({ x: view.x + x, y: view.y + y, zoom: view.zoom }, 140);
  };
  const reveal = (card: CardId): void => {
    const rect = stage?.scene.rectOf(card);
    if (rect) revealRect(rect);
  };
  return {
    goTo: (view: View) => stage?.show(view),
    zoomIn: () => zoomBy(ZOOM_STEP),
    zoomOut: () => zoomBy(1 / ZOOM_STEP),
    fit: () => {
      const all = stage?.scene.bounds();
      if (stage && all) go(wholeView(all, stage.size.width, stage.size.height, 1), 220);
    },
    panBy: (x: number, y: number) => {
      if (!stage) return;
      const { view } = stage;
      stage.show({ x: view.x + x, y: view.y + y, zoom: view.zoom });
    },
    /** Brings a card into sight, moving no more than needed. */
    reveal,
    /** Brings several cards into sight: with a move when they fit at this zoom, else from further away. */
    revealAll: (cards: readonly CardId[]) => {
      const all = boundsOf(cards.flatMap((card) => stage?.scene.rectOf(card) ?? []));
      if (!stage || !all) return;
      const { view, size } = stage;
      const fits =
        all.width * view.zoom < size.width - 2 * MARGIN && all.height * view.zoom < size.height - 2 * MARGIN;
      if (fits) revealRect(all);
      else go(wholeView(all, size.width, size.height, view.zoom), 220);
    },
    /** Brings a card so near that its title can be written. */
    revealToWrite: (card: CardId) => {
      const rect = stage?.scene.rectOf(card);
      if (!stage || !rect) return;
      const { view, size } = stage;
      const zoom = Math.max(view.zoom, WRITING_ZOOM);
      if (zoom === view.zoom) return reveal(card);
      const middle = centreOf(rect);
      go({ x: size.width / 2 - middle.x * zoom, y: size.height / 2 - middle.y * zoom, zoom }, 180);
    },
  };
}
