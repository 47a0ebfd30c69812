/*
 * Every derivation on any map at all: circles, orphans, ends that are gone, fields filled with whatever their table
 * allows. It answers, answers alike in every browser and after any edit, and no figure in it is NaN or infinite.
 * SEED=<number> runs a failing case again.
 */
import { asking, type Context } from "@trellis/shared/derive/ask";
import { CHECKS } from "@trellis/shared/derive/health/checks";
import { healthCheck } from "@trellis/shared/derive/health/healthCheck";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { fieldsOfCard } from "@trellis/shared/schema/cardTypes";
import { checkFields } from "@trellis/shared/schema/checkValue";
import { CARD_TYPES, type CardType, ENUMS } from "@trellis/shared/schema/enums";
import type { FieldSpec, Fields } from "@trellis/shared/schema/fields";
import type { CardId } from "@trellis/shared/schema/ids";
import { LENSES } from "@trellis/shared/schema/lenses";
import { fieldsOfLink, LINK_TYPES, mayLink } from "@trellis/shared/schema/linkTypes";
import { fieldsOfMap } from "@trellis/shared/schema/mapSettings";
import { type RecordName, recordTable } from "@trellis/shared/schema/records";
import type { Card, Link } from "@trellis/shared/schema/values";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everything } from "../support/everyQuestion.ts";

const seed = process.env.SEED ? Number(process.env.SEED) : Date.now() % 2 ** 31;
const options = { numRuns: Number(process.env.RUNS ?? 300), seed };

const CARDS = 14;
const cardId = fc.nat({ max: CARDS + 1 }).map((number) => `c${number}` as CardId);
const words = fc.constantFrom("", " ", "tenants", "Tenants ", "2.8 million", "By 2030.", "0", "NaN");
const date = fc.constantFrom(
  "0000",
  "0050-02",
  "1999",
  "2020-02-29",
  "2025-12",
  "2026-01-31",
  "2030",
  "9999-12-31",
);
const number = fc.constantFrom(-1.7e308, -5, 0, 5e-324, 0.5, 1, 3, 60, 1e9, 1.7e308);
const recordId = fc.constantFrom("ph1", "ph2", "H28", "convene", "own", "r1");

/** Any value that a field may hold. */
function anyValue(spec: FieldSpec): fc.Arbitrary<unknown> {
  switch (spec.kind) {
    case "text":
    case "source":
    case "url":
      return spec.kind === "url" ? fc.constant("https://example.org") : words;
    case "enum":
      return fc.constantFrom(...ENUMS[spec.of]);
    case "enumList":
      return fc.array(spec.open ? words : fc.constantFrom(...(ENUMS[spec.of] as readonly string[])), {
        maxLength: 3,
      });
    case "number":
      return spec.whole
        ? fc.integer({ min: spec.min ?? -9, max: Math.min(spec.max ?? 9, (spec.min ?? -9) + 3000) })
        : number.filter((value) => value >= (spec.min ?? value) && value <= (spec.max ?? value));
    case "date":
      return date;
    case "flag":
      return fc.boolean();
    case "words":
      return fc.array(words, { maxLength: 3 });
    case "currency":
      return fc.constantFrom("GBP", "EUR");
    case "figure":
      return fc.oneof(number, words);
    case "card":
      return cardId;
    case "phase":
      return recordId;
    case "group":
      return valuesOf(spec.parts, 2);
    case "rows":
      return fc.array(valuesOf(spec.parts, 2), { maxLength: 2 });
    case "records":
      return recordsOf(spec.record as RecordName);
    case "lenses":
      return tags;
  }
}

const tags = fc
  .dictionary(
    fc.constantFrom(...LENSES.map((lens) => lens.id), "own"),
    fc.array(fc.nat({ max: 9 }), { maxLength: 2 }),
    { maxKeys: 3, noNullPrototype: true },
  )
  .map((picked) =>
    Object.fromEntries(
      Object.entries(picked).map(([lens, places]) => {
        const values = LENSES.find((one) => one.id === lens)?.values ?? ["north", "south"];
        return [lens, places.map((place) => values[place % values.length])];
      }),
    ),
  );

const recordsOf = (name: RecordName) =>
  fc
    .uniqueArray(fc.tuple(recordId, valuesOf(recordTable(name).fields, 4)), {
      selector: ([id]) => id,
      maxLength: 4,
    })
    .map((entries) => entries.map(([id, fields]) => ({ id, ...fields })));

/** Fields, most of them filled in one time in `often`. */
const valuesOf = (fields: Fields, often: number): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(fields).map(([name, spec]) => [
          name,
          fc.option(anyValue(spec), { freq: often, nil: undefined }),
        ]),
      ),
    )
    .map((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));

const FIELDS_OF = new Map(CARD_TYPES.map((type) => [type, valuesOf(fieldsOfCard(type), 2)]));

const aCard = (type: CardType) =>
  fc
    .record({
      id: cardId,
      fields: FIELDS_OF.get(type) as fc.Arbitrary<Record<string, unknown>>,
      home: fc.option(cardId, { freq: 4 }),
      order: fc.option(fc.constantFrom("a0", "a1"), { freq: 3 }),
      // One in eight: most checks look at real cards only.
      placeholder: fc.nat({ max: 7 }).map((number) => number === 0),
    })
    .map(
      ({ id, fields, home, order, placeholder }) =>
        ({
          id,
          type,
          title: "",
          ...fields,
          placeholder,
          home,
          order,
          homeLink: null,
          pos: null,
        }) as unknown as Card,
    );
