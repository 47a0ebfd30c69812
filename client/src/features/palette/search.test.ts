import { describe, expect, it } from "vitest";
import { prepare, search } from "./search.ts";

const names = (query: string, items: readonly (readonly [string, string?])[], limit = 10) =>
  search(prepare(items.map(([name, also = ""]) => ({ name, also }))), query, limit).items.map(
    ({ name }) => name,
  );

describe("finding by a few words", () => {
  it("takes the words in any order, without case and accents", () => {
    const items = [["Größere Häuser dämmen"], ["Retrofit task force"], ["수소 경제"]] as const;
    expect(names("dammen HAUSER", items)).toEqual(["Größere Häuser dämmen"]);
    expect(names("force retro", items)).toEqual(["Retrofit task force"]);
    expect(names("경제", items)).toEqual(["수소 경제"]);
    expect(names("retrofit nothing", items)).toEqual([]);
  });

  it("puts what begins so first, then words that begin so, then the middle of words, then the type", () => {
    const items = [
      ["Unlocking heat"],
      ["Preheated homes"],
      ["Heat and build"],
      ["A boiler", "project heat"],
      ["Heat"],
    ] as const;
    expect(names("heat", items)).toEqual([
      "Heat",
      "Heat and build",
      "Unlocking heat",
      "Preheated homes",
      "A boiler",
    ]);
  });

  it("bounds what is shown, counts what fits, and gives everything in its order when nothing is asked", () => {
    const items = prepare(
      Array.from({ length: 5_000 }, (_, index) => ({ name: `Card ${index}`, also: "project" })),
    );
    const found = search(items, "card", 20);
    expect([found.items.length, found.count]).toEqual([20, 5_000]);
    expect(search(items, "  ", 2).items.map(({ name }) => name)).toEqual(["Card 0", "Card 1"]);
  });

  it("reads odd questions as words and nothing else", () => {
    expect(names("(.*", [["Anything"]])).toEqual([]);
    expect(names("[a", [["An [array"]])).toEqual(["An [array"]);
  });
});
