import { readFileSync } from "node:fs";
import { laneLayout } from "@trellis/shared/derive/lanes";
import { missionTree } from "@trellis/shared/derive/tree";
import { edit, ServerOrigin } from "@trellis/shared/ops/edit";
import { importMap } from "@trellis/shared/ops/importMap";
import { takeSnapshot } from "@trellis/shared/read/observe";
import { CARD_TYPES } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import { decodeMapFile } from "@trellis/shared/schema/mapFile";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { aMap } from "../../../../tests/support/builders.ts";
import { type LineEnds, lineEnds } from "./lines.ts";
import { homeward, otherEnd, stepAlong, type Walk } from "./linkWalk.ts";
import { type Direction, nearestCard } from "./nearestCard.ts";

const TEMPLATES = [
  "blank-mission",
  "camden-renewal",
  "greater-manchester-2038",
  "korea-innovation-cities",
  "learning-community",
];

function template(name: string) {
  const path = new URL(`../../../../shared/src/templates/${name}.json`, import.meta.url);
  const { file } = decodeMapFile(JSON.parse(readFileSync(path, "utf8")), { cards: 10_000, links: 50_000 });
  if (!file) throw new Error(`${name} is no map`);
  const map = new MapDoc(new Y.Doc());
  edit(map, new ServerOrigin(), (draft) => importMap(draft, file));
  return takeSnapshot(map);
}

function linesBy(lines: readonly LineEnds[]) {
  const at = new Map<CardId, LineEnds[]>();
  for (const line of lines)
    for (const end of [line.from, line.to]) at.set(end, [...(at.get(end) ?? []), line]);
  return (card: CardId) => at.get(card) ?? [];
}

describe("walking a map by keyboard", () => {
  it.each(TEMPLATES)("reaches every card of %s from every other", (name) => {
    const snapshot = template(name);
    const tree = missionTree(snapshot.cards);
    for (const shown of [undefined, new Set(CARD_TYPES)]) {
      const layout = laneLayout(snapshot, { tree, ...(shown ? { shown } : {}) });
      const cards = [...layout.cards];
      const linesAt = linesBy(
        lineEnds(snapshot, tree).filter(({ from, to }) => layout.cards.has(from) && layout.cards.has(to)),
      );
      const steps = new Map<CardId, ReadonlySet<CardId>>();
      for (const [id, rect] of cards) {
        const arrows = (["left", "right", "up", "down"] as Direction[]).flatMap(
          (direction) => nearestCard([id, rect], direction, cards) ?? [],
        );
        const home = homeward(tree, id, linesAt);
        steps.set(
          id,
          new Set([
            ...arrows,
            ...(home && layout.cards.has(home) ? [home] : []),
            ...linesAt(id).map((line) => otherEnd(id, line)),
          ]),
        );
      }
      const reachedFrom = (start: CardId) => {
        const reached = new Set([start]);
        for (const card of reached) for (const next of steps.get(card) ?? []) reached.add(next);
        return reached.size;
      };
      expect(cards.length).toBeGreaterThan(0);
      expect(new Set(cards.map(([id]) => reachedFrom(id)))).toEqual(new Set([cards.length]));
      // With arrows alone nobody is locked in either: every card but a lone one has a way out.
      expect([...steps].filter(([, next]) => next.size === 0)).toHaveLength(cards.length === 1 ? 1 : 0);
    }
  });
});

describe("going along links", () => {
  const snapshot = aMap()
    .withCard({ id: "m", type: "mission" })
    .withCard({ id: "c", type: "challenge", home: "m" })
    .withCard({ id: "p", type: "project", home: "c" })
    .withCard({ id: "a", type: "actor" })
    .withCard({ id: "n", type: "note" })
    .withLink({ type: "responsible", from: "a", to: "c", role: "accountable" })
    .snapshot();
  const tree = missionTree(snapshot.cards);
  const linesAt = linesBy(lineEnds(snapshot, tree));
  const id = (name: string) => name as CardId;

  it("goes round the home, what is part of it, the other links, and back", () => {
    const seen: string[] = [];
    let walk: Walk | null = null;
    for (let key = 0; key < 5; key++) {
      walk = stepAlong(walk, walk?.card ?? id("c"), linesAt, 1);
      seen.push(`${walk?.at}/${walk?.of} ${walk?.card}`);
    }
    expect(seen).toEqual(["1/3 m", "2/3 p", "3/3 a", "0/3 c", "1/3 m"]);
    expect(stepAlong(null, id("c"), linesAt, -1)?.card).toBe("a");
  });

  it("begins anew from a card that was reached another way, and stays where there is no link", () => {
    const walk = stepAlong(null, id("c"), linesAt, 1);
    expect(stepAlong(walk, id("p"), linesAt, 1)).toMatchObject({ origin: "p", card: "c" });
    expect(stepAlong(null, id("n"), linesAt, 1)).toBeNull();
  });

  it("finds the way home: the parent, the card it stands at, the mission", () => {
    expect(["p", "c", "m", "a", "n"].map((name) => homeward(tree, id(name), linesAt))).toEqual([
      "c",
      "m",
      null,
      "c",
      "m",
    ]);
  });
});
