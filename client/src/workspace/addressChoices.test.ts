import { expect, it } from "vitest";
import { allNamed, cardIn, chosen, named, unlessFirst, withChoices } from "./addressChoices.ts";

const WAYS = ["near", "far"] as const;

it("reads a value that there is, and nothing or the first for any other", () => {
  expect(named(WAYS, "far")).toBe("far");
  for (const text of [null, "", "FAR", "toString"]) {
    expect(named(WAYS, text)).toBeNull();
    expect(chosen(WAYS, text)).toBe("near");
  }
  expect(allNamed(WAYS, "far,none,near,far")).toEqual(["near", "far"]);
  expect(allNamed(WAYS, null)).toEqual([]);
  expect(cardIn("c-1")).toBe("c-1");
  for (const text of [null, "", "no id"]) expect(cardIn(text)).toBeNull();
});

it("writes what does not go without saying, readably, and leaves other keys", () => {
  const way = (value: (typeof WAYS)[number]) => ({ way: unlessFirst(WAYS, value) });
  expect(withChoices("?level=national", way("far"))).toBe("?level=national&way=far");
  expect(withChoices("?way=far&level=national", way("near"))).toBe("?level=national");
  expect(withChoices("", { years: "2020,2021", rows: "answers:a" })).toBe("?years=2020,2021&rows=answers:a");
  expect(withChoices("?find=x", { find: "" })).toBe("");
});
