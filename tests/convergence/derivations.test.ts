/*
 * The tree, the layout and the exports of any map at all, also of one that no operation would have made: homes that
 * lead in circles or nowhere, places far away, text that tries to be markup. SEED=<number> runs a failing case again.
 */
import { encodeMarkdown } from "@trellis/shared/codecs/markdown";
import { encodeSvg } from "@trellis/shared/codecs/svg";
import { type LaneLayout, laneLayout, positionToPos } from "@trellis/shared/derive/lanes";
import { overlaps } from "@trellis/shared/derive/occupancy";
import { type ItemKey, type Outline, outlineOf, sameOutline } from "@trellis/shared/derive/outline";
import { type ShownQuestion, shownCards } from "@trellis/shared/derive/shownCards";
import { DIRECTIONS } from "@trellis/shared/derive/ties";
import { descendantsOf, missionTree, pathTo, treeNumbers } from "@trellis/shared/derive/tree";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { HOMED_TYPES } from "@trellis/shared/schema/cardTypes";
import { CARD_TYPES, ENUMS } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { LINK_TYPES } from "@trellis/shared/schema/linkTypes";
import type { Card, Link } from "@trellis/shared/schema/values";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const seed = process.env.SEED ? Number(process.env.SEED) : Date.now() % 2 ** 31;
const options = { numRuns: Number(process.env.RUNS ?? 500), seed };
const ALL = new Set(CARD_TYPES);

const id = fc.nat({ max: 30 }).map((number) => `c${number}` as CardId);
const coordinate = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -800, max: 3000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -1e9, max: 1e9 }) },
);
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom("<b>&amp;", "]]>", "# a\n- b", "| x |", "\u0000\u001b", "a\ud800b", "`**_[x](y)", "'\""),
);
const aCard = fc.record({
  id,
  type: fc.constantFrom(...CARD_TYPES),
  title: text,
  summary: text,
  home: fc.option(id, { freq: 4 }),
  homeLink: fc.constant(null),
  order: fc.option(fc.constantFrom("a0", "a1", "a1V", "Zz"), { freq: 3 }),
  pos: fc.option(fc.tuple(coordinate, coordinate), { freq: 2 }),
  level: fc.option(fc.constantFrom(...ENUMS.level), { freq: 5 }),
});
const aLink = fc.record({
  type: fc.constantFrom(...LINK_TYPES.filter((type) => type !== "part_of")),
  from: id,
  to: id,
  role: fc.option(fc.constantFrom(...ENUMS.role)),
});
const aMap = fc
  .record({
    cards: fc.uniqueArray(aCard, { selector: (card) => card.id, maxLength: 30, size: "max" }),
    links: fc.array(aLink, { maxLength: 30 }),
    title: text,
  })
  .map(({ cards, links, title }): MapSnapshot => {
    const known = new Map(cards.map((card) => [card.id, card as unknown as Card]));
    const joined = links
      .filter((link) => known.has(link.from) && known.has(link.to) && link.from !== link.to)
      .map((link, index) => [`l${index}`, { ...link, id: `l${index}` } as unknown as Link]);
    return { settings: { title, place: title }, cards: known, links: new Map(joined as never) };
  });

const readable = ({ roots, items }: Outline) => [roots, [...items]];

const aQuestion: fc.Arbitrary<ShownQuestion> = fc.record({
  types: fc.subarray([...CARD_TYPES], { minLength: 4 }).map((types) => new Set(types)),
  filter: fc.record({
    levels: fc.subarray([...ENUMS.level]),
    statuses: fc.constant([]),
    actors: fc.uniqueArray(id, { maxLength: 1 }),
    roles: fc.subarray([...ENUMS.role], { maxLength: 2 }),
    tags: fc.constant([]),
  }),
  focus: fc.option(
    fc.record({
      cards: fc.array(id, { minLength: 1, maxLength: 3 }),
      degrees: fc.constantFrom(1 as const, 2 as const, 3 as const),
      direction: fc.constantFrom(...DIRECTIONS),
    }),
  ),
  path: fc.option(fc.record({ from: id, to: id, every: fc.boolean() }), { freq: 2 }),
  unfolded: fc.option(fc.array(id, { maxLength: 3 })),
  also: fc.array(id, { maxLength: 2 }),
});

