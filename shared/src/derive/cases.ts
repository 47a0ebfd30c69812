/**
 * The cases of a map as another map may compare and copy them: evidence that says something of its place, with its
 * words and with sources written out, since the ids of one map mean nothing on another. Prompts are no cases.
 */
import type { MapSnapshot } from "../read/snapshot.ts";
import type { EnumValue } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import type { CardOf, RecordTypes } from "../schema/values.ts";
import { type PROFILE_FIELDS, tellsOfItsPlace, worded } from "./library.ts";

export interface MapCase {
  readonly card: CardId;
  readonly title: string;
  readonly summary: string | null;
  readonly kind: EnumValue<"evidenceKind"> | null;
  readonly year: string | null;
  readonly group: string | null;
  readonly profile: { readonly [Field in (typeof PROFILE_FIELDS)[number]]: string | null };
  readonly lesson: string | null;
  readonly transferable: EnumValue<"transferable"> | null;
  readonly transferableWhy: string | null;
  readonly links: readonly { readonly label: string | null; readonly url: string }[];
  /** In words; null: not known. */
  readonly source: string | null;
}

/** What a citation says: the map's source it names, written out, or its own words. */
function sourceWords(sources: readonly RecordTypes["source"][], cited: string | null): string | null {
  const known = sources.find(({ id }) => id === cited);
  if (!known) return cited;
  return [known.title || cited, known.publisher, known.year].filter(Boolean).join(", ");
}

function caseOf(card: CardOf<"evidence">, sources: readonly RecordTypes["source"][]): MapCase {
  const profile = card.caseProfile ?? {};
  return {
    card: card.id,
    title: card.title,
    summary: worded(card.summary),
    kind: card.kind ?? null,
    year: worded(card.year),
    group: worded(card.group),
    profile: {
      region: worded(profile.region),
      size: worded(profile.size),
      governance: worded(profile.governance),
      civilSociety: worded(profile.civilSociety),
      contactRole: worded(profile.contactRole),
    },
    lesson: worded(card.lesson),
    transferable: card.transferable?.verdict ?? null,
    transferableWhy: worded(card.transferable?.why),
    links: (card.links ?? []).flatMap(({ label, url }) => (url ? [{ label: worded(label), url }] : [])),
    source: sourceWords(sources, worded(card.source)),
  };
}

/** Every case of a map, in the order of ids. Works on any map. */
export const casesOf = ({ cards, settings }: Pick<MapSnapshot, "cards" | "settings">): readonly MapCase[] =>
  [...cards.values()].flatMap((card) =>
    card.type === "evidence" && !card.placeholder && tellsOfItsPlace(card.group, card.caseProfile)
      ? [caseOf(card, settings.sources ?? [])]
      : [],
  );
