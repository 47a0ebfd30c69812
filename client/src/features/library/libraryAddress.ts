/**
 * What this view alone keeps in the address: `?part=decisions&decision=due,open`, `?kind=study&year=2021&transferable=yes`,
 * and what cases are compared with: `?like=<card>` or `?like=typed&likeRegion=North`. What goes without saying is left
 * out, a value that is none is read as no choice, and other keys are not touched. Pure.
 */
import { DECISION_STATES, type DecisionState } from "@trellis/shared/derive/decisions";
import { COMPARED, type Compared } from "@trellis/shared/derive/library";
import { ENUMS, type EnumValue } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { allNamed, cardIn, chosen, named, unlessFirst, withChoices } from "../../workspace/addressChoices.ts";

export const PARTS = ["evidence", "decisions", "risks", "portfolio"] as const;
export type Part = (typeof PARTS)[number];

/** What is known of a place that was typed in. */
export type TypedPlace = { readonly [Field in Compared]: string };
export const NO_PLACE: TypedPlace = { group: "", region: "", size: "", governance: "", civilSociety: "" };

/** Cases are compared with one of this map, or with a place that was typed in. */
export type ComparedWith =
  | { readonly kind: "card"; readonly card: CardId }
  | { readonly kind: "typed"; readonly place: TypedPlace };

/** Beside the states there are: decided, and due for review. */
export const DECISION_CHOICES = [...DECISION_STATES, "review"] as const;
export type DecisionChoice = DecisionState | "review";

export interface LibraryAddress {
  readonly part: Part;
  readonly kind: EnumValue<"evidenceKind"> | null;
  readonly year: string | null;
  readonly transferable: EnumValue<"transferable"> | null;
  readonly like: ComparedWith | null;
  readonly decisions: readonly DecisionChoice[];
}

/** Cases are compared where the list of evidence stands otherwise. */
export const isComparing = ({ part, like }: LibraryAddress): boolean => part === "evidence" && like !== null;

const TYPED = "typed";
/** Longest text of a place that is read from an address. */
const LONGEST = 300;

const placeKey = (field: Compared): string => `like${field.charAt(0).toUpperCase()}${field.slice(1)}`;

export function readLibrary(search: string): LibraryAddress {
  const params = new URLSearchParams(search);
  const year = params.get("year");
  return {
    part: chosen(PARTS, params.get("part")),
    kind: named(ENUMS.evidenceKind, params.get("kind")),
    year: year !== null && /^\d{4}$/.test(year) ? year : null,
    transferable: named(ENUMS.transferable, params.get("transferable")),
    like: readLike(params),
    decisions: allNamed(DECISION_CHOICES, params.get("decision")),
  };
}

function readLike(params: URLSearchParams): ComparedWith | null {
  const like = params.get("like");
  if (like === TYPED) {
    const told = COMPARED.map((field) => [field, (params.get(placeKey(field)) ?? "").slice(0, LONGEST)]);
    return { kind: "typed", place: { ...NO_PLACE, ...Object.fromEntries(told) } };
  }
  const card = cardIn(like);
  return card && { kind: "card", card };
}

/** `search` with these choices written into it. */
export function writeLibrary(search: string, address: LibraryAddress): string {
  const { part, kind, year, transferable, like, decisions } = address;
  const place = like?.kind === "typed" ? like.place : NO_PLACE;
  return withChoices(search, {
    part: unlessFirst(PARTS, part),
    kind,
    year,
    transferable,
    decision: decisions.join(","),
    like: like === null ? null : like.kind === "typed" ? TYPED : like.card,
    ...Object.fromEntries(COMPARED.map((field) => [placeKey(field), place[field].trim()])),
  });
}
