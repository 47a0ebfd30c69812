/**
 * Reads our own messages (types from 100) off the stock provider. Bodies come from our server, yet a body that does
 * not fit is reported and dropped rather than thrown into the provider's socket handler.
 */
import {
  decodeBatch,
  decodeJson,
  type GoAway,
  goAwaySchema,
  MESSAGE,
  type Refused,
  refusedSchema,
  type Welcome,
  welcomeSchema,
} from "@trellis/shared/protocol/messages";
import * as decoding from "lib0/decoding";
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

export interface WireEvents {
  welcome(body: Welcome): void;
  saved(frames: number): void;
  refused(body: Refused): void;
  goAway(body: GoAway): void;
  /** Somebody confirmed cards. */
  confirmed(): void;
  /**
   * Runs `apply` without telling those who listen for updates: for the first arrival of a map, which Yjs would else
   * write out a second time for listeners that leave it alone. Never later, when something else might write meanwhile.
   */
  unheard(apply: () => void): void;
  /** Everything up to `seq` has been applied. */
  caughtUp(seq: number): void;
}

/**
 * Adds our handlers. A batch is applied as one transaction whose origin is the provider itself: any other origin
 * would be sent back to the server.
 */
export function readOwnMessages(provider: WebsocketProvider, events: WireEvents): void {
  const on = (type: number, read: (decoder: decoding.Decoder) => void) => {
    provider.messageHandlers[type] = (_encoder, decoder) => {
      try {
        read(decoder);
      } catch (error) {
        // The map itself is safe: nothing of this frame was applied half, and the next sync brings what it held.
        console.error(`message ${type} could not be read`, error);
      }
    };
  };
  on(MESSAGE.welcome, (decoder) => events.welcome(decodeJson(decoder, welcomeSchema)));
  on(MESSAGE.saved, (decoder) => events.saved(decoding.readVarUint(decoder)));
  on(MESSAGE.refused, (decoder) => events.refused(decodeJson(decoder, refusedSchema)));
  on(MESSAGE.goAway, (decoder) => events.goAway(decodeJson(decoder, goAwaySchema)));
  on(MESSAGE.confirmed, () => events.confirmed());
  on(MESSAGE.heartbeat, () => undefined);
  on(MESSAGE.batch, (decoder) => {
    const { seq, updates } = decodeBatch(decoder);
    const apply = () =>
      provider.doc.transact(() => {
        for (const update of updates) Y.applyUpdate(provider.doc, update, provider);
      }, provider);
    if (provider.doc.store.clients.size === 0) events.unheard(apply);
    else apply();
    events.caughtUp(seq);
  });
}
