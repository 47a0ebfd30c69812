/**
 * Money on every card of the tree and below it, told in the currency of the scope.
 * 1. What is committed and sought is the card's own and that of everything below: a parent is the sum of its parts.
 * 2. The cost is the card's own where one is stated, else that of its parts; then only the money on those parts is set against it, so
 *    that money on work without a cost covers nothing else.
 * 3. Nothing is set against a cost of zero, below zero or in a currency nobody named; the reason stands beside it.
 */
import type { CardId } from "../../schema/ids.ts";
import type { Money } from "../../schema/values.ts";
import { type Ask, type Question, question } from "../ask.ts";
import { settled } from "../numbers.ts";
import { realById, tree } from "../parts.ts";
import { type Cover, coverOf, type NoCover, ownCover } from "./coverage.ts";
import { moneyOn, scopeCards } from "./moneyLinks.ts";
import { rates, scopeCurrency } from "./rates.ts";
import { addUp, joinSums, NOTHING, type OtherSum, type Sum } from "./sums.ts";

export interface CardMoney {
  readonly committed: Sum;
  readonly sought: Sum;
  readonly cover: Cover | null;
  /** Where the cost comes from: the card itself, or the cards below it; null while there is none. */
  readonly from: "own" | "below" | null;
  readonly why: NoCover | null;
  /** Costs below in currencies without a rate, which the cost leaves out. */
  readonly otherCosts: readonly OtherSum[];
  /** Real projects here and below, and those of them without a cost that can be used. */
  readonly projects: number;
  readonly withoutCost: number;
}
export interface MoneyRow extends CardMoney {
  readonly card: CardId;
  readonly parent: CardId | null;
  /** Steps from the top of what is shown. */
  readonly depth: number;
}

const NO_MONEY: CardMoney = {
  committed: NOTHING,
  sought: NOTHING,
  cover: null,
  from: null,
  why: "no_cost",
  otherCosts: [],
  projects: 0,
  withoutCost: 0,
};

/** The costs that cards state; only missions and projects have one. */
const costs: Question<ReadonlyMap<CardId, Money | null>> = question(
  (ask) =>
    new Map(
      [...ask(realById("mission")).values(), ...ask(realById("project")).values()].map((card) => [
        card.id,
        card.cost ?? null,
      ]),
    ),
);

/** What the parts of a card come to, its own cost left aside. */
function ofParts(parts: readonly CardMoney[], base: string | null): CardMoney {
  const told = parts.flatMap(({ cover }) => (cover && cover.currency === base ? cover : []));
  const foreign = parts.flatMap(({ cover }): OtherSum[] =>
    cover && cover.currency !== base ? [{ currency: cover.currency, amount: cover.cost }] : [],
  );
  const cost = settled(told.reduce((sum, one) => sum + one.cost, 0));
  const cover =
    base === null || cost === 0
      ? null
      : coverOf(
          cost,
          base,
          joinSums(told.map((one) => one.committed)),
          joinSums(told.map((one) => one.sought)),
        );
  const others = joinSums([
    ...parts.map(({ otherCosts }) => ({ ...NOTHING, others: otherCosts })),
    { ...NOTHING, others: foreign },
  ]).others;
  const [first] = parts.filter(({ why }) => why !== null && why !== "no_cost");
  return {
    committed: joinSums(parts.map((part) => part.committed)),
    sought: joinSums(parts.map((part) => part.sought)),
    cover,
    from: cover ? "below" : null,
    why: cover ? null : (first?.why ?? "no_cost"),
    otherCosts: others,
    projects: parts.reduce((sum, part) => sum + part.projects, 0),
    withoutCost: parts.reduce((sum, part) => sum + part.withoutCost, 0),
  };
}

interface Reckoning {
  readonly base: string | null;
  readonly isProject: (card: CardId) => boolean;
  readonly own: ReadonlyMap<CardId, Money | null>;
}

function ofCard(
  ask: Ask,
  card: CardId,
  parts: readonly CardMoney[],
  { base, own, isProject }: Reckoning,
): CardMoney {
  const rate = ask(rates);
  const here = (state: "committed" | "sought") => addUp(moneyOn(ask, [card], state), base, rate);
  const below = parts.length === 0 ? NO_MONEY : ofParts(parts, base);
  const cost = own.get(card) ?? null;
  const found = ownCover(ask, card, cost, base);
  const hasCost = typeof found !== "string";
  const states = hasCost || found !== "no_cost";
  return {
    committed: joinSums([here("committed"), below.committed]),
    sought: joinSums([here("sought"), below.sought]),
    cover: hasCost ? found : states ? null : below.cover,
    from: hasCost ? "own" : states ? null : below.from,
    why: hasCost ? null : states ? found : below.why,
    otherCosts: states ? [] : below.otherCosts,
    projects: below.projects + (isProject(card) ? 1 : 0),
    withoutCost: below.withoutCost + (isProject(card) && !hasCost && found !== "zero_cost" ? 1 : 0),
  };
}

/** Money on each card of a scope (a mission's id, "" for the whole map) and below it, and on all of them together. */
export const moneyTree: Question<{ readonly rows: readonly MoneyRow[]; readonly total: CardMoney }> =
  question((ask, scope) => {
    const { parents } = ask(tree);
    const cards = ask(scopeCards, scope);
    const inScope = new Set(cards);
    // A placeholder has no row: what stands below it stands below the next real card above.
    const parentOf = (card: CardId): CardId | null => {
      let at = parents.get(card);
      while (at !== undefined && !inScope.has(at)) at = parents.get(at);
      return at ?? null;
    };
    const projects = ask(realById("project"));
    const reckoning: Reckoning = {
      base: ask(scopeCurrency, scope),
      own: ask(costs),
      isProject: (card) => projects.has(card),
    };
    const partsOf = new Map<CardId | null, CardMoney[]>();
    const found = new Map<CardId, CardMoney & { readonly parent: CardId | null }>();
    // From the leaves up: children stand after their parents.
    for (let index = cards.length - 1; index >= 0; index--) {
      const card = cards[index] as CardId;
      const money = ofCard(ask, card, partsOf.get(card) ?? [], reckoning);
      const parent = parentOf(card);
      found.set(card, { ...money, parent });
      const siblings = partsOf.get(parent);
      if (siblings) siblings.push(money);
      else partsOf.set(parent, [money]);
    }
    const depths = new Map<CardId, number>();
    const rows = cards.map((card): MoneyRow => {
      const money = found.get(card) as CardMoney & { readonly parent: CardId | null };
      const depth = money.parent === null ? 0 : (depths.get(money.parent) ?? 0) + 1;
      depths.set(card, depth);
      return { card, depth, ...money };
    });
    const tops = partsOf.get(null) ?? [];
    const [only] = tops;
    return { rows, total: only && tops.length === 1 ? only : ofParts(tops, reckoning.base) };
  });
