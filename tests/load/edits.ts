/*
 * Edits prepared before a run by real Yjs documents and real operations, one document per writer, so that sending is
 * all the generator does while it measures.
 */

import { edit, LocalOrigin } from "@trellis/shared/ops/edit";
import { importMap } from "@trellis/shared/ops/importMap";
import { placeCards } from "@trellis/shared/ops/layout";
import { MESSAGE, SYNC } from "@trellis/shared/protocol/messages";
import type { CardId } from "@trellis/shared/schema/ids";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { generatedMap } from "./generatedMap.ts";
import { stampAt, stampedCursor, stampOffset, unstamped } from "./stamps.ts";

/** What one writer does: each call gives the next frame to send, or null when it has nothing left. */
export type NextFrame = () => Uint8Array | null;

/** An update as the frame that carries it. */
export const updateFrame = (update: Uint8Array): Buffer =>
  Buffer.from(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.sync);
      encoding.writeVarUint(encoder, SYNC.update);
      encoding.writeVarUint8Array(encoder, update);
    }),
  );

/** The state of a generated map as one update, for servers that make no maps of their own. */
export function generatedState(cards: number): Uint8Array {
  const doc = new Y.Doc();
  edit(new MapDoc(doc), new LocalOrigin(), (draft) => importMap(draft, generatedMap(cards)));
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}

/** How many cards a document holds. */
export const cardCount = (doc: Y.Doc): number => new MapDoc(doc).cardIds().length;

/** What `change` writes, as the frames that `clientId` would send. */
export function frames(state: Uint8Array, clientId: number, change: (map: MapDoc) => void): Buffer[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  doc.clientID = clientId;
  const made: Buffer[] = [];
  doc.on("update", (update: Uint8Array) => made.push(updateFrame(update)));
  change(new MapDoc(doc));
  doc.destroy();
  return made;
}

/** Someone drags one card about: `count` places, each stamped when it is sent. */
export function moves(state: Uint8Array, clientId: number, count: number): NextFrame {
  const made = frames(state, clientId, (map) => {
    const ids = map.cardIds();
    const id = ids[clientId % ids.length] as CardId;
    for (let n = 0; n < count; n++) {
      edit(map, new LocalOrigin(), (draft) => placeCards(draft, { cards: [{ id, pos: unstamped(n) }] }));
    }
  });
  const offsets = made.map(stampOffset);
  let next = 0;
  return () => {
    const frame = made[next];
    if (!frame) return null;
    stampAt(frame, offsets[next]!);
    next += 1;
    return frame;
  };
}

/** Someone types into a card's text, letter by letter. */
export function letters(state: Uint8Array, clientId: number, count: number): NextFrame {
  const made = frames(state, clientId, (map) => {
    const ids = map.cardIds();
    const text = new Y.XmlText();
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [text]);
    map.body(ids[clientId % ids.length] as CardId).insert(0, [paragraph]);
    for (let n = 0; n < count; n++) text.insert(text.length, "a mission is done "[n % 18]!);
  });
  let next = 0;
  return () => made[next++] ?? null;
}

/** Someone moves the pointer. */
export function pointer(clientId: number): NextFrame {
  let clock = 0;
  return () => presenceFrame(clientId, ++clock, stampedCursor(clock));
}

function presenceFrame(clientId: number, clock: number, state: string): Uint8Array {
  const entry = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, entry);
  });
}
