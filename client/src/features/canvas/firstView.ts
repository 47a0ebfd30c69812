/** Which part of a map is shown first, and by "fit". */
import type { CardId } from "@trellis/shared/schema/ids";
import { boundsOf, type FitOptions, fitView, type Rect, type View } from "./geometry.ts";
import type { Scene } from "./scene.ts";

export const MIN_ZOOM = 0.02;
export const MAX_ZOOM = 2.5;
/** Below this zoom titles can no longer be read. */
const READABLE_ZOOM = 0.38;
/** Narrower than this is a phone. */
const NARROW = 620;

const PADDING = { left: 76, right: 28, top: 34, bottom: 62 };
const NARROW_PADDING = { left: 14, right: 14, top: 30, bottom: 70 };

/** How large a card in the middle of a focus is shown at most, with room for what is around it. */
const MIDDLE_ZOOM = 0.7;

/**
 * The whole map when it can be read at that size; else, and always on a phone, its missions and challenges, which the
 * rest hangs on, or the `middles` of a focus. Null for a map without shown cards.
 */
export function firstView(
  scene: Scene,
  width: number,
  height: number,
  middles: readonly CardId[],
): View | null {
  const all = scene.bounds();
  if (!all) return null;
  const whole = wholeView(all, width, height, 1);
  if (width >= NARROW && whole.zoom >= READABLE_ZOOM) return whole;
  const middle = boundsOf(middles.flatMap((id) => scene.rectOf(id) ?? []));
  if (middle)
    return fitView(middle, width, height, { ...options(width, MIDDLE_ZOOM), minZoom: READABLE_ZOOM });
  const core = boundsOf(
    [...scene.layout.cards.values()].filter(
      ({ id, type }) => (type === "mission" || type === "challenge") && scene.grid.rect(id),
    ),
  );
  return fitView(core ?? all, width, height, { ...options(width, 1), minZoom: READABLE_ZOOM });
}

/** Everything in sight, however small it gets. */
export const wholeView = (all: Rect, width: number, height: number, maxZoom: number): View =>
  fitView(all, width, height, options(width, maxZoom));

const options = (width: number, maxZoom: number): FitOptions => ({
  minZoom: MIN_ZOOM,
  maxZoom,
  padding: width < NARROW ? NARROW_PADDING : PADDING,
});
