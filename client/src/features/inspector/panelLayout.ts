/**
 * What stands where in the panel of each card type: a few rows that people need first, then groups of the rest. Pure.
 * Every field of a type stands in one place, or it could not be reached; the title and the summary are the panel's head.
 */
import type { CardType, ResponsibilityRole } from "@trellis/shared/schema/enums";
import type { StoredLinkType } from "@trellis/shared/schema/values";

/** A row of chips: the cards joined to this one by a kind of link. */
export interface ChipsRow {
  readonly kind: "chips";
  readonly type: StoredLinkType;
  readonly direction: "out" | "in";
}
export type LeadRow =
  | { readonly kind: "field"; readonly name: string }
  /** Beginning and end in one row, named by a key under `inspector.span`. */
  | { readonly kind: "span"; readonly name: string; readonly from: string; readonly to: string }
  | { readonly kind: "home" }
  /** Who answers for the card, one row of chips for each role. */
  | { readonly kind: "roles" }
  | ChipsRow;

export interface FieldGroup {
  /** Key of its heading under `inspector.group`. */
  readonly id: string;
  readonly fields: readonly string[];
}

export interface PanelLayout {
  readonly lead: readonly LeadRow[];
  /** After the description. The first is open until somebody closes it. */
  readonly groups: readonly FieldGroup[];
}

const field = (name: string): LeadRow => ({ kind: "field", name });
const fields = (...names: string[]): LeadRow[] => names.map(field);
const chips = (type: StoredLinkType, direction: "out" | "in"): ChipsRow => ({
  kind: "chips",
  type,
  direction,
});
const group = (id: string, ...names: string[]): FieldGroup => ({ id, fields: names });
const HOME: LeadRow = { kind: "home" };
const ROLES: LeadRow = { kind: "roles" };

const LENSES = group("lenses", "lenses", "lensSource");
const sources = (...names: string[]) =>
  group("sources", "figures", "source", ...names, "note", "placeholder");

export const PANEL_LAYOUTS: Readonly<Record<CardType, PanelLayout>> = {
  grand_challenge: { lead: [chips("addresses", "in")], groups: [LENSES, sources()] },
  mission: {
    lead: [
      field("statement"),
      chips("addresses", "out"),
      ...fields("level", "status"),
      ROLES,
      { kind: "span", name: "years", from: "startYear", to: "targetYear" },
      ...fields("place", "cost"),
    ],
    groups: [
      group("way", "theoryOfChange", "phases", "baseCurrency"),
      group("participation", "participation"),
      group("ratings", "assessments", "rubric"),
      LENSES,
      sources("statusSource"),
    ],
  },
  challenge: {
    lead: [HOME, ...fields("level", "status"), ROLES, field("domains")],
    groups: [
      group("way", "phase", "diagnostic"),
      group("participation", "participation"),
      LENSES,
      sources("statusSource"),
    ],
  },
  project: {
    lead: [
      HOME,
      ...fields("level", "status"),
      ROLES,
      { kind: "span", name: "dates", from: "start", to: "end" },
      field("cost"),
    ],
    groups: [
      group("about", "kind", "maturity", "domains", "phase", "targetGroups", "theme", "themeSource"),
      group("effects", "contributions", "functionsNeeded", "leversNeeded", "riskReward"),
      group("participation", "participation"),
      LENSES,
      sources("statusSource"),
    ],
  },
  instrument: {
    lead: [HOME, ...fields("kind", "level", "status"), ROLES, field("start")],
    groups: [
      group("effects", "functions", "leversNeeded", "contributions", "phase"),
      LENSES,
      sources("statusSource"),
    ],
  },
  actor: {
    lead: [...fields("kind", "level", "sector"), chips("member_of", "out"), field("place")],
    groups: [
      group("powers", "functions", "levers"),
      group("about", "stakeholderClass", "orgId"),
      LENSES,
      sources(),
    ],
  },
  indicator: {
    lead: [
      chips("measures", "out"),
      ...fields("kind", "unit", "direction"),
      ROLES,
      ...fields("baseline", "targets", "actuals"),
    ],
    groups: [
      group("measuring", "path", "cadenceMonths", "lagMonths", "dataSource", "disaggregation"),
      LENSES,
      sources(),
    ],
  },
  funding: {
    lead: [
      chips("provides", "in"),
      field("kind"),
      field("total"),
      chips("funds", "out"),
      field("conditions"),
    ],
    groups: [group("terms", "currency", "payOn"), LENSES, sources()],
  },
  risk: {
    lead: [
      chips("threatens", "out"),
      ...fields("kind", "likelihood", "impact", "response"),
      chips("mitigates", "in"),
      ROLES,
      field("reviewDate"),
    ],
    groups: [LENSES, sources()],
  },
  evidence: {
    lead: [chips("supports", "out"), ...fields("kind", "year", "lesson", "transferable")],
    groups: [group("about", "links", "caseProfile", "group"), LENSES, sources()],
  },
  decision: {
    lead: [
      chips("decides", "out"),
      ...fields("status", "date"),
      ROLES,
      ...fields("options", "outcome", "rationale", "reviewDate"),
    ],
    groups: [group("participation", "participation"), LENSES, sources()],
  },
  note: { lead: fields("convertedTo"), groups: [group("about", "workshopId"), LENSES, sources()] },
};

/** Roles whose rows are always there; the others come with their first chip, or on request. */
export const USUAL_ROLES: readonly ResponsibilityRole[] = ["accountable", "responsible"];
