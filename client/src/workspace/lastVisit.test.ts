import { beforeEach, expect, it, vi } from "vitest";
import { noteVisit } from "./lastVisit.ts";

const MINUTE = 60_000;
const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  return () => vi.unstubAllGlobals();
});

it("answers the end of the visit before this one, map by map; loading again is no new visit", () => {
  const start = 1_800_000_000_000;
  expect(noteVisit("m", start)).toBeNull();
  expect(noteVisit("m", start + 10 * MINUTE)).toBeNull();
  expect(noteVisit("m", start + 41 * MINUTE)).toBe(start + 10 * MINUTE);
  expect(noteVisit("m", start + 60 * MINUTE)).toBe(start + 10 * MINUTE);
  expect(noteVisit("other", start + 60 * MINUTE)).toBeNull();
});

it("takes what is no time, or lies ahead, as never having been here", () => {
  for (const text of ["", "x y", "-5 -5", "1e9 NaN", "9999999999999 9999999999999"]) {
    kept.set("trellis.visit.m", text);
    expect(noteVisit("m", 1_800_000_000_000)).toBeNull();
  }
});
