/**
 * The head figures of a scope: leverage, the largest provider, what pots have left, and everything that is not known with
 * the place where it can be filled in.
 *   leverage = money committed by providers that are not public / by public ones; mixed partnerships and providers without a
 *   sector are neither, and stand beside it
 */
import type { CardId, LinkId } from "../../schema/ids.ts";
import { type Ask, type Question, question } from "../ask.ts";
import { ratio } from "../numbers.ts";
import { realById } from "../parts.ts";
import { type ProviderShare, providerShares } from "./mix.ts";
import { type MoneyLink, moneyByPot, scopeCards, scopeMoney } from "./moneyLinks.ts";
import { pots } from "./pots.ts";
import { providersOf } from "./providers.ts";
import { cardCurrency, rates, scopeCurrency } from "./rates.ts";
import { slices } from "./slices.ts";
import { addUp, type Sum, usable } from "./sums.ts";

export interface Leverage {
  readonly publicMoney: number;
  readonly otherMoney: number;
  /** From mixed partnerships, or from nobody known. */
  readonly unplaced: number;
  /** Null while no public money is known to be committed, or nothing of the other money. */
  readonly ratio: number | null;
  /** Why there is no ratio: none is committed, or how much of it is public (or of others) is not known. */
  readonly why: "no_public" | "public_not_known" | "other_not_known" | null;
}
/** Something that is not known, and where it can be filled in. */
export type Open =
  | {
      readonly kind: "link";
      readonly link: LinkId;
      readonly pot: CardId;
      readonly card: CardId;
      readonly field: "amount" | "currency" | "status";
      readonly reason: "amount_missing" | "amount_negative" | "currency_missing" | "status_missing";
    }
  | {
      readonly kind: "card";
      readonly card: CardId;
      readonly field: "cost" | "kind" | "sector" | "level" | "providers";
      readonly reason:
        | "cost_missing"
        | "cost_zero"
        | "cost_negative"
        | "currency_missing"
        | "kind_missing"
        | "sector_missing"
        | "level_missing"
        | "providers_missing";
    };
export interface FundingFigures {
  readonly currency: string | null;
  readonly leverage: Leverage;
  readonly largest: ProviderShare | null;
  /** Somebody is named behind committed money, whether its amount is known or not. */
  readonly hasProvider: boolean;
  /** Leverage and largest provider leave out what of it is not known or not converted. */
  readonly committed: Sum;
  readonly unallocated: Sum;
  /** Amounts from these pots that are not known, or in another currency, would make it less. */
  readonly isUnallocatedOpen: boolean;
  /** Pots of the scope, those whose total is not stated, and those that gave more than they hold. */
  readonly pots: number;
  readonly withoutTotal: number;
  readonly over: readonly CardId[];
  readonly open: readonly Open[];
}

function leverageOf(ask: Ask, scope: string): Leverage {
  let [publicMoney, otherMoney, unplaced] = [0, 0, 0];
  let [isPublicOpen, isOtherOpen] = [false, false];
  for (const { state, amount, of } of ask(slices, scope)) {
    if (state !== "committed") continue;
    const isUnplaced = of.sector === null || of.sector === "mixed";
    if (of.sector === "public") {
      publicMoney += amount ?? 0;
      isPublicOpen ||= amount === null;
    } else if (isUnplaced) unplaced += amount ?? 0;
    else {
      otherMoney += amount ?? 0;
      isOtherOpen ||= amount === null;
    }
  }
  const why =
    publicMoney === 0
      ? isPublicOpen
        ? "public_not_known"
        : "no_public"
      : otherMoney === 0 && isOtherOpen
        ? "other_not_known"
        : null;
  return { publicMoney, otherMoney, unplaced, ratio: why ? null : ratio(otherMoney, publicMoney), why };
}

function openLink({ link, pot, card, state, status, amount, currency }: MoneyLink): Open[] {
  const at = { kind: "link", link, pot, card } as const;
  if (status === null) return [{ ...at, field: "status", reason: "status_missing" }];
  if (state === null) return [];
  if (usable(amount) === null)
    return [
      {
        ...at,
        field: "amount",
        reason: amount !== null && amount < 0 ? "amount_negative" : "amount_missing",
      },
    ];
  return currency === null ? [{ ...at, field: "currency", reason: "currency_missing" }] : [];
}

/** What pots and their providers leave open, as far as money of the scope comes from them. */
function openBehind(ask: Ask, potIds: readonly CardId[]): Open[] {
  const kinds = ask(realById("funding"));
  const actors = ask(realById("actor"));
  const givers = ask(providersOf);
  const people = [...new Set(potIds.flatMap((pot) => givers.get(pot) ?? []))];
  const at = (card: CardId) => ({ kind: "card", card }) as const;
  return [
    ...potIds.flatMap((pot): Open[] => [
      ...(kinds.get(pot)?.kind ? [] : [{ ...at(pot), field: "kind", reason: "kind_missing" } as const]),
      ...(givers.has(pot) ? [] : [{ ...at(pot), field: "providers", reason: "providers_missing" } as const]),
    ]),
    ...people.flatMap((actor): Open[] => [
      ...(actors.get(actor)?.sector
        ? []
        : [{ ...at(actor), field: "sector", reason: "sector_missing" } as const]),
      ...(actors.get(actor)?.level
        ? []
        : [{ ...at(actor), field: "level", reason: "level_missing" } as const]),
    ]),
  ];
}

function openCosts(ask: Ask, cards: readonly CardId[]): Open[] {
  const projects = ask(realById("project"));
  const missions = ask(realById("mission"));
  const ofCard = ask(cardCurrency);
  return cards.flatMap((card): Open[] => {
    const one = projects.get(card) ?? missions.get(card);
    if (!one) return [];
    const amount = one.cost?.amount ?? null;
    const at = { kind: "card", card, field: "cost" } as const;
    if (usable(amount) === null)
      return [{ ...at, reason: amount !== null && amount < 0 ? "cost_negative" : "cost_missing" }];
    if (amount === 0) return [{ ...at, reason: "cost_zero" }];
    return (one.cost?.currency ?? ofCard(card)) === null ? [{ ...at, reason: "currency_missing" }] : [];
  });
}

/** The head figures of a scope: a mission's id, "" for the whole map. */
export const fundingFigures: Question<FundingFigures> = question((ask, scope) => {
  const base = ask(scopeCurrency, scope);
  const money = ask(scopeMoney, scope);
  const held = ask(pots, scope);
  const committed = money.filter(({ state }) => state === "committed");
  const known = held.filter(({ unallocated }) => unallocated !== null && unallocated > 0);
  const used = held.map(({ card }) => card).filter((pot) => ask(moneyByPot).has(pot));
  return {
    currency: base,
    leverage: leverageOf(ask, scope),
    largest: providerShares(ask, committed, base)[0] ?? null,
    hasProvider: committed.some(({ pot }) => ask(providersOf).has(pot)),
    committed: addUp(committed, base, ask(rates)),
    isUnallocatedOpen: known.some(({ isOpen }) => isOpen),
    unallocated: addUp(
      known.map(({ unallocated, currency }) => ({ amount: unallocated, currency })),
      base,
      ask(rates),
    ),
    pots: held.length,
    withoutTotal: held.filter(({ total }) => total === null).length,
    over: held.filter(({ isOver }) => isOver).map(({ card }) => card),
    open: [...money.flatMap(openLink), ...openCosts(ask, ask(scopeCards, scope)), ...openBehind(ask, used)],
  };
});
