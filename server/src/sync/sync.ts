// Puts the sync engine together: sockets in front, rooms behind, the LiveMaps port at the side.
// It is told who somebody is and what they may do, and where bytes are kept; it never finds out by itself.
import type { Server } from "node:http";
import type { Role } from "@trellis/shared/access/can";
import type { MapId } from "@trellis/shared/schema/ids";
import type { Actor } from "../ports/actor.ts";
import type { DocStore } from "../ports/docStore.ts";
import type { LiveMaps } from "../ports/liveMaps.ts";
import { type Clock, systemClock } from "./clock.ts";
import { DocThread } from "./docThread.ts";
import { Gateway, type LoginRequest } from "./gateway.ts";
import { DEFAULT_LIMITS, type SyncLimits } from "./limits.ts";
import { createLiveMaps } from "./liveMaps.ts";
import type { Log } from "./log.ts";
import { Registry } from "./registry.ts";
import { Rooms } from "./rooms.ts";

export interface SyncOptions {
  readonly docStore: DocStore;
  readonly log: Log;
  /** Who is asking, by cookie or bearer token; null for nobody. Asked again every minute. */
  readonly resolveActor: (request: LoginRequest) => Promise<Actor | null>;
  /** The role on a map now; null for none and for a map that is unknown or deleted. */
  readonly roleOn: (actor: Actor, mapId: MapId) => Promise<Role | null>;
  /** Exact origins (`http://127.0.0.1:4400`) whose pages may connect with a cookie. */
  readonly allowedOrigins: readonly string[];
  readonly clock?: Clock;
  readonly limits?: Partial<SyncLimits>;
  readonly random?: () => number;
}

export interface SyncStats {
  readonly sockets: number;
  readonly rooms: number;
  readonly loadedDocuments: number;
  /** Commits since the start. */
  readonly commits: number;
  /** True from a failed commit until one succeeds again. */
  readonly failing: boolean;
}

export interface Sync {
  readonly liveMaps: LiveMaps;
  /** Takes the socket upgrades of this server. Call once, before it listens. */
  attach(server: Server): void;
  /** Stops taking edits, commits what was taken, then closes every socket. */
  stop(): Promise<void>;
  stats(): SyncStats;
}

export function createSync(options: SyncOptions): Sync {
  const clock = options.clock ?? systemClock;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const thread = new DocThread(clock);
  const world = { store: options.docStore, clock, limits, thread, log: options.log };
  const rooms = new Rooms(world);
  const registry = new Registry();
  const gateway = new Gateway({
    ...world,
    rooms,
    registry,
    resolveActor: options.resolveActor,
    roleOn: options.roleOn,
    allowedOrigins: options.allowedOrigins,
    random: options.random ?? Math.random,
  });
  return {
    liveMaps: createLiveMaps(world, rooms, registry),
    attach: (server) => gateway.attach(server),
    async stop() {
      gateway.sayGoodbye();
      await rooms.stop();
      await gateway.closeAll();
      await thread.stop();
    },
    stats: () => ({ sockets: registry.size, ...rooms.counts }),
  };
}
