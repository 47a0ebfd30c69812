/** Who stands next to whom: the order of cards inside the columns and lanes, and the host of each satellite. */
import { compareText } from "../lib/order.ts";
import { LANED_TYPES } from "../schema/cardTypes.ts";
import { type CardType, ENUMS, type Level } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import type { Card, Link } from "../schema/values.ts";
import { type MissionTree, parentOf } from "./tree.ts";

const LEFT_BAND: ReadonlySet<CardType> = new Set(["grand_challenge", "mission", "challenge"]);

/** A row of cards that belong together, such as the projects of one challenge. */
export type Cluster = readonly Card[];

export interface LaneCards {
  readonly level: Level;
  /** Projects and instruments, clustered by challenge, in the order of the tree. */
  readonly work: readonly Cluster[];
  readonly actors: readonly Card[];
}

export interface Arrangement {
  readonly grandChallenges: readonly Card[];
  readonly missions: readonly Card[];
  /** One cluster per mission, in the order of missions; the last holds those under no mission. */
  readonly challenges: readonly Cluster[];
  readonly lanes: readonly LaneCards[];
  /** How many cards each actor is accountable for, in any phase. */
  readonly load: ReadonlyMap<CardId, number>;
  /** Missions and challenges that answer a grand challenge. */
  readonly addressedBy: ReadonlyMap<CardId, readonly CardId[]>;
  /** Cards that stand beside another one, by that one; `null` for those that stand alone. */
  readonly satellites: ReadonlyMap<CardId | null, readonly Card[]>;
}

/** The level whose lane a card stands in; null for cards outside the lanes. */
export const laneOf = (card: Card): Level | null =>
  LANED_TYPES.has(card.type) && "level" in card ? (card.level ?? null) : null;

/** True for cards whose type or level says where they stand; the others stand beside one of these. */
export const standsAlone = (card: Card): boolean => LEFT_BAND.has(card.type) || laneOf(card) !== null;

/** Sorts the shown cards into columns, lanes and satellites. */
export function arrange(
  cards: ReadonlyMap<CardId, Card>,
  links: readonly Link[],
  tree: MissionTree,
  shown: ReadonlySet<CardType>,
): Arrangement {
  const cluster = clusterKeys(cards, tree);
  const grandChallenges: Card[] = [];
  const actors: Card[] = [];
  const satellites: Card[] = [];
  for (const card of cards.values()) {
    if (!shown.has(card.type)) continue;
    if (card.type === "grand_challenge") grandChallenges.push(card);
    else if (card.type === "actor" && card.level) actors.push(card);
    else if (card.type !== "mission" && card.type !== "challenge" && laneOf(card) === null)
      satellites.push(card);
  }
  const missions: Card[] = [];
  const challenges = new Map<CardId | null, Card[]>([...tree.missions, null].map((id) => [id, []]));
  const work = new Map<Level, Card[]>(ENUMS.level.map((level) => [level, []]));
  for (const id of tree.all) {
    const card = cards.get(id) as Card;
    if (!shown.has(card.type)) continue;
    const level = laneOf(card);
    if (level) work.get(level)?.push(card);
    else if (card.type === "mission") missions.push(card);
    else if (card.type === "challenge") challenges.get(cluster.get(id)?.mission ?? null)?.push(card);
  }
  for (const list of [grandChallenges, satellites]) list.sort((one, other) => compareText(one.id, other.id));
  const inOrder = inOrderOfDuty(actors, links, cluster);
  return {
    grandChallenges,
    missions,
    challenges: [...challenges.values()],
    lanes: ENUMS.level.map((level) => ({
      level,
      work: clustersOf(work.get(level) ?? [], cluster),
      actors: inOrder.filter((card) => laneOf(card) === level),
    })),
    load: accountableCounts(links),
    addressedBy: gather(
      links.filter((link) => link.type === "addresses").map((link) => [link.to, link.from]),
    ),
    satellites: satellitesByHost(satellites, cards, links, tree, shown),
  };
}

/** The same order with the cards as they are now; for cards that were only moved since. */
export function rearranged(arrangement: Arrangement, cards: ReadonlyMap<CardId, Card>): Arrangement {
  const now = (list: readonly Card[]): Card[] =>
    list.map(({ id }) => {
      const card = cards.get(id);
      if (!card) throw new Error("A card of the plan is gone: the map has to be arranged anew.");
      return card;
    });
  return {
    ...arrangement,
    grandChallenges: now(arrangement.grandChallenges),
    missions: now(arrangement.missions),
    challenges: arrangement.challenges.map(now),
    lanes: arrangement.lanes.map(({ level, work, actors }) => ({
      level,
      work: work.map(now),
      actors: now(actors),
    })),
    satellites: new Map([...arrangement.satellites].map(([host, list]) => [host, now(list)])),
  };
}

