/**
 * Money on a card and below it (domain: finance stack). Committed is what funding links call committed or spent; an
 * amount that is not stated counts as "not known", never as 0; another currency counts only through a rate that a
 * person has entered, and is listed beside the sum otherwise.
 *   coverage = committed / cost, of a card's own cost by the money on the card and below it
 */
import { compareText } from "../lib/order.ts";
import type { EnumValue } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import type { LinkOf, Money } from "../schema/values.ts";
import { type Ask, type Question, question } from "./ask.ts";
import { lastDay } from "./days.ts";
import { known, ratio } from "./numbers.ts";
import { type Facts, missionAbove, realById, realLinks, setting, tree } from "./parts.ts";
import { descendantsOf } from "./tree.ts";

export interface Sum {
  /** In the base currency; 0 when nothing is known to be there, which `notKnown` and `others` may contradict. */
  readonly amount: number;
  /** How many amounts are not stated. */
  readonly notKnown: number;
  /** Sums in currencies without a rate. */
  readonly others: readonly { readonly currency: string; readonly amount: number }[];
}

export interface Coverage {
  readonly card: CardId;
  readonly cost: number;
  readonly currency: string;
  readonly committed: Sum;
  /** Known money as a share of the cost; 1 is the whole cost. */
  readonly coverage: number;
  /** It falls short, and amounts that are not known or in another currency may make up for it. */
  readonly isOpen: boolean;
}

const COMMITTED: ReadonlySet<string> = new Set(["committed", "spent"]);

type Rate = (from: string, to: string) => number | null;

/** The newest rate entered from one currency to another; 1 for the same currency. */
const rates: Question<Rate> = question((ask) => {
  const entered = [...(ask(setting("currencyRates")) ?? [])].sort((one, other) => {
    const day = ({ date }: { date?: string | null }) => (date ? lastDay(date) : Number.NEGATIVE_INFINITY);
    const [a, b] = [day(one), day(other)];
    return a === b ? compareText(one.id, other.id) : a < b ? -1 : 1;
  });
  const newest = new Map(
    entered.flatMap(({ from, to, rate }) =>
      from && to && typeof rate === "number" ? [[`${from} ${to}`, rate] as const] : [],
    ),
  );
  return (from, to) => (from === to ? 1 : (newest.get(`${from} ${to}`) ?? null));
});

/** Funding links that are committed or spent, by the card they pay for. */
const committedOn: Question<ReadonlyMap<CardId, readonly LinkOf<"funds">[]>> = question((ask) => {
  const lists = new Map<CardId, LinkOf<"funds">[]>();
  for (const link of ask(realLinks("funds"))) {
    if (!COMMITTED.has(link.status ?? "")) continue;
    lists.set(link.to, [...(lists.get(link.to) ?? []), link]);
  }
  return lists;
});

/** The currency in which the sums of a mission are told; null when none is named. */
function baseCurrency(ask: Ask, mission: CardId | null): string | null {
  const own = mission === null ? null : ask(realById("mission")).get(mission)?.baseCurrency;
  return own ?? ask(setting("currency")) ?? null;
}

const currencyOf = (ask: Ask, link: LinkOf<"funds">, base: string): string =>
  link.currency ?? ask(realById("funding")).get(link.from)?.currency ?? base;

/** What is committed to any of the cards, in `base`. */
function committedTo(ask: Ask, cards: readonly CardId[], base: string): Sum {
  const on = ask(committedOn);
  const rate = ask(rates);
  let amount = 0;
  let notKnown = 0;
  const others = new Map<string, number>();
  for (const link of cards.flatMap((card) => on.get(card) ?? [])) {
    const currency = currencyOf(ask, link, base);
    const factor = rate(currency, base);
    const stated = known(link.amount);
    const converted = stated === null || factor === null ? null : known(stated * factor);
    if (converted !== null) amount += converted;
    else if (stated !== null && factor === null) others.set(currency, (others.get(currency) ?? 0) + stated);
    else notKnown += 1;
  }
  return {
    amount,
    notKnown,
    others: [...others]
      .sort(([one], [other]) => compareText(one, other))
      .map(([currency, sum]) => ({ currency, amount: sum })),
  };
}

