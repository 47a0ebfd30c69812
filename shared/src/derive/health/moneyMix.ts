/**
 * H24: the money committed to each mission is of at least two kinds, comes from at least two sectors, and no provider
 * gives more than 70 % of what is known. Joint providers share a pot equally.
 */
import type { CardId } from "../../schema/ids.ts";
import type { Ask } from "../ask.ts";
import { financeMix } from "../money/mix.ts";
import { missionScopes } from "../parts.ts";
import { type Check, each, type Finding, fails, notes, notKnown } from "./check.ts";

const LEAST = 2;
const LARGEST_SHARE = 0.7;

function findings(ask: Ask, mission: CardId, cards: readonly CardId[]): Finding[] {
  const mix = financeMix(ask, mission, cards);
  const { kinds, sectors, isKindOpen, isSectorOpen, providers, committed, currency } = mix;
  const add = {
    kind: "card",
    type: "funding",
    home: null,
    link: { type: "funds", other: mission, end: "to" },
  } as const;
  const isEmpty = committed.amount === 0 && committed.notKnown === 0 && committed.others.length === 0;
  if (isEmpty) return [notKnown("no_committed_money", [mission], add)];
  const found: Finding[] = [];
  if (kinds.length < LEAST)
    found.push(
      isKindOpen
        ? notKnown("finance_kinds_not_known", [mission])
        : fails("few_finance_kinds", [mission], add, { kinds: kinds.length }),
    );
  if (sectors.length < LEAST)
    found.push(
      isSectorOpen
        ? notKnown("provider_sectors_not_known", [mission])
        : fails("few_provider_sectors", [mission], add, { sectors: sectors.length }),
    );
  const [largest] = providers;
  if (!largest) return [...found, notKnown("providers_not_known", [mission])];
  const weigh = largest.share > LARGEST_SHARE ? fails : notes;
  const code = largest.share > LARGEST_SHARE ? "one_provider" : "largest_provider";
  const { amount, share, actor } = largest;
  return [...found, weigh(code, [mission, actor], null, { amount, share, currency })];
}

export const moneyMix: Check = {
  id: "H24",
  group: "money",
  severity: "should",
  run: (ask) => each(ask(missionScopes), ([mission, cards]) => findings(ask, mission, cards)),
};
