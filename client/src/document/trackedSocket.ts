/**
 * A WebSocket that tells the connection which write frames really leave, and keeps the wire's rules for writers:
 * 1. An update made before this socket's first sync step 2 is held back: step 2 carries it, and on its own it would
 *    build on changes the server does not have yet.
 * 2. A change too large for an update frame travels as a step 2; both have the same body. One too large even for that
 *    is not sent at all: the server would close the socket, and so would the next.
 */
import { LIMITS, MESSAGE, SYNC } from "@trellis/shared/protocol/messages";

export interface SocketEvents {
  /** A write frame (step 2 or update) is on its way. */
  frameSent(): void;
  /** A write frame was larger than the server takes and has not been sent. */
  tooLarge(): void;
}

/** The class to hand to the provider as its WebSocket. */
export function trackedSocket(events: SocketEvents): typeof WebSocket {
  return class TrackedSocket extends WebSocket {
    #synced = false;

    override send(data: string | Blob | BufferSource): void {
      const frame = data instanceof Uint8Array ? data : null;
      if (!frame || frame[0] !== MESSAGE.sync || frame[1] === SYNC.step1) {
        super.send(data);
        return;
      }
      if (frame.length > LIMITS.firstSyncBytes) {
        events.tooLarge();
        return;
      }
      if (frame[1] === SYNC.step2) this.#synced = true;
      else if (!this.#synced) return;
      else if (frame.length > LIMITS.sendAsStep2Bytes) frame[1] = SYNC.step2;
      events.frameSent();
      super.send(data);
    }
  };
}
