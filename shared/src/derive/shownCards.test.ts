import { describe, expect, it } from "vitest";
import type { MapSnapshot } from "../read/snapshot.ts";
import { CARD_TYPES, type CardType } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import type { Card, Link } from "../schema/values.ts";
import { type CardFilter, filterCounts, NO_FILTER } from "./cardFilter.ts";
import { foldedCounts } from "./folding.ts";
import { SHOWN_BY_DEFAULT } from "./lanes.ts";
import { type ShownQuestion, shownCards } from "./shownCards.ts";
import { missionTree } from "./tree.ts";

const id = (text: string) => text as CardId;

function mapOf(
  cards: Record<string, object>,
  links: readonly (readonly [string, string, string, object?])[],
): MapSnapshot {
  const known = Object.entries(cards).map(([name, fields]) => [
    id(name),
    { id: name, title: name, home: null, order: null, pos: null, ...fields } as unknown as Card,
  ]);
  const joined = links.map(([from, type, to, fields], index) => [
    `l${index}`,
    { id: `l${index}`, type, from, to, ...fields } as unknown as Link,
  ]);
  return { settings: { title: "" }, cards: new Map(known as never), links: new Map(joined as never) };
}

/** Two challenges of one mission; `shared` stands under heat and contributes to travel. */
const MAP = mapOf(
  {
    m: { type: "mission", status: "in_delivery" },
    heat: { type: "challenge", home: "m", level: "city_region" },
    travel: { type: "challenge", home: "m" },
    shared: {
      type: "project",
      home: "heat",
      level: "municipal",
      status: "in_delivery",
      lenses: { sdg: [7, 13] },
    },
    pilot: { type: "project", home: "shared", level: "municipal", status: "completed" },
    trams: { type: "project", home: "travel", level: "city_region", status: "in_delivery" },
    rule: { type: "instrument", home: "m", level: "national", status: "in_force" },
    loose: { type: "project" },
    authority: { type: "actor", level: "city_region" },
    council: { type: "actor", level: "municipal" },
    pot: { type: "funding" },
    idle: { type: "actor" },
  },
  [
    ["shared", "contributes_to", "travel"],
    ["authority", "responsible", "shared", { role: "accountable" }],
    ["authority", "responsible", "trams", { role: "accountable" }],
    ["council", "responsible", "pilot", { role: "responsible" }],
    ["council", "responsible", "shared", { role: "consulted" }],
    ["pot", "funds", "trams"],
  ],
);

const ALL: ShownQuestion = {
  types: SHOWN_BY_DEFAULT,
  filter: NO_FILTER,
  focus: null,
  path: null,
  unfolded: null,
  also: [],
};
const ask = (question: Partial<ShownQuestion>, map = MAP) => shownCards(map, { ...ALL, ...question });
const names = (question: Partial<ShownQuestion>) => [...(ask(question).shown ?? ["all"])].sort();
const filtered = (filter: Partial<CardFilter>) => names({ filter: { ...NO_FILTER, ...filter } });

