/**
 * What a health check is. A check asks things of a map and answers with findings; the state follows from them:
 *   fail: something is not as it should be; not known: nothing fails, but something cannot be told;
 *   pass: neither (warnings and notes may still be shown); not applicable: the map has nothing the check is about.
 * What is missing on a map never fails a check that asks how things are, only one that asks whether it is there.
 */
import type { CardType, ResponsibilityRole } from "../../schema/enums.ts";
import type { CardId, LinkId } from "../../schema/ids.ts";
import type { StoredLinkType } from "../../schema/values.ts";
import type { Ask } from "../ask.ts";

export const CHECK_GROUPS = [
  "goal",
  "measures",
  "action",
  "responsibility",
  "people",
  "money",
  "learning",
] as const;
export type CheckGroup = (typeof CHECK_GROUPS)[number];

/** M must, S should, C consider. */
export type Severity = "must" | "should" | "consider";

/** What would mend a finding, so that a view can offer it at one click. */
export type Mend =
  /** Open a field of a card. */
  | { readonly kind: "field"; readonly card: CardId; readonly field: string }
  /** Open a field of a link. */
  | { readonly kind: "linkField"; readonly link: LinkId; readonly field: string }
  /** Add a card of a type: with a home, or joined to `link.other`, which stands at that end of the link. */
  | {
      readonly kind: "card";
      readonly type: CardType;
      readonly home: CardId | null;
      readonly link: LinkMend | null;
    }
  /** Join the card to another one; `other` stands at the named end. */
  | ({ readonly kind: "link" } & LinkMend)
  /** Have people rate an item of a lens. */
  | { readonly kind: "rate"; readonly card: CardId; readonly lens: string; readonly item: string }
  /** Look a card through and confirm it. */
  | { readonly kind: "review"; readonly card: CardId }
  /** Look at a field of a card, which is right as it is: what is missing is elsewhere. */
  | { readonly kind: "open"; readonly card: CardId; readonly field: string }
  /** See a card in the view in which what weighs on it is shown. */
  | { readonly kind: "view"; readonly view: "indicators" | "responsibilities"; readonly card: CardId }
  /** End one of several roles of a kind on a card. */
  | { readonly kind: "endRole"; readonly card: CardId; readonly role: ResponsibilityRole }
  /** Tag a card with a lens. */
  | { readonly kind: "lens"; readonly lens: string; readonly value: string };

export interface LinkMend {
  readonly type: StoredLinkType;
  readonly other: CardId;
  readonly end: "from" | "to";
  readonly role?: ResponsibilityRole;
}

/** Every kind of finding. Its sentence lives in the client's catalogue under this name. */
export const FINDING_CODES = [
  "no_ratings",
  "few_raters",
  "rated_low",
  "no_grand_challenge",
  "no_target_year",
  "no_start_year",
  "year_order",
  "year_not_in_statement",
  "year_past",
  "no_outcome_indicator",
  "no_target_near_year",
  "no_baseline",
  "baseline_incomplete",
  "no_value",
  "value_old",
  "no_cadence",
  "behind_path",
  "cannot_assess",
  "no_action",
  "few_projects",
  "few_home_projects",
  "no_accountable",
  "many_accountable",
  "review_not_known",
  "review_old",
  "report_not_known",
  "report_old",
  "one_level",
  "level_not_known",
  "needs_not_known",
  "function_missing",
  "function_stretch",
  "no_champion",
  "one_office",
  "no_convenor",
  "convenor_not_independent",
  "convenor_not_known",
  "no_recent_participation",
  "no_collaboration",
  "no_target_groups",
  "group_not_reached",
  "no_experiment",
  "maturity_not_known",
  "one_lead",
  "leads_not_known",
  "no_costs",
  "cost_not_known",
  "not_covered",
  "coverage_not_known",
  "coverage_not_converted",
  "mission_coverage",
  "mission_coverage_not_known",
  "few_sectors",
  "sectors_not_known",
  "few_domains",
  "domains_not_known",
  "lens_not_used",
  "lens_value_missing",
  "no_political_leader",
  "no_administrator",
  "class_not_known",
  "stance_not_known",
  "opposition_unanswered",
  "lead_level_not_known",
  "not_handed_over",
  "no_committed_money",
  "few_finance_kinds",
  "few_provider_sectors",
  "finance_kinds_not_known",
  "provider_sectors_not_known",
  "providers_not_known",
  "one_provider",
  "largest_provider",
  "no_conditions",
  "no_theory",
  "no_risk",
  "risk_not_mitigated",
  "risk_not_owned",
  "score_not_known",
  "no_evidence",
  "no_dissent",
  "overload",
  "large_load",
  "largest_load",
  "no_source",
  "decision_late",
  "decision_undated",
  "decision_status_not_known",
  "decision_blocks",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export interface Finding {
  /** Notes and warnings do not change the state. */
  readonly weight: "fail" | "not_known" | "warning" | "note";
  readonly code: FindingCode;
  /** The cards concerned, the one it is about first. */
  readonly cards: readonly CardId[];
  readonly mend: Mend | null;
  /** Figures for the sentence. Shares are 0 to 1, money is in `currency`; null is "not known". */
  readonly values: Readonly<Record<string, number | string | null>>;
}

export interface Check {
  readonly id: string;
  readonly group: CheckGroup;
  readonly severity: Severity;
  /** Null: the map has nothing the check is about. */
  readonly run: (ask: Ask) => readonly Finding[] | null;
}

const finding =
  (weight: Finding["weight"]) =>
  (
    code: FindingCode,
    cards: readonly CardId[],
    mend: Mend | null = null,
    values: Finding["values"] = {},
  ): Finding => ({ weight, code, cards, mend, values });

export const fails = finding("fail");
export const notKnown = finding("not_known");
export const warns = finding("warning");
export const notes = finding("note");

/** Opens a field of a card. */
export const openField = (card: CardId, field: string): Mend => ({ kind: "field", card, field });

/** Gives somebody a role on a card. */
export const giveRole = (card: CardId, role: ResponsibilityRole): Mend => ({
  kind: "link",
  type: "responsible",
  other: card,
  end: "to",
  role,
});

/** The findings of each item in turn; null when there are no items. */
export function each<Item>(
  items: Iterable<Item>,
  find: (item: Item) => readonly Finding[],
): readonly Finding[] | null {
  const all = [...items];
  return all.length === 0 ? null : all.flatMap(find);
}
