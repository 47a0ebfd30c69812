import { describe, expect, it } from "vitest";
import type { CardId } from "../schema/ids.ts";
import type { CardTouches, MapTouches, RemovedCard, TouchPerson } from "../schema/touches.ts";
import { changersOf, changesSince, countsOf } from "./changes.ts";

const ana: TouchPerson = { name: "Ana", isYou: true };
const ben: TouchPerson = { name: "Ben", isYou: false };
const touch = (at: number, by: TouchPerson | null = ana) => ({ at, by });
const touched = (fields: Partial<CardTouches>): CardTouches => ({
  added: null,
  edited: null,
  confirmed: null,
  ...fields,
});

function remembered(
  cards: Record<string, CardTouches>,
  removed: Record<string, RemovedCard> = {},
): MapTouches {
  return {
    recordedFrom: 0,
    cards: new Map(Object.entries(cards) as [CardId, CardTouches][]),
    removed: new Map(Object.entries(removed) as [CardId, RemovedCard][]),
  };
}
const there = (...ids: string[]) => new Map(ids.map((id) => [id as CardId, true]));
const gone = (at: number, addedAt: number | null = null): RemovedCard => ({
  at,
  by: ben,
  title: "Bus lanes",
  type: "project",
  addedAt,
});

describe("what changed since a moment", () => {
  const touches = remembered(
    {
      old: touched({ added: touch(10), edited: touch(20) }),
      edited: touched({ added: touch(10), edited: touch(110, ben) }),
      known: touched({ edited: touch(100) }),
      added: touched({ added: touch(120), edited: touch(130, ben) }),
      confirmed: touched({ confirmed: touch(140) }),
      vanished: touched({ edited: touch(150) }),
    },
    { before: gone(90), removed: gone(105, 10), passing: gone(125, 115), back: gone(126) },
  );
  const changes = changesSince(touches, 100, there("old", "edited", "known", "added", "confirmed", "back"));

  it("[DER50] is each card once, newest first; confirming is no change, and what came and went is none", () => {
    expect(changes.map(({ card, kind, at }) => `${card} ${kind} ${at}`)).toEqual([
      "added added 120",
      "edited edited 110",
      "removed removed 105",
      "known edited 100",
    ]);
    expect(countsOf(changes)).toEqual({ added: 1, edited: 2, removed: 1 });
    expect(changes.map(({ gone: title }) => title?.title ?? null)).toEqual([null, null, "Bus lanes", null]);
  });

  it("[DER50] names whoever did it last, the one with the most cards first, and who is not known as such", () => {
    expect(changersOf(changes)).toEqual([
      { by: ana, cards: 2 },
      { by: ben, cards: 2 },
    ]);
    const unknown = remembered({ a: touched({ edited: touch(1, null) }) });
    expect(changersOf(changesSince(unknown, 0, there("a")))).toEqual([{ by: null, cards: 1 }]);
    expect(changesSince(remembered({}), 0, there("a"))).toEqual([]);
  });
});
