// The server's rows about maps: the list, who has which role, and guest links. Never holds a secret, only its SHA-256.
// Invariants: (1) a role given by a link lives exactly as long as that link is neither revoked nor expired;
// (2) a person with several roles on a map has the strongest; (3) a map marked deleted gives nobody a role.
// The workspace owner needs no row: that login holds `owner` on every map.
import type { Role } from "@trellis/shared/access/can";
import type { GuestLink } from "@trellis/shared/protocol/api";
import type { MapId } from "@trellis/shared/schema/ids";
import type { MapListing, TimeMs } from "./docStore.ts";

export interface MapRecord extends MapListing {
  readonly id: MapId;
  readonly createdAt: TimeMs;
  readonly updatedAt: TimeMs;
  readonly createdBy: string;
  readonly deletedAt: TimeMs | null;
  /** Who made the last change; null when there was none since the map was made. */
  readonly updatedBy: string | null;
  /** The last change: with the epoch, it names one state of the document. */
  readonly seq: number;
  readonly epoch: number;
}

export interface NewGuestLink {
  readonly id: string;
  readonly mapId: MapId;
  readonly role: GuestLink["role"];
  readonly secretHash: string;
  readonly createdAt: TimeMs;
  readonly createdBy: string;
  /** From this moment on the link admits nobody and the roles it gave end. Null: until it is revoked. */
  readonly expiresAt: TimeMs | null;
}

export interface GuestLinkRecord extends NewGuestLink {
  readonly revokedAt: TimeMs | null;
  /** People who have come in by it, counted once each. */
  readonly guests: number;
}

export interface MapStore {
  /** Also finds maps marked deleted (`deletedAt` set); null for unknown and purged ones. */
  find(mapId: MapId): Promise<MapRecord | null>;
  /** Every map, newest change first; either those in use or those marked deleted. */
  list(which: "inUse" | "deleted"): Promise<MapRecord[]>;
  /** Maps in use on which this person has a role at `now`, newest change first. */
  listFor(userId: string, now: TimeMs): Promise<{ map: MapRecord; role: Role }[]>;
  /** False when the map is unknown or was deleted already. */
  markDeleted(mapId: MapId, at: TimeMs): Promise<boolean>;
  /** Brings a deleted map back. False when it is unknown or not deleted. */
  restore(mapId: MapId): Promise<boolean>;
  /** Removes one deleted map for good, with document, roles and links. False when it is unknown or not deleted. */
  purge(mapId: MapId): Promise<boolean>;
  /** Removes for good, with document, roles and links, every map deleted before `limit`. Answers their ids. */
  purgeDeletedBefore(limit: TimeMs): Promise<MapId[]>;

  /** The strongest role this person has on this map at `now`, or null. */
  roleOf(mapId: MapId, userId: string, now: TimeMs): Promise<Role | null>;

  addGuestLink(link: NewGuestLink): Promise<void>;
  findGuestLink(secretHash: string): Promise<GuestLinkRecord | null>;
  /** Every link ever made for the map, newest first, with revoked and expired ones. */
  listGuestLinks(mapId: MapId): Promise<GuestLinkRecord[]>;
  /** Gives the person the link's role, unless the link is revoked or has expired by `now`: then "gone". */
  grantByLink(linkId: string, userId: string, now: TimeMs): Promise<"granted" | "gone">;
  /**
   * Revokes the link and with it the roles it gave. Answers the people who had come in by it; some may keep
   * another role by another link. Null when this map has no such link. Revoking twice is harmless.
   */
  revokeGuestLink(mapId: MapId, linkId: string, at: TimeMs): Promise<string[] | null>;
}
