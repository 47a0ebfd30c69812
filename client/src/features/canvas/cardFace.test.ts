import { missionTree } from "@trellis/shared/derive/tree";
import type { CardId } from "@trellis/shared/schema/ids";
import { describe, expect, it } from "vitest";
import { aMap, type MapBuilder } from "../../../../tests/support/builders.ts";
import { cardFace, initialsOf, sameFace } from "./cardFace.ts";

function faceOf(map: MapBuilder, name: string) {
  const snapshot = map.snapshot();
  const card = snapshot.cards.get(name as CardId);
  if (!card) throw new Error(`${name} is on the map`);
  const links = [...snapshot.links.values()].filter(({ from, to }) => from === card.id || to === card.id);
  return cardFace(card, links, missionTree(snapshot.cards), snapshot.cards);
}
const GRID = aMap()
  .withCard({ id: "m", type: "mission", targetYear: 2038 })
  .withCard({ id: "c", type: "challenge", home: "m" })
  .withCard({ id: "p", type: "project", home: "c", status: "paused", level: "municipal" })
  .withCard({ id: "q", type: "project", home: "c" })
  .withCard({ id: "a", type: "actor" });

describe("what a card says", () => {
  it("counts a challenge's projects", () => {
    expect(faceOf(GRID, "c").remarks).toEqual([{ key: "project", values: { count: 2 } }]);
  });

  it("says that a challenge has no project yet", () => {
    expect(faceOf(aMap().withCard({ id: "c", type: "challenge" }), "c").remarks[0]?.key).toBe("noProject");
  });

  it("gives a project its status, and says when it is not known", () => {
    expect(faceOf(GRID, "p")).toMatchObject({ status: { list: "status", value: "paused", tone: "halted" } });
    expect(faceOf(GRID, "q")).toMatchObject({ status: null, remarks: [{ key: "noStatus" }] });
  });

  it("counts an actor's duties once per card, the weightiest first", () => {
    const duty = (role: string, to: string) => ({ type: "responsible" as const, from: "a", to, role });
    const map = GRID.withLink(duty("responsible", "p"))
      .withLink(duty("responsible", "q"))
      .withLink(duty("accountable", "p"));
    expect(faceOf(map, "a").remarks).toEqual([
      { key: "accountable", values: { count: 1 } },
      { key: "responsible", values: { count: 2 } },
    ]);
    expect(faceOf(GRID, "a").remarks[0]?.key).toBe("noRole");
  });

  it("says not known instead of zero for a pot without a total and an indicator without values", () => {
    const map = aMap()
      .withCard({ id: "f", type: "funding" })
      .withCard({ id: "k", type: "indicator", actuals: [{ date: "2020", value: null }] });
    expect(faceOf(map, "f").remarks[0]?.key).toBe("noAmount");
    expect(faceOf(map, "k").remarks[0]?.key).toBe("noValue");
  });

  it("shows the newest known value of an indicator, zero included", () => {
    const actuals = [
      { date: "2019", value: 4 },
      { date: "2020", value: 0 },
      { date: "2021", value: null },
    ];
    const map = aMap().withCard({ id: "k", type: "indicator", unit: "kt", actuals });
    expect(faceOf(map, "k").remarks[0]).toEqual({
      key: "latest",
      values: { value: 0, unit: "kt", date: "2020" },
    });
  });

  it("is the same when it says the same", () => {
    expect(sameFace(faceOf(GRID, "p"), faceOf(GRID, "p"))).toBe(true);
    expect(sameFace(faceOf(GRID, "p"), faceOf(GRID, "q"))).toBe(false);
  });
});

describe("initialsOf", () => {
  it.each([
    ["Greater Manchester Combined Authority", "GM"],
    ["Department for Transport", "DT"],
    ["Mayor of Greater Manchester (office)", "MG"],
    ["SSE", "S"],
    ["서울특별시 교육청", "서교"],
    ["🌳", ""],
    ["", ""],
  ])("%s: %s", (title, letters) => {
    expect(initialsOf(title)).toBe(letters);
  });
});
