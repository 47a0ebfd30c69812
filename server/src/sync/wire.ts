// Bytes of the socket: what a client's frame says, and what the server sends. The only place where frames are decoded.
// 1. A frame is decoded whole or refused whole; bytes left over are a refusal too.
// 2. Nothing is read beyond the frame: lib0 trusts a length that runs past the end, so the position is checked.
// 3. A shared frame is built once, with its WebSocket header, and the same buffer goes to every socket.
import {
  decodeJson,
  encodeBatch,
  encodeConfirmed,
  encodeHeartbeat,
  type Hello,
  helloSchema,
  MESSAGE,
  SYNC,
} from "@trellis/shared/protocol/messages";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** A frame that wants to change the map. */
export interface WriteFrame {
  readonly kind: "step2" | "update";
  readonly bytes: Uint8Array;
}

export type ClientFrame =
  | { readonly kind: "step1" }
  | { readonly kind: "write"; readonly write: WriteFrame }
  | { readonly kind: "presence"; readonly bytes: Uint8Array }
  | { readonly kind: "queryPresence" }
  | { readonly kind: "hello"; readonly hello: Hello };

/** A frame that is not of this protocol. Answered by closing with 1008. */
export class MalformedFrameError extends Error {
  readonly code = "malformed_frame";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "MalformedFrameError";
  }
}

/** @throws MalformedFrameError */
export function decodeFrame(frame: Uint8Array): ClientFrame {
  const decoder = decoding.createDecoder(frame);
  let decoded: ClientFrame;
  try {
    decoded = readFrame(decoder);
  } catch (cause) {
    if (cause instanceof MalformedFrameError) throw cause;
    throw new MalformedFrameError("The frame ends early or holds no valid value.", { cause });
  }
  if (decoder.pos !== frame.length) throw new MalformedFrameError("The frame's lengths do not add up.");
  return decoded;
}

function readFrame(decoder: decoding.Decoder): ClientFrame {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case MESSAGE.sync:
      return readSync(decoder);
    case MESSAGE.awareness:
      return { kind: "presence", bytes: decoding.readVarUint8Array(decoder) };
    case MESSAGE.queryAwareness:
      return { kind: "queryPresence" };
    case MESSAGE.hello:
      return { kind: "hello", hello: decodeJson(decoder, helloSchema) };
    default:
      throw new MalformedFrameError(`There is no message of type ${type} from a client.`);
  }
}

function readSync(decoder: decoding.Decoder): ClientFrame {
  const step = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  switch (step) {
    case SYNC.step1:
      return { kind: "step1" };
    case SYNC.step2:
      return { kind: "write", write: { kind: "step2", bytes } };
    case SYNC.update:
      return { kind: "write", write: { kind: "update", bytes } };
    default:
      throw new MalformedFrameError(`There is no sync step ${step}.`);
  }
}

/** An update that changes nothing. */
const EMPTY_UPDATE = new Uint8Array([0, 0]);

export const isEmptyUpdate = (bytes: Uint8Array): boolean =>
  bytes.length === 2 && bytes[0] === 0 && bytes[1] === 0;

const BINARY = 0x82;

/** The header of an unmasked binary WebSocket frame of `length` bytes. */
function headerOf(length: number): Buffer {
  if (length < 126) return Buffer.from([BINARY, length]);
  if (length < 65_536) return Buffer.from([BINARY, 126, length >> 8, length & 255]);
  const header = Buffer.alloc(10);
  header[0] = BINARY;
  header[1] = 127;
  header.writeUIntBE(length, 4, 6);
  return header;
}

/** One message as it goes over the socket; `parts` are its bytes in order. */
export function framed(...parts: readonly Uint8Array[]): Buffer {
  let length = 0;
  for (const part of parts) length += part.length;
  return Buffer.concat([headerOf(length), ...parts]);
}

/** The header alone, for a message whose body is written from buffers that others share. */
export const framedHeader = (start: Uint8Array, restLength: number): Buffer =>
  Buffer.concat([headerOf(start.length + restLength), start]);

function syncFrame(step: number, bytes: Uint8Array): Buffer {
  const start = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint(encoder, bytes.length);
  });
  return framed(start, bytes);
}

export const step1Frame = (stateVector: Uint8Array): Buffer => syncFrame(SYNC.step1, stateVector);
const step2Frame = (update: Uint8Array): Buffer => syncFrame(SYNC.step2, update);
export const updateFrames = (updates: readonly Uint8Array[]): Buffer =>
  Buffer.concat(updates.map((update) => syncFrame(SYNC.update, update)));
export const batchFrame = (seq: number, updates: readonly Uint8Array[]): Buffer =>
  framed(encodeBatch(seq, updates));

/** A map for our own client: everything in one batch, then an empty step 2, which makes it `synced`. */
export const batchState = (seq: number, updates: readonly Uint8Array[]): Buffer =>
  Buffer.concat([batchFrame(seq, updates), step2Frame(EMPTY_UPDATE)]);

/** A map for a stock client: the last update travels as step 2, so that `synced` means everything is there. */
export const plainState = (updates: readonly Uint8Array[]): Buffer =>
  Buffer.concat([updateFrames(updates.slice(0, -1)), step2Frame(updates.at(-1) ?? EMPTY_UPDATE)]);

/** Start of a presence message whose entries follow. */
export function presenceStart(entries: number, entriesLength: number): Uint8Array {
  const count = encoding.encode((encoder) => encoding.writeVarUint(encoder, entries));
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint(encoder, count.length + entriesLength);
    encoding.writeUint8Array(encoder, count);
  });
}

/** Says nothing, but keeps a stock client from taking 25 s of silence for a dead server. */
export const STOCK_HEARTBEAT = framed(presenceStart(0, 0));
export const HEARTBEAT = framed(encodeHeartbeat());
export const CONFIRMED = framed(encodeConfirmed());

/** A state vector as Yjs writes it. */
export const encodeStateVector = (clocks: ReadonlyMap<number, number>): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clocks.size);
    for (const [client, clock] of [...clocks].sort(([one], [other]) => other - one)) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
    }
  });
