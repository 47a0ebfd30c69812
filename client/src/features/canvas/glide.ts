/**
 * Cards that a layout run has moved glide to their new places with their links, so that the eye can follow: for a
 * moment what is left of the way is laid over where they stand, as a drag is. Who asked for less motion gets none, and
 * in the far view, where cards are specks, nothing glides.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { grow, overlap } from "./geometry.ts";
import type { Offset } from "./scene.ts";
import type { Stage } from "./stage.ts";
import { motionMs } from "./viewActions.ts";
import { detailAt } from "./windowing.ts";

const GLIDE_MS = 280;
/** Cards this far outside the screen glide too: their links are in sight. */
const AROUND = 400;

export class Glide {
  #ways: ReadonlyMap<CardId, Offset> = new Map();
  #start = 0;

  /** `ways` lead from where each card stands now back to where it was. */
  start(ways: ReadonlyMap<CardId, Offset>, now: number): void {
    this.#ways = ways;
    this.#start = now;
  }

  has(id: CardId): boolean {
    return this.#ways.has(id);
  }

  /** Lays what is left of every way over `offsets`; false when all have arrived. */
  layOver(offsets: Map<CardId, Offset>, now: number): boolean {
    if (this.#ways.size === 0) return false;
    const left = Math.max(0, 1 - (now - this.#start) / GLIDE_MS) ** 3;
    if (left === 0) this.#ways = new Map();
    for (const [id, [x, y]] of this.#ways) {
      const more = offsets.get(id) ?? [0, 0];
      offsets.set(id, [more[0] + x * left, more[1] + y * left]);
    }
    return left > 0;
  }
}

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
