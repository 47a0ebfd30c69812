// Guest links: made by whoever may invite, opened by anyone who holds the secret, ended at any moment.
import { strongerRole } from "@trellis/shared/access/can";
import type { CreateGuestLink, GuestLink, RedeemGuestLink } from "@trellis/shared/protocol/api";
import { CLOSE } from "@trellis/shared/protocol/closeCodes";
import { type MapId, newLinkId } from "@trellis/shared/schema/ids";
import type { Actor } from "../ports/actor.ts";
import type { LiveMaps } from "../ports/liveMaps.ts";
import type { Logins } from "../ports/logins.ts";
import type { GuestLinkRecord, MapStore } from "../ports/mapStore.ts";
import { hashSecret, newSecret } from "../runtime/secrets.ts";
import { actsAsOwner, requireMap } from "./access.ts";
import { ServiceError } from "./errors.ts";
import type { Guesses } from "./guesses.ts";

export interface GuestLinkPorts {
  readonly mapStore: MapStore;
  readonly liveMaps: LiveMaps;
  readonly logins: Logins;
  readonly guesses: Guesses;
  readonly publicUrl: string;
  readonly now: () => number;
}

const isoOrNull = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString();

const present = (link: GuestLinkRecord): GuestLink => ({
  id: link.id,
  role: link.role,
  createdAt: new Date(link.createdAt).toISOString(),
  expiresAt: isoOrNull(link.expiresAt),
  revokedAt: isoOrNull(link.revokedAt),
  guests: link.guests,
});

/** @throws ServiceError `unknown_map`, `not_allowed` */
export async function listGuestLinks(
  ports: GuestLinkPorts,
  actor: Actor,
  mapId: MapId,
): Promise<GuestLink[]> {
  await requireMap(ports.mapStore, actor, mapId, "link.list", ports.now());
  return (await ports.mapStore.listGuestLinks(mapId)).map(present);
}

/**
 * Makes a link. Its secret is in the answer and nowhere else.
 * @throws ServiceError `unknown_map`, `not_allowed`, `invalid_input` when it would have expired already
 */
export async function createGuestLink(
  ports: GuestLinkPorts,
  actor: Actor,
  mapId: MapId,
  { role, expiresAt }: CreateGuestLink,
): Promise<{ id: string; url: string }> {
  const { mapStore, publicUrl } = ports;
  const now = ports.now();
  await requireMap(mapStore, actor, mapId, "link.create", now);
  const expires = expiresAt === undefined ? null : Date.parse(expiresAt);
  if (expires !== null && expires <= now) {
    throw new ServiceError("invalid_input", "expiresAt lies in the past: the link would never work.");
  }
  const secret = newSecret();
  const id = newLinkId();
  await mapStore.addGuestLink({
    id,
    mapId,
    role,
    secretHash: hashSecret(secret),
    createdAt: now,
    createdBy: actor.userId,
    expiresAt: expires,
  });
  return { id, url: `${publicUrl}/join#${secret}` };
}

/**
 * Ends a link. Whoever has no other way to the map is shut out at once; whoever keeps a weaker role comes back with it.
 * @throws ServiceError `unknown_map`, `not_allowed`, `unknown_link`
 */
export async function revokeGuestLink(
  ports: GuestLinkPorts,
  actor: Actor,
  mapId: MapId,
  linkId: string,
): Promise<void> {
  const { mapStore, liveMaps } = ports;
  const now = ports.now();
  await requireMap(mapStore, actor, mapId, "link.revoke", now);
  const guests = await mapStore.revokeGuestLink(mapId, linkId, now);
  if (guests === null) throw new ServiceError("unknown_link", "This map has no such guest link.");
  for (const userId of guests) {
    const kept = await mapStore.roleOf(mapId, userId, now);
    const [code, reason] =
      kept === null
        ? ([CLOSE.accessRemoved, "Your access to this map was ended."] as const)
        : ([CLOSE.goingAway, "Your access to this map has changed."] as const);
    await liveMaps.disconnect(mapId, { userId }, code, reason);
  }
}

async function liveLink(ports: GuestLinkPorts, secret: string): Promise<GuestLinkRecord> {
  const link = await ports.mapStore.findGuestLink(hashSecret(secret));
  if (link === null) {
    throw new ServiceError(
      "unknown_link",
      "This link is not known here. Copy the whole link, or ask for a new one.",
    );
  }
  if (link.revokedAt !== null) throw revoked();
  if (link.expiresAt !== null && link.expiresAt <= ports.now()) {
    throw new ServiceError("link_expired", "This link has expired. Ask whoever invited you for a new one.");
  }
  const map = await ports.mapStore.find(link.mapId);
  if (map === null || map.deletedAt !== null) {
    throw new ServiceError("map_deleted", "The map behind this link was deleted.");
  }
  return link;
}

const revoked = (): ServiceError =>
  new ServiceError("link_revoked", "This link was ended by whoever made it. Ask them for a new one.");

export interface Redeemed {
  readonly mapId: MapId;
  /** `Set-Cookie` values; empty for someone who was signed in already. */
  readonly cookies: readonly string[];
}

/**
 * Comes in by a link. Someone signed in already keeps that login and the stronger role; anyone else becomes a guest.
 * @throws ServiceError `unknown_link`, `link_expired`, `link_revoked`, `map_deleted`, `too_many_tries`
 */
export async function redeemGuestLink(
  ports: GuestLinkPorts,
  actor: Actor | null,
  { secret, name, organisation }: RedeemGuestLink,
  origin: { readonly address: string; readonly headers: Headers },
): Promise<Redeemed> {
  const link = await ports.guesses.guard(secret, origin.address, () => liveLink(ports, secret));
  if (actor !== null && actsAsOwner(actor)) return { mapId: link.mapId, cookies: [] };
  if (actor !== null) {
    await grant(ports, link, actor.userId);
    await ports.logins.renameGuest(actor.userId, { name, organisation });
    return { mapId: link.mapId, cookies: [] };
  }
  const { userId, cookies } = await ports.logins.startGuest({ name, organisation }, origin.headers);
  try {
    await grant(ports, link, userId);
  } catch (error) {
    await ports.logins.discard(userId);
    throw error;
  }
  return { mapId: link.mapId, cookies };
}

/** A socket opened under a weaker role has to come back to get the new one. */
async function grant(ports: GuestLinkPorts, link: GuestLinkRecord, userId: string): Promise<void> {
  const { mapStore, liveMaps } = ports;
  const before = await mapStore.roleOf(link.mapId, userId, ports.now());
  if ((await mapStore.grantByLink(link.id, userId, ports.now())) === "gone") throw revoked();
  if (before !== null && strongerRole(before, link.role) !== before) {
    await liveMaps.disconnect(
      link.mapId,
      { userId },
      CLOSE.goingAway,
      "Your access to this map has changed.",
    );
  }
}
