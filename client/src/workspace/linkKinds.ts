/**
 * The kinds of links people switch on and off: a link type, or for `responsible` the role, since roles are looked at
 * one by one.
 */
import type { ResponsibilityRole } from "@trellis/shared/schema/enums";
import type { LinkType } from "@trellis/shared/schema/linkTypes";

export type LinkKind = Exclude<LinkType, "responsible"> | ResponsibilityRole;

/** Every kind, in the order in which they are offered. */
export const LINK_KINDS: readonly LinkKind[] = [
  "part_of",
  "accountable",
  "responsible",
  "consulted",
  "informed",
  "champion",
  "convenor",
  "addresses",
  "contributes_to",
  "depends_on",
  "member_of",
  "measures",
  "provides",
  "funds",
  "threatens",
  "mitigates",
  "supports",
  "decides",
  "relates_to",
];

/**
 * Kinds drawn from the start: the tree, who answers, and what ties satellites to their cards. On the Greater
 * Manchester map everything else would be 180 further lines; they show for the card one looks at.
 */
export const FIRST_KINDS: ReadonlySet<LinkKind> = new Set<LinkKind>([
  "part_of",
  "accountable",
  "addresses",
  "measures",
  "funds",
  "threatens",
  "supports",
  "decides",
]);
