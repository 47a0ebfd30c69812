/**
 * The one door through which a document changes. Every change carries an origin: undo tracks what this person did,
 * the provider does not send back what it received, and the server's own writes can be told apart.
 * Yjs matches origins by identity or by class, hence classes and not strings.
 */
import { type MapDoc, MapDraft } from "../schema/mapDoc.ts";

/** Something a person did here. */
export class LocalOrigin {}
/** A layout run a person asked for; undone as one step. */
export class LayoutOrigin {}
/** Updates of other peers. */
export class RemoteOrigin {}
/** Stored bytes being read back. */
export class LoadOrigin {}
/** A change the server makes on someone's behalf. */
export class ServerOrigin {}

export type Origin = LocalOrigin | LayoutOrigin | RemoteOrigin | LoadOrigin | ServerOrigin;

/**
 * Runs `change` as one transaction. Operations check everything before they write, because a transaction that throws
 * half-way keeps what it wrote.
 */
export function edit<Result>(map: MapDoc, origin: Origin, change: (draft: MapDraft) => Result): Result {
  let result: Result | undefined;
  map.doc.transact(() => {
    result = change(new MapDraft(map.doc));
  }, origin);
  return result as Result;
}
