import type { Sight } from "@trellis/shared/protocol/presence";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SightSender } from "./sightSender.ts";

let sent: (Sight | null)[];
let sender: SightSender;
beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  sender = new SightSender((sight) => sent.push(sight));
});
afterEach(() => {
  sender.close();
  vi.useRealTimers();
});

it("[SYNC52] says nothing while nobody follows, however much one moves about", () => {
  for (let x = 0; x < 100; x++) {
    sender.see([x, 0, 800, 600]);
    vi.advanceTimersByTime(10);
  }
  expect(sent).toEqual([]);
});

it("[SYNC52] tells a new follower at once, then five times a second at most and always the last", () => {
  sender.see([7, 7, 800, 600]);
  sender.follow(true);
  expect(sent).toEqual([[7, 7, 800, 600]]);
  for (let x = 0; x < 100; x++) {
    sender.see([x, 0, 800, 600]);
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(400);
  expect(sent.length).toBeLessThanOrEqual(7);
  expect(sent.length).toBeGreaterThan(4);
  expect(sent.at(-1)).toEqual([99, 0, 800, 600]);
});

it("takes its sight back when the last follower has gone, and sends the same one only once", () => {
  sender.follow(true);
  sender.see([1, 1, 10, 10]);
  vi.advanceTimersByTime(1_000);
  sender.see([1, 1, 10, 10]);
  vi.advanceTimersByTime(1_000);
  sender.follow(false);
  sender.see([2, 2, 10, 10]);
  expect(sent).toEqual([[1, 1, 10, 10], null]);
});
