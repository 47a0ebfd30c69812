import { expect, it } from "vitest";
import { expiryAfter, LIFETIMES } from "./expiry.ts";

it("a link ends so long after it was made, or never", () => {
  const now = new Date("2026-03-30T10:00:00Z");
  expect(LIFETIMES.map((lifetime) => expiryAfter(lifetime, now))).toEqual([
    null,
    "2026-03-31T10:00:00.000Z",
    "2026-04-06T10:00:00.000Z",
    "2026-04-29T10:00:00.000Z",
  ]);
});
