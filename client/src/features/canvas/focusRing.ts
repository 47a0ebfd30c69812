/** The ring around the card that keys act on: drawn above everything, so it is seen at every zoom. No React. */
import type { CardId } from "@trellis/shared/schema/ids";
import type { Stage } from "./stage.ts";

/** Free space between card and ring, in pixels. */
const GAP = 4;
/** Far away a card is a dot; its ring is not. */
const SMALLEST = 14;

/** Draws the ring around `card` and keeps it there until the returned function is called. */
export function followWithRing(svg: SVGSVGElement, stage: Stage, card: CardId | null): () => void {
  const ring = svg.querySelector<SVGRectElement>("[data-mark=ring]");
  if (!ring) return () => undefined;
  const draw = () => {
    const rect = card && stage.scene.rectOf(card);
    ring.style.display = rect ? "" : "none";
    if (!rect) return;
    const { x, y, zoom } = stage.view;
    const width = Math.max(SMALLEST, rect.width * zoom) + 2 * GAP;
    const height = Math.max(SMALLEST, rect.height * zoom) + 2 * GAP;
    ring.setAttribute("x", String((rect.x + rect.width / 2) * zoom + x - width / 2));
    ring.setAttribute("y", String((rect.y + rect.height / 2) * zoom + y - height / 2));
    ring.setAttribute("width", String(width));
    ring.setAttribute("height", String(height));
  };
  draw();
  const stops = [stage.onView(draw), stage.onScene(draw)];
  return () => {
    for (const stop of stops) stop();
    ring.style.display = "none";
  };
}
