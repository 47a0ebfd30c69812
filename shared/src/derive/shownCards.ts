/**
 * Which cards one tab shows: types, filter, and one of path, focus and folding, in this order of precedence. The same
 * for every view of the map.
 * 1. A type that comes on demand and is simply off is not "hidden" and is not counted.
 * 2. The ends of a path and the middles of a focus are always shown: they are what was asked about.
 * 3. Total: ids that are not on the map ask for nothing.
 */
import type { MapSnapshot } from "../read/snapshot.ts";
import type { CardType } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import { type CardFilter, isFiltering, matching } from "./cardFilter.ts";
import { foldedView } from "./folding.ts";
import { SHOWN_BY_DEFAULT } from "./lanes.ts";
import { type FoundPaths, pathsBetween } from "./paths.ts";
import { type Direction, distancesFrom, type Ties, tiesOf } from "./ties.ts";
import { type MissionTree, missionTree } from "./tree.ts";

export type Degrees = 1 | 2 | 3;

export interface Focus {
  readonly cards: readonly CardId[];
  readonly degrees: Degrees;
  readonly direction: Direction;
}

export interface PathQuestion {
  readonly from: CardId;
  readonly to: CardId;
  /** All paths up to `LONGEST_PATH` links, not only the shortest. */
  readonly every: boolean;
}

export interface ShownQuestion {
  readonly types: ReadonlySet<CardType>;
  readonly filter: CardFilter;
  readonly focus: Focus | null;
  readonly path: PathQuestion | null;
  /** Missions and challenges unfolded on a folded map; null while it is not folded. */
  readonly unfolded: readonly CardId[] | null;
  /** Shown whatever else is asked. */
  readonly also: readonly CardId[];
}

export interface ShownCards {
  /** Null when nothing is hidden. Holds only cards of types that are on. */
  readonly shown: ReadonlySet<CardId> | null;
  /** Cards above a shown one in the tree that are not shown themselves: a tree view needs them, muted. */
  readonly kept: ReadonlySet<CardId>;
  readonly hidden: number;
  readonly total: number;
  /** The answer to `path`. */
  readonly paths: FoundPaths | null;
}

const NO_CARDS: ReadonlySet<CardId> = new Set();

export function shownCards(
  snapshot: Pick<MapSnapshot, "cards" | "links">,
  question: ShownQuestion,
): ShownCards {
  const { cards } = snapshot;
  const { types, filter } = question;
  let total = 0;
  const offered: CardId[] = [];
  for (const [id, { type }] of cards) {
    if (types.has(type)) offered.push(id);
    if (types.has(type) || SHOWN_BY_DEFAULT.has(type)) total++;
  }
  if (offered.length === total && !isAsking(question)) {
    return { shown: null, kept: NO_CARDS, hidden: 0, total, paths: null };
  }
  const base = isFiltering(filter) ? matching(snapshot, filter, offered) : new Set(offered);
  const { found, paths } = narrowed(snapshot, question, base);
  for (const id of question.also)
    if (types.has(cards.get(id)?.type ?? "note") && cards.has(id)) found.add(id);
  const hidden = total - found.size;
  if (hidden === 0 && paths === null) return { shown: null, kept: NO_CARDS, hidden, total, paths };
  return { shown: found, kept: above(missionTree(cards), found), hidden, total, paths };
}

const isAsking = ({ filter, focus, path, unfolded }: ShownQuestion): boolean =>
  isFiltering(filter) || focus !== null || path !== null || unfolded !== null;

function narrowed(
  snapshot: Pick<MapSnapshot, "cards" | "links">,
  { path, focus, unfolded, types }: ShownQuestion,
  base: Set<CardId>,
): { readonly found: Set<CardId>; readonly paths: FoundPaths | null } {
  const { cards } = snapshot;
  const isOnMap = (id: CardId) => types.has(cards.get(id)?.type ?? "note") && cards.has(id);
  const hubs = focus?.cards.filter(isOnMap) ?? [];
  const asksPath = path !== null && isOnMap(path.from) && isOnMap(path.to);
  if (!asksPath && hubs.length === 0 && !unfolded) return { found: base, paths: null };
  const tree = missionTree(cards);
  const ties = tiesOf(snapshot, tree);
  if (asksPath) {
    const paths = pathsBetween(ties, path.from, path.to, path.every, (id) => base.has(id));
    const found = new Set(paths.paths.flatMap((each) => each.cards));
    return { found: found.add(path.from).add(path.to), paths };
  }
  if (focus && hubs.length > 0) return { found: around(ties, hubs, focus, base), paths: null };
  const folded = foldedView(cards, tree, ties, new Set(unfolded));
  return { found: new Set([...base].filter((id) => folded.has(id))), paths: null };
}

function around(ties: Ties, hubs: readonly CardId[], focus: Focus, base: ReadonlySet<CardId>): Set<CardId> {
  const near = distancesFrom(ties, hubs, focus.degrees, focus.direction, (id) => base.has(id));
  return new Set(near.keys());
}

function above(tree: MissionTree, shown: ReadonlySet<CardId>): Set<CardId> {
  const kept = new Set<CardId>();
  for (const id of shown) {
    // A shown card further up walks the rest of the way itself.
    let at = tree.parents.get(id);
    for (; at !== undefined && !shown.has(at) && !kept.has(at); at = tree.parents.get(at)) kept.add(at);
  }
  return kept;
}
