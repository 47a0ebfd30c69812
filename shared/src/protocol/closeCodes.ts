/**
 * Why the server closes a socket. y-websocket treats 4400-4499 as final and everything else as "try again", so a
 * code in that range is used only where trying again cannot help. Documented for people in docs/spec/sync.md.
 */
export const CLOSE = {
  /** The frame was not valid protocol. Trying again is useless until the client is fixed, but the map is safe. */
  malformed: 1008,
  /** The server is stopping or restarting; come back. */
  goingAway: 1012,
  /** A frame larger than the limit. */
  tooBig: 1009,
  /** No login, or it has expired. */
  loginNeeded: 4401,
  /** Access to this map was taken away while connected. */
  accessRemoved: 4403,
  /** No such map, or none this login may see: the two are not told apart. */
  unknownMap: 4404,
  /** The map was deleted while connected. */
  mapDeleted: 4410,
  /** This page is older than the map's format: reload. */
  clientTooOld: 4426,
  /** The edit could not be stored; nothing was acknowledged. The client keeps its edits and tries again. */
  notStored: 4503,
  /** The reader was too slow to follow: reconnect and read the map afresh. */
  resync: 4508,
  /** More frames than the limit allows. */
  tooManyFrames: 4529,
  /** More people on this map than it can hold. */
  mapFull: 4530,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** True when a client must not reconnect by itself after this code. */
export const isFinal = (code: number): boolean => (code >= 4400 && code <= 4499) || code === CLOSE.malformed;
