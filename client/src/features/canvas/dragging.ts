/** One step of a drag: how far the cards go, what they line up with, which lane they would land in. */
import { laneAt, positionToPos } from "@trellis/shared/derive/lanes";
import { LANED_TYPES } from "@trellis/shared/schema/cardTypes";
import type { CardId } from "@trellis/shared/schema/ids";
import { boundsOf, grow, moved, overlap } from "./geometry.ts";
import type { DragMarks } from "./gesture.ts";
import type { Scene } from "./scene.ts";
import { snap } from "./snapping.ts";

/** How near two lines have to be to snap, in pixels of the screen. */
const REACH = 7;
/** Cards further away than this many pixels are no neighbours. */
const NEAR = 420;
/** More neighbours than this line up with everything. */
const MOST = 60;

interface Drag {
  readonly lead: CardId;
  readonly cards: readonly CardId[];
  readonly way: readonly [number, number];
  readonly zoom: number;
  /** Alt or Ctrl is held: nothing snaps. */
  readonly free: boolean;
}

export interface DragStep extends DragMarks {
  readonly by: readonly [number, number];
}

export function dragStep(scene: Scene, { lead, cards, way, zoom, free }: Drag): DragStep {
  const held = new Set(cards);
  const start = boundsOf(cards.flatMap((id) => scene.grid.rect(id) ?? []));
  if (!start) return { by: way, guides: [], lane: null };
  const moving = moved(start, way);
  let by = way;
  let guides: DragStep["guides"] = [];
  if (!free) {
    const near = grow(moving, NEAR / zoom);
    const others = [...scene.grid.within(near)].flatMap((id) => {
      const rect = held.has(id) ? undefined : scene.grid.rect(id);
      return rect && overlap(rect, near) ? [rect] : [];
    });
    const { lanes, lanesX } = scene.layout;
    const snapped = snap(moving, others.length > MOST ? [] : others, lanes, lanesX, REACH / zoom);
    by = [Math.round(way[0] + snapped.by[0]), Math.round(way[1] + snapped.by[1])];
    guides = snapped.guides;
  }
  return { by, guides, lane: laneOf(scene, lead, by) };
}

function laneOf(scene: Scene, lead: CardId, by: readonly [number, number]): DragStep["lane"] {
  const card = scene.card(lead);
  const rect = scene.grid.rect(lead);
  if (!card || !rect || !LANED_TYPES.has(card.type)) return null;
  const x = rect.x + by[0];
  const y = rect.y + by[1];
  const { level } = positionToPos(scene.layout, card, x, y);
  const own = "level" in card ? card.level : null;
  if (!level && !own) return null;
  return laneAt(scene.layout, y + rect.height / 2);
}
