/**
 * The file format of a map: plain JSON, the shape of the shipped templates, and the one place where a file from
 * outside is decoded. A file either fits whole or is refused with sentences that say where; nothing is dropped in
 * silence. Links of type `part_of` stand among the links; the document keeps them as homes.
 */
import { type Body, bodyMisfit } from "./body.ts";
import { fieldsOfCard } from "./cardTypes.ts";
import { checkFields, type Misfit } from "./checkValue.ts";
import { type CardType, isCardType } from "./enums.ts";
import type { Fields } from "./fields.ts";
import { type CardId, isId, type LinkId } from "./ids.ts";
import { fieldsOfLink, isLinkType, type LinkType, mayLink, REQUIRED_LINK_FIELDS } from "./linkTypes.ts";
import { fieldsOfMap } from "./mapSettings.ts";
import { type RecordName, recordTable } from "./records.ts";
import type { Position } from "./values.ts";

/** A card in a file: its fields, and what else a card has. */
export type FileCard = {
  readonly id: CardId;
  readonly type: CardType;
  /** Position among its siblings, counted from 1. */
  readonly order?: number;
  readonly pos?: Position;
  readonly description?: Body;
} & Readonly<Record<string, unknown>>;

export type FileLink = {
  /** Given on import where missing. */
  readonly id?: LinkId;
  readonly type: LinkType;
  readonly from: CardId;
  readonly to: CardId;
} & Readonly<Record<string, unknown>>;

export interface MapFile {
  readonly id?: string;
  readonly schemaVersion: 1;
  /** Fields of the map's settings; the title is one of them. */
  readonly settings: Readonly<Record<string, unknown>> & { readonly title: string };
  readonly cards: readonly FileCard[];
  readonly links: readonly FileLink[];
}

/** What a file may hold at most. */
export interface FileLimits {
  readonly cards: number;
  readonly links: number;
}

/** Either the file, or sentences that say what is wrong with it (at most 20 of them). */
export type DecodedFile =
  | { readonly file: MapFile; readonly problems?: undefined }
  | { readonly file?: undefined; readonly problems: readonly string[]; readonly tooLarge?: true };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const WRONG: Readonly<Record<Misfit["code"], string>> = {
  not_text: "is not text",
  too_long: "is too long",
  not_listed: "is not one of the allowed values",
  not_a_list: "is not a list",
  too_many: "has too many entries",
  not_a_number: "is not a number",
  out_of_range: "is out of range",
  not_whole: "is not a whole number",
  not_a_date: "is not a date (use 2026, 2026-01 or 2026-01-31)",
  not_yes_or_no: "is neither true nor false",
  not_a_currency: "is not a currency code such as GBP",
  not_an_address: "is not a web address",
  not_an_id: "is not a valid id",
  not_an_object: "is not an object",
  unknown_field: "is not a field here",
};

/** A misfit as a sentence: `cards[3].targets[0].date is not a date ...`. */
function sentence(where: string, misfit: Misfit): string {
  const path = misfit.path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  const limit = misfit.limit === undefined ? "" : ` (limit ${misfit.limit})`;
  return `${where}${path} ${WRONG[misfit.code]}${limit}.`;
}

/** Dates written as empty text mean "not known", at any depth. */
function withoutEmptyDates(fields: Fields, values: Record<string, unknown>): Record<string, unknown> {
  const result = { ...values };
  for (const [name, spec] of Object.entries(fields)) {
    const value = result[name];
    const parts =
      spec.kind === "records"
        ? recordTable(spec.record as RecordName).fields
        : spec.kind === "rows" || spec.kind === "group"
          ? spec.parts
          : null;
    if (spec.kind === "date" && value === "") result[name] = null;
    else if (parts && Array.isArray(value))
      result[name] = value.map((entry) => (isRecord(entry) ? withoutEmptyDates(parts, entry) : entry));
    else if (parts && isRecord(value)) result[name] = withoutEmptyDates(parts, value);
  }
  return result;
}

/** A name in the file may be megabytes long; the sentence about it is not. */
const LONGEST_SENTENCE = 300;

class Problems {
  readonly list: string[] = [];
  add(text: string): void {
    const sentence = text.length > LONGEST_SENTENCE ? `${text.slice(0, LONGEST_SENTENCE)}…` : text;
    if (this.list.length < 20) this.list.push(sentence.toWellFormed());
  }
}

/** The first list of records in which two entries have the same id; the second would replace the first. */
function listWithTwins(fields: Fields, values: Record<string, unknown>): string | null {
  for (const [name, { kind }] of Object.entries(fields)) {
    const entries = values[name];
    if (kind !== "records" || !Array.isArray(entries)) continue;
    const ids = entries.flatMap((entry) => (isRecord(entry) && isId(entry.id) ? [entry.id] : []));
    if (new Set<string>(ids).size < ids.length) return name;
  }
  return null;
}

