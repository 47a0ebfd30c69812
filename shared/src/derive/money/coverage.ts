/**
 * How far money covers a cost: coverage = committed / cost, gap = cost - committed, potential = (committed + sought) / cost.
 * Told in the base currency where the cost can be, else in the cost's own; without a cost above zero nothing is said.
 */
import type { CardId } from "../../schema/ids.ts";
import type { Money } from "../../schema/values.ts";
import type { Ask } from "../ask.ts";
import { known, ratio, settled } from "../numbers.ts";
import { missionAbove, tree } from "../parts.ts";
import { descendantsOf } from "../tree.ts";
import { moneyOn } from "./moneyLinks.ts";
import { baseCurrency, cardCurrency, type Rate, rates } from "./rates.ts";
import { addUp, isOpenSum, type Sum } from "./sums.ts";

export interface Cover {
  readonly cost: number;
  readonly currency: string;
  readonly committed: Sum;
  readonly sought: Sum;
  /** Known money as a share of the cost; 1 is the whole cost. */
  readonly coverage: number;
  /** Below zero where more is committed than it costs. */
  readonly gap: number;
  readonly potential: number;
  /** It falls short, and amounts that are not known or in another currency may make up for it. */
  readonly isOpen: boolean;
}
export interface Coverage extends Cover {
  readonly card: CardId;
}

/** Why there is no coverage. */
export type NoCover = "no_cost" | "zero_cost" | "negative_cost" | "no_currency" | "too_large";

/** The figures of a cost above zero; null when there are no such figures. */
export function coverOf(cost: number, currency: string, committed: Sum, sought: Sum): Cover | null {
  const coverage = ratio(committed.amount, cost);
  const potential = ratio(settled(committed.amount + sought.amount), cost);
  if (coverage === null || potential === null) return null;
  return {
    cost,
    currency,
    committed,
    sought,
    coverage,
    gap: settled(cost - committed.amount),
    potential,
    isOpen: coverage < 1 && isOpenSum(committed),
  };
}

type ToldCost = { readonly cost: number; readonly currency: string } | { readonly why: NoCover };

/** A stated cost above zero in `base`, or in its own currency where no rate leads there; `unnamed` is that of a cost without one. */
function toldCost(
  cost: Money | null | undefined,
  unnamed: string | null,
  base: string | null,
  rate: Rate,
): ToldCost {
  if (typeof cost?.amount !== "number") return { why: "no_cost" };
  const amount = known(cost.amount);
  if (amount === null) return { why: "too_large" };
  if (amount < 0) return { why: "negative_cost" };
  if (amount === 0) return { why: "zero_cost" };
  const own = cost.currency ?? unnamed;
  if (!own) return { why: "no_currency" };
  const factor = base === null ? null : rate(own, base);
  if (factor === null || base === null) return { cost: amount, currency: own };
  const converted = known(settled(amount * factor));
  return converted === null || converted === 0 ? { why: "too_large" } : { cost: converted, currency: base };
}

/** How far a card's own cost is covered by the money on it and below it. */
export function ownCover(
  ask: Ask,
  card: CardId,
  cost: Money | null | undefined,
  base: string | null,
): Cover | NoCover {
  const rate = ask(rates);
  const found = toldCost(cost, ask(cardCurrency)(card), base, rate);
  if ("why" in found) return found.why;
  const below = [card, ...descendantsOf(ask(tree), card)];
  const sum = (state: "committed" | "sought") => addUp(moneyOn(ask, below, state), found.currency, rate);
  return coverOf(found.cost, found.currency, sum("committed"), sum("sought")) ?? "too_large";
}

/** How far a card's own cost is covered, told as its mission tells it; null when nothing can be said. */
export function coverageOf(ask: Ask, card: CardId, cost: Money | null | undefined): Coverage | null {
  const found = ownCover(ask, card, cost, baseCurrency(ask, ask(missionAbove).get(card) ?? null));
  return typeof found === "string" ? null : { card, ...found };
}
