/** The view in the address (`#view=x,y,zoom`), so that a reload or a sent link shows the same place. */
import type { View } from "./geometry.ts";

const HASH = /^#view=(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/;
const FARTHEST = 1e7;

/** World point at the middle of the screen, and the zoom; screens differ in size, so corners would not do. */
export interface Sight {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Null when the address names no view, or one that no screen can show. */
export function readSight(hash: string): Sight | null {
  const found = HASH.exec(hash);
  if (!found) return null;
  const [x = 0, y = 0, zoom = 0] = found.slice(1).map(Number);
  if (!(zoom >= 0.02 && zoom <= 4) || Math.abs(x) > FARTHEST || Math.abs(y) > FARTHEST) return null;
  return { x, y, zoom };
}

export const writeSight = ({ x, y, zoom }: Sight): string =>
  `#view=${Math.round(x)},${Math.round(y)},${Math.round(zoom * 1000) / 1000}`;

export const sightOf = (view: View, width: number, height: number): Sight => ({
  x: (width / 2 - view.x) / view.zoom,
  y: (height / 2 - view.y) / view.zoom,
  zoom: view.zoom,
});

export const viewOf = (sight: Sight, width: number, height: number): View => ({
  x: width / 2 - sight.x * sight.zoom,
  y: height / 2 - sight.y * sight.zoom,
  zoom: sight.zoom,
});
