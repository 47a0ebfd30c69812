/**
 * Pots of money: what each holds, who provides it, what it pays for and what it has left.
 *   unallocated = total - committed from it, in the pot's own currency
 * A pot that gave more than it holds is over-allocated and says so; a total that is not stated leaves nothing to tell.
 */
import type { EnumValue } from "../../schema/enums.ts";
import type { CardId } from "../../schema/ids.ts";
import { type Question, question } from "../ask.ts";
import { known, settled } from "../numbers.ts";
import { real } from "../parts.ts";
import { blankIsNull, type MoneyLink, moneyByPot, scopeMoney } from "./moneyLinks.ts";
import { providersOf } from "./providers.ts";
import { potCurrencies, rates } from "./rates.ts";
import { addUp, isOpenSum, type Sum, usable } from "./sums.ts";

export interface Pot {
  readonly card: CardId;
  readonly kind: EnumValue<"financeKind"> | null;
  /** The currency in which its figures are told. */
  readonly currency: string | null;
  readonly total: number | null;
  /** Why there is no total. */
  readonly why: "no_total" | "negative_total" | "no_currency" | null;
  readonly committed: Sum;
  readonly sought: Sum;
  /** Below zero for a pot that is over-allocated; null without a total. */
  readonly unallocated: number | null;
  /** Amounts that are not known, or in another currency, would make it less. */
  readonly isOpen: boolean;
  readonly isOver: boolean;
  readonly providers: readonly CardId[];
  readonly conditions: string | null;
  /** Everything it pays for or might, in the order of ids. */
  readonly money: readonly MoneyLink[];
}

const NONE: readonly MoneyLink[] = [];

/** The real pots of a scope in the order of ids: those with a link into the mission, all of them for "". */
export const pots: Question<readonly Pot[]> = question((ask, scope) => {
  const currencies = ask(potCurrencies);
  const rate = ask(rates);
  const byPot = ask(moneyByPot);
  const givers = ask(providersOf);
  const inScope = new Set(ask(scopeMoney, scope).map(({ pot }) => pot));
  return ask(real("funding"))
    .filter(({ id }) => scope === "" || inScope.has(id))
    .map((pot): Pot => {
      // A total in another currency than the pot's is converted at a rate, else the pot is told in that one.
      const own = currencies.get(pot.id) ?? null;
      const ofTotal = pot.total?.currency ?? own;
      const factor = own === null || ofTotal === null ? null : rate(ofTotal, own);
      const currency = factor === null ? ofTotal : own;
      const money = byPot.get(pot.id) ?? NONE;
      const sum = (state: MoneyLink["state"]) =>
        addUp(
          money.filter((link) => link.state === state),
          currency,
          rate,
        );
      const committed = sum("committed");
      const stated = pot.total?.amount ?? null;
      const total =
        currency === null ? null : usable(stated === null ? null : settled(stated * (factor ?? 1)));
      const unallocated = total === null ? null : known(settled(total - committed.amount));
      return {
        card: pot.id,
        kind: pot.kind ?? null,
        currency,
        total,
        why:
          total !== null
            ? null
            : stated !== null && stated < 0
              ? "negative_total"
              : stated !== null && currency === null
                ? "no_currency"
                : "no_total",
        committed,
        sought: sum("sought"),
        unallocated,
        isOpen: isOpenSum(committed),
        isOver: unallocated !== null && unallocated < 0,
        providers: givers.get(pot.id) ?? [],
        conditions: blankIsNull(pot.conditions),
        money,
      };
    });
});
