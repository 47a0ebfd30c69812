/** Draws the small map: each card a block in the colour of its type, at true place and no smaller than can be seen. */
import type { CardType } from "@trellis/shared/schema/enums";
import { PALETTE } from "../../workspace/palette.ts";
import type { Rect } from "./geometry.ts";
import type { Scene } from "./scene.ts";

/** Size in pixels of the page; drawn twice as fine, once for every screen. */
export const MINIMAP = { width: 168, height: 104, density: 2 } as const;
const PADDING = 8;
/** Smallest height of a block in pixels. */
const THINNEST = 1.2;

export interface MinimapScale {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

const FILLS: Partial<Readonly<Record<CardType, string>>> = {
  grand_challenge: PALETTE.goalOutline,
  mission: PALETTE.mission,
  challenge: PALETTE.challengeOutline,
  project: PALETTE.linkStrong,
  instrument: PALETTE.instrumentOutline,
  actor: PALETTE.statusDone,
};

/** The scale at which `bounds` fit; null for a map on which nothing is shown. */
export function scaleFor(bounds: Rect | null): MinimapScale | null {
  if (!bounds) return null;
  const zoom = Math.min(
    (MINIMAP.width - 2 * PADDING) / Math.max(1, bounds.width),
    (MINIMAP.height - 2 * PADDING) / Math.max(1, bounds.height),
  );
  return {
    zoom,
    x: (MINIMAP.width - bounds.width * zoom) / 2 - bounds.x * zoom,
    y: (MINIMAP.height - bounds.height * zoom) / 2 - bounds.y * zoom,
  };
}

export function drawMinimap(
  context: CanvasRenderingContext2D,
  scene: Scene,
  scale: MinimapScale | null,
): void {
  context.setTransform(MINIMAP.density, 0, 0, MINIMAP.density, 0, 0);
  context.clearRect(0, 0, MINIMAP.width, MINIMAP.height);
  if (!scale) return;
  const { x, y, zoom } = scale;
  context.fillStyle = PALETTE.bandOdd;
  scene.layout.lanes.forEach((lane, index) => {
    const left = scene.layout.lanesX * zoom + x;
    if (index % 2 === 1) context.fillRect(left, lane.y * zoom + y, MINIMAP.width - left, lane.height * zoom);
  });
  for (const [id, rect] of scene.grid.entries()) {
    context.fillStyle = FILLS[scene.card(id)?.type ?? "note"] ?? PALETTE.outlineStrong;
    const height = Math.max(THINNEST, rect.height * zoom - 0.5);
    context.fillRect(rect.x * zoom + x, rect.y * zoom + y, Math.max(THINNEST, rect.width * zoom), height);
  }
}
