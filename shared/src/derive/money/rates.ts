/**
 * Currencies: in which one the sums of a scope are told, and what another one is worth in it. A rate counts only when a
 * person has entered it with its date; of several the newest counts, and none is turned round. A scope is the id of a
 * mission, or "" for the whole map.
 */
import { compareText } from "../../lib/order.ts";
import { lastDay } from "../../schema/days.ts";
import type { CardId } from "../../schema/ids.ts";
import { type Ask, type Question, question } from "../ask.ts";
import { known } from "../numbers.ts";
import { type Facts, missionAbove, real, realById, realLinks, setting } from "../parts.ts";

/** What one unit of a currency is worth in another; null while nobody has entered it. */
export type Rate = (from: string, to: string) => number | null;

export const rates: Question<Rate> = question((ask) => {
  const entered = (ask(setting("currencyRates")) ?? []).flatMap(({ id, from, to, rate, date }) =>
    from && to && date && (known(rate) ?? 0) > 0
      ? [{ id, pair: `${from} ${to}`, rate: rate as number, day: lastDay(date) }]
      : [],
  );
  entered.sort((one, other) => one.day - other.day || compareText(one.id, other.id));
  const newest = new Map(entered.map(({ pair, rate }) => [pair, rate]));
  return (from, to) => (from === to ? 1 : (newest.get(`${from} ${to}`) ?? null));
});

/** The currency of a mission's sums, or of the map's for `null`; null when none is named. */
export function baseCurrency(ask: Ask, mission: CardId | null): string | null {
  const own = mission === null ? null : ask(realById("mission")).get(mission)?.baseCurrency;
  return own ?? ask(setting("currency")) ?? null;
}

/** The currency in which a scope is told: that of its mission, of the map, or the one that all missions share. */
export const scopeCurrency: Question<string | null> = question((ask, scope) => {
  if (scope !== "") return baseCurrency(ask, scope as CardId);
  const named = new Set([...ask(realById("mission")).values()].flatMap((one) => one.baseCurrency ?? []));
  const [only] = named;
  return ask(setting("currency")) ?? (named.size === 1 ? only : null) ?? null;
});

/** The currency of an amount on a card that names none: its own mission's, else the map's, from wherever it is looked at. */
export const cardCurrency: Question<(card: CardId) => string | null> = question((ask) => {
  const [above, missions, ofMap] = [ask(missionAbove), ask(realById("mission")), ask(scopeCurrency)];
  return (card) => {
    const mission = above.get(card);
    return (mission ? missions.get(mission)?.baseCurrency : null) ?? ofMap;
  };
});

/** The currency that a pot names, for itself or with its total. */
const namedBy = (pot: Facts<"funding"> | undefined): string | null =>
  pot?.currency ?? pot?.total?.currency ?? null;

/** The currency of money from a pot to a card where the link names none. */
export const givenCurrency: Question<(pot: CardId, card: CardId) => string | null> = question((ask) => {
  const [pots, ofCard] = [ask(realById("funding")), ask(cardCurrency)];
  return (pot, card) => namedBy(pots.get(pot)) ?? ofCard(card);
});

/**
 * The currency of each pot: the one it names, else the one that all cards it is linked to are told in, else the map's.
 */
export const potCurrencies: Question<ReadonlyMap<CardId, string | null>> = question((ask) => {
  const [ofCard, ofMap] = [ask(cardCurrency), ask(scopeCurrency)];
  const reached = new Map<CardId, Set<string | null>>();
  for (const { from, to } of ask(realLinks("funds")))
    reached.set(from, (reached.get(from) ?? new Set<string | null>()).add(ofCard(to)));
  return new Map(
    ask(real("funding")).map((pot) => {
      const currencies = [...(reached.get(pot.id) ?? [])];
      return [pot.id, namedBy(pot) ?? (currencies.length === 1 ? (currencies[0] ?? null) : ofMap)];
    }),
  );
});
