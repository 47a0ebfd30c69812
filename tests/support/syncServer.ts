/*
 * The sync engine on a real HTTP server within the test's process, over a store the test chooses. Logins are the
 * names in a cookie or bearer token; roles are a table the test writes, so access can change while people are connected.
 */
import { createServer, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { memoryStores } from "@trellis/server/src/adapters/memory/memoryStores.ts";
import type { Actor } from "@trellis/server/src/ports/actor.ts";
import type { DocStore } from "@trellis/server/src/ports/docStore.ts";
import type { SyncLimits } from "@trellis/server/src/sync/limits.ts";
import { createSync, type Sync } from "@trellis/server/src/sync/sync.ts";
import type { Role } from "@trellis/shared/access/can";
import { type MapId, newMapId } from "@trellis/shared/schema/ids";
import type { MapFile } from "@trellis/shared/schema/mapFile";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

export interface SyncServer {
  readonly url: string;
  readonly origin: string;
  readonly sync: Sync;
  readonly store: DocStore;
  /** Who may do what on which map now. */
  grant(name: string, mapId: MapId, role: Role | null): void;
  /** Ends every later look-up of this name's login. */
  signOut(name: string): void;
  newMap(): Promise<MapId>;
  /** Errors the engine has logged. */
  readonly errors: { fields: object; sentence: string }[];
  stop(): Promise<void>;
}

const EMPTY_MAP: MapFile = { schemaVersion: 1, settings: { title: "A map" }, cards: [], links: [] };

const actorNamed = (kind: Actor["kind"], name: string): Actor => ({
  kind,
  userId: `user-${name}`,
  name,
  organisation: "Example Council",
});

export async function startSyncServer(
  port: number,
  options: { store?: DocStore; limits?: Partial<SyncLimits> } = {},
): Promise<SyncServer> {
  const store = options.store ?? memoryStores().docStore;
  const roles = new Map<string, Role | null>();
  const signedOut = new Set<string>();
  const errors: { fields: object; sentence: string }[] = [];
  const key = (userId: string, mapId: MapId) => `${userId} ${mapId}`;
  const origin = `http://127.0.0.1:${port}`;
  const sync = createSync({
    docStore: store,
    log: {
      error: (fields, sentence) => errors.push({ fields, sentence }),
      warn: () => undefined,
      info: () => undefined,
    },
    async resolveActor({ headers }) {
      const [, guest] = /login=(\w+)/.exec(headers.cookie ?? "") ?? [];
      const [, token] = /^Bearer (\w+)$/.exec(headers.authorization ?? "") ?? [];
      const name = guest ?? token;
      if (name === undefined || signedOut.has(name)) return null;
      return actorNamed(guest === undefined ? "token" : "guest", name);
    },
    roleOn: async (actor, mapId) => roles.get(key(actor.userId, mapId)) ?? null,
    allowedOrigins: [origin],
    ...(options.limits ? { limits: options.limits } : {}),
  });
  const server = createServer((_request, response) => response.end("ok"));
  sync.attach(server);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `ws://127.0.0.1:${port}/sync`,
    origin,
    sync,
    store,
    errors,
    grant: (name, mapId, role) => roles.set(key(`user-${name}`, mapId), role),
    signOut: (name) => signedOut.add(name),
    async newMap() {
      const mapId = newMapId();
      await sync.liveMaps.create(mapId, EMPTY_MAP, actorNamed("owner", "owner"));
      return mapId;
    },
    async stop() {
      await sync.stop();
      await closed(server);
    },
  };
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Headers of somebody who came by cookie, as a browser sends them. */
export const byCookie = (name: string, origin: string): Record<string, string> => ({
  cookie: `login=${name}`,
  origin,
});
export const byToken = (name: string): Record<string, string> => ({ authorization: `Bearer ${name}` });

/** A WebSocket class that sends these headers with its upgrade. */
function socketWith(headers: Record<string, string>): typeof globalThis.WebSocket {
  class SocketWithHeaders extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers });
    }
  }
  return SocketWithHeaders as unknown as typeof globalThis.WebSocket;
}

/** A stock y-websocket client with a document of its own. */
export interface StockClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  close(): void;
}

export function stockClient(server: SyncServer, mapId: string, headers: Record<string, string>): StockClient {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(server.url, mapId, doc, {
    WebSocketPolyfill: socketWith(headers),
    disableBc: true,
  });
  return {
    doc,
    provider,
    close: () => {
      provider.destroy();
      doc.destroy();
    },
  };
}

/** Waits for a condition, never for a time. */
export async function until(what: string, condition: () => boolean, withinMs = 5_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Waited ${withinMs} ms in vain: ${what}`);
    await sleep(5);
  }
}

/** How an upgrade ended. */
export type Ending =
  | { readonly kind: "http"; readonly status: number }
  | { readonly kind: "closed"; readonly code: number };

/** Opens a bare socket and tells how it ended. `onOpen` may send something. */
export function endingOf(
  address: string,
  headers: Record<string, string>,
  onOpen: (socket: WebSocket) => void = () => undefined,
): Promise<Ending> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address, { headers });
    socket.on("open", () => onOpen(socket));
    socket.on("unexpected-response", (request, response) => {
      resolve({ kind: "http", status: response.statusCode ?? 0 });
      request.destroy();
    });
    socket.on("close", (code) => resolve({ kind: "closed", code }));
    // An upgrade that was refused also raises an error; the answer has been read above.
    socket.on("error", () => undefined);
  });
}
