import { expect, it } from "vitest";
import { matching } from "./matching.ts";

const TITLES = [
  "Clean energy",
  "Retrofit task force",
  "Energy market",
  "Société énergie",
  "기후 행동",
  "برنامج",
];
const found = (typed: string) => matching(TITLES, typed, (title) => title);

it("finds every word wherever it stands, whatever its case and accents", () => {
  expect(found("energ")).toEqual(["Energy market", "Clean energy", "Société énergie"]);
  expect(found("force retro")).toEqual(["Retrofit task force"]);
  expect(found("기후")).toEqual(["기후 행동"]);
  expect(found("برن")).toEqual(["برنامج"]);
  expect(found("  ")).toEqual(TITLES);
  expect(found("nothing")).toEqual([]);
});
