import { expect, it } from "vitest";
import { nextSorting } from "./sorting.ts";

it("a column is sorted upward, then downward, then no more; another column begins anew", () => {
  const up = nextSorting(null, "start");
  expect(up).toEqual({ column: "start", down: false });
  const down = nextSorting(up, "start");
  expect(down).toEqual({ column: "start", down: true });
  expect(nextSorting(down, "start")).toBeNull();
  expect(nextSorting(down, "end")).toEqual({ column: "end", down: false });
});
