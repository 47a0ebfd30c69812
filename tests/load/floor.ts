/*
 * The floor: what the wire alone costs. It speaks the map's protocol and keeps each room as the bytes it was sent,
 * without login, guard, document or durable log, and hands every tick's edits to everybody as one shared frame.
 * No product can be cheaper by this design, so a server's distance from it is what its promises cost.
 * Run as a process of its own: PORT, and FLOOR_FOLDER when rooms shall outlive it.
 */
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Socket } from "node:net";
import { join } from "node:path";
import { encodeBatch, encodeSaved, MESSAGE, SYNC } from "@trellis/shared/protocol/messages";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { FrameReader, frame, OPCODE } from "./frames.ts";

/** Socket writes a core manages in a second: a full room's tick is as long as one round of writes takes. */
const WRITES_PER_SECOND = 20_000;
const EMPTY_UPDATE = new Uint8Array([0, 0]);
/** Unset: nothing outlives the process. */
const folder = process.env.FLOOR_FOLDER;

const binary = (message: Uint8Array): Buffer => frame(OPCODE.binary, message, false);

const syncMessage = (kind: number, body: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, body);
  });

interface Member {
  readonly socket: Socket;
  /** Write frames taken, and whether the last tick has told so. */
  taken: number;
  told: number;
}

class Room {
  readonly members = new Set<Member>();
  private readonly log: Uint8Array[] = [];
  private readonly file: string | null;
  private edits: Uint8Array[] = [];
  private presence = new Map<Member, Uint8Array>();
  private flushedAt = 0;
  private scheduled = false;

  constructor(path: string) {
    this.file = folder ? join(folder, `${path.replace(/\W+/g, "")}.floor`) : null;
    if (this.file && existsSync(this.file)) this.log.push(...readLog(readFileSync(this.file)));
  }

  /** The whole room as it lies: the first update as the state, the rest as one batch. */
  sendState({ socket }: Member): void {
    const [first = EMPTY_UPDATE, ...rest] = this.log;
    socket.write(binary(syncMessage(SYNC.step2, first)));
    if (rest.length > 0) socket.write(binary(encodeBatch(this.log.length, rest)));
  }

  take(member: Member, update: Uint8Array): void {
    this.log.push(update);
    this.edits.push(update);
    member.taken += 1;
    this.schedule();
  }

  show(member: Member, message: Uint8Array): void {
    this.presence.set(member, message);
    this.schedule();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    const wait = this.flushedAt + (this.members.size * 1000) / WRITES_PER_SECOND - performance.now();
    if (wait <= 1) setImmediate(() => this.flush());
    else setTimeout(() => this.flush(), wait);
  }

  private flush(): void {
    this.scheduled = false;
    this.flushedAt = performance.now();
    const frames = [...this.presence.values()].map(binary);
    if (this.edits.length > 0) frames.push(binary(encodeBatch(this.log.length, this.edits)));
    if (this.file && this.edits.length > 0) appendFileSync(this.file, encodeLog(this.edits));
    this.edits = [];
    this.presence = new Map();
    const shared = frames.length === 1 ? frames[0]! : Buffer.concat(frames);
    for (const member of this.members) {
      member.socket.write(shared);
      if (member.taken === member.told) continue;
      member.told = member.taken;
      member.socket.write(binary(encodeSaved(member.taken)));
    }
  }
}

const encodeLog = (updates: readonly Uint8Array[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const update of updates) encoding.writeVarUint8Array(encoder, update);
  });

function readLog(bytes: Uint8Array): Uint8Array[] {
  const decoder = decoding.createDecoder(bytes);
  const updates: Uint8Array[] = [];
  while (decoding.hasContent(decoder)) updates.push(decoding.readVarUint8Array(decoder));
  return updates;
}

function receive(room: Room, member: Member, message: Buffer): void {
  const decoder = decoding.createDecoder(message);
  const type = decoding.readVarUint(decoder);
  if (type === MESSAGE.awareness) room.show(member, Uint8Array.from(message));
  if (type !== MESSAGE.sync) return;
  if (decoding.readVarUint(decoder) === SYNC.step1) room.sendState(member);
  else room.take(member, decoding.readVarUint8Array(decoder).slice());
}

const rooms = new Map<string, Room>();

function enter(path: string, socket: Socket): void {
  const room = rooms.get(path) ?? new Room(path);
  rooms.set(path, room);
  const member: Member = { socket, taken: 0, told: 0 };
  room.members.add(member);
  const reader = new FrameReader((opcode, payload) => {
    if (opcode === OPCODE.binary) receive(room, member, payload);
    if (opcode === OPCODE.close) socket.end();
  });
  socket.on("data", (chunk) => reader.push(chunk));
  socket.on("close", () => room.members.delete(member));
  // A client that breaks off is gone like one that closes; "close" follows.
  socket.on("error", () => socket.destroy());
}

const accept = (key: string): string =>
  createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");

createServer((_request, response) => response.end("ok"))
  .on("upgrade", (request, socket: Socket) => {
    socket.setNoDelay(true);
    socket.write(
      [
        "HTTP/1.1 101 Switching Protocols",
        "Upgrade: websocket",
        "Connection: Upgrade",
        `Sec-WebSocket-Accept: ${accept(request.headers["sec-websocket-key"] ?? "")}`,
        "\r\n",
      ].join("\r\n"),
    );
    enter(request.url ?? "/", socket);
  })
  .listen(Number(process.env.PORT), "127.0.0.1");
