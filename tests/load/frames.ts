/*
 * WebSocket framing by hand, for the load generator and the floor: a library's receiver would cost the generator more
 * than the servers it measures. Knows whole frames only: neither side of a measurement fragments.
 */

export const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/**
 * One frame. `masked` is for clients; the key is zero, which is legal and leaves the payload as it is.
 */
export function frame(opcode: number, payload: Uint8Array, masked: boolean): Buffer {
  const size = payload.length;
  const lengthBytes = size < 126 ? 0 : size < 65_536 ? 2 : 8;
  const head = 2 + lengthBytes + (masked ? 4 : 0);
  const bytes = Buffer.allocUnsafe(head + size);
  bytes.fill(0, 0, head);
  bytes[0] = 0x80 | opcode;
  bytes[1] = (masked ? 0x80 : 0) | (lengthBytes === 0 ? size : lengthBytes === 2 ? 126 : 127);
  if (lengthBytes === 2) bytes.writeUInt16BE(size, 2);
  if (lengthBytes === 8) bytes.writeBigUInt64BE(BigInt(size), 2);
  bytes.set(payload, head);
  return bytes;
}

/** Cuts a byte stream into frames; payloads are unmasked in place and only valid during the call. */
export class FrameReader {
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private needed = 0;
  private readonly onFrame: (opcode: number, payload: Buffer) => void;

  constructor(onFrame: (opcode: number, payload: Buffer) => void) {
    this.onFrame = onFrame;
  }

  push(chunk: Buffer): void {
    let bytes = chunk;
    if (this.waitingBytes > 0) {
      this.waiting.push(chunk);
      this.waitingBytes += chunk.length;
      if (this.waitingBytes < this.needed) return;
      bytes = Buffer.concat(this.waiting);
      this.waiting = [];
      this.waitingBytes = 0;
    }
    let at = 0;
    while (true) {
      const read = this.readOne(bytes, at);
      if (read === 0) break;
      at += read;
    }
    if (at < bytes.length) {
      this.waiting = [at === 0 ? bytes : bytes.subarray(at)];
      this.waitingBytes = bytes.length - at;
    }
  }

  /** Bytes of the frame at `at`, or 0 when it is not whole yet (then `needed` says how much it takes). */
  private readOne(bytes: Buffer, at: number): number {
    const left = bytes.length - at;
    this.needed = 2;
    if (left < 2) return 0;
    const short = bytes[at + 1]! & 0x7f;
    const masked = bytes[at + 1]! > 0x7f;
    const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
    const head = 2 + lengthBytes + (masked ? 4 : 0);
    this.needed = head;
    if (left < head) return 0;
    const size =
      lengthBytes === 0
        ? short
        : lengthBytes === 2
          ? bytes.readUInt16BE(at + 2)
          : Number(bytes.readBigUInt64BE(at + 2));
    this.needed = head + size;
    if (left < head + size) return 0;
    if (bytes[at]! < 0x80) throw new Error("A fragmented frame: the load generator does not read those.");
    const payload = bytes.subarray(at + head, at + head + size);
    if (masked) unmask(payload, bytes.readUInt32BE(at + head - 4));
    this.onFrame(bytes[at]! & 0x0f, payload);
    return head + size;
  }
}

function unmask(payload: Buffer, key: number): void {
  if (key === 0) return;
  for (let at = 0; at < payload.length; at++) payload[at]! ^= (key >>> (8 * (3 - (at & 3)))) & 0xff;
}
