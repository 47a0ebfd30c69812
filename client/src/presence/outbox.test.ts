import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type OwnPresence, PresenceOutbox } from "./outbox.ts";

describe("sending presence", () => {
  let sent: OwnPresence[];
  let outbox: PresenceOutbox;
  beforeEach(() => {
    vi.useFakeTimers();
    sent = [];
    outbox = new PresenceOutbox((state) => sent.push(state));
  });
  afterEach(() => {
    outbox.close();
    vi.useRealTimers();
  });

  it("sends at most twenty times a second and always the last word", () => {
    for (let ms = 0; ms < 1000; ms++) {
      outbox.set({ cursor: [ms, 0] });
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(100);
    expect(sent.length).toBeLessThanOrEqual(21);
    expect(sent.length).toBeGreaterThan(15);
    expect(sent.at(-1)?.cursor).toEqual([999, 0]);
  });

  it("sends the end of a drag at once, so that peers never see the card jump back", () => {
    outbox.set({ drag: { ids: [], by: [1, 1] } });
    outbox.set({ drag: { ids: [], by: [2, 2] } });
    outbox.set({ drag: null });
    expect(sent.at(-1)?.drag).toBeNull();
  });

  it("keeps what an earlier call said", () => {
    outbox.set({ selection: ["a"] });
    outbox.set({ cursor: [1, 1] });
    vi.advanceTimersByTime(100);
    expect(sent.at(-1)).toEqual({ selection: ["a"], cursor: [1, 1] });
  });
});
