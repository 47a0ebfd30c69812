/**
 * The tables of this view for spreadsheets: exact numbers with their currency in a column of its own, empty where
 * something is not known. Pure.
 */
import type { Open } from "@trellis/shared/derive/money/figures";
import type { MoneyRow } from "@trellis/shared/derive/money/moneyTree";
import type { Pot } from "@trellis/shared/derive/money/pots";
import { rates, scopeCurrency } from "@trellis/shared/derive/money/rates";
import type { Stack } from "@trellis/shared/derive/money/slices";
import type { SuccessPayment } from "@trellis/shared/derive/money/success";
import { howKnown, isNothing, joinSums, type OtherSum, type Sum } from "@trellis/shared/derive/money/sums";
import type { Condition, RiskShare, Terms } from "@trellis/shared/derive/money/terms";
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import type { TableRows } from "../../workspace/exportTable.ts";
import { titleOf } from "../../workspace/lookWords.ts";
import { exact } from "../../workspace/moneyWords.ts";
import { dimensionWord, openCards, reasonWord, valueWord, whyText } from "./fundingWords.ts";
import type { FundingModel } from "./useFundingModel.ts";

type Model = Pick<FundingModel, "snapshot" | "ask" | "scope" | "address">;

const titles = ({ snapshot }: Model, cards: readonly CardId[], t: TFunction): string | null =>
  cards.map((card) => titleOf(snapshot, card, t)).join("; ") || null;

const others = (some: readonly OtherSum[]): string | null =>
  some.map(({ amount, currency }) => exact(amount, currency)).join("; ") || null;

/** A sum as a number: empty where nothing is recorded or everything is not known. */
const number = (sum: Sum): number | null =>
  sum.amount > 0 || (!isNothing(sum) && sum.notKnown === 0 && sum.others.length === 0) ? sum.amount : null;

const heads = (t: TFunction, ...names: readonly string[]) => names.map((name) => t(`funding.column.${name}`));

export function cardRows(model: Model, rows: readonly MoneyRow[], t: TFunction): TableRows {
  const base = model.ask(scopeCurrency, model.scope);
  const { cards } = model.snapshot;
  return [
    heads(
      t,
      "card",
      "type",
      "depth",
      "cost",
      "costCurrency",
      "costFrom",
      "otherCosts",
      "committed",
      "sought",
      "currency",
      "otherCommitted",
      "otherSought",
      "coverage",
      "gap",
      "potential",
      "amountsNotKnown",
      "costsNotKnown",
      "why",
    ),
    ...rows.map((row) => {
      const { card, cover, committed, sought, from, otherCosts, why, withoutCost } = row;
      const type = cards.get(card)?.type;
      return [
        titleOf(model.snapshot, card, t),
        type ? t(`cardType.${type}`) : null,
        row.depth,
        cover?.cost ?? null,
        cover?.currency ?? null,
        from ? t(`funding.costFrom.${from}`) : null,
        others(otherCosts),
        number(committed),
        number(sought),
        base,
        others(committed.others),
        others(sought.others),
        cover && howKnown(cover.committed) !== "none" ? cover.coverage : null,
        cover && howKnown(cover.committed) !== "none" ? cover.gap : null,
        cover && howKnown(joinSums([cover.committed, cover.sought])) !== "none" ? cover.potential : null,
        committed.notKnown + sought.notKnown,
        withoutCost,
        why ? whyText(why, t) : null,
      ];
    }),
  ];
}

export function stackRows(model: Model, stack: Stack, t: TFunction): TableRows {
  const { by, split } = model.address;
  const { settings } = model.snapshot;
  const base = model.ask(scopeCurrency, model.scope);
  return [
    [
      dimensionWord(by, settings, t),
      ...stack.parts.map((value) => valueWord(split, value, t)),
      ...heads(t, "sum", "currency", "others", "amountsNotKnown"),
    ],
    ...stack.bars.map((bar) => [
      valueWord(by, bar.value, t),
      ...stack.parts.map((value) => bar.parts.find((part) => part.value === value)?.amount ?? null),
      bar.amount > 0 ? bar.amount : null,
      base,
      others(bar.others),
      bar.notKnown,
    ]),
  ];
}

