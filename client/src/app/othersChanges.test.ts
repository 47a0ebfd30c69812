import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapChange } from "@trellis/shared/schema/mapDoc";
import type { Card } from "@trellis/shared/schema/values";
import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { changeNotes, touchedBetween } from "./changeNotes.ts";
import { actsText, comingsText, digestText } from "./changeWords.ts";
import { OthersChanges } from "./othersChanges.ts";
import { startTexts } from "./texts.ts";

const OWN = 1;
const NAMES = new Map([
  [2, "Transport team"],
  [3, "Housing team"],
  [4, "Energy team"],
]);
const names = {
  ofWriter: (client: number) => NAMES.get(client) ?? null,
  ofRemover: (id: string) => (id === "claimed" ? "Housing team" : null),
};

const card = (id: string, title: string, level = "municipal"): Card =>
  ({
    id,
    type: "project",
    title,
    level,
    home: null,
    homeLink: null,
    order: null,
    pos: null,
  }) as unknown as Card;
const map = (...cards: Card[]): MapSnapshot => ({
  settings: { title: "A map" },
  cards: new Map(cards.map((one) => [one.id as CardId, one])),
  links: new Map(),
});
const change = (writers: Record<string, number | null>): MapChange => ({
  cards: new Set(Object.keys(writers) as CardId[]),
  links: new Set(),
  settings: false,
  origin: null,
  writers: new Map(Object.entries(writers).filter((entry): entry is [string, number] => entry[1] !== null)),
});
const NOBODY = new Set<string>();

beforeAll(() => startTexts());

describe("what others did, in words", () => {
  const t = i18next.t;

  it("names who moved what to which lane, from where it stood at first", () => {
    const others = new OthersChanges();
    const before = map(card("p", "Shore power"));
    const between = map(card("p", "Shore power", "regional"));
    const after = map(card("p", "Shore power", "national"));
    others.add(before, change({ p: 3 }), OWN, true);
    others.add(between, change({ p: 2 }), OWN, true);
    expect(digestText(others.take(after, NOBODY, names), t)).toBe(
      "Transport team moved Shore power to National.",
    );
    expect(others.isEmpty).toBe(true);
  });

  it("leaves out one's own work, also where it came along with that of others", () => {
    const others = new OthersChanges();
    const before = map(card("mine", "Mine"), card("theirs", "Theirs"));
    others.add(before, change({ mine: OWN, theirs: 2 }), OWN, false);
    const after = map(card("mine", "Mine too"), card("theirs", "Theirs now"));
    expect(digestText(others.take(after, NOBODY, names), t)).toBe(
      "Transport team renamed Theirs to Theirs now.",
    );
    others.add(after, change({ mine: null }), OWN, false);
    expect(others.isEmpty).toBe(true);
  });

  it("says Someone where neither the document nor a peer can tell who it was", () => {
    const others = new OthersChanges();
    others.add(map(card("p", "Shore power")), change({ p: null }), OWN, true);
    expect(digestText(others.take(map(), NOBODY, names), t)).toBe("Someone removed Shore power.");
    others.add(map(card("claimed", "Old pier")), change({ claimed: null }), OWN, true);
    expect(digestText(others.take(map(), NOBODY, names), t)).toBe("Housing team removed Old pier.");
  });

  it("waits with a card until whoever writes at it has left it", () => {
    const others = new OthersChanges();
    others.add(map(), change({ p: 2 }), OWN, true);
    expect(others.take(map(card("p", "Sho")), new Set(["p"]), names)).toEqual([]);
    others.add(map(card("p", "Sho")), change({ p: 2 }), OWN, true);
    const signed = others.take(map(card("p", "Shore power")), NOBODY, names);
    expect(digestText(signed, t)).toBe("Transport team added the project Shore power.");
  });

  it("counts when there is much to say, and names who did most", () => {
    const others = new OthersChanges();
    const writers: Record<string, number | null> = { gone: null, h: 3, e: 4 };
    for (let index = 0; index < 9; index++) writers[`t${index}`] = 2;
    others.add(map(card("gone", "Gone")), change(writers), OWN, true);
    const after = map(...Object.keys(writers).flatMap((id) => (id === "gone" ? [] : [card(id, id)])));
    expect(digestText(others.take(after, NOBODY, names), t)).toBe(
      "12 changes by Transport team and 3 others.",
    );
  });

  it("tells who came and who left together", () => {
    expect(comingsText(["Housing team"], [], t)).toBe("Housing team joined.");
    expect(comingsText(["a", "b", "c"], ["Energy team"], t)).toBe("3 people joined. Energy team left.");
    expect(comingsText([], [], t)).toBe("");
  });
});

it("undo of many cards at once is told by their number, of one by its name", () => {
  const told = (before: MapSnapshot, after: MapSnapshot) =>
    actsText(changeNotes(touchedBetween(before, after), after), i18next.t);
  const some = map(card("p", "Shore power"));
  const more = map(card("p", "Shore power"), card("q", "Heat pumps"), card("r", "Retrofit"));
  const kept = { ...some, cards: new Map([...more.cards, ...some.cards]) };
  expect(told(some, kept)).toBe("added 2 cards");
  expect(told(kept, some)).toBe("removed 2 cards");
  expect(told({ ...some, cards: new Map() }, some)).toBe("added the project Shore power");
});
