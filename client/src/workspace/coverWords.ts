/**
 * How far money covers a cost, in words. Pure. While no amount is known the share is not known, and never 0; while some
 * amounts are known it is at least what they come to.
 */
import type { Cover } from "@trellis/shared/derive/money/coverage";
import { howKnown, joinSums, type Sum } from "@trellis/shared/derive/money/sums";
import type { TFunction } from "i18next";
import { exact, percent, short } from "./moneyWords.ts";

function atLeast(sum: Sum, text: string, t: TFunction): string | null {
  const known = howKnown(sum);
  return known === "none" ? null : known === "some" ? t("words.atLeast", { amount: text }) : text;
}

type Money = Pick<Cover, "committed" | "sought" | "currency" | "coverage" | "potential" | "gap">;

/** "70%", "at least 70%"; null is not known. */
export const coverageText = ({ committed, coverage }: Money, t: TFunction): string | null =>
  atLeast(committed, percent(coverage), t);

/** The same with what is sought. */
export const potentialText = ({ committed, sought, potential }: Money, t: TFunction): string | null =>
  atLeast(joinSums([committed, sought]), percent(potential), t);

/** "£30", "£30 or less"; below nothing how much more there is than it costs. Null is not known. */
export function gapText(
  { committed, gap, currency }: Money,
  size: "short" | "exact",
  t: TFunction,
): { readonly isOver: boolean; readonly text: string } | null {
  const known = howKnown(committed);
  if (known === "none") return null;
  const amount = (size === "short" ? short : exact)(Math.abs(gap), currency);
  if (known === "all" || gap === 0) return { isOver: gap < 0, text: amount };
  return { isOver: gap < 0, text: t(gap < 0 ? "words.atLeast" : "words.orLess", { amount }) };
}
