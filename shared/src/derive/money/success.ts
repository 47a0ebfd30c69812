/**
 * Pay for success: money that is due once an indicator reaches a threshold. Whether it has is read off the latest actual up to
 * today; the direction of the indicator says what reaching means. A running total against a cap is not judged.
 */

import { isoDay } from "../../schema/days.ts";
import type { CardId } from "../../schema/ids.ts";
import { type Question, question } from "../ask.ts";
import { known } from "../numbers.ts";
import { type Facts, real, realById, today } from "../parts.ts";
import { actualsUntil, isKept } from "../readings.ts";
import { scopeMoney } from "./moneyLinks.ts";
import { potCurrencies } from "./rates.ts";
import { usable } from "./sums.ts";

export type NotJudged = "no_indicator" | "no_threshold" | "no_actual" | "no_direction" | "running_total";

export interface SuccessPayment {
  readonly pot: CardId;
  /** Null while none is named, or the one named is no longer on the map. */
  readonly indicator: CardId | null;
  readonly unit: string | null;
  readonly threshold: number | null;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly actual: number | null;
  /** The day for which the actual speaks, `2025-12-31`. */
  readonly day: string | null;
  /** Null: not known, `why` says why. */
  readonly isMet: boolean | null;
  readonly why: NotJudged | null;
}

function meets(value: number, threshold: number, direction: Facts<"indicator">["direction"]): boolean {
  if (direction === "increase") return value >= threshold;
  if (direction === "maintain") return isKept(value, threshold);
  return value <= threshold;
}

function missing(
  indicator: Facts<"indicator"> | undefined,
  threshold: number | null,
  actual: number | undefined,
): NotJudged | null {
  if (!indicator) return "no_indicator";
  if (threshold === null) return "no_threshold";
  if (indicator.path === "budget") return "running_total";
  if (!indicator.direction) return "no_direction";
  return actual === undefined ? "no_actual" : null;
}

/** Pots of a scope that pay for success, in the order of ids: by their kind, or because they name an indicator. */
export const successPayments: Question<readonly SuccessPayment[]> = question((ask, scope) => {
  const indicators = ask(realById("indicator"));
  const day = ask(today);
  const currencies = ask(potCurrencies);
  const inScope = new Set(ask(scopeMoney, scope).map(({ pot }) => pot));
  return ask(real("funding"))
    .filter(({ id }) => scope === "" || inScope.has(id))
    .filter(({ kind, payOn }) => kind === "pay_for_success" || typeof payOn?.indicatorId === "string")
    .map((pot): SuccessPayment => {
      const indicator = pot.payOn?.indicatorId ? indicators.get(pot.payOn.indicatorId) : undefined;
      const latest = indicator ? actualsUntil(indicator, day).at(-1) : undefined;
      const threshold = known(pot.payOn?.threshold);
      const why = missing(indicator, threshold, latest?.value);
      return {
        pot: pot.id,
        indicator: indicator?.id ?? null,
        unit: indicator?.unit ?? null,
        threshold,
        amount: usable(pot.payOn?.amount),
        currency: currencies.get(pot.id) ?? null,
        actual: latest?.value ?? null,
        day: latest ? isoDay(latest.day) : null,
        isMet:
          why === null && latest && threshold !== null
            ? meets(latest.value, threshold, indicator?.direction)
            : null,
        why,
      };
    });
});
