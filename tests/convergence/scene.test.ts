/*
 * The canvas follows a map by what each edit touched, keeps what earlier edits left as it was, and lays out moves of
 * others later. Whatever came in whatever order, it has to show what it would show had it begun with the map of now.
 * SEED=<number> runs a failing case again.
 */
import { laneLayout, SHOWN_BY_DEFAULT } from "@trellis/shared/derive/lanes";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { CARD_TYPES, type CardType, ENUMS } from "@trellis/shared/schema/enums";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import type { Card, Link } from "@trellis/shared/schema/values";
import fc from "fast-check";
import { expect, it } from "vitest";
import { Scene } from "../../client/src/features/canvas/scene.ts";

const seed = process.env.SEED ? Number(process.env.SEED) : Date.now() % 2 ** 31;
const options = { numRuns: Number(process.env.RUNS ?? 300), seed };

const id = fc.nat({ max: 24 }).map((number) => `c${number}` as CardId);
const coordinate = fc.integer({ min: -600, max: 4_000 });
const place = fc.option(fc.tuple(coordinate, coordinate), { freq: 4 });

/** A card keeps its type for life. */
const typeOf = (card: CardId): CardType => CARD_TYPES[Number(card.slice(1)) % CARD_TYPES.length] as CardType;

/** One edit: a card is put on the map or changed, moved, or taken off it; a link comes or goes. */
const edit = fc.oneof(
  fc.record({
    kind: fc.constant("put" as const),
    id,
    home: fc.option(id, { freq: 3 }),
    level: fc.option(fc.constantFrom(...ENUMS.level), { freq: 6 }),
    order: fc.constantFrom("a0", "a1", "a2"),
  }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("move" as const), id, pos: place }) },
  fc.record({ kind: fc.constant("remove" as const), id }),
  fc.record({
    kind: fc.constant("link" as const),
    id: fc.nat({ max: 12 }).map((number) => `l${number}` as LinkId),
    type: fc.constantFrom("responsible", "addresses", "relates_to", "measures"),
    from: id,
    to: id,
    role: fc.constantFrom("accountable", "supportive"),
  }),
  fc.record({
    kind: fc.constant("unlink" as const),
    id: fc.nat({ max: 12 }).map((number) => `l${number}` as LinkId),
  }),
);
type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;

interface Touched {
  readonly cards: Set<CardId>;
  readonly links: Set<LinkId>;
}

/** The map after some edits at once, and what they touched. Maps keep the order of ids, as real snapshots do. */
function after(before: MapSnapshot, edits: readonly Edit[]): { snapshot: MapSnapshot; touched: Touched } {
  const cards = new Map(before.cards);
  const links = new Map(before.links);
  const touched: Touched = { cards: new Set(), links: new Set() };
  for (const { kind, ...one } of edits) {
    if (kind === "link" || kind === "unlink") {
      touched.links.add(one.id as LinkId);
      links.delete(one.id as LinkId);
      if (kind === "link" && "from" in one && one.from !== one.to)
        links.set(one.id as LinkId, one as unknown as Link);
      continue;
    }
    const card = one.id as CardId;
    const old = cards.get(card);
    touched.cards.add(card);
    if (kind === "remove") cards.delete(card);
    else if (kind === "put")
      cards.set(card, {
        title: "",
        homeLink: null,
        type: typeOf(card),
        pos: old?.pos ?? null,
        ...one,
      } as never);
    else if (old) cards.set(card, { ...old, ...one } as Card);
  }
  for (const [link, { from, to }] of links) {
    if (cards.has(from) && cards.has(to)) continue;
    links.delete(link);
    touched.links.add(link);
  }
  const same =
    links.size === before.links.size && [...links].every(([key, link]) => before.links.get(key) === link);
  const sorted = <Key extends string, Value>(map: Map<Key, Value>) =>
    new Map([...map].sort(([one], [other]) => (one < other ? -1 : 1)));
  return {
    snapshot: { settings: before.settings, cards: sorted(cards), links: same ? before.links : sorted(links) },
    touched,
  };
}

const EMPTY = { settings: { title: "" }, cards: new Map(), links: new Map() } as MapSnapshot;

function seen(scene: Scene): unknown {
  while (scene.routing) scene.routeMore();
  const lines = scene.lines.map(({ id: link, from, to, kind, route }) => [
    `${link} ${from} ${to} ${kind}`,
    route,
  ]);
  const rects = [...scene.grid.entries()].sort(([one], [other]) => (one < other ? -1 : 1));
  return { rects, lines: lines.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)) };
}

it("shows after any edits what it would show had it begun with the map of now", () => {
  const steps = fc.array(
    fc.record({ edits: fc.array(edit, { minLength: 1, maxLength: 4 }), ahead: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 14,
      size: "max",
    },
  );
  const showsAlike = (all: readonly { edits: readonly Edit[]; ahead: boolean }[]): void => {
    const scene = new Scene(SHOWN_BY_DEFAULT);
    let snapshot = EMPTY;
    for (const { edits, ahead } of all) {
      const next = after(snapshot, edits);
      snapshot = next.snapshot;
      const change = { ...next.touched, settings: false, origin: null, writers: new Map() };
      if (!ahead || !scene.followAhead(snapshot, change)) scene.follow(snapshot, change);
    }
    scene.catchUp();
    expect(scene.layout).toEqual(laneLayout(snapshot));
    const fresh = new Scene(SHOWN_BY_DEFAULT);
    fresh.follow(snapshot, null);
    expect(seen(scene)).toEqual(seen(fresh));
  };
  fc.assert(fc.property(steps, showsAlike), options);
});
