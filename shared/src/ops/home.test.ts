import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { outlineOf } from "../derive/outline.ts";
import { takeSnapshot } from "../read/observe.ts";
import type { CardId } from "../schema/ids.ts";
import { MapDoc } from "../schema/mapDoc.ts";
import { addCard } from "./cards.ts";
import { edit, LocalOrigin } from "./edit.ts";
import { moveCards } from "./home.ts";
import { OpError, type OpErrorCode } from "./opError.ts";

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
