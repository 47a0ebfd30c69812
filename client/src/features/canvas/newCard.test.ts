import { laneLayout } from "@trellis/shared/derive/lanes";
import { missionTree } from "@trellis/shared/derive/tree";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import { describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { homeOfNew, levelBeside, placeOfNew, typeAt, typeBeside } from "./newCard.ts";

const snapshot = aMap()
  .withCard({ id: "m", type: "mission" })
  .withCard({ id: "c", type: "challenge", home: "m" })
  .withCard({ id: "p", type: "project", home: "c", level: "municipal" })
  .withCard({ id: "a", type: "actor", level: "national" })
  .snapshot();
const layout = laneLayout(snapshot);
const tree = missionTree(snapshot.cards);
const card = (name: string) => snapshot.cards.get(name as CardId) as Card;
const middleOf = (name: string) => {
  const box = layout.cards.get(name as CardId);
  if (!box) throw new Error(`${name} is on the map`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

describe("a new card", () => {
  it("takes the type of the column it is pointed at, a note outside", () => {
    for (const [name, type] of [
      ["c", "challenge"],
      ["p", "project"],
      ["a", "actor"],
    ] as const)
      expect(typeAt(layout, middleOf(name))).toBe(type);
    expect(typeAt(layout, { x: -4_000, y: 0 })).toBe("note");
  });

  it("takes the level of the lane it is put in", () => {
    expect(placeOfNew(layout, "project", middleOf("a")).level).toBe("national");
    expect(placeOfNew(layout, "challenge", middleOf("a"))).not.toHaveProperty("level");
  });

  it("comes under the selected challenge, beside the selected project, under the only mission", () => {
    expect(homeOfNew("project", [card("c")], tree)).toBe("c");
    expect(homeOfNew("project", [card("p")], tree)).toBe("c");
    expect(homeOfNew("challenge", [], tree)).toBe("m");
    expect(homeOfNew("project", [], tree)).toBeNull();
    expect(homeOfNew("actor", [card("m")], tree)).toBeNull();
  });

  it("continues the tree when it is added by keyboard", () => {
    expect(["m", "c", "p", "a"].map((name) => typeBeside(card(name)))).toEqual([
      "challenge",
      "project",
      "project",
      "actor",
    ]);
    expect(levelBeside("project", card("p"))).toBe("municipal");
    expect(levelBeside("challenge", card("p"))).toBeNull();
  });
});
