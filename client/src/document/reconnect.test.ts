import { describe, expect, it } from "vitest";
import { reconnectDelayMs } from "./reconnect.ts";

describe("coming back after a close", () => {
  it("waits between half a second and thirty seconds, longer each time", () => {
    for (let attempt = 0; attempt < 40; attempt++) {
      const shortest = reconnectDelayMs(attempt, null, () => 0);
      const longest = reconnectDelayMs(attempt, null, () => 1);
      expect(shortest).toBeGreaterThanOrEqual(500);
      expect(longest).toBeLessThanOrEqual(30_000);
      expect(longest).toBeGreaterThan(shortest);
    }
    expect(reconnectDelayMs(9, null, () => 0)).toBe(15_000);
  });

  it("waits at least as long as the server asked", () => {
    expect(reconnectDelayMs(0, 7_000, () => 0)).toBe(7_000);
    expect(reconnectDelayMs(0, 7_000, () => 1)).toBeGreaterThan(7_000);
  });
});
