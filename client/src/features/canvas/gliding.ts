/**
 * Which cards glide when a layout run moves them: those in sight. Who asked for less motion gets none, and in the far
 * view, where cards are specks, nothing glides.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { grow, overlap } from "./geometry.ts";
import { GLIDE_MS } from "./glide.ts";
import type { Offset } from "./scene.ts";
import type { Stage } from "./stage.ts";
import { motionMs } from "./viewActions.ts";
import { detailAt } from "./windowing.ts";

/** Cards this far outside the screen glide too: their links are in sight. */
const AROUND = 400;

/** Runs a change and lets the cards in sight glide from where they stood. */
export function gliding(stage: Stage, change: () => void): void {
  const { scene } = stage;
  const before = new Map([...scene.grid.entries()].map(([id]) => [id, scene.rectOf(id)]));
  change();
  if (motionMs(GLIDE_MS) === 0 || detailAt(stage.view.zoom) === "far") return;
  const around = grow(stage.seen(), AROUND / stage.view.zoom);
  const ways = new Map<CardId, Offset>();
  for (const [id, from] of before) {
    const to = scene.grid.rect(id);
    if (!from || !to || (from.x === to.x && from.y === to.y)) continue;
    if (overlap(from, around) || overlap(to, around)) ways.set(id, [from.x - to.x, from.y - to.y]);
  }
  stage.letGlide(ways);
}
