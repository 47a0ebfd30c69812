// What one server allows and when it tidies up. Limits that clients must know are in shared/src/protocol/messages.ts.
import { LIMITS } from "@trellis/shared/protocol/messages";

export interface SyncLimits {
  readonly framesPerSecond: number;
  readonly frameBurst: number;
  readonly socketsPerMap: number;
  readonly socketsPerPerson: number;
  /** Frames and bytes of one socket that may wait while access or a document is being looked up. */
  readonly waitingFrames: number;
  readonly waitingBytes: number;
  /** A step 2 above this is looked through in a worker before the server touches it. */
  readonly screenBytes: number;
  /** How often lines are looked at; below, when one is pinged, is taken for dead, and is asked for its access. */
  readonly watchMs: number;
  readonly pingMs: number;
  readonly deadMs: number;
  readonly accessCheckMs: number;
  /** Socket writes a second that one room may cause; a fuller room therefore ticks more slowly. */
  readonly writesPerSecond: number;
  readonly presenceMs: number;
  /** Unsent bytes above which a socket is paused, and how long it may stay so. */
  readonly unsentBytes: number;
  readonly stalledMs: number;
  /** A map nobody has written to for this long gives up its Y.Doc, and its bytes when nobody joined either. */
  readonly idleMs: number;
  /** An empty room is kept this long for people who reload the page. */
  readonly lingerMs: number;
  readonly compactRows: number;
  readonly compactBytes: number;
  /** Bytes applied but not yet committed that a room may hold before it counts as not storing. */
  readonly uncommittedBytes: number;
  /** How long stopping may wait for commits, and then for sockets to close. */
  readonly stopMs: number;
}

export const DEFAULT_LIMITS: SyncLimits = {
  framesPerSecond: LIMITS.framesPerSecond,
  frameBurst: LIMITS.frameBurst,
  socketsPerMap: LIMITS.socketsPerMap,
  socketsPerPerson: LIMITS.socketsPerPerson,
  waitingFrames: 400,
  waitingBytes: 8 * 1024 * 1024,
  screenBytes: 256 * 1024,
  watchMs: 5_000,
  pingMs: LIMITS.heartbeatMs,
  deadMs: 45_000,
  accessCheckMs: 60_000,
  writesPerSecond: 25_000,
  presenceMs: 50,
  unsentBytes: 1024 * 1024,
  stalledMs: 10_000,
  idleMs: 60_000,
  lingerMs: 5_000,
  compactRows: 500,
  compactBytes: 256 * 1024,
  uncommittedBytes: 32 * 1024 * 1024,
  stopMs: 10_000,
};
