import { LIMITS, MESSAGE, SYNC } from "@trellis/shared/protocol/messages";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { trackedSocket } from "./trackedSocket.ts";

/** Stands for the browser's socket, which needs a server; what reaches it is what would leave. */
class Wire {
  readonly left: Uint8Array[] = [];
  send(frame: Uint8Array): void {
    this.left.push(frame);
  }
}

const frame = (kind: number, bytes = 4) => {
  const made = new Uint8Array(bytes);
  made[0] = MESSAGE.sync;
  made[1] = kind;
  return made;
};

describe("frames that leave a socket", () => {
  beforeAll(() => vi.stubGlobal("WebSocket", Wire));
  afterAll(() => vi.unstubAllGlobals());

  function open() {
    const seen = { sent: 0, tooLarge: 0 };
    const Socket = trackedSocket({ frameSent: () => seen.sent++, tooLarge: () => seen.tooLarge++ });
    const socket = new Socket("ws://unused");
    return { seen, socket, left: (socket as unknown as Wire).left };
  }

  it("holds an update back until the first step 2 has gone, which carries it", () => {
    const { seen, socket, left } = open();
    socket.send(frame(SYNC.step1));
    socket.send(frame(SYNC.update));
    expect(left).toHaveLength(1);
    expect(seen.sent).toBe(0);
    socket.send(frame(SYNC.step2));
    socket.send(frame(SYNC.update));
    expect(left.map((sent) => sent[1])).toEqual([SYNC.step1, SYNC.step2, SYNC.update]);
    expect(seen.sent).toBe(2);
  });

  it("sends a large change as a step 2 and does not send what the server never takes", () => {
    const { seen, socket, left } = open();
    socket.send(frame(SYNC.step2));
    socket.send(frame(SYNC.update, LIMITS.sendAsStep2Bytes + 1));
    socket.send(frame(SYNC.update, LIMITS.firstSyncBytes + 1));
    expect(left.map((sent) => sent[1])).toEqual([SYNC.step2, SYNC.step2]);
    expect(seen).toEqual({ sent: 2, tooLarge: 1 });
  });
});
