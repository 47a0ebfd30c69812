/**
 * How each kind of link is drawn, told apart without colour: by its dashes, and for responsibilities by a letter.
 */
import type { ResponsibilityRole } from "@trellis/shared/schema/enums";
import type { Link } from "@trellis/shared/schema/values";
import type { LinkKind } from "../../workspace/linkKinds.ts";

export type { LinkKind } from "../../workspace/linkKinds.ts";

export const kindOf = (link: Link): LinkKind =>
  link.type === "responsible" ? (link.role ?? "responsible") : link.type;

/** Letter or sign in the small circle of a responsibility. */
const ROLE_SIGNS: Readonly<Record<ResponsibilityRole, string>> = {
  accountable: "A",
  responsible: "R",
  consulted: "C",
  informed: "I",
  champion: "★",
  convenor: "◆",
};

export const signOf = (kind: LinkKind): string | null =>
  Object.hasOwn(ROLE_SIGNS, kind) ? ROLE_SIGNS[kind as ResponsibilityRole] : null;

/** Lengths of dash and gap in world units; an empty list is a whole line. */
export const DASHES: Readonly<Record<LinkKind, readonly number[]>> = {
  part_of: [],
  accountable: [],
  responsible: [],
  consulted: [6, 4],
  informed: [2, 4],
  champion: [6, 4],
  convenor: [6, 4],
  addresses: [10, 4],
  contributes_to: [10, 5],
  depends_on: [4, 4],
  member_of: [1, 5],
  measures: [2, 3],
  provides: [8, 3, 2, 3],
  funds: [8, 3, 2, 3],
  threatens: [4, 2],
  mitigates: [4, 2, 1, 2],
  supports: [2, 5],
  decides: [12, 3],
  relates_to: [1, 3],
};

/** Kinds whose direction has to be seen: they end in an arrow head. */
export const ARROWED: ReadonlySet<LinkKind> = new Set([
  "depends_on",
  "contributes_to",
  "threatens",
  "mitigates",
]);
