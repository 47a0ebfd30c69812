// Who last touched which card of a map, and saying of a card that it is still right.
import type { MapTouchesAnswer } from "@trellis/shared/protocol/api";
import type { CardId, MapId } from "@trellis/shared/schema/ids";
import type { Actor } from "../ports/actor.ts";
import type { LiveMaps } from "../ports/liveMaps.ts";
import type { Logins } from "../ports/logins.ts";
import type { MapStore } from "../ports/mapStore.ts";
import type { TouchedAt, TouchRecord, TouchStore } from "../ports/touchStore.ts";
import { requireMap } from "./access.ts";
import { ServiceError, unknownMap } from "./errors.ts";

export interface TouchPorts {
  readonly mapStore: MapStore;
  readonly touchStore: TouchStore;
  readonly liveMaps: Pick<LiveMaps, "edit" | "tellConfirmed">;
  readonly logins: Pick<Logins, "namesOf">;
  readonly now: () => number;
}

/** A commit bears the time at which it began and is found a moment later; far more than it ever takes. */
const OVERLAP_MS = 60_000;
/** How long a removed card is remembered with its title. */
const REMOVED_MS = 365 * 24 * 60 * 60 * 1000;

const isoTime = (time: number): string => new Date(time).toISOString();

/** Whoever the answer names: of a removed card only who removed it. */
const authorsOf = ({ added, edited, confirmed, removed }: TouchRecord): string[] =>
  (removed ? [removed] : [added, edited, confirmed]).flatMap((touch) => touch?.by ?? []);

/** People by their place in the answer: one who is named twice is written once, and nobody's id goes out. */
async function peopleIn({ logins }: TouchPorts, actor: Actor, touches: readonly TouchRecord[]) {
  const names = await logins.namesOf(touches.flatMap(authorsOf));
  const places = new Map([...names.keys()].map((userId, place) => [userId, place]));
  const people = [...names].map(([userId, name]) => ({ name, isYou: userId === actor.userId }));
  const told = ({ at, by }: TouchedAt) => ({ at: isoTime(at), by: places.get(by) ?? null });
  return { people, told };
}

/**
 * Cards touched after `after` (all without it), for whoever may open the map.
 * @throws ServiceError `unknown_map`
 */
export async function readTouches(
  ports: TouchPorts,
  actor: Actor,
  mapId: MapId,
  after = 0,
): Promise<MapTouchesAnswer> {
  const asked = ports.now();
  await requireMap(ports.mapStore, actor, mapId, "map.read", asked);
  const read = await ports.touchStore.read(mapId, after);
  if (read === null) throw unknownMap();
  const { people, told } = await peopleIn(ports, actor, read.touches);
  const answer: MapTouchesAnswer = {
    recordedFrom: isoTime(read.recordedFrom),
    next: isoTime(asked - OVERLAP_MS),
    people,
    cards: [],
    removed: [],
  };
  for (const { card, added, edited, confirmed, removed } of read.touches) {
    if (removed === null) {
      answer.cards.push({
        card,
        added: added && told(added),
        edited: edited && told(edited),
        confirmed: confirmed && told(confirmed),
      });
      continue;
    }
    const { title, type } = removed;
    const addedAt = added === null ? null : isoTime(added.at);
    answer.removed.push({ card, ...told(removed), title, type, addedAt });
  }
  return answer;
}

/**
 * Remembers that the actor looked these cards through, and tells everybody on the map.
 * @throws ServiceError `unknown_map`, `not_allowed`, `unknown_card` (then none is confirmed)
 */
export async function confirmCards(
  ports: TouchPorts,
  actor: Actor,
  mapId: MapId,
  cards: readonly CardId[],
): Promise<void> {
  const { mapStore, touchStore, liveMaps, now } = ports;
  await requireMap(mapStore, actor, mapId, "map.edit", now());
  const areThere = await liveMaps.edit(mapId, actor, (draft) => cards.every((card) => draft.hasCard(card)));
  if (!areThere) {
    throw new ServiceError("unknown_card", "This card is no longer on the map; somebody has removed it.");
  }
  await touchStore.confirm(mapId, [...new Set(cards)], { at: now(), by: actor.userId });
  liveMaps.tellConfirmed(mapId);
}

/** Forgets cards removed more than a year ago. For the server itself, not for an actor. */
export const forgetRemovedCards = ({ touchStore, now }: TouchPorts): Promise<void> =>
  touchStore.forgetRemoved(now() - REMOVED_MS);