/** How far a card's own cost is covered; null when it has no cost above zero or no currency is named. */
export function coverageOf(ask: Ask, card: CardId, cost: Money | null | undefined): Coverage | null {
  const currency = cost?.currency ?? baseCurrency(ask, ask(missionAbove).get(card) ?? null);
  const amount = known(cost?.amount);
  if (!currency || amount === null || amount <= 0) return null;
  const committed = committedTo(ask, [card, ...descendantsOf(ask(tree), card)], currency);
  const coverage = ratio(committed.amount, amount);
  if (coverage === null) return null;
  const isOpen = coverage < 1 && (committed.notKnown > 0 || committed.others.length > 0);
  return { card, cost: amount, currency, committed, coverage, isOpen };
}

export interface FinanceMix {
  readonly currency: string | null;
  readonly committed: Sum;
  /** Kinds and provider sectors of committed money, amounts not stated included. */
  readonly kinds: readonly EnumValue<"financeKind">[];
  readonly sectors: readonly EnumValue<"sector">[];
  /** Some committed money does not say its kind, or from which sector it comes. */
  readonly isKindOpen: boolean;
  readonly isSectorOpen: boolean;
  /** Known sums by provider, largest first; joint providers share a pot equally. `share` is of all that is known. */
  readonly providers: readonly { readonly actor: CardId; readonly amount: number; readonly share: number }[];
}

const inOrder = <Item extends string>(items: Iterable<Item>): Item[] => [...new Set(items)].sort(compareText);

/** Where the money committed to some cards comes from. */
export function financeMix(ask: Ask, mission: CardId | null, cards: readonly CardId[]): FinanceMix {
  const base = baseCurrency(ask, mission);
  const pots = ask(realById("funding"));
  const actors = ask(realById("actor"));
  const rate = ask(rates);
  const givers = new Map<CardId, CardId[]>();
  for (const { from, to } of ask(realLinks("provides"))) givers.set(to, [...(givers.get(to) ?? []), from]);
  const links = cards.flatMap((card) => ask(committedOn).get(card) ?? []);
  const amounts = new Map<CardId, number>();
  let total = 0;
  for (const link of links) {
    const factor = base === null ? null : rate(currencyOf(ask, link, base), base);
    const amount = factor === null ? null : known((link.amount ?? Number.NaN) * factor);
    if (amount === null) continue;
    total += amount;
    const from = givers.get(link.from) ?? [];
    for (const actor of from) amounts.set(actor, (amounts.get(actor) ?? 0) + amount / from.length);
  }
  const actorsOf = (link: LinkOf<"funds">): Facts<"actor">[] =>
    (givers.get(link.from) ?? []).flatMap((id) => actors.get(id) ?? []);
  return {
    currency: base,
    committed:
      base === null ? { amount: 0, notKnown: links.length, others: [] } : committedTo(ask, cards, base),
    kinds: inOrder(links.flatMap((link) => pots.get(link.from)?.kind ?? [])),
    sectors: inOrder(links.flatMap((link) => actorsOf(link).flatMap((actor) => actor.sector ?? []))),
    isKindOpen: links.some((link) => !pots.get(link.from)?.kind),
    isSectorOpen: links.some((link) => {
      const from = actorsOf(link);
      return from.length === 0 || from.some((actor) => !actor.sector);
    }),
    providers: [...amounts]
      .flatMap(([actor, amount]) => {
        const share = total > 0 ? ratio(amount, total) : null;
        return share === null ? [] : [{ actor, amount, share }];
      })
      .sort((one, other) => other.amount - one.amount || compareText(one.actor, other.actor)),
  };
}
