import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { edit, ServerOrigin } from "../ops/edit.ts";
import { importMap } from "../ops/importMap.ts";
import { takeSnapshot } from "../read/observe.ts";
import type { MapSnapshot } from "../read/snapshot.ts";
import { CARD_TYPES, ENUMS } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import { MapDoc } from "../schema/mapDoc.ts";
import { decodeMapFile } from "../schema/mapFile.ts";
import type { Card, Link } from "../schema/values.ts";
import blank from "../templates/blank-mission.json" with { type: "json" };
import camden from "../templates/camden-renewal.json" with { type: "json" };
import manchester from "../templates/greater-manchester-2038.json" with { type: "json" };
import korea from "../templates/korea-innovation-cities.json" with { type: "json" };
import learning from "../templates/learning-community.json" with { type: "json" };
import { type LaneLayout, laneAt, laneLayout, positionToPos, SHOWN_BY_DEFAULT } from "./lanes.ts";
import { overlaps } from "./occupancy.ts";

const ALL = new Set(CARD_TYPES);
const id = (text: string) => text as CardId;

function snapshotOf(template: unknown): MapSnapshot {
  const decoded = decodeMapFile(template, { cards: 10_000, links: 50_000 });
  if (!decoded.file) throw new Error(decoded.problems.join(" "));
  const map = new MapDoc(new Y.Doc());
  const { file } = decoded;
  edit(map, new ServerOrigin(), (draft) => importMap(draft, file));
  return takeSnapshot(map);
}

const card = (fields: { id: string; type: Card["type"] } & Record<string, unknown>): Card =>
  ({ title: "", home: null, homeLink: null, order: null, pos: null, ...fields }) as unknown as Card;
const mapOf = (cards: readonly Card[], links: readonly Link[] = []) => ({
  cards: new Map(cards.map((each) => [each.id, each])),
  links: new Map(links.map((each) => [each.id, each])),
});
const withCards = (snapshot: MapSnapshot, ...cards: Card[]) => ({
  ...snapshot,
  cards: new Map([...snapshot.cards, ...cards.map((each) => [each.id, each] as const)]),
});

function covered(layout: LaneLayout): string[] {
  const boxes = [...layout.cards.values()];
  return boxes.flatMap((one, index) =>
    boxes.slice(index + 1).flatMap((other) => (overlaps(one, other) ? [`${one.id} ${other.id}`] : [])),
  );
}

/** Cards of lanes relative to their lane's corner, others to the origin: what a person sees as "moved". */
function places(layout: LaneLayout): Map<string, string> {
  const tops = new Map(layout.lanes.map((lane) => [lane.level, lane.y]));
  return new Map(
    [...layout.cards.values()].map((box) => {
      const top = box.lane ? (tops.get(box.lane) ?? 0) : 0;
      return [box.id, `${box.lane} ${box.x} ${box.y - top}`];
    }),
  );
}
function moved(before: LaneLayout, after: LaneLayout): string[] {
  const old = places(before);
  return [...places(after)].flatMap(([key, place]) => (old.has(key) && old.get(key) !== place ? [key] : []));
}

