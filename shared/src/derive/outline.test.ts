import { describe, expect, it } from "vitest";
import { EMPTY_SNAPSHOT, type MapSnapshot } from "../read/snapshot.ts";
import type { CardId } from "../schema/ids.ts";
import type { Card, Link } from "../schema/values.ts";
import { outlineOf, sameOutline } from "./outline.ts";

type Words = Partial<Card> & { readonly id: string; readonly type: Card["type"] };
const aMap = (cards: readonly object[], links: readonly object[] = []): MapSnapshot => ({
  ...EMPTY_SNAPSHOT,
  cards: new Map(
    (cards as Words[]).map((card) => [
      card.id as CardId,
      { title: card.id, home: null, homeLink: null, order: null, pos: null, ...card } as unknown as Card,
    ]),
  ),
  links: new Map((links as Link[]).map((link) => [link.id, link])),
});

/** The outline as indented lines, the way it is read. */
function lines(snapshot: MapSnapshot): string[] {
  const { roots, items } = outlineOf(snapshot);
  const found: string[] = [];
  const walk = (key: string, indent: string): void => {
    found.push(indent + key);
    for (const child of items.get(key)?.children ?? []) walk(child, `${indent}  `);
  };
  for (const root of roots) walk(root, "");
  return found;
}

describe("the outline", () => {
  it("[MAP40] goes from grand challenges over missions to actors by level and the other types", () => {
    expect(
      lines(
        aMap([
          { id: "g", type: "grand_challenge" },
          { id: "m2", type: "mission", order: "a1" },
          { id: "m1", type: "mission", order: "a0" },
          { id: "c", type: "challenge", home: "m1" },
          { id: "p", type: "project", home: "c" },
          { id: "lost", type: "project", home: "gone" },
          { id: "b", type: "actor", level: "national", title: "beta" },
          { id: "a", type: "actor", level: "municipal", title: "alpha" },
          { id: "x", type: "actor", title: "Anyone" },
          { id: "n", type: "note" },
        ]),
      ),
    ).toEqual([
      "group:grand_challenge",
      "  g",
      "m1",
      "  c",
      "    p",
      "m2",
      "group:unplaced",
      "  lost",
      "group:actor",
      "  level:national",
      "    b",
      "  level:municipal",
      "    a",
      "  level:none",
      "    x",
      "group:note",
      "  n",
    ]);
  });

  it("[MAP41] shows a shared card once at its home, and as a reference without children elsewhere", () => {
    const shared = { type: "contributes_to", from: "p", to: "c2" };
    const map = aMap(
      [
        { id: "m", type: "mission" },
        { id: "c1", type: "challenge", home: "m", order: "a0" },
        { id: "c2", type: "challenge", home: "m", order: "a1" },
        { id: "p", type: "project", home: "c1" },
        { id: "q", type: "project", home: "p" },
        { id: "own", type: "project", home: "c2" },
      ],
      [
        { id: "l1", ...shared },
        { id: "l2", ...shared },
        { id: "l3", type: "contributes_to", from: "own", to: "c2" },
      ],
    );
    expect(lines(map)).toEqual(["m", "  c1", "    p", "      q", "  c2", "    own", "    reference:l1"]);
  });

  it("[MAP40] stands the same when only words inside cards of the tree changed", () => {
    const before = aMap([
      { id: "m", type: "mission" },
      { id: "a", type: "actor", level: "national" },
    ]);
    const changed = (id: string, fields: object): MapSnapshot => ({
      ...before,
      cards: new Map(before.cards).set(
        id as CardId,
        { ...before.cards.get(id as CardId), ...fields } as Card,
      ),
    });
    expect(sameOutline(before, changed("m", { title: "Other" }))).toBe(true);
    expect(sameOutline(before, changed("a", { title: "Other" }))).toBe(false);
    expect(sameOutline(before, changed("a", { level: "municipal" }))).toBe(false);
    expect(sameOutline(before, changed("m", { order: "a0" }))).toBe(false);
    expect(sameOutline(before, { ...before, links: new Map() })).toBe(false);
  });
});
