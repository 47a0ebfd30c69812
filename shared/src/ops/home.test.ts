import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { decodeOutline, outlineCards } from "../codecs/outline.ts";
import { outlineOf } from "../derive/outline.ts";
import { missionTree } from "../derive/tree.ts";
import { takeSnapshot } from "../read/observe.ts";
import type { CardId } from "../schema/ids.ts";
import { MapDoc } from "../schema/mapDoc.ts";
import { addCard, duplicateCards, removeCard } from "./cards.ts";
import { edit, LocalOrigin } from "./edit.ts";
import { moveCards } from "./home.ts";
import { OpError, type OpErrorCode } from "./opError.ts";
import { pasteCards } from "./pasteCards.ts";

const id = (text: string) => text as CardId;

function aMap(): MapDoc {
  const map = new MapDoc(new Y.Doc());
  edit(map, new LocalOrigin(), (draft) => {
    for (const mission of ["m1", "m2"]) addCard(draft, { id: id(mission), type: "mission" });
    for (const challenge of ["c1", "c2", "c3"])
      addCard(draft, { id: id(challenge), type: "challenge", home: id("m1") });
    for (const project of ["p1", "p2"]) addCard(draft, { id: id(project), type: "project", home: id("c1") });
    addCard(draft, { id: id("a"), type: "actor" });
  });
  return map;
}
type Move = Parameters<typeof moveCards>[1];
const move = (map: MapDoc, input: Move) => edit(map, new LocalOrigin(), (draft) => moveCards(draft, input));
const below = (map: MapDoc, key: string) => outlineOf(takeSnapshot(map)).items.get(key)?.children;

function expectRefused(map: MapDoc, code: OpErrorCode, input: Move): void {
  const before = Y.encodeStateAsUpdate(map.doc);
  expect(() => move(map, input)).toThrow(expect.objectContaining({ code }));
  expect(() => move(map, input)).toThrow(OpError);
  expect(Y.encodeStateAsUpdate(map.doc)).toEqual(before);
}

describe("where new cards stand", () => {
  const unplaced = (map: MapDoc) => missionTree(takeSnapshot(map).cards).unplaced;

  it("[OP33] is last among those of their type without a home, whatever their ids", () => {
    const map = new MapDoc(new Y.Doc());
    edit(map, new LocalOrigin(), (draft) => {
      // As older maps have them: without a key, in the order of their ids.
      for (const old of ["old2", "old1"]) draft.putCard(id(old), { type: "project", title: old }, null);
      for (const added of ["z", "k", "a"]) addCard(draft, { id: id(added), type: "project" });
      addCard(draft, { id: id("c"), type: "challenge" });
    });
    expect(unplaced(map)).toEqual(["c", "old1", "old2", "z", "k", "a"]);
    edit(map, new LocalOrigin(), (draft) => {
      const [copy = id("")] = duplicateCards(draft, { cards: [id("old1")] });
      draft.setCardKey(copy, "title", "copy");
    });
    const { cards } = takeSnapshot(map);
    expect(cards.get(unplaced(map).at(-1) ?? id(""))?.title).toBe("copy");
    expect([...cards.values()].filter(({ order }) => order === null)).toEqual([]);
  });

  it("[OP33] is last among the children of their home, also after some without a key", () => {
    const map = new MapDoc(new Y.Doc());
    edit(map, new LocalOrigin(), (draft) => {
      addCard(draft, { id: id("m"), type: "mission" });
      draft.putCard(id("x"), { type: "challenge", title: "", home: "m" }, null);
      for (const added of ["c", "b"]) addCard(draft, { id: id(added), type: "challenge", home: id("m") });
    });
    expect(below(map, "m")).toEqual(["x", "c", "b"]);
  });

  it("[OP33] keeps the order of lines pasted as text, and of children that lose their home", () => {
    const map = new MapDoc(new Y.Doc());
    const titles = ["Step one", "Step two", "Step three", "Step four", "Step five", "Step six"];
    const { lines = [] } = decodeOutline(titles.join("\n"));
    const { copied } = outlineCards(lines, { type: "project", level: null, home: null }, "one");
    edit(map, new LocalOrigin(), (draft) => pasteCards(draft, { copied, sameMap: true, by: [0, 0] }));
    const titled = () => unplaced(map).map((card) => takeSnapshot(map).cards.get(card)?.title);
    expect(titled()).toEqual(titles);
    const steps = unplaced(map);
    edit(map, new LocalOrigin(), (draft) => {
      const home = addCard(draft, { type: "challenge" });
      moveCards(draft, { cards: steps, home });
      removeCard(draft, { card: home, children: "none" });
    });
    expect(titled()).toEqual(titles);
  });

  it("[OP33] puts cards that belong to no home nowhere", () => {
    const map = aMap();
    expect(takeSnapshot(map).cards.get(id("a"))?.order).toBeNull();
  });
});

describe("moving cards together", () => {
  it("[OP30] keeps the order given, before a sibling or at the end", () => {
    const map = aMap();
    move(map, { cards: [id("c3"), id("c2")], home: id("m1"), before: id("c1") });
    expect(below(map, "m1")).toEqual(["c3", "c2", "c1"]);
    move(map, { cards: [id("c3"), id("p2")], home: id("m2") });
    expect(below(map, "m1")).toEqual(["c2", "c1"]);
    expect(below(map, "m2")).toEqual(["c3", "p2"]);
  });

  it("[OP30] orders missions and cards without a home among those of their own type", () => {
    const map = aMap();
    move(map, { cards: [id("m2")], home: null, before: id("m1") });
    expect(outlineOf(takeSnapshot(map)).tree.missions).toEqual(["m2", "m1"]);
    move(map, { cards: [id("p1"), id("p2")], home: null });
    move(map, { cards: [id("p2")], home: null, before: id("p1") });
    expect(below(map, "group:unplaced")).toEqual(["p2", "p1"]);
  });

  it("[OP30] moves none when one of them may not stand there", () => {
    const map = aMap();
    expectRefused(map, "wrong_home", { cards: [id("p1"), id("c1")], home: id("p2") });
    expectRefused(map, "circle", { cards: [id("c2"), id("c1")], home: id("c1") });
    expectRefused(map, "unknown_card", { cards: [id("c2")], home: id("c1"), before: id("c3") });
    expectRefused(map, "wrong_home", { cards: [id("p1")], home: null, before: id("m1") });
    expectRefused(map, "unknown_card", { cards: [id("c2")], home: id("m1"), before: id("c2") });
  });
});
