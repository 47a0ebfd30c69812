/** What operations ask before they write: that things exist and that values fit. Each throws an {@link OpError}. */
import { fieldsOfCard } from "../schema/cardTypes.ts";
import { checkLensTags, checkValue, type Misfit } from "../schema/checkValue.ts";
import { type CardType, isCardType } from "../schema/enums.ts";
import type { FieldSpec, Fields } from "../schema/fields.ts";
import { type CardId, isId, type LinkId } from "../schema/ids.ts";
import { fieldsOfLink, isLinkType, type LinkType } from "../schema/linkTypes.ts";
import type { Entry, MapDraft } from "../schema/mapDoc.ts";
import { MAP_LIMITS } from "../schema/mapLimits.ts";
import { OpError } from "./opError.ts";

/** The card's type; throws when there is no such card. */
export function typeOfCard(draft: MapDraft, id: CardId): CardType {
  const type = draft.cardKey(id, "type");
  if (!isCardType(type)) throw new OpError("unknown_card", "This card is no longer on the map.");
  return type;
}

/** The link's entry and type; throws when there is no such link. */
export function requireLink(draft: MapDraft, id: LinkId): { readonly type: LinkType; readonly entry: Entry } {
  const entry = draft.linkEntry(id);
  if (!entry || !isLinkType(entry.type))
    throw new OpError("unknown_link", "This link is no longer on the map.");
  return { type: entry.type, entry };
}

export function requireSpec(fields: Fields, field: string): FieldSpec {
  const spec = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (!spec) throw new OpError("unknown_field", `There is no field "${field}" here.`);
  return spec;
}

const refuse = (field: string, misfit: Misfit | null): void => {
  if (misfit)
    throw new OpError("invalid_value", `The value of "${field}" does not fit: ${misfit.code}.`, misfit);
};

/** Checks one plain value. Lists of records and lens tags have operations of their own. */
export function requireFit(fields: Fields, field: string, value: unknown): void {
  const spec = requireSpec(fields, field);
  if (spec.kind === "records" || spec.kind === "lenses")
    throw new OpError("unknown_field", `"${field}" is a list: its entries are added one by one.`);
  refuse(field, checkValue(spec, value));
}

export function requireTagsFit(lens: string, tags: readonly (string | number)[] | null): void {
  if (!isId(lens)) throw new OpError("unknown_field", `There is no lens "${lens}".`);
  if (tags) refuse(lens, checkLensTags(lens, tags));
}

export const cardFields = (draft: MapDraft, id: CardId): Fields => fieldsOfCard(typeOfCard(draft, id));
export const linkFields = (type: LinkType): Fields => fieldsOfLink(type);

/**
 * Asks whether the map has room for so many more. The server asks the same of every change; an operation that asks
 * first refuses with nothing lost, where the server could only refuse what is on the page already.
 */
export function requireRoom(
  draft: MapDraft,
  more: { readonly cards?: number; readonly links?: number },
): void {
  const { cards = 0, links = 0 } = more;
  if (
    (cards > 0 && draft.cardCount + cards > MAP_LIMITS.cards) ||
    (links > 0 && draft.linkCount + links > MAP_LIMITS.links)
  )
    throw new OpError("map_full", "The map has no room for so many more cards and links.");
}