export const openRows = (model: Model, open: readonly Open[], t: TFunction): TableRows => [
  heads(t, "notKnown", "about"),
  ...open.map((one) => [reasonWord(one, t), titles(model, openCards(one), t)]),
];

export function potRows(model: Model, held: readonly Pot[], t: TFunction): TableRows {
  return [
    heads(
      t,
      "pot",
      "kind",
      "currency",
      "total",
      "committed",
      "sought",
      "unallocated",
      "otherCommitted",
      "committedNotKnown",
      "otherSought",
      "soughtNotKnown",
      "over",
      "providers",
      "paysFor",
      "conditions",
    ),
    ...held.map((pot) => [
      titles(model, [pot.card], t),
      pot.kind ? t(`enum.financeKind.${pot.kind}`) : null,
      pot.currency,
      pot.total,
      number(pot.committed),
      number(pot.sought),
      pot.unallocated,
      others(pot.committed.others),
      pot.committed.notKnown,
      others(pot.sought.others),
      pot.sought.notKnown,
      pot.isOver ? t("funding.pots.isOver") : null,
      titles(model, pot.providers, t),
      titles(model, [...new Set(pot.money.filter(({ state }) => state !== null).map((one) => one.card))], t),
      pot.conditions,
    ]),
  ];
}

export const successRows = (model: Model, payments: readonly SuccessPayment[], t: TFunction): TableRows => [
  heads(t, "pot", "indicator", "unit", "threshold", "actual", "date", "amount", "currency", "met", "why"),
  ...payments.map((one) => [
    titles(model, [one.pot], t),
    one.indicator ? titles(model, [one.indicator], t) : null,
    one.unit,
    one.threshold,
    one.actual,
    one.day,
    one.amount,
    one.currency,
    one.isMet === null ? null : t(`funding.success.${one.isMet ? "isMet" : "isNotMet"}`),
    one.why ? t(`funding.success.${one.why}`) : null,
  ]),
];

export function movedRows(
  model: Model,
  redirected: readonly Pot[],
  stopped: Terms["stopped"],
  t: TFunction,
): TableRows {
  const base = model.ask(scopeCurrency, model.scope);
  return [
    heads(t, "card", "what", "committed", "currency", "others", "amountsNotKnown", "paysFor"),
    ...redirected.map(({ card, committed, currency, money }) => [
      titles(model, [card], t),
      t("funding.moved.redirected"),
      number(committed),
      currency,
      others(committed.others),
      committed.notKnown,
      titles(model, [...new Set(money.map((one) => one.card))], t),
    ]),
    ...stopped.map(({ project, committed }) => [
      titles(model, [project], t),
      t("funding.moved.stopped"),
      number(committed),
      base,
      others(committed.others),
      committed.notKnown,
      null,
    ]),
  ];
}

export const conditionRows = (model: Model, conditions: readonly Condition[], t: TFunction): TableRows => [
  heads(t, "pot", "paysFor", "conditions"),
  ...conditions.map(({ pot, card, text }) => [
    titles(model, [pot], t),
    card ? titles(model, [card], t) : t("funding.conditions.whole"),
    text,
  ]),
];

export const riskRows = (model: Model, shares: readonly RiskShare[], t: TFunction): TableRows => [
  heads(t, "project", "private", "risks", "rewards", "conditions"),
  ...shares.map(({ project, isPrivate, risks, rewards, conditions }) => [
    titles(model, [project], t),
    t(isPrivate ? "funding.yes" : "funding.no"),
    risks,
    rewards,
    conditions,
  ]),
];

export function rateRows(model: Model, t: TFunction): TableRows {
  const { currencyRates, sources } = model.snapshot.settings;
  const rate = model.ask(rates);
  return [
    heads(t, "from", "to", "rate", "date", "source", "used"),
    ...(currencyRates ?? []).map((one) => [
      one.from ?? null,
      one.to ?? null,
      one.rate ?? null,
      one.date ?? null,
      sources?.find(({ id }) => id === one.source)?.title ?? one.source ?? null,
      t(one.from && one.to && one.date && rate(one.from, one.to) === one.rate ? "funding.yes" : "funding.no"),
    ]),
  ];
}
