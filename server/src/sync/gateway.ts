// The door for sockets: `/sync/<mapId>`.
// 1. Origin first (HTTP 403), then the upgrade, then login (4401), then role (4404), and only then the document.
// 2. Frames may arrive before access is known: the listener is there from the first moment, and they wait.
// 3. Access is asked again every minute, and at once when somebody's was taken away while they were coming in.
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Role } from "@trellis/shared/access/can";
import { CLOSE } from "@trellis/shared/protocol/closeCodes";
import { encodeJson, LIMITS } from "@trellis/shared/protocol/messages";
import { isId, type MapId } from "@trellis/shared/schema/ids";
import { type WebSocket, WebSocketServer } from "ws";
import type { Actor } from "../ports/actor.ts";
import type { Cancel } from "./clock.ts";
import { Connection } from "./connection.ts";
import { originAllowed } from "./origin.ts";
import { Outlet, type Wire } from "./outlet.ts";
import { loginOf, type Registry } from "./registry.ts";
import type { Rooms, RoomsWorld } from "./rooms.ts";
import { Seat } from "./seat.ts";
import { Strikes } from "./strikes.ts";
import { framed } from "./wire.ts";

/** The part of a request by which a login is recognised. */
export type LoginRequest = Pick<IncomingMessage, "headers">;

export interface GatewayWorld extends RoomsWorld {
  readonly rooms: Rooms;
  readonly registry: Registry;
  readonly resolveActor: (request: LoginRequest) => Promise<Actor | null>;
  readonly roleOn: (actor: Actor, mapId: MapId) => Promise<Role | null>;
  readonly allowedOrigins: readonly string[];
  readonly random: () => number;
}

