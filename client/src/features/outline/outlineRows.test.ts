import { outlineOf } from "@trellis/shared/derive/outline";
import { EMPTY_SNAPSHOT, type MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Card, Link } from "@trellis/shared/schema/values";
import { describe, expect, test } from "vitest";
import { isRefusal, type MoveResult, moveBeside, moveIn, moveOut, moveTo, rootsOf } from "./moves.ts";
import { placeBelow, placeIn, placeInside, placeOfType, placeOut } from "./newPlace.ts";
import { keep, type OutlineRow, rowsOf, withNewRow } from "./outlineRows.ts";

const id = (text: string) => text as CardId;
const card = (
  name: string,
  type: Card["type"],
  home: string | null = null,
  order: string | null = null,
  more = {},
) =>
  [
    id(name),
    { id: name, type, title: name, home, order, homeLink: null, pos: null, ...more } as unknown as Card,
  ] as const;

/** One mission with two challenges, projects in both, one project that helps in both, two actors and a note. */
const map: MapSnapshot = {
  ...EMPTY_SNAPSHOT,
  cards: new Map([
    card("m", "mission"),
    card("c1", "challenge", "m", "a0"),
    card("c2", "challenge", "m", "a1"),
    card("p1", "project", "c1", "a0", { level: "national" }),
    card("p2", "project", "c1", "a1"),
    card("i1", "instrument", "c1", "a2"),
    card("p3", "project", "c2", "a0"),
    card("free", "project"),
    card("a", "actor", null, null, { level: "national" }),
    card("b", "actor", null, null, { level: "national" }),
    card("n", "note"),
  ]),
  links: new Map([
    ["l", { id: "l", type: "contributes_to", from: "p1", to: "c2" } as unknown as Link],
  ]) as never,
};
const outline = outlineOf(map);
const { cards } = map;
const item = (key: string) => {
  const found = outline.items.get(key);
  if (!found) throw new Error(`There is no ${key}.`);
  return found;
};
const plain = { toggled: new Set<string>(), kept: null, opensAll: false, addsTo: () => false };
const keys = (rows: readonly OutlineRow[]) => rows.map((row) => `${"  ".repeat(row.depth)}${row.key}`);

describe("rows", () => {
  test("show what is open, groups on demand closed at first, with places among the shown siblings", () => {
    const rows = rowsOf(outline, { ...plain, toggled: new Set(["c1"]) });
    expect(keys(rows)).toEqual([
      "m",
      "  c1",
      "  c2",
      "    p3",
      "    reference:l",
      "group:unplaced",
      "  free",
      "group:actor",
      "  level:national",
      "    a",
      "    b",
      "group:note",
    ]);
    expect(rows.find(({ key }) => key === "c2")).toMatchObject({ position: 2, size: 2, isOpen: true });
    expect(rows.find(({ key }) => key === "c1")).toMatchObject({ isOpen: false });
    expect(rows.find(({ key }) => key === "reference:l")).toMatchObject({
      isOpen: null,
      position: 2,
      size: 2,
    });
  });

  test("of what is found stand below what holds it, muted, and count only each other", () => {
    const kept = keep(outline, (found) => found === "p1");
    const rows = rowsOf(outline, { ...plain, kept, opensAll: true });
    expect(keys(rows)).toEqual(["m", "  c1", "    p1", "  c2", "    reference:l"]);
    expect(rows.filter((row) => row.kind === "item" && !row.isMuted).map(({ key }) => key)).toEqual([
      "p1",
      "reference:l",
    ]);
    expect(rows.find(({ key }) => key === "p1")).toMatchObject({ position: 1, size: 1 });
  });

  test("end a level with a button where something may be added", () => {
    const rows = rowsOf(outline, { ...plain, addsTo: ({ key }) => key === "c2" });
    expect(keys(rows).filter((key) => key.includes("add:"))).toEqual(["    add:c2"]);
    expect(rows.findIndex(({ kind }) => kind === "add")).toBe(
      rows.findIndex(({ key }) => key === "reference:l") + 1,
    );
  });

  test("hold the new card before its sibling, at the end of the own children, or at the end of all", () => {
    const rows = rowsOf(outline, plain);
    const at = (place: Parameters<typeof withNewRow>[1]) => {
      const list = withNewRow(rows, place);
      const index = list.findIndex(({ kind }) => kind === "new");
      return [list[index - 1]?.key, list[index]?.depth, list[index + 1]?.key];
    };
    const below = placeBelow(outline, cards, item("p1"));
    const inside = placeInside(outline, cards, item("c2"));
    if (!below || !inside) throw new Error("Both may hold a card.");
    expect(at(below)).toEqual(["p1", 2, "p2"]);
    expect(at(inside)).toEqual(["p3", 2, "reference:l"]);
    expect(at(placeOfType("mission"))).toEqual(["reference:l", 0, "group:unplaced"]);
    expect(at(placeOfType("risk"))).toEqual(["group:note", 0, undefined]);
  });
});

