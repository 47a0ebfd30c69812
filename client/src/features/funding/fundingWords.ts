/** Money in words and figures as this view says them. Pure. What is not known is said, never written as 0. */
import type { NoCover } from "@trellis/shared/derive/money/coverage";
import type { Open } from "@trellis/shared/derive/money/figures";
import type { CardMoney } from "@trellis/shared/derive/money/moneyTree";
import type { Dimension, Split } from "@trellis/shared/derive/money/slices";
import { isNothing, type OtherSum, type Sum } from "@trellis/shared/derive/money/sums";
import type { TFunction } from "i18next";
import { numberFormat } from "../../ui/numberFormat.ts";
import { lensWord, tagValueWord } from "../../workspace/lookWords.ts";
import { exact, short } from "../../workspace/moneyWords.ts";

export const times = (ratio: number): string =>
  numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(ratio);

/** What stands beside a sum in other currencies: "+ €4,559,842.80". */
export const othersText = (others: readonly OtherSum[]): string =>
  others.map(({ amount, currency }) => `+ ${exact(amount, currency)}`).join(" ");

/** A sum in a cell: nothing recorded is a dash; what is only not known says so. */
export function sumText(sum: Sum, currency: string | null, t: TFunction): string {
  if (isNothing(sum)) return "–";
  const told = sum.amount > 0 || (sum.notKnown === 0 && sum.others.length === 0);
  const parts = [
    ...(told ? [short(sum.amount, currency)] : []),
    ...sum.others.map((other) => `${told ? "+ " : ""}${short(other.amount, other.currency)}`),
  ];
  return parts.length > 0 ? parts.join(" ") : t("words.notKnown");
}

/** The same to be read aloud. */
export const sumSaid = (sum: Sum, currency: string | null, t: TFunction): string =>
  isNothing(sum) ? t("funding.noneRecorded") : sumText(sum, currency, t);

export const whyText = (why: NoCover, t: TFunction): string => t(`words.noCover.${why}`);

/** The cost of a row, or why there is none. */
export function costText({ cover, why, otherCosts }: CardMoney, t: TFunction): string {
  const others = otherCosts.map(({ amount, currency }) => short(amount, currency));
  if (cover) return [short(cover.cost, cover.currency), ...others.map((one) => `+ ${one}`)].join(" ");
  if (others.length > 0) return others.join(" + ");
  return t(`funding.costCell.${why ?? "no_cost"}`);
}

type Settings = Parameters<typeof lensWord>[0];

export const dimensionWord = (dimension: Split, settings: Settings, t: TFunction): string =>
  dimension === "sphere" ? lensWord(settings, "sphere", t) : t(`funding.dimension.${dimension}`);

const LISTS: Readonly<Partial<Record<Dimension, string>>> = {
  kind: "financeKind",
  sector: "sector",
  level: "level",
};

/** A value of a dimension; null is not known. */
export function valueWord(dimension: Split, value: string | null, t: TFunction): string {
  if (value === null) return t(dimension === "sphere" ? "funding.notTagged" : "words.notKnown");
  if (dimension === "state") return t(`funding.state.${value}`);
  if (dimension === "sphere") return tagValueWord("sphere", value, t);
  const list = LISTS[dimension];
  return list ? t(`enum.${list}.${value}`, { defaultValue: value }) : value;
}

export const reasonWord = ({ reason }: Open, t: TFunction): string => t(`funding.reason.${reason}`);

/** The cards that something open is about, in the order of words: "pot, card". */
export const openCards = (open: Open) => (open.kind === "link" ? [open.pot, open.card] : [open.card]);
/** One key for each thing that is open. */
export const openKey = (open: Open): string =>
  open.kind === "link" ? `${open.link} ${open.reason}` : `${open.card} ${open.reason}`;
