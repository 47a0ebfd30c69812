/** Where the money committed to some cards comes from: its kinds, its providers and their sectors. */
import { compareText } from "../../lib/order.ts";
import type { EnumValue } from "../../schema/enums.ts";
import type { CardId } from "../../schema/ids.ts";
import type { Ask } from "../ask.ts";
import { ratio, settled } from "../numbers.ts";
import { type Facts, realById } from "../parts.ts";
import { type MoneyLink, moneyOn } from "./moneyLinks.ts";
import { providersOf } from "./providers.ts";
import { baseCurrency, rates } from "./rates.ts";
import { addUp, type Sum, told } from "./sums.ts";

export interface ProviderShare {
  readonly actor: CardId;
  readonly amount: number;
  /** Of all that is known, whoever provides it; 1 is all. */
  readonly share: number;
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
  /** Known sums by provider, largest first; joint providers share a pot equally. */
  readonly providers: readonly ProviderShare[];
}

const inOrder = <Item extends string>(items: Iterable<Item>): Item[] => [...new Set(items)].sort(compareText);

/** Known committed sums by provider, largest first. */
export function providerShares(
  ask: Ask,
  links: readonly MoneyLink[],
  base: string | null,
): readonly ProviderShare[] {
  const rate = ask(rates);
  const givers = ask(providersOf);
  const amounts = new Map<CardId, number>();
  let total = 0;
  for (const link of links) {
    const found = told(link, base, rate);
    if (found.kind !== "base") continue;
    total += found.amount;
    const from = givers.get(link.pot) ?? [];
    for (const actor of from) amounts.set(actor, (amounts.get(actor) ?? 0) + found.amount / from.length);
  }
  const all = settled(total);
  return [...amounts]
    .flatMap(([actor, sum]) => {
      const amount = settled(sum);
      const share = all > 0 ? ratio(amount, all) : null;
      return share === null ? [] : [{ actor, amount, share }];
    })
    .sort((one, other) => other.amount - one.amount || compareText(one.actor, other.actor));
}

/** Where the money committed to some cards of a mission comes from, in the mission's currency. */
export function financeMix(ask: Ask, mission: CardId | null, cards: readonly CardId[]): FinanceMix {
  const base = baseCurrency(ask, mission);
  const pots = ask(realById("funding"));
  const actors = ask(realById("actor"));
  const givers = ask(providersOf);
  const links = moneyOn(ask, cards, "committed");
  const actorsOf = (link: MoneyLink): Facts<"actor">[] =>
    (givers.get(link.pot) ?? []).flatMap((id) => actors.get(id) ?? []);
  return {
    currency: base,
    committed: addUp(links, base, ask(rates)),
    kinds: inOrder(links.flatMap((link) => pots.get(link.pot)?.kind ?? [])),
    sectors: inOrder(links.flatMap((link) => actorsOf(link).flatMap((actor) => actor.sector ?? []))),
    isKindOpen: links.some((link) => !pots.get(link.pot)?.kind),
    isSectorOpen: links.some((link) => {
      const from = actorsOf(link);
      return from.length === 0 || from.some((actor) => !actor.sector);
    }),
    providers: providerShares(ask, links, base),
  };
}