interface ClusterKey {
  readonly mission: CardId | null;
  /** Place of the cluster among all clusters of the map. */
  readonly place: number;
}

/**
 * A card of the tree belongs to its topmost challenge, or to its mission where no challenge is between. Projects and
 * instruments without a home share one cluster.
 */
function clusterKeys(cards: ReadonlyMap<CardId, Card>, tree: MissionTree): ReadonlyMap<CardId, ClusterKey> {
  const keys = new Map<CardId, ClusterKey>();
  const missions = new Set(tree.missions);
  const loose: ClusterKey = { mission: null, place: tree.all.length };
  let place = 0;
  for (const id of tree.all) {
    const parent = parentOf(tree, id);
    const above = parent === null ? undefined : keys.get(parent);
    const isChallenge = cards.get(id)?.type === "challenge";
    if (missions.has(id)) keys.set(id, { mission: id, place: place++ });
    else if (!above) keys.set(id, isChallenge ? { mission: null, place: place++ } : loose);
    else if (isChallenge && parent !== null && missions.has(parent))
      keys.set(id, { ...above, place: place++ });
    else keys.set(id, above);
  }
  return keys;
}

function clustersOf(inOrder: readonly Card[], keys: ReadonlyMap<CardId, ClusterKey>): Cluster[] {
  return [...gather(inOrder.map((card) => [keys.get(card.id)?.place ?? 0, card])).values()];
}

function gather<Key, Value>(pairs: Iterable<readonly [Key, Value]>): Map<Key, Value[]> {
  const lists = new Map<Key, Value[]>();
  for (const [key, value] of pairs) {
    const list = lists.get(key);
    if (list) list.push(value);
    else lists.set(key, [value]);
  }
  return lists;
}

/**
 * Actors by the middle of what they answer for, so that links cross little. The middle is taken over clusters, not
 * over single cards: a new project does not reorder the actors.
 */
function inOrderOfDuty(
  actors: readonly Card[],
  links: readonly Link[],
  keys: ReadonlyMap<CardId, ClusterKey>,
): Card[] {
  const duties = new Map(
    actors.map((card) => [card.id, { card, sum: 0, count: 0, middle: Number.MAX_VALUE }]),
  );
  for (const link of links) {
    if (link.type !== "responsible") continue;
    const duty = duties.get(link.from);
    const place = keys.get(link.to)?.place;
    if (!duty || place === undefined) continue;
    const weight = link.role === "accountable" ? 2 : 1;
    duty.sum += weight * place;
    duty.count += weight;
  }
  for (const duty of duties.values()) if (duty.count > 0) duty.middle = duty.sum / duty.count;
  return [...duties.values()]
    .sort((one, other) => one.middle - other.middle || compareText(one.card.id, other.card.id))
    .map(({ card }) => card);
}

function accountableCounts(links: readonly Link[]): ReadonlyMap<CardId, number> {
  const counts = new Map<CardId, number>();
  for (const link of links) {
    if (link.type === "responsible" && link.role === "accountable") {
      counts.set(link.from, (counts.get(link.from) ?? 0) + 1);
    }
  }
  return counts;
}

/** Hosts, from the most telling to the least: money and measures stand beside the work they belong to. */
const HOST_TYPES: readonly CardType[] = [
  "project",
  "instrument",
  "challenge",
  "mission",
  "grand_challenge",
  "actor",
];

function satellitesByHost(
  satellites: readonly Card[],
  cards: ReadonlyMap<CardId, Card>,
  links: readonly Link[],
  tree: MissionTree,
  shown: ReadonlySet<CardType>,
): ReadonlyMap<CardId | null, readonly Card[]> {
  if (satellites.length === 0) return new Map();
  const isStanding = (id: CardId) => {
    const card = cards.get(id);
    return card !== undefined && shown.has(card.type) && standsAlone(card);
  };
  const neighbours = new Map<CardId, CardId[]>(satellites.map((card) => [card.id, []]));
  for (const link of links) {
    neighbours.get(link.from)?.push(link.to);
    neighbours.get(link.to)?.push(link.from);
  }
  const hosts = new Map<CardId, CardId>();
  const rank = (id: CardId) => HOST_TYPES.indexOf((cards.get(id) as Card).type);
  for (const card of satellites) {
    const home = parentOf(tree, card.id);
    const host =
      home !== null && isStanding(home)
        ? home
        : (neighbours.get(card.id) ?? [])
            .filter(isStanding)
            .sort((one, other) => rank(one) - rank(other) || compareText(one, other))[0];
    if (host) hosts.set(card.id, host);
  }
  return gather(
    satellites.map((card): [CardId | null, Card] => {
      // A risk that threatens only an indicator stands where the indicator stands.
      const through = (neighbours.get(card.id) ?? []).filter((id) => hosts.has(id)).sort(compareText)[0];
      return [hosts.get(card.id) ?? (through && hosts.get(through)) ?? null, card];
    }),
  );
}
