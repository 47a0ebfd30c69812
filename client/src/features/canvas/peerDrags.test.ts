import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { HOLD_MS, PeerDrags } from "./peerDrags.ts";

const CARD = "p" as CardId;
const drag = (x: number) => [{ clientId: 1, drag: { ids: [CARD], by: [x, 0] as const } }];
const OVER = [{ clientId: 1, drag: null }];
const at = (drags: PeerDrags, now: number) => drags.offsets(now).offsets.get(CARD);

describe("a card dragged by somebody else", () => {
  it("follows the drag", () => {
    const drags = new PeerDrags();
    drags.follow(drag(5), 0);
    drags.follow(drag(9), 10);
    expect(at(drags, 20)).toEqual([9, 0]);
  });

  it("does not jump when its new place arrives before the end of the drag", () => {
    const drags = new PeerDrags();
    drags.follow(drag(9), 0);
    drags.placed([CARD]);
    drags.follow(drag(9), 10);
    expect(at(drags, 20)).toBeUndefined();
    drags.follow(OVER, 30);
    expect(at(drags, 40)).toBeUndefined();
  });

  it("does not jump back when the end of the drag arrives before the new place", () => {
    const drags = new PeerDrags();
    drags.follow(drag(9), 0);
    drags.follow(OVER, 10);
    expect(at(drags, 20)).toEqual([9, 0]);
    drags.placed([CARD]);
    expect(at(drags, 30)).toBeUndefined();
  });

  it("goes back when no new place ever arrives", () => {
    const drags = new PeerDrags();
    drags.follow(drag(9), 0);
    drags.follow([], 10);
    expect(drags.offsets(20).askAgain).toBe(HOLD_MS - 10);
    expect(at(drags, 10 + HOLD_MS)).toBeUndefined();
  });

  it("can be dragged again right after", () => {
    const drags = new PeerDrags();
    drags.follow(drag(9), 0);
    drags.placed([CARD]);
    drags.follow(OVER, 10);
    drags.follow(drag(3), 20);
    expect(at(drags, 30)).toEqual([3, 0]);
  });
});