const sorted = (cards: ReadonlySet<CardId> | null) => cards && [...cards].sort();

/** The same map, read in another order. */
const turned = (snapshot: MapSnapshot): MapSnapshot => ({
  ...snapshot,
  cards: new Map([...snapshot.cards].reverse()),
  links: new Map([...snapshot.links].reverse()),
});

describe("any map", () => {
  it(`[MAP1] [MAP2] [MAP3] has one tree with every card in it once (seed ${seed})`, () => {
    fc.assert(
      fc.property(aMap, (snapshot) => {
        const tree = missionTree(snapshot.cards);
        const inTree = [...snapshot.cards.values()].filter(
          (card) => card.type === "mission" || HOMED_TYPES.has(card.type),
        );
        expect([...tree.all].sort()).toEqual(inTree.map((card) => card.id).sort());
        const roots = [...tree.missions, ...tree.unplaced];
        expect(roots.flatMap((root) => [root, ...descendantsOf(tree, root)])).toEqual(tree.all);
        for (const card of tree.all) {
          const path = pathTo(tree, card);
          expect(new Set(path).size).toBe(path.length);
          expect(roots).toContain(path[0]);
          expect(treeNumbers(tree).has(card)).toBe(tree.missions.includes(path[0] as CardId));
        }
        expect(missionTree(turned(snapshot).cards)).toEqual(tree);
      }),
      options,
    );
  });

  it(`[MAP40] [MAP41] has one outline with every card in it once, whatever its homes and links (seed ${seed})`, () => {
    fc.assert(
      fc.property(aMap, aCard, (snapshot, changed) => {
        const outline = outlineOf(snapshot);
        const walked: ItemKey[] = [];
        const waiting = [...outline.roots].reverse();
        for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
          walked.push(key);
          const item = outline.items.get(key);
          expect(item?.key).toBe(key);
          for (const child of item?.children ?? []) expect(outline.items.get(child)?.parent).toBe(key);
          if (item?.kind === "reference") {
            expect(item.children).toEqual([]);
            expect(snapshot.links.get(item.link)).toMatchObject({ from: item.card, to: item.parent });
            expect(outline.tree.parents.get(item.card)).not.toBe(item.parent);
          }
          waiting.push(...[...(item?.children ?? [])].reverse());
        }
        expect(new Set(walked).size).toBe(walked.length);
        expect([...walked].sort()).toEqual([...outline.items.keys()].sort());
        const shown = walked.filter((key) => outline.items.get(key)?.kind === "card");
        expect(shown.sort()).toEqual([...snapshot.cards.keys()].sort());
        expect(outlineOf(turned(snapshot)).roots).toEqual(outline.roots);
        const next = {
          ...snapshot,
          cards: new Map(snapshot.cards).set(changed.id, changed as unknown as Card),
        };
        const isSame = JSON.stringify(readable(outlineOf(next))) === JSON.stringify(readable(outline));
        if (sameOutline(snapshot, next)) expect(isSame).toBe(true);
      }),
      options,
    );
  });

  it(`shows the same cards to everybody who asks the same, and says of every other that it is hidden (seed ${seed})`, () => {
    fc.assert(
      fc.property(aMap, aQuestion, (snapshot, question) => {
        const answer = shownCards(snapshot, question);
        const { shown, kept, hidden, total, paths } = answer;
        const again = shownCards(turned(snapshot), question);
        expect({ ...again, shown: sorted(again.shown), kept: sorted(again.kept) }).toEqual({
          ...answer,
          shown: sorted(shown),
          kept: sorted(kept),
        });
        const { parents } = missionTree(snapshot.cards);
        expect(hidden).toBe(shown === null ? 0 : total - shown.size);
        expect(hidden).toBeGreaterThanOrEqual(0);
        for (const card of shown ?? []) {
          expect(question.types.has((snapshot.cards.get(card) as Card).type)).toBe(true);
          const parent = parents.get(card);
          if (parent !== undefined) expect(shown?.has(parent) !== kept.has(parent)).toBe(true);
        }
        for (const { cards, ties } of paths?.paths ?? []) {
          expect([cards[0], cards.at(-1)]).toEqual([question.path?.from, question.path?.to]);
          expect(new Set(cards).size).toBe(cards.length);
          expect(ties.map(({ from, to }) => [from, to].sort())).toEqual(
            ties.map((_, index) => [cards[index], cards[index + 1]].sort()),
          );
          expect(cards.every((card) => shown?.has(card))).toBe(true);
        }
      }),
      options,
    );
  });

  it(`[MAP6] [MAP7] has one layout in which no card without a place of its own covers another (seed ${seed})`, () => {
    fc.assert(
      fc.property(aMap, fc.subarray([...CARD_TYPES]), (snapshot, types) => {
        const shown = new Set(types);
        const layout = laneLayout(snapshot, { shown });
        const expected = [...snapshot.cards.values()].filter((card) => shown.has(card.type));
        expect([...layout.cards.keys()].sort()).toEqual(expected.map((card) => card.id).sort());
        expectApart(snapshot, layout);
        expectInLanes(layout);
        const again = laneLayout(turned(snapshot), { shown });
        const sorted = (of: LaneLayout) => [...of.cards.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(sorted(again)).toEqual(sorted(layout));
        expect({ ...again, cards: null }).toEqual({ ...layout, cards: null });
      }),
      options,
    );
  });

  it(`[MAP12] shows a dropped card where it was dropped (seed ${seed})`, () => {
    const drop = fc.record({
      which: fc.nat(),
      x: fc.integer({ min: -500, max: 4000 }),
      y: fc.integer({ min: 0, max: 1500 }),
    });
    fc.assert(
      fc.property(aMap, drop, (snapshot, { which, x, y }) => {
        const cards = [...snapshot.cards.values()];
        const card = cards[which % Math.max(1, cards.length)];
        if (!card) return;
        const before = laneLayout(snapshot, { shown: ALL });
        const stored = { ...card, ...positionToPos(before, card, x, y) } as Card;
        const after = laneLayout(
          { ...snapshot, cards: new Map(snapshot.cards).set(card.id, stored) },
          { shown: ALL },
        );
        const box = after.cards.get(card.id);
        const [lane, old] = [after, before].map((of) => of.lanes.find((each) => each.level === box?.lane));
        if (!lane || !old) expect(box).toMatchObject({ x, y });
        else {
          expect(box?.x).toBe(after.lanesX + Math.max(0, x - before.lanesX));
          expect((box?.y ?? 0) - lane.y).toBe(Math.max(0, y - old.y));
        }
      }),
      options,
    );
  });

  it(`[MAP19] [MAP25] is written without a word becoming markup (seed ${seed})`, () => {
    fc.assert(
      fc.property(aMap, (snapshot) => {
        const svg = encodeSvg(snapshot, { shown: ALL, today: "2026-01-31" });
        expect(svg.isWellFormed()).toBe(true);
        const tags = /<\/?[a-z]+(?:\s+[\w:-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#39);[^"<&]*)*")*\/?>/gi;
        expect(svg.replace(tags, "")).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/);
        const markdown = encodeMarkdown(snapshot, new Map(), { today: "2026-01-31" });
        expect(markdown.isWellFormed()).toBe(true);
        expect(markdown).not.toMatch(/<[a-z/!]/i);
        const headings = markdown.split("\n").filter((line) => line.startsWith("#"));
        const missions = [...snapshot.cards.values()].filter((card) => card.type === "mission").length;
        const sections = ["Not placed in the tree", "Actors"].filter((name) =>
          markdown.includes(`\n## ${name}\n`),
        );
        expect(headings).toHaveLength(1 + missions + sections.length);
      }),
      options,
    );
  });
});

function expectApart(snapshot: MapSnapshot, layout: LaneLayout): void {
  const boxes = [...layout.cards.values()];
  for (const [index, one] of boxes.entries()) {
    expect([one.x, one.y].every(Number.isInteger), one.id).toBe(true);
    if (snapshot.cards.get(one.id)?.pos) continue;
    for (const [place, other] of boxes.entries()) {
      if (place !== index && overlaps(one, other)) throw new Error(`${one.id} covers ${other.id}.`);
    }
  }
}

function expectInLanes(layout: LaneLayout): void {
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
}
