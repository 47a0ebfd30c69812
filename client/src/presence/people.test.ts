import { describe, expect, it } from "vitest";
import type { Peer } from "./peerBook.ts";
import { followersOf, followsBack, peopleOf } from "./people.ts";

const tab = (clientId: number, personId: string, more: Partial<Peer> = {}): Peer => ({
  clientId,
  personId,
  name: personId,
  organisation: "",
  colour: "#000",
  selection: [],
  editing: null,
  view: null,
  removed: [],
  following: null,
  ...more,
});

describe("people on the map", () => {
  it("are named once, with the tab that tells most, and without oneself", () => {
    const people = peopleOf(
      [
        tab(1, "Transport team", { view: "canvas" }),
        tab(2, "me"),
        tab(3, "Housing team"),
        tab(4, "Transport team", { view: "outline", selection: ["a"] }),
      ],
      "me",
    );
    expect(people.map(({ name, clientId, tabs }) => [name, clientId, tabs])).toEqual([
      ["Housing team", 3, [3]],
      ["Transport team", 4, [1, 4]],
    ]);
  });

  it("count once as followers, however many tabs they follow with", () => {
    const peers = [
      tab(1, "a", { following: 9 }),
      tab(2, "a", { following: 9 }),
      tab(3, "b", { following: 1 }),
    ];
    expect(followersOf(peers, 9).map(({ personId }) => personId)).toEqual(["a"]);
  });
});

describe("following in a circle", () => {
  it("is seen over any number of people, and a circle of others does not hang", () => {
    const peers = [
      tab(1, "a", { following: 2 }),
      tab(2, "b", { following: 9 }),
      tab(3, "c", { following: 4 }),
      tab(4, "d", { following: 3 }),
    ];
    expect(followsBack(peers, 9, 1)).toBe(true);
    expect(followsBack(peers, 9, 2)).toBe(true);
    expect(followsBack(peers, 9, 3)).toBe(false);
    expect(followsBack(peers, 8, 1)).toBe(false);
  });
});
