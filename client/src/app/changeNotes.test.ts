import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import type { Card, Link } from "@trellis/shared/schema/values";
import { describe, expect, it } from "vitest";
import { changeNotes, touchedBetween } from "./changeNotes.ts";

const card = (id: string, more: Partial<Card> & Record<string, unknown> = {}): Card =>
  ({ id, type: "project", title: id, home: null, homeLink: null, order: null, pos: null, ...more }) as Card;
const duty = (id: string, from: string, to: string, role: string): Link =>
  ({ id, type: "responsible", from, to, role }) as unknown as Link;
const settings = { title: "A map" };
const map = (cards: readonly Card[], links: readonly Link[] = []): MapSnapshot => ({
  settings,
  cards: new Map(cards.map((one) => [one.id as CardId, one])),
  links: new Map(links.map((one) => [one.id as LinkId, one])),
});
const notesOf = (before: MapSnapshot, after: MapSnapshot) =>
  changeNotes(touchedBetween(before, after), after);

const a = card("a", { level: "municipal" });
const b = card("b");

describe("notes on what has changed", () => {
  it("name the lane, the home, the new title or the status, in this order of weight", () => {
    const changed = (more: Record<string, unknown>) =>
      notesOf(map([a, b]), map([{ ...a, ...more } as Card, b]));
    expect(changed({ level: "national", pos: [1, 2] })).toEqual([
      { id: "a", kind: "laned", title: "a", level: "national" },
    ]);
    expect(changed({ home: "b", order: "a0" })).toEqual([{ id: "a", kind: "homed", title: "a", home: "b" }]);
    expect(changed({ title: "Homes", status: "approved" })).toEqual([
      { id: "a", kind: "renamed", title: "Homes", before: "a" },
    ]);
    expect(changed({ status: "approved" })).toMatchObject([
      { kind: "status", value: "approved", list: "status" },
    ]);
    expect(changed({ pos: [5, 5] })).toEqual([{ id: "a", kind: "moved", title: "a" }]);
    expect(changed({ cost: 3 })).toEqual([{ id: "a", kind: "changed", title: "a" }]);
  });

  it("tell what came and went, without the links that came and went with it", () => {
    const link = duty("l", "a", "b", "accountable");
    expect(notesOf(map([b]), map([a, b], [link]))).toEqual([
      { id: "a", kind: "added", title: "a", type: "project" },
    ]);
    expect(notesOf(map([a, b], [link]), map([b]))).toEqual([
      { id: "a", kind: "removed", title: "a", type: "project" },
    ]);
  });

  it("tell roles by name, and links that are taken away", () => {
    const link = duty("l", "a", "b", "accountable");
    expect(notesOf(map([a, b]), map([a, b], [link]))).toEqual([
      { id: "l", kind: "role", role: "accountable", title: "b", other: "a" },
    ]);
    expect(notesOf(map([a, b], [link]), map([a, b]))).toEqual([
      { id: "l", kind: "unlinked", title: "b", other: "a" },
    ]);
  });

  it("find nothing where nothing is different, and the map's own name", () => {
    const same = map([a, b]);
    expect(notesOf(same, same)).toEqual([]);
    expect(notesOf(same, { ...same, settings: { title: "Renamed" } })).toEqual([
      { id: "map", kind: "mapRenamed", title: "Renamed" },
    ]);
  });
});