const COMMON = ["mission", "challenge", "project", "project", "actor", "actor"] as const;
const anyCard = fc.constantFrom(...CARD_TYPES, ...COMMON).chain(aCard);

const stored = LINK_TYPES.filter((type) => type !== "part_of");
/** A link of a type between two cards of the map that it may join, or now and then between any two ids. */
const aLink = fc.constantFrom(...stored, "responsible", "responsible").chain((type) =>
  fc.record({
    type: fc.constant(type as Link["type"]),
    which: fc.nat(),
    astray: fc.option(fc.tuple(cardId, cardId), { freq: 8 }),
    fields: valuesOf(fieldsOfLink(type), 2),
  }),
);
type AnyLink = typeof aLink extends fc.Arbitrary<infer Value> ? Value : never;

function linkIn(cards: readonly Card[], id: string, { type, which, astray, fields }: AnyLink): Link | null {
  const pairs = cards.flatMap((one) =>
    cards
      .filter((other) => one !== other && mayLink(type, one.type, other.type))
      .map((other) => [one.id, other.id] as const),
  );
  const pair = astray ?? pairs[which % Math.max(1, pairs.length)];
  return pair ? ({ id, type, from: pair[0], to: pair[1], ...fields } as unknown as Link) : null;
}

const aMap = fc
  .record({
    cards: fc.uniqueArray(anyCard, { selector: (card) => card.id, maxLength: CARDS, size: "max" }),
    links: fc.array(aLink, { maxLength: 60, size: "max" }),
    settings: valuesOf(fieldsOfMap, 2),
  })
  .map(
    ({ cards, links, settings }): MapSnapshot => ({
      settings: { title: "", ...settings },
      cards: new Map(cards.map((card) => [card.id, card])),
      links: new Map(
        links.flatMap((link, index) => linkIn(cards, `l${index}`, link) ?? []).map((link) => [link.id, link]),
      ),
    }),
  );

const aContext: fc.Arbitrary<Context> = fc.record(
  {
    today: fc.constantFrom("2026-01-31", "2024-02-29", "0001-01-01", "9999-12-31"),
    lastReviewed: fc.array(fc.tuple(cardId, date)).map((days) => new Map(days)),
    lastReported: fc.array(fc.tuple(cardId, date)).map((days) => new Map(days)),
    stance: fc.array(
      fc.record({
        actorId: cardId as fc.Arbitrary<string>,
        missionId: cardId as fc.Arbitrary<string>,
        position: fc.integer({ min: -2, max: 2 }),
        influence: fc.constant(3),
        interest: fc.constant(3),
        incentive: words,
        ask: words,
      }),
    ),
  },
  { requiredKeys: ["today"] },
);

/** The same map as another browser read it: other objects, in another order. */
const elsewhere = (snapshot: MapSnapshot): MapSnapshot => ({
  settings: structuredClone(snapshot.settings),
  cards: new Map([...structuredClone(snapshot.cards)].reverse()),
  links: new Map([...structuredClone(snapshot.links)].reverse()),
});

/** @throws Error naming the place of the first number that is none */
function expectNumbers(value: unknown, place: string): void {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`${place} is ${value}.`);
  if (value instanceof Map) for (const [key, inner] of value) expectNumbers(inner, `${place}/${String(key)}`);
  else if (value instanceof Set) for (const inner of value) expectNumbers(inner, place);
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) expectNumbers(inner, `${place}/${key}`);
}

describe("every derivation, of any map", () => {
  it(`[HLT6] [DER3] answers, alike for everybody, and never with NaN (seed ${seed})`, () => {
    const states = new Map<string, Set<string>>(CHECKS.map((check) => [check.id, new Set()]));
    fc.assert(
      fc.property(aMap, aContext, (snapshot, context) => {
        for (const card of snapshot.cards.values()) {
          const { id, type, home, order, homeLink, pos, ...fields } = card;
          expect(
            checkFields(fieldsOfCard(type), fields),
            `${id} ${home} ${order} ${homeLink} ${pos}`,
          ).toBeNull();
        }
        const ask = asking(snapshot, context);
        const answers = everything(ask);
        expectNumbers(answers, "");
        expect(everything(asking(elsewhere(snapshot), context))).toEqual(answers);
        for (const { id, state } of ask(healthCheck).results) states.get(id)?.add(state);
      }),
      options,
    );
    // Checks that always say the same would prove nothing here; a few seldom find what they are about.
    const silent = [...states].filter(([, seen]) => seen.size < 2).map(([id]) => id);
    if (options.numRuns >= 300) expect(silent.length, silent.join(" ")).toBeLessThan(4);
  });

  it(`[DER2] answers after any edit as if it were asked for the first time (seed ${seed})`, () => {
    const edits = fc.array(fc.tuple(anyCard, fc.boolean(), aLink), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(aMap, edits, aContext, (first, changes, context) => {
        let snapshot = first;
        everything(asking(snapshot, context));
        for (const [card, isLink, link] of changes) {
          const cards = isLink ? snapshot.cards : new Map(snapshot.cards).set(card.id, card);
          const fresh = linkIn([...snapshot.cards.values()], "l0", link);
          const links = isLink && fresh ? new Map(snapshot.links).set(fresh.id, fresh) : snapshot.links;
          snapshot = { settings: snapshot.settings, cards, links };
          expect(everything(asking(snapshot, context))).toEqual(
            everything(asking(elsewhere(snapshot), context)),
          );
        }
        expect(everything(asking(first, context))).toEqual(everything(asking(elsewhere(first), context)));
      }),
      { ...options, numRuns: Math.ceil(options.numRuns / 3) },
    );
  });
});
