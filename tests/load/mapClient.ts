/*
 * One person's connection in a measurement: opens the socket, says hello where the server understands it, asks for
 * the state, and hands out raw updates with the time they came. It keeps no document.
 */
import { DOCUMENT_VERSION, decodeBatch, encodeJson, MESSAGE, SYNC } from "@trellis/shared/protocol/messages";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { cardCount } from "./edits.ts";
import { type Address, LightSocket } from "./lightSocket.ts";

/** How a server is spoken to: `hello` when it knows Trellis' own messages. */
export interface Dialect {
  readonly hello: boolean;
}

interface Arrival {
  readonly at: number;
  readonly update: Uint8Array;
}

const LIMIT_MS = 60_000;

const step1: Uint8Array = encoding.encode((encoder) => {
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, SYNC.step1);
  encoding.writeVarUint8Array(encoder, new Uint8Array([0]));
});

/** Updates a message carries: a state, one change, or a batch of them. */
function updatesIn(message: Buffer): Uint8Array[] {
  const decoder = decoding.createDecoder(message);
  const type = decoding.readVarUint(decoder);
  if (type === MESSAGE.batch) return decodeBatch(decoder).updates.map((update) => update.slice());
  if (type !== MESSAGE.sync || decoding.readVarUint(decoder) === SYNC.step1) return [];
  return [decoding.readVarUint8Array(decoder).slice()];
}

export interface MapClient {
  readonly socket: LightSocket;
  /** When the connection was asked for (ms, this process's clock). */
  readonly startedAt: number;
  /** Everything that came until now; recording ends with `stopRecording`. */
  readonly arrivals: readonly Arrival[];
  stopRecording(): void;
}

/** Connects and resolves when the server has answered with its state, whole or not. */
export async function connectToMap(address: Address, dialect: Dialect, clientId: number): Promise<MapClient> {
  const arrivals: Arrival[] = [];
  let answered: () => void = () => undefined;
  const answer = new Promise<void>((resolve) => {
    answered = resolve;
  });
  const startedAt = performance.now();
  const socket = await LightSocket.open(address, (opened) => {
    opened.onMessage = (message) => {
      const updates = updatesIn(message);
      for (const update of updates) arrivals.push({ at: performance.now(), update });
      if (updates.length > 0) answered();
    };
  });
  if (dialect.hello) socket.send(encodeJson("hello", { version: DOCUMENT_VERSION, clientId }));
  socket.send(step1);
  await within(answer, () => `${address.path} did not send its state (closed with ${socket.closeCode}).`);
  return {
    socket,
    startedAt,
    arrivals,
    stopRecording: () => {
      socket.onMessage = null;
    },
  };
}

/** When the last card came, and the state as one update. Asks until the map is whole. */
export async function wholeMap(
  client: MapClient,
  cards: number,
): Promise<{ completeAt: number; state: Uint8Array }> {
  const doc = new Y.Doc();
  const began = performance.now();
  for (let next = 0; ; ) {
    const arrival = client.arrivals[next];
    if (!arrival) {
      if (performance.now() - began > LIMIT_MS) throw new Error(`${cardCount(doc)} of ${cards} cards came.`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      continue;
    }
    next += 1;
    Y.applyUpdate(doc, arrival.update);
    if (cardCount(doc) < cards) continue;
    const state = Y.encodeStateAsUpdate(doc);
    doc.destroy();
    return { completeAt: arrival.at, state };
  }
}

async function within(promise: Promise<void>, failure: () => string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(failure())), LIMIT_MS);
  });
  await Promise.race([promise, limit]);
  clearTimeout(timer);
}
