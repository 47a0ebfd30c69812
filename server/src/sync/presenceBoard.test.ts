import { PRESENCE_LIMIT_BYTES } from "@trellis/shared/protocol/presence";
import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import { actorNamed } from "../../../tests/support/roomPeer.ts";
import type { Clock } from "./clock.ts";
import type { Member } from "./member.ts";
import { Outlet } from "./outlet.ts";
import { decodePresence, PresenceBoard } from "./presenceBoard.ts";
import { decodeFrame, MalformedFrameError } from "./wire.ts";

/** A clock that stands still until it is moved. */
function stoppedClock(): Clock & { move(ms: number): void } {
  let now = 1_800_000_000_000;
  let waiting: { at: number; act: () => void }[] = [];
  const after = (ms: number, act: () => void) => {
    const entry = { at: now + ms, act };
    waiting.push(entry);
    return () => {
      waiting = waiting.filter((other) => other !== entry);
    };
  };
  return {
    now: () => now,
    after,
    every: () => () => undefined,
    soon: (act) => after(0, act),
    move(ms) {
      now += ms;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { act } of due) act();
    },
  };
}

const message = (...entries: [clientId: number, clock: number, state: unknown][]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const [clientId, clock, state] of entries) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, typeof state === "string" ? state : JSON.stringify(state));
    }
  });

function board() {
  const clock = stoppedClock();
  const members: Member[] = [];
  const made = new PresenceBoard(clock, 50, { members: () => members, seq: () => 0 });
  const enter = (name: string, clientId: number) => {
    const got: Uint8Array[] = [];
    const wire = {
      isOpen: () => true,
      write: (...frames: readonly Uint8Array[]) => void got.push(new Uint8Array(Buffer.concat(frames))),
      unsentBytes: () => 0,
      onceDrained: () => undefined,
    };
    const limits = { unsentBytes: 1e6, stalledMs: 1e4 };
    const nothing = { drained: () => undefined, stalled: () => undefined };
    const member: Member = {
      actor: actorNamed(name),
      outlet: new Outlet(wire, clock, limits, nothing),
      speaksTrellis: true,
      canEdit: true,
      settled: () => undefined,
      tellSaved: () => undefined,
      close: () => undefined,
    };
    members.push(member);
    made.claim(clientId, member);
    return { member, got };
  };
  /** The states in a frame, by client id, as a client would read them. */
  const statesIn = (frame: Uint8Array | undefined) => {
    if (frame === undefined) return null;
    const header = (frame[1] as number) < 126 ? 2 : 4;
    const decoded = decodeFrame(frame.subarray(header));
    if (decoded.kind !== "presence") throw new Error("no presence");
    return Object.fromEntries(decodePresence(decoded.bytes).map(({ clientId, state }) => [clientId, state]));
  };
  return { clock, board: made, enter, statesIn };
}

describe("presence", () => {
  it("[SYNC5] carries who somebody is from the login, whatever the page says", () => {
    const { clock, board: made, enter, statesIn } = board();
    const ann = enter("ann", 1);
    const ben = enter("ben", 2);
    const forged = {
      person: { id: "user-ben", name: "Ben" },
      user: { name: "Mayor", color: "#000" },
      cursor: [1, 1],
    };
    made.show(ann.member, decodePresence(message([1, 2 ** 52, forged])));
    clock.move(0);
    expect(statesIn(ben.got[0])).toEqual({
      1: {
        person: { id: "user-ann", name: "ann", organisation: "Example Council" },
        user: { name: "ann", color: "#000" },
        cursor: [1, 1],
      },
    });
  });

  it("[SYNC45] goes out at most once per interval, the newest of each, and never back to its author", () => {
    const { clock, board: made, enter, statesIn } = board();
    const people = [enter("ann", 1), enter("ben", 2), enter("cat", 3)];
    const [ann, ben, cat] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
    made.show(ann.member, decodePresence(message([1, 1, { n: 0 }])));
    clock.move(0);
    for (let n = 1; n <= 9; n++) {
      made.show(ann.member, decodePresence(message([1, 1, { n }])));
      made.show(ben.member, decodePresence(message([2, 1, { n }])));
      clock.move(5);
    }
    expect(cat.got).toHaveLength(1);
    clock.move(10);
    expect(cat.got).toHaveLength(2);
    const ids = (frame: Uint8Array | undefined) =>
      Object.entries(statesIn(frame) ?? {}).map(([id, state]) => [id, state?.n]);
    expect([ids(cat.got[1]), ids(ben.got[1]), ids(ann.got[0])]).toEqual([
      [
        ["1", 9],
        ["2", 9],
      ],
      [["1", 9]],
      [["2", 9]],
    ]);
    made.leave(ann.member);
    clock.move(50);
    expect(statesIn(cat.got[2])).toEqual({ 1: null });
  });

  it("[SYNC45] takes no state under another's id and lets nobody remove one", () => {
    const { clock, board: made, enter } = board();
    const ann = enter("ann", 1);
    const ben = enter("ben", 2);
    made.show(ann.member, decodePresence(message([1, 1, { n: 1 }])));
    clock.move(0);
    made.show(ben.member, decodePresence(message([1, 9, { n: 2 }], [1, 10, null], [77, 1, { n: 3 }])));
    clock.move(100);
    expect([ann.got, ben.got.length]).toEqual([[], 1]);
  });

  it("[SYNC8] that cannot be read is malformed; states that are none, or too large, are left out", () => {
    const huge = "x".repeat(PRESENCE_LIMIT_BYTES);
    expect(decodePresence(message([1, 1, [1, 2]], [2, 1, 7], [3, 1, { huge }], [4, 1, { n: 1 }]))).toEqual([
      { clientId: 4, state: { n: 1 } },
    ]);
    for (const broken of [new Uint8Array(), message([1, 1, "{"]), message([1, 1, { n: 1 }]).slice(0, -3)]) {
      expect(() => decodePresence(broken)).toThrow(MalformedFrameError);
    }
    expect(Object.getPrototypeOf(decodePresence(message([1, 1, '{"__proto__":{"a":1}}']))[0]?.state)).toBe(
      Object.prototype,
    );
  });
});
