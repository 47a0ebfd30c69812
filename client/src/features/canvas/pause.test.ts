import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Pause } from "./pause.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

it("waits for a moment of rest, but in a long run no longer than it says", () => {
  const run = vi.fn();
  const pause = new Pause(400, 1_000, run);
  pause.again();
  vi.advanceTimersByTime(300);
  pause.again();
  vi.advanceTimersByTime(399);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledOnce();
  for (let ms = 0; ms < 1_200; ms += 100) {
    pause.again();
    vi.advanceTimersByTime(100);
  }
  expect(run).toHaveBeenCalledTimes(2);
});

it("does not call back once it is stopped", () => {
  const run = vi.fn();
  const pause = new Pause(400, 1_000, run);
  pause.again();
  pause.stop();
  vi.advanceTimersByTime(2_000);
  expect(run).not.toHaveBeenCalled();
});
