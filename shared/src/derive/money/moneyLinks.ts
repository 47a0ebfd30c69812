/**
 * Money on the map as its `funds` links tell it: each link once, at the card it pays for, so that a project that helps several
 * challenges counts at its home alone. Committed is what links call committed or spent, sought what they call sought or
 * offered; ideas and what was withdrawn are neither.
 */
import type { EnumValue } from "../../schema/enums.ts";
import type { CardId, LinkId } from "../../schema/ids.ts";
import type { LinkOf } from "../../schema/values.ts";
import { type Ask, type Question, question } from "../ask.ts";
import { placeholders, realLinks, tree } from "../parts.ts";
import { descendantsOf } from "../tree.ts";
import { givenCurrency } from "./rates.ts";

export type MoneyState = "committed" | "sought";

const STATES: Readonly<Record<EnumValue<"fundingStatus">, MoneyState | null>> = {
  idea: null,
  sought: "sought",
  offered: "sought",
  committed: "committed",
  spent: "committed",
  withdrawn: null,
};

export interface MoneyLink {
  readonly link: LinkId;
  readonly pot: CardId;
  /** The card it pays for. */
  readonly card: CardId;
  readonly status: EnumValue<"fundingStatus"> | null;
  /** Null for ideas, for what was withdrawn, and while no status is named. */
  readonly state: MoneyState | null;
  readonly amount: number | null;
  /** The link's own, else its pot's, else that of the mission it goes to; null: nobody named one. */
  readonly currency: string | null;
  readonly years: string | null;
  readonly conditions: string | null;
}

export const blankIsNull = (text: string | null | undefined): string | null => (text ?? "").trim() || null;

/** Every funding link between real cards, in the order of ids. */
export const moneyLinks: Question<readonly MoneyLink[]> = question((ask) => {
  const given = ask(givenCurrency);
  return ask(realLinks("funds")).map(
    (link: LinkOf<"funds">): MoneyLink => ({
      link: link.id,
      pot: link.from,
      card: link.to,
      status: link.status ?? null,
      state: link.status ? STATES[link.status] : null,
      amount: link.amount ?? null,
      currency: link.currency ?? given(link.from, link.to),
      years: blankIsNull(link.years),
      conditions: blankIsNull(link.conditions),
    }),
  );
});

function grouped(links: readonly MoneyLink[], by: "card" | "pot"): ReadonlyMap<CardId, readonly MoneyLink[]> {
  const lists = new Map<CardId, MoneyLink[]>();
  for (const link of links) {
    const list = lists.get(link[by]);
    if (list) list.push(link);
    else lists.set(link[by], [link]);
  }
  return lists;
}

const moneyByCard = question((ask) => grouped(ask(moneyLinks), "card"));
export const moneyByPot = question((ask) => grouped(ask(moneyLinks), "pot"));

const NONE: readonly MoneyLink[] = [];

/** Links of a state to any of the cards. */
export function moneyOn(ask: Ask, cards: readonly CardId[], state: MoneyState): MoneyLink[] {
  const on = ask(moneyByCard);
  return cards.flatMap((card) => (on.get(card) ?? NONE).filter((link) => link.state === state));
}

/** The real cards of a scope, each before its children: a mission and what stands below it, or the whole tree for "". */
export const scopeCards: Question<readonly CardId[]> = question((ask, scope) => {
  const all = ask(tree);
  const left = ask(placeholders);
  const cards =
    scope === ""
      ? all.all
      : all.depths.has(scope as CardId)
        ? [scope as CardId, ...descendantsOf(all, scope as CardId)]
        : [];
  return cards.filter((card) => !left.has(card));
});

/** Links of a scope in the order of its cards. */
export const scopeMoney: Question<readonly MoneyLink[]> = question((ask, scope) => {
  const on = ask(moneyByCard);
  return ask(scopeCards, scope).flatMap((card) => on.get(card) ?? NONE);
});
