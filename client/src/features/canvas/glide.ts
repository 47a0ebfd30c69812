/**
 * Cards that a layout run has moved glide to their new places, so that the eye can follow. Only elements on the page
 * move, and by the browser's compositor; links are drawn at their ends at once. Who asked for less motion gets none.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import type { Stage } from "./stage.ts";
import { motionMs } from "./viewActions.ts";

const GLIDE_MS = 250;

/** Runs a change and lets the cards in sight glide from where they stood. */
export function gliding(stage: Stage, change: () => void): void {
  const duration = motionMs(GLIDE_MS);
  const elements = [...document.querySelectorAll<HTMLElement>("[data-card-id]")];
  const before = new Map(
    elements.map((element) => [
      element.dataset.cardId as CardId,
      stage.scene.rectOf(element.dataset.cardId as CardId),
    ]),
  );
  change();
  if (duration === 0) return;
  // After the stage has put the elements to their new places, in the same frame.
  requestAnimationFrame(() => {
    for (const element of document.querySelectorAll<HTMLElement>("[data-card-id]")) {
      const id = element.dataset.cardId as CardId;
      const from = before.get(id);
      const to = stage.scene.rectOf(id);
      if (!from || !to || (from.x === to.x && from.y === to.y)) continue;
      const place = ({ x, y }: typeof to) => `translate(${x}px, ${y}px)`;
      element.animate([{ transform: place(from) }, { transform: place(to) }], {
        duration,
        easing: "cubic-bezier(0.2, 0, 0.1, 1)",
      });
    }
  });
}
