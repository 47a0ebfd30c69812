/** The panel that opens with a selection must not cover the card it tells of: the map moves just far enough. */
import type { CardId } from "@trellis/shared/schema/ids";
import { type RefObject, useEffect } from "react";
import type { Stage } from "./stage.ts";
import type { Actions } from "./useActions.ts";

/** Longer than a double click takes: a card must not move away between its two presses. */
const SETTLED_MS = 400;

export function useKeepInSight(
  stage: Stage | null,
  surface: RefObject<HTMLElement | null>,
  actions: Actions,
  card: CardId | null,
): void {
  useEffect(() => {
    const element = surface.current;
    if (!stage || !element || !card) return;
    let before = element.clientWidth;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(() => {
      const width = element.clientWidth;
      const narrower = width < before;
      const { view, scene } = stage;
      const rect = scene.rectOf(card);
      const right = rect ? (rect.x + rect.width) * view.zoom + view.x : 0;
      const covered = narrower && right > width && right <= before + (rect?.width ?? 0) * view.zoom;
      before = width;
      if (!covered) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (stage.dragging.length === 0) actions.reveal(card);
      }, SETTLED_MS);
    });
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [stage, surface, actions, card]);
}