function decodeCard(raw: unknown, where: string, problems: Problems): FileCard | null {
  if (!isRecord(raw)) return note(problems, `${where} is not an object.`);
  const { id, type, order, pos, description, ...rest } = raw;
  if (!isId(id)) return note(problems, `${where}.id is not a valid id.`);
  if (!isCardType(type)) return note(problems, `${where}.type is not a type of card.`);
  const fields = withoutEmptyDates(fieldsOfCard(type), rest);
  const misfit = checkFields(fieldsOfCard(type), fields);
  if (misfit) return note(problems, sentence(where, misfit));
  const twins = listWithTwins(fieldsOfCard(type), fields);
  if (twins !== null) return note(problems, `${where}.${twins} has two entries with the same id.`);
  if (order !== undefined && order !== null && !Number.isFinite(order))
    return note(problems, `${where}.order is not a number.`);
  if (pos !== undefined && pos !== null && !isPosition(pos))
    return note(problems, `${where}.pos is not two whole numbers.`);
  if (description !== undefined && description !== null) {
    const wrong = bodyMisfit(description);
    if (wrong) return note(problems, `${where}.description is not a text: ${wrong}.`);
  }
  return {
    id: id as CardId,
    type,
    ...fields,
    ...(typeof order === "number" ? { order } : {}),
    ...(isPosition(pos) ? { pos } : {}),
    ...(isRecord(description) ? { description: description as unknown as Body } : {}),
  } as FileCard;
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((part) => Number.isSafeInteger(part) && Math.abs(part) <= 1e9);

const note = (problems: Problems, text: string): null => {
  problems.add(text);
  return null;
};

function decodeLink(
  raw: unknown,
  where: string,
  typeOf: ReadonlyMap<string, CardType>,
  problems: Problems,
): FileLink | null {
  if (!isRecord(raw)) return note(problems, `${where} is not an object.`);
  const { id, type, from, to, ...fields } = raw;
  if (id !== undefined && !isId(id)) return note(problems, `${where}.id is not a valid id.`);
  if (!isLinkType(type)) return note(problems, `${where}.type is not a type of link.`);
  const one = typeOf.get(from as string);
  const other = typeOf.get(to as string);
  if (!one || !other) return note(problems, `${where} joins a card that is not in the file.`);
  if (from === to || !mayLink(type, one, other))
    return note(problems, `${where}: ${type} may not go from ${one} to ${other}.`);
  const misfit = checkFields(fieldsOfLink(type), fields);
  if (misfit) return note(problems, sentence(where, misfit));
  for (const field of REQUIRED_LINK_FIELDS[type] ?? [])
    if (fields[field] === undefined || fields[field] === null)
      return note(problems, `${where}.${field} is missing.`);
  return { ...(id === undefined ? {} : { id }), type, from, to, ...fields } as FileLink;
}

/** Ids that occur twice, and homes beyond a card's first. */
function checkIds(cards: readonly FileCard[], links: readonly FileLink[], problems: Problems): void {
  const seen = new Set<string>();
  for (const card of cards) {
    if (seen.has(card.id)) problems.add(`Two cards have the id ${card.id}.`);
    seen.add(card.id);
  }
  const linkIds = new Set<string>();
  const homes = new Set<string>();
  for (const link of links) {
    if (link.id !== undefined && linkIds.has(link.id)) problems.add(`Two links have the id ${link.id}.`);
    if (link.id !== undefined) linkIds.add(link.id);
    if (link.type === "part_of" && homes.has(link.from)) problems.add(`The card ${link.from} has two homes.`);
    if (link.type === "part_of") homes.add(link.from);
  }
}

/** Decodes a file that has been parsed as JSON. */
export function decodeMapFile(raw: unknown, limits: FileLimits): DecodedFile {
  if (!isRecord(raw)) return { problems: ["The file is not a Trellis map: it holds no object."] };
  const { id, schemaVersion, cards, links, ...settings } = raw;
  if (schemaVersion !== undefined && schemaVersion !== 1) {
    const format =
      typeof schemaVersion === "number" ? `format ${schemaVersion}` : "a format without a number";
    return { problems: [`The file has ${format}; this Trellis reads format 1.`] };
  }
  if (!Array.isArray(cards) || !Array.isArray(links ?? []))
    return { problems: ["The file is not a Trellis map: its cards and links are not lists."] };
  const rawLinks = (links ?? []) as unknown[];
  if (cards.length > limits.cards)
    return {
      problems: [`The file has ${cards.length} cards; a map holds at most ${limits.cards}.`],
      tooLarge: true,
    };
  if (rawLinks.length > limits.links)
    return {
      problems: [`The file has ${rawLinks.length} links; a map holds at most ${limits.links}.`],
      tooLarge: true,
    };
  const problems = new Problems();
  const known = withoutEmptyDates(fieldsOfMap, settings);
  const misfit = checkFields(fieldsOfMap, known);
  if (misfit) problems.add(sentence("map", misfit));
  const twins = listWithTwins(fieldsOfMap, known);
  if (twins !== null) problems.add(`map.${twins} has two entries with the same id.`);
  const decodedCards = cards.flatMap((card, index) => decodeCard(card, `cards[${index}]`, problems) ?? []);
  const typeOf = new Map<string, CardType>(decodedCards.map((card) => [card.id, card.type]));
  const decodedLinks =
    problems.list.length > 0
      ? []
      : rawLinks.flatMap((link, index) => decodeLink(link, `links[${index}]`, typeOf, problems) ?? []);
  checkIds(decodedCards, decodedLinks, problems);
  if (problems.list.length > 0) return { problems: problems.list };
  return {
    file: {
      ...(typeof id === "string" ? { id } : {}),
      schemaVersion: 1,
      settings: { ...known, title: typeof settings.title === "string" ? settings.title : "" },
      cards: decodedCards,
      links: decodedLinks,
    },
  };
}
