/**
 * Plain plane geometry of the canvas. "World" is the map's own units, "screen" is pixels from the canvas corner.
 */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** What is seen: world point (0, 0) stands at (x, y) on the screen, enlarged by `zoom`. */
export interface View extends Point {
  readonly zoom: number;
}

export const toWorld = (view: View, point: Point): Point => ({
  x: (point.x - view.x) / view.zoom,
  y: (point.y - view.y) / view.zoom,
});

export const toScreen = (view: View, point: Point): Point => ({
  x: point.x * view.zoom + view.x,
  y: point.y * view.zoom + view.y,
});

export const centreOf = (rect: Rect): Point => ({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });

export const overlap = (one: Rect, other: Rect): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

export const holds = (rect: Rect, point: Point): boolean =>
  point.x >= rect.x && point.x <= rect.x + rect.width && point.y >= rect.y && point.y <= rect.y + rect.height;

/** The rectangle with these two points as opposite corners. */
export const rectBetween = (one: Point, other: Point): Rect => ({
  x: Math.min(one.x, other.x),
  y: Math.min(one.y, other.y),
  width: Math.abs(one.x - other.x),
  height: Math.abs(one.y - other.y),
});

export const grow = (rect: Rect, by: number): Rect => ({
  x: rect.x - by,
  y: rect.y - by,
  width: rect.width + 2 * by,
  height: rect.height + 2 * by,
});

export const moved = (rect: Rect, by: readonly [number, number]): Rect => ({
  x: rect.x + by[0],
  y: rect.y + by[1],
  width: rect.width,
  height: rect.height,
});

/** The smallest rectangle around all; null when there are none. */
export function boundsOf(rects: Iterable<Rect>): Rect | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const rect of rects) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return right < left ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The part of the world that a screen of this size shows. */
export const seenBy = (view: View, width: number, height: number): Rect => ({
  x: -view.x / view.zoom,
  y: -view.y / view.zoom,
  width: width / view.zoom,
  height: height / view.zoom,
});

export interface FitOptions {
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Pixels left free on each side: toolbars and labels stand there. */
  readonly padding: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}

/**
 * The view in which `rect` fills the screen as far as the zoom limits allow. When it cannot fit even at the
 * smallest zoom, its top left corner is shown: the map is read from there.
 */
export function fitView(rect: Rect, width: number, height: number, options: FitOptions): View {
  const { padding, minZoom, maxZoom } = options;
  const freeWidth = Math.max(1, width - padding.left - padding.right);
  const freeHeight = Math.max(1, height - padding.top - padding.bottom);
  const wanted = Math.min(freeWidth / Math.max(1, rect.width), freeHeight / Math.max(1, rect.height));
  const zoom = Math.min(maxZoom, Math.max(minZoom, wanted));
  const along = (start: number, size: number, before: number, free: number) =>
    size * zoom > free ? before - start * zoom : before + (free - size * zoom) / 2 - start * zoom;
  return {
    x: along(rect.x, rect.width, padding.left, freeWidth),
    y: along(rect.y, rect.height, padding.top, freeHeight),
    zoom,
  };
}
