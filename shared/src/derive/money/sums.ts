/**
 * Adding money up. An amount that is not stated, is below zero or has no currency is counted as not known, never as 0; one in a
 * currency without a rate is listed beside the sum. A finished sum is settled, so that it may be compared.
 */
import { compareText } from "../../lib/order.ts";
import { known, settled } from "../numbers.ts";
import type { Rate } from "./rates.ts";

export interface OtherSum {
  readonly currency: string;
  readonly amount: number;
}
export interface Sum {
  /** In the currency asked for; 0 when nothing is known to be there, which `notKnown` and `others` may contradict. */
  readonly amount: number;
  /** How many amounts are not known. */
  readonly notKnown: number;
  /** Sums in currencies without a rate. */
  readonly others: readonly OtherSum[];
}
export interface Stated {
  readonly amount: number | null | undefined;
  readonly currency: string | null;
}

export const NOTHING: Sum = { amount: 0, notKnown: 0, others: [] };

/** A stated amount as money that can be added: not below zero, not beyond all figures. */
export function usable(amount: number | null | undefined): number | null {
  const stated = known(amount);
  return stated !== null && stated >= 0 ? stated : null;
}

/** What an amount is in `base`: a number, a sum beside it, or not known. */
export function told(
  { amount, currency }: Stated,
  base: string | null,
  rate: Rate,
): { readonly kind: "base" | "other"; readonly amount: number } | { readonly kind: "not_known" } {
  const stated = usable(amount);
  if (stated === null || currency === null) return { kind: "not_known" };
  const factor = base === null ? null : rate(currency, base);
  if (factor === null) return { kind: "other", amount: stated };
  const converted = known(stated * factor);
  return converted === null ? { kind: "not_known" } : { kind: "base", amount: converted };
}

const inOrder = (others: ReadonlyMap<string, number>): OtherSum[] =>
  [...others]
    .sort(([one], [other]) => compareText(one, other))
    .map(([currency, amount]) => ({ currency, amount: settled(amount) }));

/** The sum in `base`; without a base every currency stands beside it. */
export function addUp(amounts: Iterable<Stated>, base: string | null, rate: Rate): Sum {
  let amount = 0;
  let notKnown = 0;
  const others = new Map<string, number>();
  for (const one of amounts) {
    const found = told(one, base, rate);
    if (found.kind === "base") amount += found.amount;
    else if (found.kind === "not_known") notKnown += 1;
    else others.set(one.currency as string, (others.get(one.currency as string) ?? 0) + found.amount);
  }
  return amount === 0 && notKnown === 0 && others.size === 0
    ? NOTHING
    : { amount: settled(amount), notKnown, others: inOrder(others) };
}

/** Several sums in one currency as one. */
export function joinSums(sums: readonly Sum[]): Sum {
  const some = sums.filter((sum) => sum !== NOTHING);
  const [only] = some;
  if (some.length < 2) return only ?? NOTHING;
  const others = new Map<string, number>();
  for (const { currency, amount } of some.flatMap((sum) => sum.others))
    others.set(currency, (others.get(currency) ?? 0) + amount);
  return {
    amount: settled(some.reduce((sum, one) => sum + one.amount, 0)),
    notKnown: some.reduce((sum, one) => sum + one.notKnown, 0),
    others: inOrder(others),
  };
}

/** Nothing is there, not even an amount that is not known. */
export const isNothing = ({ amount, notKnown, others }: Sum): boolean =>
  amount === 0 && notKnown === 0 && others.length === 0;

/** How much of a sum is known: none of what is there, some of it, or all. */
export const howKnown = (sum: Sum): "none" | "some" | "all" =>
  !isOpenSum(sum) ? "all" : sum.amount > 0 ? "some" : "none";

/** More may be there than the amount says. */
export const isOpenSum = ({ notKnown, others }: Sum): boolean => notKnown > 0 || others.length > 0;
