/*
 * One person's socket on a map, spoken by hand: hello, sync, edits, acknowledgements. It does what an honest page does
 * and nothing by itself that a test did not ask for (no reconnecting, no timers), so a test can also misbehave on it.
 */
import { edit, LocalOrigin, RemoteOrigin } from "@trellis/shared/ops/edit";
import {
  DOCUMENT_VERSION,
  decodeBatch,
  decodeJson,
  encodeJson,
  MESSAGE,
  type Refused,
  refusedSchema,
  SYNC,
  type Welcome,
  welcomeSchema,
} from "@trellis/shared/protocol/messages";
import { MapDoc, type MapDraft } from "@trellis/shared/schema/mapDoc";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as Y from "yjs";
import type { Person } from "./person.ts";

/** How a connection ended. `status` is set when the upgrade was answered with HTTP instead. */
export interface Ending {
  readonly code: number;
  readonly reason: string;
  readonly status?: number;
}

export interface SocketOptions {
  /** A document that has been used before, for coming back with it. */
  readonly doc?: Y.Doc;
  /** False for a client that knows nothing of Trellis' own messages. */
  readonly hello?: boolean;
  /** Headers beside the login; `origin` replaces the server's own. */
  readonly headers?: Record<string, string>;
}

export const syncFrame = (step: number, bytes: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });

/** Waits for a condition by looking again and again; fails with what was waited for. */
export async function until(condition: () => boolean, what: string, limitMs = 10_000): Promise<void> {
  const began = performance.now();
  while (!condition()) {
    if (performance.now() - began > limitMs) throw new Error(`Waited ${limitMs} ms in vain: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export class MapSocket {
  readonly doc: Y.Doc;
  readonly map: MapDoc;
  readonly refused: Refused[] = [];
  welcome: Welcome | null = null;
  /** Write frames sent, and how many of them the server has told to be settled. */
  sent = 0;
  saved = 0;
  synced = false;
  ending: Ending | null = null;
  private readonly socket: WebSocket;

  private constructor(socket: WebSocket, doc: Y.Doc) {
    this.socket = socket;
    this.doc = doc;
    this.map = new MapDoc(doc);
    socket.on("message", (message: Buffer) => this.receive(new Uint8Array(message)));
    socket.on("close", (code, reason) => this.end({ code, reason: reason.toString() }));
    socket.on("unexpected-response", (request, response) => {
      this.end({ code: 0, reason: response.statusMessage ?? "", status: response.statusCode ?? 0 });
      request.destroy();
    });
    // "close" follows every error; a test looks at `ending`.
    socket.on("error", () => socket.terminate());
    doc.on("update", this.onUpdate);
  }

  /** Connects and asks for the map; does not wait for the answer. */
  static connect(
    person: Pick<Person, "url" | "login">,
    mapId: string,
    options: SocketOptions = {},
  ): MapSocket {
    const { doc = new Y.Doc(), hello = true, headers = {} } = options;
    const url = `${person.url.replace("http", "ws")}/sync/${mapId}`;
    const socket = new WebSocket(url, { headers: { origin: person.url, ...person.login, ...headers } });
    const connected = new MapSocket(socket, doc);
    socket.on("open", () => {
      if (hello) connected.send(encodeJson("hello", { version: DOCUMENT_VERSION, clientId: doc.clientID }));
      connected.send(syncFrame(SYNC.step1, Y.encodeStateVector(doc)));
    });
    return connected;
  }

  /** Connects and waits until the map is there. */
  static async open(
    person: Pick<Person, "url" | "login">,
    mapId: string,
    options: SocketOptions = {},
  ): Promise<MapSocket> {
    const connected = MapSocket.connect(person, mapId, options);
    await until(() => connected.synced || connected.ending !== null, "the map's state");
    if (connected.ending) throw new Error(`The socket was closed: ${JSON.stringify(connected.ending)}`);
    return connected;
  }

  /** Changes the map as a person would; what changed is sent at once. */
  edit<Result>(change: (draft: MapDraft) => Result): Result {
    return edit(this.map, new LocalOrigin(), change);
  }

  /** Sends any bytes as one binary frame. */
  send(bytes: Uint8Array): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(bytes);
  }

  sendText(text: string): void {
    this.socket.send(text);
  }

  /** Sends an update in the name of this socket, as one write frame; answers its number. */
  sendWrite(step: number, update: Uint8Array): number {
    this.send(syncFrame(step, update));
    this.sent += 1;
    return this.sent;
  }

  async whenSaved(): Promise<void> {
    const { sent } = this;
    await until(() => this.saved >= sent || this.ending !== null, "the acknowledgement");
    if (this.saved < sent) throw new Error(`Closed before saved: ${JSON.stringify(this.ending)}`);
  }

  async whenClosed(): Promise<Ending> {
    await until(() => this.ending !== null, "the end of the connection");
    return this.ending!;
  }

  /** Leaves; the document stays usable for coming back. */
  close(): void {
    this.doc.off("update", this.onUpdate);
    this.socket.terminate();
  }

  private readonly onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (!(origin instanceof RemoteOrigin)) this.sendWrite(SYNC.update, update);
  };

  private end(ending: Ending): void {
    this.ending ??= ending;
    this.doc.off("update", this.onUpdate);
  }

  private receive(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE.sync:
        this.receiveSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
        return;
      case MESSAGE.batch:
        for (const update of decodeBatch(decoder).updates)
          Y.applyUpdate(this.doc, update, new RemoteOrigin());
        return;
      case MESSAGE.saved:
        this.saved = decoding.readVarUint(decoder);
        return;
      case MESSAGE.refused:
        this.refused.push(decodeJson(decoder, refusedSchema));
        return;
      case MESSAGE.welcome:
        this.welcome = decodeJson(decoder, welcomeSchema);
        return;
    }
  }

  private receiveSync(step: number, bytes: Uint8Array): void {
    if (step === SYNC.step1) {
      const missing = Y.encodeStateAsUpdate(this.doc, bytes);
      // An honest page answers only with what the server lacks; nothing is no answer.
      if (missing.length > 2) this.sendWrite(SYNC.step2, missing);
      return;
    }
    Y.applyUpdate(this.doc, bytes, new RemoteOrigin());
    if (step === SYNC.step2) this.synced = true;
  }
}