describe("laneLayout", () => {
  const templates = [blank, camden, manchester, korea, learning];

  it.each(templates)(
    "[MAP6] $id: places every shown card once, on whole numbers, none over another",
    (template) => {
      const snapshot = snapshotOf(template);
      for (const shown of [SHOWN_BY_DEFAULT, ALL]) {
        const layout = laneLayout(snapshot, { shown });
        const expected = [...snapshot.cards.values()].filter((each) => shown.has(each.type));
        expect([...layout.cards.keys()].sort()).toEqual(expected.map((each) => each.id).sort());
        expect(covered(layout)).toEqual([]);
        for (const box of layout.cards.values()) {
          expect([box.x, box.y, box.width, box.height].every(Number.isInteger), box.id).toBe(true);
        }
      }
    },
  );

  it.each(templates)(
    "[MAP7] $id: all six lanes touch, and each card of a lane stands inside it",
    (template) => {
      const snapshot = snapshotOf(template);
      const layout = laneLayout(snapshot, { shown: ALL });
      expect(layout.lanes.map((lane) => lane.level)).toEqual([...ENUMS.level]);
      let y = 0;
      for (const lane of layout.lanes) {
        expect(lane.y).toBe(y);
        y += lane.height;
      }
      for (const box of layout.cards.values()) {
        const lane = layout.lanes.find((each) => each.level === box.lane);
        if (!lane) continue;
        expect(box.y).toBeGreaterThanOrEqual(lane.y);
        expect(box.y + box.height).toBeLessThanOrEqual(lane.y + lane.height);
        expect(box.x).toBeGreaterThanOrEqual(layout.lanesX);
        expect(box.x + box.width).toBeLessThanOrEqual(layout.lanesX + layout.lanesWidth);
      }
    },
  );

  it("[MAP8] keeps grand challenges, missions and challenges left of the lanes, whatever their level", () => {
    const layout = laneLayout(snapshotOf(camden));
    const xs = (type: string) =>
      [...layout.cards.values()].filter((box) => box.type === type).map((box) => box.x + box.width);
    const most = (type: string) => Math.max(...xs(type));
    expect(most("grand_challenge")).toBeLessThan(most("mission"));
    expect(most("mission")).toBeLessThan(most("challenge"));
    expect(most("challenge")).toBeLessThan(layout.lanesX);
  });

  it("[MAP9] a card's own place wins: from its lane's corner, or from the origin outside the lanes", () => {
    const layout = laneLayout(
      mapOf([
        card({ id: "p", type: "project", level: "national", pos: [300, 400] }),
        card({ id: "m", type: "mission", level: "national", pos: [-70, 900] }),
        card({ id: "free", type: "actor", pos: [5, -8] }),
      ]),
    );
    const lane = layout.lanes.find((each) => each.level === "national");
    expect(layout.cards.get(id("p"))).toMatchObject({ x: layout.lanesX + 300, y: (lane?.y ?? 0) + 400 });
    expect(lane?.height).toBeGreaterThan(472);
    expect(layout.cards.get(id("m"))).toMatchObject({ x: -70, y: 900 });
    expect(layout.cards.get(id("free"))).toMatchObject({ x: 5, y: -8, lane: null });
  });

  it("[MAP9] cuts short a place far out of reach, so that one card cannot stretch the map without end", () => {
    const layout = laneLayout(
      mapOf([
        card({ id: "p", type: "project", level: "municipal", pos: [-4000, 900_000] }),
        card({ id: "m", type: "mission", pos: [-900_000, 900_000] }),
      ]),
    );
    expect(layout.bounds.height).toBeLessThan(120_000);
    expect(layout.cards.get(id("p"))?.x).toBe(layout.lanesX);
  });

  it("[MAP10] moving one card moves no other, except those it is put on", () => {
    const snapshot = snapshotOf(manchester);
    const before = laneLayout(snapshot);
    const others = [...before.cards.values()].filter((box) => box.lane === "city_region");
    const [first, second] = others;
    if (!first || !second) throw new Error("The map has several cards at city-region level.");
    const top = before.lanes.find((lane) => lane.level === "city_region")?.y ?? 0;
    const drag = (x: number, y: number) => {
      const dragged = { ...(snapshot.cards.get(first.id) as Card), pos: [x, y] as const };
      return laneLayout(withCards(snapshot, dragged as Card));
    };
    expect(moved(before, drag(3000, 40))).toEqual([first.id]);
    const onto = drag(second.x - before.lanesX + 10, second.y - top + 10);
    expect(moved(before, onto)).toContain(second.id);
    expect(moved(before, onto).length).toBeLessThanOrEqual(6);
    expect(covered(onto)).toEqual([]);
  });

  it("[MAP10] a new project moves few of the other cards within their lanes", () => {
    const snapshot = snapshotOf(manchester);
    const before = laneLayout(snapshot);
    const challenges = [...snapshot.cards.values()].filter((each) => each.type === "challenge");
    const counts = challenges.map((challenge) => {
      const leaf = card({ id: "zz", type: "project", level: "city_region", home: challenge.id });
      return moved(before, laneLayout(withCards(snapshot, leaf))).length;
    });
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(mean / before.cards.size).toBeLessThan(0.1);
  });

  it("[MAP11] cards of other types stand beside the card they link to; those without a link below everything", () => {
    const link = (name: string, from: string, to: string) =>
      ({ id: name, type: "relates_to", from, to }) as unknown as Link;
    const snapshot = mapOf(
      [
        card({ id: "m", type: "mission" }),
        card({ id: "c", type: "challenge", home: "m" }),
        card({ id: "p", type: "project", home: "c", level: "municipal" }),
        card({ id: "k", type: "indicator" }),
        card({ id: "r", type: "risk" }),
        card({ id: "n", type: "note" }),
        card({ id: "vague", type: "project", home: "c" }),
      ],
      [link("1", "k", "p"), link("2", "r", "k")],
    );
    const layout = laneLayout(snapshot, { shown: ALL });
    const box = (name: string) => layout.cards.get(id(name)) ?? expect.fail(`${name} has no place`);
    expect(box("k").x).toBeGreaterThan(box("p").x + box("p").width);
    expect(box("k").y).toBe(box("p").y);
    expect(box("r").x).toBe(box("k").x);
    expect(box("vague").x).toBeGreaterThan(box("c").x + box("c").width);
    expect(box("vague").x).toBeLessThan(layout.lanesX);
    expect(box("n").y).toBeGreaterThan(Math.max(...layout.lanes.map((lane) => lane.y + lane.height)));
  });

  it("[MAP12] a drop is stored so that the card shows where it was dropped, in the lane under its middle", () => {
    const snapshot = snapshotOf(manchester);
    const layout = laneLayout(snapshot);
    const dropped = (each: Card, x: number, y: number) => {
      const stored = positionToPos(layout, each, x, y);
      const after = laneLayout(withCards(snapshot, { ...each, ...stored } as Card));
      return { stored, box: after.cards.get(each.id), after };
    };
    const of = (type: Card["type"]) =>
      [...snapshot.cards.values()].find((each) => each.type === type) ?? expect.fail(`no ${type}`);
    const lane = layout.lanes[4] ?? expect.fail("no lane");
    const project = dropped(of("project"), layout.lanesX + 500, lane.y + 40);
    expect(project.stored).toEqual({ pos: [500, 40], level: "municipal" });
    const municipal = project.after.lanes[4] ?? expect.fail("no lane");
    expect(project.box).toMatchObject({ x: layout.lanesX + 500, y: municipal.y + 40, lane: "municipal" });

    const mission = dropped(of("mission"), layout.lanesX + 500, lane.y + 40);
    expect(mission.stored).toEqual({ pos: [layout.lanesX + 500, lane.y + 40] });
    expect(positionToPos(layout, of("project"), -900, lane.y + 5).pos).toEqual([0, 5]);
    const vague = card({ id: "vague", type: "actor" });
    expect(positionToPos(layout, vague, -40, 30)).toEqual({ pos: [-40, 30] });
    expect(positionToPos(layout, vague, layout.lanesX + 9, lane.y + 30)).toMatchObject({
      level: "municipal",
    });
    expect(laneAt(layout, -500).level).toBe("supranational");
    expect(laneAt(layout, 1e9).level).toBe("neighbourhood");
  });

  it("is close to 16:10 for Greater Manchester and has a place for an empty map", () => {
    const { bounds } = laneLayout(snapshotOf(manchester));
    expect(bounds.width / bounds.height).toBeGreaterThan(1.3);
    expect(bounds.width / bounds.height).toBeLessThan(2);
    const empty = laneLayout(mapOf([]));
    expect(empty.lanes).toHaveLength(6);
    expect(empty.bounds.height).toBeGreaterThan(0);
  });

  it("gives each of 5,000 cards a place", () => {
    expect(laneLayout(manyCards(5000)).cards.size).toBe(5000);
  });
});

function manyCards(size: number) {
  const challenges = Math.ceil(size / 12);
  return mapOf(
    Array.from({ length: size }, (_, index) => {
      const level = ENUMS.level[index % 6];
      if (index < 5) return card({ id: `m${index}`, type: "mission" });
      if (index < 5 + challenges)
        return card({ id: `c${index - 5}`, type: "challenge", home: `m${index % 5}` });
      if (index % 2) return card({ id: `p${index}`, type: "project", level, home: `c${index % challenges}` });
      return card({ id: `a${index}`, type: "actor", level, pos: index % 3 ? null : [index, index % 900] });
    }),
  );
}
