/**
 * The fourteen link types: which card types they may join, their fields, and their rules. `part_of` is a link in
 * files and in people's words; the document stores it once, as the home of the lower card.
 */
import { CARD_TYPES, type CardType } from "./enums.ts";
import {
  currency,
  type Fields,
  flag,
  manyOf,
  number,
  oneOf,
  phaseReference,
  source,
  text,
} from "./fields.ts";

export const LINK_TYPES = [
  "addresses",
  "part_of",
  "contributes_to",
  "responsible",
  "member_of",
  "measures",
  "provides",
  "funds",
  "depends_on",
  "threatens",
  "mitigates",
  "supports",
  "decides",
  "relates_to",
] as const;
export type LinkType = (typeof LINK_TYPES)[number];

export interface LinkRules {
  /** Types it may go to, by the type it comes from. */
  readonly ends: Partial<Readonly<Record<CardType, readonly CardType[]>>>;
  /** Following links of this type must never lead back. */
  readonly acyclic?: true;
  /** Every card of these types should have at least one, going out; health checks report, nothing blocks. */
  readonly expectedFrom?: readonly CardType[];
}

const TREE: readonly CardType[] = ["mission", "challenge", "project", "instrument"];
const from = (types: readonly CardType[], to: readonly CardType[]) =>
  Object.fromEntries(types.map((type) => [type, to])) as Partial<Record<CardType, readonly CardType[]>>;

export const LINK_RULES: Readonly<Record<LinkType, LinkRules>> = {
  addresses: { ends: from(["mission", "challenge"], ["grand_challenge"]), expectedFrom: ["mission"] },
  part_of: {
    ends: {
      challenge: ["mission", "challenge"],
      project: ["challenge", "project", "mission"],
      instrument: ["challenge", "mission"],
    },
    acyclic: true,
    expectedFrom: ["challenge", "project", "instrument"],
  },
  contributes_to: { ends: from(["challenge", "project", "instrument"], ["mission", "challenge", "project"]) },
  responsible: { ends: from(["actor"], [...TREE, "indicator", "risk", "decision"]) },
  member_of: { ends: from(["actor"], ["actor"]), acyclic: true },
  measures: { ends: from(["indicator"], TREE), expectedFrom: ["indicator"] },
  provides: { ends: from(["actor"], ["funding"]) },
  funds: { ends: from(["funding"], TREE) },
  depends_on: {
    ends: from(["challenge", "project", "instrument"], ["project", "instrument", "decision", "funding"]),
    acyclic: true,
  },
  threatens: { ends: from(["risk"], [...TREE, "indicator", "funding"]), expectedFrom: ["risk"] },
  mitigates: { ends: from(["project", "instrument", "decision"], ["risk"]) },
  supports: {
    ends: from(
      ["evidence"],
      CARD_TYPES.filter((type) => type !== "note" && type !== "evidence"),
    ),
  },
  decides: { ends: from(["decision"], [...TREE, "indicator", "funding"]), expectedFrom: ["decision"] },
  relates_to: { ends: from(CARD_TYPES, CARD_TYPES) },
};

const last = { note: text(2000), derived: flag() } as const;

export const LINK_FIELDS = {
  addresses: last,
  part_of: last,
  contributes_to: last,
  responsible: { role: oneOf("role"), phase: phaseReference(), functions: manyOf("function"), ...last },
  member_of: last,
  measures: last,
  provides: last,
  funds: {
    amount: number(),
    currency: currency(),
    status: oneOf("fundingStatus"),
    years: text(80),
    conditions: text(2000),
    source: source(),
    ...last,
  },
  depends_on: last,
  threatens: last,
  mitigates: last,
  supports: { stance: oneOf("evidenceStance"), ...last },
  decides: last,
  relates_to: last,
} as const satisfies Record<LinkType, Fields>;

export type LinkFields<Type extends LinkType> = (typeof LINK_FIELDS)[Type];

/** The field tables without their exact types, for code that walks them. */
export const fieldsOfLink = (type: LinkType): Fields => LINK_FIELDS[type];

/** Fields without which a link of this type says nothing. */
export const REQUIRED_LINK_FIELDS: Partial<Readonly<Record<LinkType, readonly string[]>>> = {
  responsible: ["role"],
};

export const isLinkType = (value: unknown): value is LinkType =>
  (LINK_TYPES as readonly unknown[]).includes(value);

/** True when a link of `type` may go from a card of type `one` to a card of type `other`. */
export const mayLink = (type: LinkType, one: CardType, other: CardType): boolean =>
  LINK_RULES[type].ends[one]?.includes(other) ?? false;

/** Every link type allowed from one card type to another, in table order. */
export const linkTypesBetween = (one: CardType, other: CardType): LinkType[] =>
  LINK_TYPES.filter((type) => mayLink(type, one, other));