describe("a new card", () => {
  test("is offered as what may stand there, the likeliest first", () => {
    expect(placeBelow(outline, cards, item("p1"))).toMatchObject({
      home: "c1",
      before: "p2",
      level: "national",
      types: ["project", "challenge", "instrument"],
    });
    expect(placeInside(outline, cards, item("m"))?.types[0]).toBe("challenge");
    expect(placeInside(outline, cards, item("p1"))?.types).toEqual(["project"]);
    expect(placeInside(outline, cards, item("i1"))).toBeNull();
    expect(placeInside(outline, cards, item("level:national"))).toMatchObject({
      types: ["actor"],
      level: "national",
    });
    expect(placeBelow(outline, cards, item("m"))?.types).toEqual(["mission"]);
  });

  test("moves in below the card above and out again", () => {
    const place = placeBelow(outline, cards, item("p1"));
    const inner = place && placeIn(outline, cards, place);
    expect(inner).toMatchObject({ home: "p1", types: ["project"] });
    expect(inner && placeOut(outline, cards, inner)).toMatchObject({ home: "c1", before: "p2" });
    const first = placeInside(outline, cards, item("i1"));
    expect(first).toBeNull();
  });
});

describe("moving", () => {
  const reason = (result: MoveResult) => (isRefusal(result) ? result.cannot : null);

  test("in goes below the card above, when that may hold it", () => {
    expect(moveIn(outline, cards, [id("p2")])).toEqual({ cards: ["p2"], home: "p1", before: null });
    expect(moveIn(outline, cards, [id("i1")])).toEqual({
      cannot: "holds",
      type: "instrument",
      holder: "project",
    });
    expect(reason(moveIn(outline, cards, [id("p1")]))).toBe("nothingAbove");
    expect(reason(moveIn(outline, cards, [id("a")]))).toBe("noHome");
    expect(moveIn(outline, cards, [id("c2")])).toEqual({ cards: ["c2"], home: "c1", before: null });
  });

  test("out goes right below the card that held it", () => {
    expect(moveOut(outline, cards, [id("p1")])).toEqual({ cards: ["p1"], home: "m", before: "c2" });
    expect(reason(moveOut(outline, cards, [id("c1")]))).toBe("needsHolder");
    expect(reason(moveOut(outline, cards, [id("free")]))).toBe("outermost");
    expect(reason(moveOut(outline, cards, [id("p1"), id("p3")]))).toBe("apart");
  });

  test("up and down goes past one sibling, several together, and says where it ends", () => {
    expect(moveBeside(outline, cards, [id("p2")], "up")).toEqual({ cards: ["p2"], home: "c1", before: "p1" });
    expect(moveBeside(outline, cards, [id("p1"), id("p2")], "down")).toMatchObject({ before: null });
    expect(moveBeside(outline, cards, [id("p1")], "down")).toMatchObject({ before: "i1" });
    expect(reason(moveBeside(outline, cards, [id("p1")], "up"))).toBe("first");
    expect(reason(moveBeside(outline, cards, [id("i1")], "down"))).toBe("last");
    expect(reason(moveBeside(outline, cards, [id("b")], "up"))).toBe("byTitle");
  });

  test("onto a row goes into it, and onto a line beside it", () => {
    const at = (key: string, zone: "before" | "inside" | "after", isOpen = false) => ({ key, zone, isOpen });
    expect(moveTo(outline, cards, [id("p1")], at("c2", "inside"))).toMatchObject({
      home: "c2",
      before: null,
    });
    expect(moveTo(outline, cards, [id("p1")], at("c2", "after", true))).toMatchObject({
      home: "c2",
      before: "p3",
    });
    expect(moveTo(outline, cards, [id("p1")], at("p2", "after"))).toMatchObject({ home: "c1", before: "i1" });
    // Beside itself: before the next one that stays.
    expect(moveTo(outline, cards, [id("p2")], at("p1", "after"))).toMatchObject({ before: "i1" });
    expect(moveTo(outline, cards, [id("p1")], at("group:unplaced", "inside"))).toMatchObject({ home: null });
    expect(reason(moveTo(outline, cards, [id("c1")], at("p1", "inside")))).toBe("holds");
    expect(reason(moveTo(outline, cards, [id("c1")], at("c1", "before")))).toBe("itself");
    expect(reason(moveTo(outline, cards, [id("p1")], at("m", "before")))).toBe("needsHolder");
    expect(reason(moveTo(outline, cards, [id("a")], at("b", "before")))).toBe("byTitle");
  });

  test("takes along what stands below only once", () => {
    expect(rootsOf(outline, [id("p1"), id("c1"), id("p3")])).toEqual(["c1", "p3"]);
  });
});
