/*
 * Whatever people do at the same time, and whatever the network and the server do to it: in the end everybody reads the
 * same valid map. A failing run prints its seed and the shortest way to it; SEED=<number> runs it again.
 */
import { laneLayout } from "@trellis/shared/derive/lanes";
import { missionTree } from "@trellis/shared/derive/tree";
import { takeSnapshot } from "@trellis/shared/read/observe";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { HOMED_TYPES } from "@trellis/shared/schema/cardTypes";
import { CARD_TYPES } from "@trellis/shared/schema/enums";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { aMap, bodiesOf, decoded, docOf, fileOf } from "../support/builders.ts";
import { EDIT_NAMES } from "../support/randomEdits.ts";
import { type Step, Tally, World } from "../support/world.ts";

const RUNS = Number(process.env.RUNS ?? 500);
const seed = process.env.SEED ? Number(process.env.SEED) : Date.now() % 2 ** 31;
const ALL = new Set(CARD_TYPES);

const number = fc.nat({ max: 0xffff });
const peer = fc.nat({ max: 3 });
const anEdit = fc.record({
  kind: fc.constant("edit" as const),
  peer,
  name: fc.constantFrom(...EDIT_NAMES),
  chance: fc.record({ a: number, b: number, c: number }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 14, arbitrary: anEdit },
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant("deliver" as const), which: number, again: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("undo" as const, "redo" as const), peer }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("commit" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("lose" as const), which: number }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom("disconnect" as const, "connect" as const, "connect" as const),
      peer,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("reload" as const), peer }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("crash" as const) }) },
);

const smallMap = () =>
  aMap("Small")
    .withCard({
      id: "m",
      type: "mission",
      level: "city_region",
      phases: [{ id: "ph1", name: "One", start: "2020" }],
    })
    .withCard({ id: "c1", type: "challenge", home: "m", order: 1 })
    .withCard({ id: "c2", type: "challenge", home: "m", order: 2 })
    .withCard({ id: "p1", type: "project", home: "c1", level: "municipal" })
    .withCard({ id: "p2", type: "project", home: "p1", level: "municipal", placeholder: true })
    .withCard({ id: "i1", type: "instrument", home: "c2", level: "national" })
    .withCard({ id: "a1", type: "actor", level: "municipal" })
    .withCard({ id: "k1", type: "indicator", actuals: [{ date: "2020", value: 3 }] })
    .withLink({ type: "responsible", from: "a1", to: "p1", role: "accountable" })
    .withLink({ type: "measures", from: "k1", to: "m" })
    .doc();

/** A map and its texts as one comparable text. */
const told = (doc: Y.Doc): string => {
  const map = new MapDoc(doc);
  const { settings, cards, links } = takeSnapshot(map);
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : typeof value === "object" && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, inner]) => [key, sorted(inner)]),
          )
        : value;
  return JSON.stringify(
    sorted([settings, [...cards.values()], [...links.values()], [...bodiesOf(map)].sort()]),
  );
};

/** Every card of the tree occurs once, and every way up ends. */
function expectTree(snapshot: MapSnapshot): void {
  const tree = missionTree(snapshot.cards);
  const expected = [...snapshot.cards.values()].filter(
    (card) => card.type === "mission" || HOMED_TYPES.has(card.type),
  );
  expect([...tree.all].sort()).toEqual(expected.map((card) => card.id).sort());
  for (const start of tree.all) {
    let steps = 0;
    for (let at = tree.parents.get(start); at !== undefined; at = tree.parents.get(at)) {
      if (++steps > tree.all.length) throw new Error(`The way up from ${start} does not end.`);
    }
    expect(tree.depths.get(start)).toBe(steps);
  }
}

async function expectOneMap(world: World): Promise<void> {
  const docs = [...world.people.map((person) => person.doc), world.server, await world.stored()];
  const [first, ...others] = docs.map(told);
  for (const other of others) expect(other).toBe(first);
  for (const doc of docs) {
    expect(doc.store.pendingStructs).toBeNull();
    expect(doc.store.pendingDs).toBeNull();
  }
  const snapshots = docs.map((doc) => takeSnapshot(new MapDoc(doc)));
  const [snapshot] = snapshots as [MapSnapshot];
  for (const person of world.people) expect(person.shown).toEqual(snapshot);
  expectTree(snapshot);
  const tree = missionTree(snapshot.cards);
  const layout = laneLayout(snapshot, { shown: ALL });
  expect(layout.cards.size).toBe(snapshot.cards.size);
  for (const other of snapshots) {
    expect(missionTree(other.cards)).toEqual(tree);
    expect([...laneLayout(other, { shown: ALL }).cards]).toEqual([...layout.cards]);
  }
  const file = fileOf(new MapDoc(world.server));
  expect(JSON.stringify(fileOf(new MapDoc(docOf(decoded(file)))))).toBe(JSON.stringify(file));
}

describe("four people on a bad network", () => {
  it(`[MAP26] [MAP27] [MAP28] end with the same valid map (seed ${seed})`, async () => {
    const tally = new Tally();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 80, size: "max" }), async (steps) => {
        const world = await World.open(smallMap(), tally);
        for (const each of steps) await world.take(each);
        await world.heal();
        await expectOneMap(world);
      }),
      { numRuns: RUNS, seed },
    );
    if (process.env.TALLY) console.log(Object.fromEntries([...tally.counts].sort()));
    for (const name of EDIT_NAMES) expect(tally.counts.get(`${name} done`), name).toBeGreaterThan(0);
    for (const what of [
      "undo",
      "redo",
      "gap",
      "crash with changes under way",
      "link refused",
      "home refused",
    ])
      expect(tally.counts.get(what), what).toBeGreaterThan(0);
  });
});
