// Actor and map to role. The one place that knows that the owner, and a token in the owner's name, needs no row.
import { can, type MapOperation, type Role } from "@trellis/shared/access/can";
import type { MapId } from "@trellis/shared/schema/ids";
import type { Actor } from "../ports/actor.ts";
import type { MapRecord, MapStore } from "../ports/mapStore.ts";
import { notAllowed, ServiceError, unknownMap } from "./errors.ts";

export const actsAsOwner = (actor: Actor): boolean => actor.kind === "owner" || actor.kind === "token";

/** The role on a map in use; null when there is none, the map is deleted or unknown. */
export async function roleOn(
  mapStore: MapStore,
  actor: Actor,
  mapId: MapId,
  now: number,
): Promise<Role | null> {
  if (!actsAsOwner(actor)) return mapStore.roleOf(mapId, actor.userId, now);
  const map = await mapStore.find(mapId);
  return map === null || map.deletedAt !== null ? null : "owner";
}

/** @throws ServiceError `login_needed` */
export function requireLogin(actor: Actor | null): Actor {
  if (actor === null) {
    throw new ServiceError(
      "login_needed",
      "You are not signed in, or your sign-in has ended. Open your link again.",
    );
  }
  return actor;
}

const WORDS: Readonly<Record<MapOperation, string>> = {
  "map.read": "see it",
  "map.export": "take it away",
  "map.edit": "change it",
  "map.rename": "rename it",
  "map.delete": "delete it",
  "map.restore": "bring it back",
  "link.list": "see its guest links",
  "link.create": "invite others",
  "link.revoke": "end a guest link",
};

/**
 * The map in use and the actor's role on it, when that role may do `operation`.
 * @throws ServiceError `unknown_map` without any role, `not_allowed` with too weak a one
 */
export async function requireMap(
  mapStore: MapStore,
  actor: Actor,
  mapId: MapId,
  operation: MapOperation,
  now: number,
): Promise<{ map: MapRecord; role: Role }> {
  const [map, role] = await Promise.all([mapStore.find(mapId), roleOn(mapStore, actor, mapId, now)]);
  if (map === null || role === null) throw unknownMap();
  if (!can(role, operation)) throw notAllowed(WORDS[operation]);
  return { map, role };
}
