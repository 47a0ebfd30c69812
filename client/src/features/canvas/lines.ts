/** The links of a map as lines to draw: every link between two shown cards, and each home as a line of its own. */
import type { MissionTree } from "@trellis/shared/derive/tree";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import type { Link } from "@trellis/shared/schema/values";
import { grow, holds, moved, type Point, type Rect } from "./geometry.ts";
import { distanceTo, linkCurve, type Route, routeBounds } from "./linkPath.ts";
import { type Ground, linkRoute } from "./linkRoute.ts";
import { kindOf, type LinkKind } from "./linkStyle.ts";

export interface LineEnds {
  /** Null for a home, which is no link of its own. */
  readonly id: LinkId | null;
  readonly kind: LinkKind;
  readonly from: CardId;
  readonly to: CardId;
}

export interface Line extends LineEnds {
  readonly route: Route;
  readonly bounds: Rect;
  /** Where its cards stood when it was drawn. */
  readonly fromRect: Rect;
  readonly toRect: Rect;
  /** Where a card that comes or goes may send it another way. */
  readonly watched: readonly Rect[];
}

/** All lines of a map, whether shown or not; a home runs from the parent to its child. */
export function lineEnds(snapshot: MapSnapshot, tree: MissionTree): LineEnds[] {
  const found: LineEnds[] = [];
  for (const [child, parent] of tree.parents) found.push(homeEnds(parent, child));
  for (const link of snapshot.links.values()) found.push(linkEnds(link));
  return found;
}

export const homeEnds = (parent: CardId, child: CardId): LineEnds => ({
  id: null,
  kind: "part_of",
  from: parent,
  to: child,
});

export const linkEnds = (link: Link): LineEnds => ({
  id: link.id,
  kind: kindOf(link),
  from: link.from,
  to: link.to,
});

export const lineKey = ({ id, from, to }: LineEnds): string => id ?? homeKey(from, to);

export const homeKey = (parent: CardId, child: CardId): string => `${parent} ${child}`;

/** Homes and other links may share a free row; this much apart they can be told apart. */
const HOMES_ASIDE = 3;

/** The line between two places, round the cards that stand in its way. */
export function routedLine(ends: LineEnds, fromRect: Rect, toRect: Rect, ground: Ground): Line {
  const aside = ends.kind === "part_of" ? -HOMES_ASIDE : HOMES_ASIDE;
  const { route, watched } = linkRoute(fromRect, toRect, ground, aside);
  return { ...ends, route, bounds: grow(routeBounds(route), 1), fromRect, toRect, watched };
}

/** The line as one curve, whatever stands between; until there is time to find its way. */
export function plainLine(ends: LineEnds, fromRect: Rect, toRect: Rect): Line {
  const route = [linkCurve(fromRect, toRect)];
  return { ...ends, route, bounds: grow(routeBounds(route), 1), fromRect, toRect, watched: [] };
}

/** The line where its cards stand now, its way as it was; null when they have not moved alike. */
export function movedLine(line: Line, fromRect: Rect, toRect: Rect): Line | null {
  const dx = fromRect.x - line.fromRect.x;
  const dy = fromRect.y - line.fromRect.y;
  if (toRect.x - line.toRect.x !== dx || toRect.y - line.toRect.y !== dy) return null;
  if (dx === 0 && dy === 0) return line;
  const route = line.route.map(({ x0, y0, x1, y1, x2, y2, x3, y3 }) => ({
    x0: x0 + dx,
    y0: y0 + dy,
    x1: x1 + dx,
    y1: y1 + dy,
    x2: x2 + dx,
    y2: y2 + dy,
    x3: x3 + dx,
    y3: y3 + dy,
  }));
  return { ...line, route, bounds: moved(line.bounds, [dx, dy]), fromRect, toRect };
}

/** The stored link nearest to a point and no further than `reach` from it, among those `isDrawn` lets through. */
export function nearestLink(
  lines: readonly Line[],
  point: Point,
  reach: number,
  isDrawn: (line: Line) => boolean,
): LinkId | null {
  let best: LinkId | null = null;
  let bestDistance = reach;
  // Boxes first: 7,500 comparisons cost less than keeping a grid of routes up to date.
  for (const line of lines) {
    if (line.id === null || !holds(grow(line.bounds, reach), point) || !isDrawn(line)) continue;
    const distance = distanceTo(line.route, point);
    if (distance <= bestDistance) {
      best = line.id;
      bestDistance = distance;
    }
  }
  return best;
}