const PATH = /^\/sync\/([^/?#]+)$/;
const FRAME_MARGIN = 64 * 1024;
/** Pages come back spread over this time after a restart. */
const RETURN_MS = { least: 500, spread: 4_500 } as const;

/** An HTTP status and a sentence. */
type Answer = readonly [status: string, sentence: string];
const NOT_FOUND: Answer = ["404 Not Found", "There is no socket at this address."];

/** Answers an upgrade that is not accepted, in words, and hangs up. */
function refuse(socket: Duplex, status: string, sentence: string): void {
  const body = Buffer.from(`${sentence}\n`);
  socket.once("error", () => socket.destroy());
  // Node keeps the other half open until the other side closes too, which one who was refused need not do.
  socket.once("finish", () => socket.destroy());
  socket.end(
    Buffer.concat([
      Buffer.from(
        `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${body.length}\r\n\r\n`,
      ),
      body,
    ]),
  );
}

/** The map's id as it stands in the path; null when the path is not ours. */
function mapIdIn(url: string | undefined): string | null {
  const [path = ""] = (url ?? "").split("?");
  const [, id] = PATH.exec(path) ?? [];
  if (id === undefined) return null;
  try {
    return decodeURIComponent(id);
  } catch {
    // A broken escape names no map.
    return "";
  }
}

export class Gateway {
  readonly #world: GatewayWorld;
  readonly #allowed: ReadonlySet<string>;
  readonly #strikes = new Strikes();
  /** Until the line is gone, which is later than the connection's close. */
  readonly #sockets = new Set<WebSocket>();
  readonly #requests = new WeakMap<Connection, LoginRequest>();
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: LIMITS.firstSyncBytes + FRAME_MARGIN,
  });
  readonly #cancelWatch: Cancel;
  #stopping = false;
  #checking = false;

  constructor(world: GatewayWorld) {
    this.#world = world;
    this.#allowed = new Set(world.allowedOrigins.map((origin) => origin.toLowerCase()));
    this.#cancelWatch = world.clock.every(world.limits.watchMs, () => this.#watch());
  }

  attach(server: Server): void {
    server.on("upgrade", (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** Tells everybody to come back later and takes no more frames or connections. */
  sayGoodbye(): void {
    this.#stopping = true;
    this.#cancelWatch();
    for (const { seat } of this.#world.registry.all()) {
      if (!seat?.speaksTrellis) continue;
      const retryAfterMs = Math.round(RETURN_MS.least + this.#world.random() * RETURN_MS.spread);
      seat.outlet.answer(framed(encodeJson("goAway", { retryAfterMs })));
    }
  }

  /** Closes every socket. Resolves when they are gone; those that do not answer are cut. */
  async closeAll(): Promise<void> {
    for (const connection of this.#world.registry.all())
      connection.close(CLOSE.goingAway, "The server is restarting.");
    await Promise.all([...this.#sockets].map((socket) => new Promise((gone) => socket.once("close", gone))));
    this.#server.close();
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const mapId = mapIdIn(request.url);
    const refusal = this.#refusalOf(request, mapId);
    if (refusal !== null || mapId === null) {
      refuse(socket, ...(refusal ?? NOT_FOUND));
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      this.#accepted(webSocket, socket, request, mapId as MapId);
    });
  }

  #refusalOf({ headers }: IncomingMessage, mapId: string | null): Answer | null {
    if (mapId === null) return NOT_FOUND;
    if (this.#stopping) return ["503 Service Unavailable", "The server is restarting. Come back soon."];
    if (originAllowed(headers, this.#allowed)) return null;
    return ["403 Forbidden", "Pages of this origin may not connect. Open Trellis at its own address."];
  }

  #accepted(webSocket: WebSocket, socket: Duplex, request: IncomingMessage, mapId: MapId): void {
    const { registry, clock, limits, log } = this.#world;
    const connection = new Connection(
      {
        clock,
        limits,
        log,
        onBroken: (actor) => this.#strikes.add(loginOf(actor), clock.now()),
        onClosed: (closed) => registry.remove(closed),
      },
      mapId,
      {
        close: (code, reason) => webSocket.close(code, reason),
        cut: () => webSocket.terminate(),
        ping: () => webSocket.ping(),
      },
    );
    webSocket.on("message", (message, isBinary) => {
      if (this.#stopping) return;
      // A copy of its own: what is kept must neither pin a larger buffer nor be read beyond its end.
      if (isBinary) connection.receive(new Uint8Array(message as Buffer));
      else connection.close(CLOSE.malformed, "Text frames are not part of this protocol.");
    });
    webSocket.on("pong", () => connection.heard());
    this.#sockets.add(webSocket);
    webSocket.on("close", () => {
      this.#sockets.delete(webSocket);
      connection.lost();
    });
    // Too large a frame, a broken header, a reset: ws closes the socket itself, and `close` follows.
    webSocket.on("error", (error) => log.info({ err: error, mapId }, "A socket broke."));
    registry.add(connection);
    const { cookie, authorization } = request.headers;
    const login: LoginRequest = {
      headers: { ...(cookie ? { cookie } : {}), ...(authorization ? { authorization } : {}) },
    };
    this.#requests.set(connection, login);
    this.#admit(connection, login, wireOf(webSocket, socket)).catch((error: unknown) => {
      log.error({ err: error, mapId }, "A connection could not be let in.");
      connection.close(CLOSE.notStored, "The map cannot be opened at the moment. Try again soon.");
    });
  }

  async #admit(connection: Connection, login: LoginRequest, wire: Wire): Promise<void> {
    const { registry, rooms, clock, limits, resolveActor, roleOn } = this.#world;
    const { mapId } = connection;
    const actor = await resolveActor(login);
    if (actor === null) return connection.close(CLOSE.loginNeeded, "Sign in first.");
    const wait = this.#strikes.waitMs(loginOf(actor), clock.now());
    if (wait > 0)
      return connection.close(
        CLOSE.malformed,
        `Broken frames came from this login. Wait ${Math.ceil(wait / 1000)} s.`,
      );
    if (registry.countOf(actor) >= limits.socketsPerPerson)
      return connection.close(CLOSE.mapFull, "Trellis is open in too many windows. Close some of them.");
    if (connection.closed) return;
    registry.name(connection, actor);
    const removals = registry.removals;
    let role = isId(mapId) ? await roleOn(actor, mapId) : null;
    if (role === null)
      return connection.close(CLOSE.unknownMap, "There is no such map, or you have no access to it.");
    if (registry.onMap(mapId).length > limits.socketsPerMap)
      return connection.close(CLOSE.mapFull, "This map is full. Try again later.");
    const lease = await rooms.lease(mapId);
    if (lease === null)
      return connection.close(CLOSE.unknownMap, "There is no such map, or you have no access to it.");
    try {
      if (registry.removals !== removals) role = await roleOn(actor, mapId);
    } catch (error) {
      lease.release();
      throw error;
    }
    if (role === null) {
      lease.release();
      return connection.close(CLOSE.accessRemoved, "You no longer have access to this map.");
    }
    const outlet = new Outlet(wire, clock, limits, {
      drained: (seq) => this.#resume(connection, seq),
      stalled: () => connection.close(CLOSE.resync, "This connection is too slow to follow. Reconnect."),
    });
    const seat = new Seat(this.#world, { actor, role, room: lease.room, outlet }, (code, reason) =>
      connection.close(code, reason),
    );
    connection.admit(seat, lease);
  }

  #resume(connection: Connection, seq: number): void {
    const { seat } = connection;
    seat?.room.resume(seat, seq).catch((error: unknown) => {
      this.#world.log.error(
        { err: error, mapId: connection.mapId },
        "A slow reader could not be brought up to date.",
      );
      connection.close(CLOSE.resync, "Reconnect to read the map afresh.");
    });
  }

  #watch(): void {
    const now = this.#world.clock.now();
    const connections = this.#world.registry.all();
    for (const connection of connections) connection.watch();
    if (this.#checking) return;
    const due = connections.filter(
      ({ seat, checkedAt }) => seat !== null && now - checkedAt >= this.#world.limits.accessCheckMs,
    );
    this.#checking = true;
    void this.#checkAll(due).finally(() => {
      this.#checking = false;
    });
  }

  /** One after another, so that a check of hundreds never holds up anybody. */
  async #checkAll(connections: readonly Connection[]): Promise<void> {
    for (const connection of connections) {
      connection.checkedAt = this.#world.clock.now();
      try {
        await this.#check(connection);
      } catch (error) {
        // Access stays as it was last known, and is asked for again in a minute: a store that does not answer now
        // would otherwise throw everybody out.
        this.#world.log.error({ err: error, mapId: connection.mapId }, "Access could not be checked again.");
      }
    }
  }

  async #check(connection: Connection): Promise<void> {
    const login = this.#requests.get(connection);
    if (login === undefined || connection.closed) return;
    const actor = await this.#world.resolveActor(login);
    if (actor === null || actor.userId !== connection.actor?.userId)
      return connection.close(CLOSE.loginNeeded, "Your login has ended. Sign in again.");
    const role = await this.#world.roleOn(actor, connection.mapId);
    if (role === null) return connection.close(CLOSE.accessRemoved, "You no longer have access to this map.");
    connection.setRole(role);
  }
}

/** Shared frames go straight to the socket: they carry their WebSocket header already. */
function wireOf(webSocket: WebSocket, socket: Duplex): Wire {
  return {
    isOpen: () => webSocket.readyState === webSocket.OPEN,
    write(...frames) {
      if (frames.length > 1) socket.cork();
      for (const frame of frames) socket.write(frame);
      if (frames.length > 1) socket.uncork();
    },
    unsentBytes: () => socket.writableLength,
    onceDrained: (act) => socket.once("drain", act),
  };
}
