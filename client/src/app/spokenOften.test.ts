import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SpokenOften } from "./spokenOften.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("speaks soon, then at most once in three seconds however often it is asked", () => {
  const times: number[] = [];
  const clock = new SpokenOften(() => times.push(performance.now()) > 0);
  for (let ms = 0; ms < 10_000; ms += 50) {
    clock.ask();
    vi.advanceTimersByTime(50);
  }
  clock.close();
  expect(times.length).toBeGreaterThan(2);
  expect(times.length).toBeLessThanOrEqual(4);
  for (const [index, time] of times.slice(1).entries())
    expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(3_000);
});

it("does not make a sentence wait for a moment in which there was nothing to say", () => {
  let text = "";
  const said: string[] = [];
  const clock = new SpokenOften(() => (text === "" ? false : said.push(text) > 0));
  clock.ask();
  vi.advanceTimersByTime(500);
  text = "Housing team joined.";
  clock.ask();
  vi.advanceTimersByTime(500);
  expect(said).toEqual(["Housing team joined."]);
});
