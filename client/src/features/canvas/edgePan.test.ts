import { expect, it } from "vitest";
import { edgeSpeed } from "./edgePan.ts";

it("pans towards the edge the pointer is near, faster the nearer, and not in the middle or on a tiny screen", () => {
  expect(edgeSpeed(500, 1_000)).toBe(0);
  expect(edgeSpeed(10, 1_000)).toBeGreaterThan(edgeSpeed(30, 1_000));
  expect(edgeSpeed(30, 1_000)).toBeGreaterThan(0);
  expect(edgeSpeed(995, 1_000)).toBeLessThan(0);
  expect(edgeSpeed(-500, 1_000)).toBe(edgeSpeed(0, 1_000));
  expect(edgeSpeed(10, 60)).toBe(0);
});
