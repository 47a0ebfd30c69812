/**
 * On what terms money comes: who bears the risks and takes the rewards of projects, the conditions on pots and links, and money that
 * was moved from weaker work or still stands on work that was stopped.
 */
import type { CardId, LinkId } from "../../schema/ids.ts";
import { type Ask, type Question, question } from "../ask.ts";
import { holders, realDuties } from "../duties.ts";
import { real, realById, realLinks } from "../parts.ts";
import { blankIsNull, moneyOn, scopeCards, scopeMoney } from "./moneyLinks.ts";
import { type Pot, pots } from "./pots.ts";
import { rates, scopeCurrency } from "./rates.ts";
import { addUp, isNothing, type Sum } from "./sums.ts";

const NO_MONEY: ReadonlySet<string> = new Set(["idea", "withdrawn"]);

/** Cards that private money is meant for; ideas and what was withdrawn do not count. */
const privatelyFunded: Question<ReadonlySet<CardId>> = question((ask) => {
  const actors = ask(realById("actor"));
  const kinds = ask(realById("funding"));
  const isPrivate = new Set(
    ask(realLinks("provides"))
      .filter(({ from }) => actors.get(from)?.sector === "private")
      .map((link) => link.to),
  );
  return new Set(
    ask(realLinks("funds"))
      .filter(({ from }) => isPrivate.has(from) || kinds.get(from)?.kind === "private_investment")
      .filter(({ status }) => !NO_MONEY.has(status ?? ""))
      .map((link) => link.to),
  );
});

/** Real projects led by a private actor (accountable today) or paid for with private money. */
export const privateProjects: Question<ReadonlySet<CardId>> = question((ask) => {
  const [actors, duties, funded] = [ask(realById("actor")), ask(realDuties), ask(privatelyFunded)];
  const isLed = (project: CardId) =>
    holders(duties, project, "accountable").some((actor) => actors.get(actor)?.sector === "private");
  return new Set(
    ask(real("project"))
      .map(({ id }) => id)
      .filter((id) => funded.has(id) || isLed(id)),
  );
});

export interface RiskShare {
  readonly project: CardId;
  /** Private actors lead it or pay for it, so conditions are called for. */
  readonly isPrivate: boolean;
  readonly risks: string | null;
  readonly rewards: string | null;
  readonly conditions: string | null;
}
export interface Condition {
  readonly pot: CardId;
  /** Null: it holds for the whole pot. */
  readonly link: LinkId | null;
  readonly card: CardId | null;
  readonly text: string;
}
export interface Terms {
  readonly riskShares: readonly RiskShare[];
  readonly conditions: readonly Condition[];
  /** Pots of money moved from weaker work. */
  readonly redirected: readonly Pot[];
  /** Stopped projects on which money is still committed. */
  readonly stopped: readonly { readonly project: CardId; readonly committed: Sum }[];
}

function riskSharesIn(ask: Ask, cards: readonly CardId[]): RiskShare[] {
  const projects = ask(realById("project"));
  const isPrivate = ask(privateProjects);
  return cards.flatMap((card): RiskShare[] => {
    const project = projects.get(card);
    if (!project) return [];
    const share = {
      project: card,
      isPrivate: isPrivate.has(card),
      risks: blankIsNull(project.riskReward?.risksBorneBy),
      rewards: blankIsNull(project.riskReward?.rewardsGoTo),
      conditions: blankIsNull(project.riskReward?.conditions),
    };
    return share.isPrivate || share.risks || share.rewards || share.conditions ? [share] : [];
  });
}

/** The terms of a scope: a mission's id, "" for the whole map. */
export const terms: Question<Terms> = question((ask, scope) => {
  const cards = ask(scopeCards, scope);
  const held = ask(pots, scope);
  const base = ask(scopeCurrency, scope);
  const projects = ask(realById("project"));
  return {
    riskShares: riskSharesIn(ask, cards),
    conditions: [
      ...held.flatMap(({ card, conditions }): Condition[] =>
        conditions ? [{ pot: card, link: null, card: null, text: conditions }] : [],
      ),
      ...ask(scopeMoney, scope).flatMap(({ pot, link, card, conditions }): Condition[] =>
        conditions ? [{ pot, link, card, text: conditions }] : [],
      ),
    ],
    redirected: held.filter(({ kind }) => kind === "redirected_budget"),
    stopped: cards
      .filter((card) => projects.get(card)?.status === "stopped")
      .map((project) => ({
        project,
        committed: addUp(moneyOn(ask, [project], "committed"), base, ask(rates)),
      }))
      .filter(({ committed }) => !isNothing(committed)),
  };
});
