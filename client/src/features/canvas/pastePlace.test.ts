import { laneLayout } from "@trellis/shared/derive/lanes";
import { missionTree } from "@trellis/shared/derive/tree";
import type { CopiedCards } from "@trellis/shared/schema/copiedCards";
import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { aMap } from "../../../../tests/support/builders.ts";
import { placedAt, placeOfLines } from "./pastePlace.ts";

const snapshot = aMap()
  .withCard({ id: "m", type: "mission" })
  .withCard({ id: "c", type: "challenge", home: "m", level: "national" })
  .withCard({ id: "i", type: "instrument", home: "c", level: "municipal" })
  .withCard({ id: "a", type: "actor", level: "national" })
  .snapshot();
const layout = laneLayout(snapshot);
const tree = missionTree(snapshot.cards);
const cardOf = (id: string) => snapshot.cards.get(id as CardId) ?? null;
const copied = (cards: object[]) =>
  ({ cards, links: [], outside: [], map: "x", sources: new Map() }) as unknown as CopiedCards;

describe("lines of text", () => {
  it("become what is part of the selected card, or more of its kind", () => {
    const at = (id: string | null, x = -4_000) =>
      placeOfLines(id ? cardOf(id) : null, tree, layout, { x, y: 0 });
    expect(at("m")).toEqual({ type: "challenge", level: null, home: "m" });
    expect(at("c")).toEqual({ type: "project", level: "national", home: "c" });
    expect(at("i")).toEqual({ type: "instrument", level: "municipal", home: "c" });
    expect(at("a")).toEqual({ type: "actor", level: "national", home: null });
    expect(at(null)).toEqual({ type: "note", level: null, home: null });
  });
});

describe("pasted cards", () => {
  it("stand at the point: one alone exactly, several in their arrangement, those of lanes where the layout has them", () => {
    const notes = copied([
      { id: "1", type: "note", pos: [100, 100] },
      { id: "2", type: "note", pos: [140, 180] },
      { id: "3", type: "project", pos: [5, 5] },
    ]);
    const placed = placedAt(notes, layout, { x: 500, y: -900 }).cards;
    expect(placed.map(({ pos }) => pos)).toEqual([[500, -900], [540, -820], undefined]);
    const lane = layout.lanes.find(({ level }) => level === "municipal");
    const [one] = placedAt(copied([{ id: "3", type: "project", level: "national" }]), layout, {
      x: layout.lanesX + 300,
      y: (lane?.y ?? 0) + 60,
    }).cards;
    expect(one).toMatchObject({ level: "municipal" });
    expect(placedAt(notes, layout, null)).toBe(notes);
  });
});
