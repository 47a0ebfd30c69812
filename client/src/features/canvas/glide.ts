/**
 * Cards that a layout run has moved glide to their new places with their links, so that the eye can follow: for a
 * moment what is left of the way is laid over where they stand, as a drag is. gliding.ts decides which.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import type { Offset } from "./scene.ts";

export const GLIDE_MS = 280;

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