describe("shownCards", () => {
  it("hides nothing when nothing is asked, and does not count types that are simply off", () => {
    expect(ask({})).toMatchObject({ shown: null, hidden: 0, total: 11, paths: null });
    expect(ask({ types: new Set(CARD_TYPES) })).toMatchObject({ shown: null, hidden: 0, total: 12 });
  });

  it("counts cards of a usual type that was switched off", () => {
    const types = new Set<CardType>([...SHOWN_BY_DEFAULT].filter((type) => type !== "actor"));
    expect(ask({ types })).toMatchObject({ hidden: 3, total: 11 });
  });

  it("joins kinds by and, values of one kind by or", () => {
    expect(filtered({ levels: ["municipal"] })).toEqual(["council", "pilot", "shared"]);
    expect(filtered({ levels: ["municipal", "national"], statuses: ["in_delivery", "in_force"] })).toEqual([
      "rule",
      "shared",
    ]);
    expect(filtered({ tags: ["sdg:13", "sdg:1"] })).toEqual(["shared"]);
    expect(filtered({ tags: ["sdg:99"] })).toEqual([]);
  });

  it("finds what an actor answers for, by role, the actor itself among it", () => {
    expect(filtered({ actors: [id("council")] })).toEqual(["council", "pilot", "shared"]);
    expect(filtered({ actors: [id("council")], roles: ["responsible"] })).toEqual(["council", "pilot"]);
    expect(filtered({ roles: ["accountable"] })).toEqual(["shared", "trams"]);
  });

  it("keeps what stands above a match for views that need it", () => {
    const { kept } = ask({ filter: { ...NO_FILTER, statuses: ["completed"] } });
    expect([...kept].sort()).toEqual(["heat", "m", "shared"]);
  });

  it("counts what a value would show, given the other kinds", () => {
    const counts = filterCounts(
      MAP,
      { ...NO_FILTER, levels: ["municipal"], statuses: ["completed"] },
      MAP.cards.keys(),
    );
    expect(Object.fromEntries(counts.level)).toEqual({ city_region: 0, municipal: 1, national: 0 });
    expect(Object.fromEntries(counts.status)).toEqual({ in_delivery: 1, completed: 1, in_force: 0 });
    expect(Object.fromEntries(counts.tag)).toEqual({ "sdg:7": 0, "sdg:13": 0 });
  });

  it("focuses on the neighbours of one card or several, along links, against them, or both", () => {
    const focus = (cards: string[], degrees: 1 | 2 | 3, direction: "all" | "in" | "out" = "all") =>
      names({ focus: { cards: cards.map(id), degrees, direction } });
    expect(focus(["shared"], 1)).toEqual(["authority", "council", "heat", "pilot", "shared", "travel"]);
    expect(focus(["shared"], 1, "out")).toEqual(["heat", "shared", "travel"]);
    expect(focus(["shared"], 1, "in")).toEqual(["authority", "council", "pilot", "shared"]);
    expect(focus(["shared"], 2, "out")).toEqual(["heat", "m", "shared", "travel"]);
    expect(focus(["rule", "idle"], 1)).toEqual(["idle", "m", "rule"]);
    expect(focus(["trams"], 1)).not.toContain("pot");
    expect(focus(["nowhere"], 1)).toEqual(["all"]);
  });

  it("does not go through cards that the filter hides", () => {
    const filter = { ...NO_FILTER, statuses: ["completed"] };
    expect(names({ filter, focus: { cards: [id("heat")], degrees: 3, direction: "all" } })).toEqual(["heat"]);
  });

  it("finds the shortest paths between two cards, or all short ones", () => {
    const shortest = ask({ path: { from: id("council"), to: id("trams"), every: false } }).paths;
    expect(shortest?.cut).toBe(false);
    expect(shortest?.paths.map(({ cards }) => cards.join(" "))).toEqual([
      "council shared travel trams",
      "council shared authority trams",
    ]);
    expect(shortest?.paths[0]?.ties.map(({ type, role }) => role ?? type)).toEqual([
      "consulted",
      "contributes_to",
      "part_of",
    ]);
    const every = ask({ path: { from: id("council"), to: id("trams"), every: true } }).paths?.paths ?? [];
    expect(every.length).toBeGreaterThan(2);
    for (const { cards, ties } of every) {
      expect(new Set(cards).size).toBe(cards.length);
      expect(ties.length).toBeLessThanOrEqual(6);
    }
    expect(new Set(every.map(({ cards }) => cards.join(" "))).size).toBe(every.length);
  });

  it("shows both ends when no path joins them", () => {
    const apart = ask({ path: { from: id("idle"), to: id("m"), every: false } });
    expect(apart.paths).toEqual({ paths: [], cut: false });
    expect([...(apart.shown ?? [])].sort()).toEqual(["idle", "m"]);
  });

  it("folds to missions and challenges, and unfolds one with what hangs on it", () => {
    expect(names({ unfolded: [] })).toEqual(["heat", "loose", "m", "travel"]);
    expect(names({ unfolded: [id("travel")] })).toEqual([
      "authority",
      "council",
      "heat",
      "loose",
      "m",
      "shared",
      "trams",
      "travel",
    ]);
    expect(names({ unfolded: [id("m")] })).toContain("rule");
    expect(Object.fromEntries(foldedCounts(MAP, missionTree(MAP.cards)))).toEqual({
      heat: 2,
      travel: 2,
      m: 1,
    });
  });

  it("shows a card that was asked for whatever is hidden, if its type is on", () => {
    const filter = { ...NO_FILTER, statuses: ["completed"] };
    expect(names({ filter, also: [id("idle"), id("pot"), id("nowhere")] })).toEqual(["idle", "pilot"]);
  });
});
