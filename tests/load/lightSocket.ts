/*
 * A WebSocket client that counts frames and decodes nothing unless asked: a thousand of them fit on one core.
 */
import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { FrameReader, frame, OPCODE } from "./frames.ts";

/** Where a socket goes and with which login. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export class LightSocket {
  frames = 0;
  bytes = 0;
  /** Set when the server said goodbye (its close code) or the connection broke (0). */
  closeCode: number | null = null;
  /** Called with every message; the bytes are valid during the call only. */
  onMessage: ((message: Buffer) => void) | null = null;
  private readonly socket: Socket;

  private constructor(socket: Socket) {
    this.socket = socket;
    const reader = new FrameReader((opcode, payload) => this.receive(opcode, payload));
    socket.on("data", (chunk) => reader.push(chunk));
    socket.on("close", () => {
      this.closeCode ??= 0;
    });
    // A reset is a broken connection like any other; "close" follows and is counted.
    socket.on("error", () => socket.destroy());
  }

  /** Opens the socket; `prepare` runs before the first byte of the server can be lost. */
  static open(address: Address, prepare: (socket: LightSocket) => void): Promise<LightSocket> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: address.host, port: address.port, noDelay: true });
      socket.once("error", reject);
      socket.write(upgradeRequest(address));
      let head = Buffer.alloc(0);
      const onHead = (chunk: Buffer) => {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf("\r\n\r\n");
        if (end < 0) return;
        socket.off("data", onHead).off("error", reject);
        const status = head.subarray(0, head.indexOf("\r\n")).toString();
        if (!status.includes(" 101 ")) {
          socket.destroy();
          reject(new Error(`${address.path} did not open: ${status}`));
          return;
        }
        const opened = new LightSocket(socket);
        prepare(opened);
        const rest = head.subarray(end + 4);
        if (rest.length > 0) socket.emit("data", rest);
        resolve(opened);
      };
      socket.on("data", onHead);
    });
  }

  send(message: Uint8Array): void {
    this.socket.write(frame(OPCODE.binary, message, true));
  }

  close(): void {
    this.socket.destroy();
  }

  private receive(opcode: number, payload: Buffer): void {
    if (opcode === OPCODE.ping) {
      this.socket.write(frame(OPCODE.pong, payload, true));
    } else if (opcode === OPCODE.close) {
      this.closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 0;
    } else {
      this.frames += 1;
      this.bytes += payload.length;
      this.onMessage?.(payload);
    }
  }
}

function upgradeRequest({ host, port, path, headers }: Address): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}:${port}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}
