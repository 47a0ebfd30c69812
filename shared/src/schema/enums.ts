/**
 * The twelve card types and every closed list of the field, in the order people expect to see it. Labels live in the client's catalogue under
 * `enum.<list>.<value>`. A value never changes its spelling: stored maps use it.
 */
export const CARD_TYPES = [
  "grand_challenge",
  "mission",
  "challenge",
  "project",
  "instrument",
  "actor",
  "indicator",
  "funding",
  "risk",
  "evidence",
  "decision",
  "note",
] as const;
export type CardType = (typeof CARD_TYPES)[number];
export const isCardType = (value: unknown): value is CardType =>
  (CARD_TYPES as readonly unknown[]).includes(value);

export const ENUMS = {
  /** From the widest to the nearest; for actors outside government, the scale at which they act. */
  level: ["supranational", "national", "regional", "city_region", "municipal", "neighbourhood"],
  /** `mixed` is for partnerships only. */
  sector: ["public", "private", "civil_society", "academia", "philanthropy", "mixed"],
  /** Offered, not enforced: a council may name domains of its own. */
  domain: [
    "energy",
    "built_environment",
    "housing",
    "transport",
    "waste_circular",
    "nature",
    "water",
    "food",
    "health",
    "education",
    "skills",
    "welfare",
    "culture",
    "digital",
    "finance",
    "industry",
    "public_administration",
    "research",
    "engagement",
  ],
  status: ["idea", "proposed", "approved", "in_delivery", "completed", "paused", "stopped"],
  instrumentStatus: ["idea", "proposed", "in_force", "repealed"],
  decisionStatus: ["open", "decided", "superseded"],
  maturity: ["explore", "prototype", "demonstrate", "scale", "embed"],
  projectKind: ["delivery", "pilot", "research", "capability", "engagement", "platform", "place", "reform"],
  instrumentKind: [
    "regulation",
    "planning_policy",
    "tax",
    "procurement",
    "incentive",
    "standard",
    "data_agreement",
    "agreement",
    "organisation",
    "information",
  ],
  actorKind: ["organisation", "partnership", "role", "community"],
  stakeholderClass: [
    "political_leader",
    "innovation_staff",
    "administrator",
    "tech_leader",
    "civil_society",
    "resident_group",
    "business",
    "funder",
    "researcher",
  ],
  /** What a level of government is good at (Bradford): the first six local, the rest senior. */
  function: [
    "convene",
    "plan_land_use",
    "engage_local_bodies",
    "secure_upper_support",
    "fit_to_local",
    "deliver_services",
    "resource_infrastructure",
    "transfer_practice",
    "regulate",
    "fiscal_tools",
    "equity_guarantee",
  ],
  /** RACI and two roles of mission practice. */
  role: ["accountable", "responsible", "consulted", "informed", "champion", "convenor"],
  /** What an actor may do, as against what its level is good at. */
  lever: ["regulate", "tax", "spend", "procure", "own", "plan", "convene", "advise"],
  financeKind: [
    "own_budget",
    "redirected_budget",
    "grant",
    "tax",
    "user_charge",
    "loan",
    "bond",
    "private_investment",
    "patient_capital",
    "pay_for_success",
    "guarantee",
    "in_kind",
    "crowdfunding",
  ],
  fundingStatus: ["idea", "sought", "offered", "committed", "spent", "withdrawn"],
  indicatorKind: ["input", "process", "output", "outcome", "impact"],
  direction: ["increase", "decrease", "maintain", "stay_below"],
  /** Shape of the path from baseline to target; the verdict depends on it, so it is always an explicit choice. */
  path: ["linear", "compound", "stepped", "budget"],
  influence: ["inform", "consult", "involve", "collaborate", "empower"],
  evidenceKind: ["case_study", "study", "dataset", "citizen_input", "interview"],
  evidenceStance: ["supports", "challenges", "inspires"],
  transferable: ["yes", "partly", "no"],
  riskKind: ["risk", "assumption", "barrier"],
  riskResponse: ["avoid", "reduce", "share", "accept"],
} as const;

export type EnumName = keyof typeof ENUMS;
export type EnumValue<Name extends EnumName> = (typeof ENUMS)[Name][number];
export type Level = EnumValue<"level">;
export type ResponsibilityRole = EnumValue<"role">;

/** True when `value` belongs to the list. */
export const isEnumValue = <Name extends EnumName>(name: Name, value: unknown): value is EnumValue<Name> =>
  (ENUMS[name] as readonly unknown[]).includes(value);
