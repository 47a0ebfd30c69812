import { describe, expect, it } from "vitest";
import type { CardType } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import type { Card } from "../schema/values.ts";
import { childrenOf, descendantsOf, missionOf, missionTree, parentOf, pathTo, treeNumbers } from "./tree.ts";

type Row = readonly [id: string, type: CardType, home?: string | null, order?: string | null];

const id = (text: string) => text as CardId;
const cardsOf = (...rows: Row[]): Map<CardId, Card> =>
  new Map(
    rows.map(([name, type, home, order]) => [
      id(name),
      {
        id: id(name),
        type,
        title: name,
        home: home ? id(home) : null,
        order: order ?? null,
        pos: null,
      } as Card,
    ]),
  );

describe("missionTree", () => {
  it("[MAP1] counts a home that is missing, of a type that is not allowed, or the card itself as no home", () => {
    const tree = missionTree(
      cardsOf(
        ["m", "mission"],
        ["c-gone", "challenge", "nowhere"],
        ["c-self", "challenge", "c-self"],
        ["c-actor", "challenge", "a"],
        ["i-project", "instrument", "p"],
        ["p", "project", "m"],
        ["a", "actor", "m"],
      ),
    );
    expect(tree.unplaced).toEqual(["c-actor", "c-gone", "c-self", "i-project"]);
    expect(childrenOf(tree, id("m"))).toEqual(["p"]);
    expect(tree.depths.has(id("a"))).toBe(false);
  });

  it("[MAP2] cuts a circle at its smallest id, whatever the order in which cards are read", () => {
    const rows: Row[] = [
      ["p-c", "project", "p-b"],
      ["p-b", "project", "p-a"],
      ["p-a", "project", "p-c"],
      ["p-tail", "project", "p-b"],
    ];
    for (const order of [rows, [...rows].reverse()]) {
      const tree = missionTree(cardsOf(...order));
      expect(tree.unplaced).toEqual(["p-a"]);
      expect(tree.all).toEqual(["p-a", "p-b", "p-c", "p-tail"]);
      expect(parentOf(tree, id("p-a"))).toBeNull();
      expect([...tree.circles]).toEqual([["p-a", "p-c"]]);
    }
  });

  it("[MAP2] tells of every circle, a card that is part of itself too, and of nothing else", () => {
    const tree = missionTree(
      cardsOf(
        ["m", "mission"],
        ["p1", "project", "p2"],
        ["p2", "project", "p1"],
        ["p3", "project", "p3"],
        ["p4", "project", "gone"],
        ["p5", "project", "m"],
      ),
    );
    expect(new Map(tree.circles)).toEqual(
      new Map([
        ["p1", "p2"],
        ["p3", "p3"],
      ]),
    );
    expect(tree.unplaced).toEqual(["p1", "p3", "p4"]);
  });

  it("[MAP3] keeps every homed card: unplaced ones stand as roots with their children under them", () => {
    const tree = missionTree(
      cardsOf(["c", "challenge"], ["p", "project", "c"], ["i", "instrument"], ["m", "mission"]),
    );
    expect(tree.all).toEqual(["m", "c", "p", "i"]);
    expect(tree.unplaced).toEqual(["c", "i"]);
    expect([...treeNumbers(tree).keys()]).toEqual(["m"]);
    expect(missionOf(tree, id("p"))).toBeNull();
  });

  it("[MAP4] orders siblings by order key, then id, cards without a key last", () => {
    const tree = missionTree(
      cardsOf(
        ["m", "mission"],
        ["c4", "challenge", "m"],
        ["c3", "challenge", "m", "a1"],
        ["c2", "challenge", "m", "a2"],
        ["c1", "challenge", "m", "a2"],
        ["c0", "challenge", "m"],
      ),
    );
    expect(childrenOf(tree, id("m"))).toEqual(["c3", "c1", "c2", "c0", "c4"]);
  });

  it("[MAP5] numbers the tree by position, missions first", () => {
    const tree = missionTree(
      cardsOf(
        ["m1", "mission", null, "a0"],
        ["m2", "mission", null, "a1"],
        ["c1", "challenge", "m2", "a0"],
        ["c2", "challenge", "m2", "a1"],
        ["p1", "project", "c2", "a0"],
        ["p2", "project", "p1", "a0"],
      ),
    );
    const numbers = treeNumbers(tree);
    expect(tree.all.map((card) => numbers.get(card))).toEqual(["1", "2", "2.1", "2.2", "2.2.1", "2.2.1.1"]);
    expect(pathTo(tree, id("p2"))).toEqual(["m2", "c2", "p1", "p2"]);
    expect(descendantsOf(tree, id("m2"))).toEqual(["c1", "c2", "p1", "p2"]);
    expect(missionOf(tree, id("p2"))).toBe("m2");
    expect(tree.depths.get(id("p2"))).toBe(3);
    expect(pathTo(tree, id("unknown"))).toEqual([]);
  });

  it("takes 10,000 projects nested in one another without running out of stack", () => {
    const rows: Row[] = [["m", "mission"]];
    for (let index = 0; index < 10_000; index++) {
      rows.push([`p${index}`, "project", index === 0 ? "m" : `p${index - 1}`]);
    }
    const tree = missionTree(cardsOf(...rows));
    expect(tree.depths.get(id("p9999"))).toBe(10_000);
    expect(descendantsOf(tree, id("m"))).toHaveLength(10_000);
    expect(treeNumbers(tree).get(id("p9999"))?.length).toBeLessThan(80);
  });
});
