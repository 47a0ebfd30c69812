import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { TouchesFeed } from "./touchesFeed.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const asked: (string | null)[] = [];
  const world = { isHidden: false, isFailing: false, answers: 0, failures: 0 };
  const feed = new TouchesFeed({
    read: async (after) => {
      asked.push(after);
      if (world.isFailing) throw new Error("unreachable");
      return { recordedFrom: "", next: `n${asked.length}`, people: [], cards: [], removed: [] };
    },
    answered: () => void world.answers++,
    failed: () => void world.failures++,
    isHidden: () => world.isHidden,
    random: () => 1,
  });
  return { feed, asked, world };
}

it("asks for everything at once, then for what came since, changes together and with a rest between", async () => {
  const { feed, asked } = watched();
  feed.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual([null]);
  for (let change = 0; change < 50; change++) {
    feed.soon();
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(asked).toEqual([null, "n1", "n2"]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(4);
});

it("does not rest where somebody waits, and asks again for what came while it was asking", async () => {
  const { feed, asked } = watched();
  feed.start();
  feed.next();
  await vi.advanceTimersByTimeAsync(0);
  feed.next();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([null, "n1"]);
  feed.stop();
  feed.soon();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(2);
});

it("asks nothing on a page nobody looks at, and once when it is looked at again", async () => {
  const { feed, asked, world } = watched();
  feed.start();
  await vi.advanceTimersByTimeAsync(10_000);
  world.isHidden = true;
  feed.soon();
  feed.soon();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(1);
  world.isHidden = false;
  feed.seen();
  await vi.advanceTimersByTimeAsync(1_000);
  feed.seen();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(2);
});

it("tells a failure and goes on with the next change, not in a hurry", async () => {
  const { feed, asked, world } = watched();
  world.isFailing = true;
  feed.start();
  await vi.advanceTimersByTimeAsync(0);
  for (let change = 0; change < 10; change++) feed.soon();
  await vi.advanceTimersByTimeAsync(3_000);
  expect([asked.length, world.failures]).toEqual([1, 1]);
  world.isFailing = false;
  await vi.advanceTimersByTimeAsync(1_000);
  expect([asked, world.answers]).toEqual([[null, null], 1]);
});
