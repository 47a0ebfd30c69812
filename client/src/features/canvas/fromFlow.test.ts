import { laneLayout } from "@trellis/shared/derive/lanes";
import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { type Dropped, placementsOf, stillThere } from "./fromFlow.ts";

const snapshot = aMap()
  .withCard({ id: "m", type: "mission" })
  .withCard({ id: "c", type: "challenge", home: "m" })
  .withCard({ id: "p", type: "project", home: "c", level: "national" })
  .snapshot();
const layout = laneLayout(snapshot);

function dropped(name: string): Dropped {
  const card = snapshot.cards.get(name as CardId);
  const rect = layout.cards.get(name as CardId);
  if (!card || !rect) throw new Error(`${name} is on the map`);
  return { card, rect };
}

describe("placementsOf", () => {
  it("says nothing of the level inside the lane", () => {
    expect(placementsOf(layout, [dropped("p")], [30, 0])[0]).not.toHaveProperty("level");
  });

  it("sets the level of the lane a project is dropped in", () => {
    const lane = layout.lanes.find(({ level }) => level === "municipal");
    const { rect } = dropped("p");
    const [placement] = placementsOf(layout, [dropped("p")], [0, (lane?.y ?? 0) - rect.y]);
    expect(placement?.level).toBe("municipal");
    expect(placement?.pos[1]).toBe(0);
  });

  it("never sets the level of a challenge, wherever it is dropped", () => {
    const [placement] = placementsOf(layout, [dropped("c")], [1_500, 0]);
    expect(placement).not.toHaveProperty("level");
  });

  it("writes whole numbers", () => {
    const [placement] = placementsOf(layout, [dropped("p")], [10.4, 3.7]);
    expect(placement?.pos.every(Number.isInteger)).toBe(true);
  });
});

describe("stillThere", () => {
  it("leaves out cards that somebody removed while they were dragged", () => {
    const found = stillThere(
      ["p" as CardId, "gone" as CardId],
      (id) => snapshot.cards.get(id),
      (id) => layout.cards.get(id),
    );
    expect(found.map(({ card }) => card.id)).toEqual(["p"]);
  });
});
