/*
 * Money on any tree: every amount counts once, a parent is the sum of its parts, and however it is stacked it comes to the same.
 * Amounts are whole numbers and rates powers of two, so that sums are exact. SEED=<number> runs a failing case again.
 */
import { asking } from "@trellis/shared/derive/ask";
import { fundingFigures } from "@trellis/shared/derive/money/figures";
import { moneyTree } from "@trellis/shared/derive/money/moneyTree";
import { DIMENSIONS, slices, stackOf } from "@trellis/shared/derive/money/slices";
import type { Sum } from "@trellis/shared/derive/money/sums";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { ENUMS } from "@trellis/shared/schema/enums";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import type { Card, CardOf, Link } from "@trellis/shared/schema/values";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TODAY } from "../support/derivations.ts";

const seed = process.env.SEED ? Number(process.env.SEED) : Date.now() % 2 ** 31;
const options = { numRuns: Number(process.env.RUNS ?? 200), seed };

const TREE = 12;
const POTS = 4;
const currency = fc.constantFrom("GBP", "EUR", "SEK", null);
const amount = fc.constantFrom(null, -8, 0, 64, 128, 1024);
const money = fc.option(fc.record({ amount, currency }), { nil: null });

const treeCards = fc.array(
  fc.record({
    home: fc.option(fc.nat({ max: TREE - 1 }), { nil: null, freq: 6 }),
    isProject: fc.boolean(),
    cost: money,
    placeholder: fc.nat({ max: 6 }).map((number) => number === 0),
    spheres: fc.subarray(["operations", "capital"]),
  }),
  { minLength: 2, maxLength: TREE },
);
const potCards = fc.array(
  fc.record({
    kind: fc.option(fc.constantFrom(...ENUMS.financeKind), { nil: null }),
    total: money,
    providers: fc.subarray([0, 1]),
  }),
  { minLength: POTS, maxLength: POTS },
);
const moneyLinks = fc.array(
  fc.record({
    pot: fc.nat({ max: POTS - 1 }),
    card: fc.nat({ max: TREE - 1 }),
    amount,
    currency,
    status: fc.option(fc.constantFrom(...ENUMS.fundingStatus), { nil: null }),
    years: fc.constantFrom(null, "2024", "2024/25 to 2025/26", "soon"),
  }),
  { maxLength: 14 },
);

const bare = { title: "", home: null, order: null, homeLink: null, pos: null };

const aMap = fc
  .record({ cards: treeCards, pots: potCards, links: moneyLinks, hasRate: fc.boolean() })
  .map(({ cards, pots, links, hasRate }): MapSnapshot => {
    const all: object[] = [
      ...cards.map(({ home, isProject, cost, placeholder, spheres }, at) => ({
        ...bare,
        id: `c${at}`,
        type: home === null ? "mission" : isProject ? "project" : "challenge",
        home: home === null ? null : `c${home % cards.length}`,
        cost,
        placeholder,
        lenses: { sphere: spheres },
      })),
      ...pots.map(({ kind, total }, at) => ({ ...bare, id: `f${at}`, type: "funding", kind, total })),
      { ...bare, id: "a0", type: "actor", sector: "public", level: "national" },
      { ...bare, id: "a1", type: "actor", sector: "private" },
    ];
    const joined: object[] = [
      ...pots.flatMap(({ providers }, at) =>
        providers.map((actor) => ({ type: "provides", from: `a${actor}`, to: `f${at}` })),
      ),
      ...links.map(({ pot, card, ...fields }) => ({
        type: "funds",
        from: `f${pot}`,
        to: `c${card % cards.length}`,
        ...fields,
      })),
    ].map((link, at) => ({ ...link, id: `l${at}` }));
    const rate = { id: "r", from: "EUR", to: "GBP", rate: 0.5, date: "2025" };
    return {
      settings: { title: "", currency: "GBP", currencyRates: hasRate ? [rate] : [] },
      cards: new Map(all.map((card) => [(card as Card).id as CardId, card as Card])),
      links: new Map(joined.map((link) => [(link as Link).id as LinkId, link as Link])),
    } as unknown as MapSnapshot;
  });

const parts = ({ amount: sum, notKnown, others }: Sum) => [sum, notKnown, JSON.stringify(others)];

/** The committed sum of links, added up the plain way. */
function plainly(
  { cards, settings }: MapSnapshot,
  links: readonly (Link & { readonly type: "funds" })[],
): Sum {
  const hasRate = (settings.currencyRates ?? []).length > 0;
  const others = new Map<string, number>();
  let [sum, notKnown] = [0, 0];
  for (const link of links) {
    const pot = cards.get(link.from) as CardOf<"funding">;
    const told = link.currency ?? pot.total?.currency ?? "GBP";
    if (link.amount == null || link.amount < 0) notKnown += 1;
    else if (told === "GBP") sum += link.amount;
    else if (told === "EUR" && hasRate) sum += link.amount / 2;
    else others.set(told, (others.get(told) ?? 0) + link.amount);
  }
  return {
    amount: sum,
    notKnown,
    others: [...others].sort().map(([code, one]) => ({ currency: code, amount: one })),
  };
}

describe("money on any map", () => {
  it(`[DER40] counts each link once, and a parent is the sum of its parts (SEED=${seed})`, () => {
    fc.assert(
      fc.property(aMap, (snapshot) => {
        const ask = asking(snapshot, TODAY);
        const { rows, total } = ask(moneyTree, "");
        const there = new Set(rows.map(({ card }) => card));
        const committed = [...snapshot.links.values()].flatMap((link) =>
          link.type === "funds" &&
          (link.status === "committed" || link.status === "spent") &&
          there.has(link.to)
            ? [link]
            : [],
        );
        expect(parts(total.committed)).toEqual(parts(plainly(snapshot, committed)));
        for (const row of rows) {
          const below = rows.filter(({ parent }) => parent === row.card);
          const own = plainly(
            snapshot,
            committed.filter((link) => link.to === row.card),
          );
          const sum = [own, ...below.map((one) => one.committed)];
          expect(row.committed.amount).toBe(sum.reduce((all, one) => all + one.amount, 0));
          expect(row.committed.notKnown).toBe(sum.reduce((all, one) => all + one.notKnown, 0));
          expect(row.withoutCost).toBeLessThanOrEqual(row.projects);
          if (row.cover) expect(row.cover.gap).toBe(row.cover.cost - row.cover.committed.amount);
          else expect(row.why).not.toBeNull();
        }
      }),
      options,
    );
  });

  it(`[DER41] [DER42] stacks to the same total every way, and splits it between public, other and neither (SEED=${seed})`, () => {
    fc.assert(
      fc.property(aMap, (snapshot) => {
        const ask = asking(snapshot, TODAY);
        const { amount: sum } = ask(moneyTree, "").total.committed;
        const all = ask(slices, "");
        for (const by of DIMENSIONS)
          for (const split of DIMENSIONS) {
            const stack = stackOf(all, by, split);
            expect(stack.amount).toBeCloseTo(sum, 6);
            expect(stack.bars.reduce((bars, bar) => bars + bar.amount, 0)).toBeCloseTo(sum, 6);
          }
        const { leverage, largest } = ask(fundingFigures, "");
        expect(leverage.publicMoney + leverage.otherMoney + leverage.unplaced).toBeCloseTo(sum, 6);
        expect(largest?.share ?? 0).toBeLessThanOrEqual(1 + 1e-9);
      }),
      options,
    );
  });
});
