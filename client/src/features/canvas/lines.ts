/** The links of a map as lines to draw: every link between two shown cards, and each home as a line of its own. */
import type { MissionTree } from "@trellis/shared/derive/tree";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import { grow, overlap, type Rect } from "./geometry.ts";
import { type Route, routeBounds } from "./linkPath.ts";
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
}

/** All lines of a map, whether shown or not; a home runs from the parent to its child. */
export function lineEnds(snapshot: MapSnapshot, tree: MissionTree): LineEnds[] {
  const found: LineEnds[] = [];
  for (const [child, parent] of tree.parents)
    found.push({ id: null, kind: "part_of", from: parent, to: child });
  for (const link of snapshot.links.values())
    found.push({ id: link.id, kind: kindOf(link), from: link.from, to: link.to });
  return found;
}

/** Homes and other links may share a free row; this much apart they can be told apart. */
const HOMES_ASIDE = 3;

/** What may be kept of the lines drawn before. */
export interface LinesBefore {
  readonly lines: ReadonlyMap<string, Line>;
  /** Areas in which a card came, went or moved: lines through them may have to go another way. */
  readonly disturbed: readonly Rect[];
}

export const lineKey = ({ id, from, to }: LineEnds): string => id ?? `${from} ${to}`;

/** Lines whose two cards stand somewhere. A line far from everything that moved is taken over from before. */
export function linesBetween(
  ends: readonly LineEnds[],
  rectOf: (id: CardId) => Rect | undefined,
  ground: Ground,
  before: LinesBefore | null,
): Line[] {
  return ends.flatMap((line) => {
    const from = rectOf(line.from);
    const to = rectOf(line.to);
    if (!from || !to) return [];
    const known = before?.lines.get(lineKey(line));
    if (known && before && known.fromRect === from && known.toRect === to && known.kind === line.kind) {
      if (!before.disturbed.some((area) => overlap(area, known.bounds))) return [known];
    }
    const aside = line.kind === "part_of" ? -HOMES_ASIDE : HOMES_ASIDE;
    const route = linkRoute(from, to, ground, aside);
    return [{ ...line, route, bounds: grow(routeBounds(route), 1), fromRect: from, toRect: to }];
  });
}
