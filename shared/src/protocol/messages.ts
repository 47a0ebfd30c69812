/**
 * The wire. Messages 0-3 are y-websocket's own, so a stock client connects, edits and sees others. Messages from 100
 * on are ours; the server sends them only to a client that has said `hello`, because a stock client would log an error.
 * A frame is: varuint type, then the body described beside each type. Text bodies are JSON in a varstring.
 * Every page loads this before it can draw a map, hence the small form of zod here and in presence.ts.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as z from "zod/mini";
import { ROLES } from "../access/can.ts";

export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** client -> server, JSON {@link Hello}: the first frame after the socket opens. */
  hello: 100,
  /** server -> client, JSON {@link Welcome}: answers hello. */
  welcome: 101,
  /** server -> client, varuint n: the first n write frames of this socket are settled and none of them is lost. */
  saved: 102,
  /** server -> client, JSON {@link Refused}. */
  refused: 103,
  /** server -> client, varuint seq, varuint count, then count updates: everything one tick changed. */
  batch: 104,
  /** server -> client, empty: sent every 25 s so that neither a proxy nor the provider takes silence for death. */
  heartbeat: 105,
  /** server -> client, JSON {@link GoAway}: the server will close; wait this long before coming back. */
  goAway: 106,
  /** server -> client, empty: cards were confirmed, which no change of the document tells. */
  confirmed: 107,
} as const;

/** Bodies of a sync message (type 0), as in y-protocols. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** The version of the document's shape. A client with another one is closed with 4426. */
export const DOCUMENT_VERSION = 1;

/** Limits on what one client may send. */
export const LIMITS = {
  /** Bytes of an update frame. Larger honest changes travel as a sync step 2. */
  frameBytes: 64 * 1024,
  /** Bytes of a sync step 2. */
  firstSyncBytes: 4 * 1024 * 1024,
  /** Our client sends a change above this size as a sync step 2 (bytes). */
  sendAsStep2Bytes: 48 * 1024,
  framesPerSecond: 60,
  frameBurst: 200,
  socketsPerMap: 500,
  socketsPerPerson: 20,
  heartbeatMs: 25_000,
} as const;

export const helloSchema = z.object({
  version: z.int(),
  /** The Yjs client id this page writes under. */
  clientId: z.int().check(z.minimum(0), z.maximum(0xffffffff)),
  /** The map's epoch and sequence number this page has applied, when it has been connected before. */
  epoch: z.optional(z.int()),
  seq: z.optional(z.int().check(z.minimum(0))),
});
export type Hello = z.infer<typeof helloSchema>;

export const welcomeSchema = z.object({
  version: z.int(),
  epoch: z.int(),
  seq: z.int(),
  role: z.enum(ROLES),
  canEdit: z.boolean(),
  person: z.object({ id: z.string(), name: z.string(), organisation: z.string() }),
});
export type Welcome = z.infer<typeof welcomeSchema>;

/**
 * Why an edit was not taken. `read_only`: this role may not edit. `too_large`: frame or change above a limit.
 * `map_full`: it would bring more cards or links than a map holds.
 * `malformed`: not a valid update. `gap`: it builds on changes the server does not have. `foreign`: written under
 * someone else's client id.
 */
export const REFUSALS = ["read_only", "too_large", "map_full", "malformed", "gap", "foreign"] as const;
export const refusedSchema = z.object({
  /** Which write frame of this socket, counted from 1. It also counts as settled in `saved`. */
  frame: z.int(),
  code: z.enum(REFUSALS),
  message: z.string(),
});
export type Refused = z.infer<typeof refusedSchema>;
export type RefusalCode = (typeof REFUSALS)[number];

export const goAwaySchema = z.object({ retryAfterMs: z.int().check(z.minimum(0)) });
export type GoAway = z.infer<typeof goAwaySchema>;

type JsonMessage = { hello: Hello; welcome: Welcome; refused: Refused; goAway: GoAway };

/** A whole frame with a JSON body. */
export function encodeJson<K extends keyof JsonMessage>(kind: K, body: JsonMessage[K]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE[kind]);
    encoding.writeVarString(encoder, JSON.stringify(body));
  });
}

/** Reads a JSON body; the type has been read already. Throws when it is not JSON or not of this shape. */
export function decodeJson<T>(decoder: decoding.Decoder, schema: z.ZodMiniType<T>): T {
  return schema.parse(JSON.parse(decoding.readVarString(decoder)));
}

export const encodeSaved = (frames: number): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.saved);
    encoding.writeVarUint(encoder, frames);
  });

export const encodeHeartbeat = (): Uint8Array =>
  encoding.encode((encoder) => encoding.writeVarUint(encoder, MESSAGE.heartbeat));

export const encodeConfirmed = (): Uint8Array =>
  encoding.encode((encoder) => encoding.writeVarUint(encoder, MESSAGE.confirmed));

/** One frame for everything up to `seq`: raw updates, never re-encoded. */
export const encodeBatch = (seq: number, updates: readonly Uint8Array[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.batch);
    encoding.writeVarUint(encoder, seq);
    encoding.writeVarUint(encoder, updates.length);
    for (const update of updates) encoding.writeVarUint8Array(encoder, update);
  });

/** Body of a batch; the type has been read already. */
export function decodeBatch(decoder: decoding.Decoder): { seq: number; updates: Uint8Array[] } {
  const seq = decoding.readVarUint(decoder);
  const count = decoding.readVarUint(decoder);
  const updates: Uint8Array[] = [];
  for (let index = 0; index < count; index++) updates.push(decoding.readVarUint8Array(decoder));
  return { seq, updates };
}
