/**
 * Identifiers. All are opaque strings; the brands keep a card id from being passed where a map id belongs.
 * Ids of cards, links and records that come in a file are kept, so only length and characters are checked.
 */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type MapId = Id<"map">;
export type CardId = Id<"card">;
export type LinkId = Id<"link">;
export type RecordId = Id<"record">;
export type TemplateId = Id<"template">;

/** Letters, digits, `.`, `_`, `~`, `:` and `-`; `/` is left out because it parts a list from its record in a key. */
const ID = /^[A-Za-z0-9._~:-]{1,64}$/;
/** Names that would reach an object's prototype; refused wherever a key comes from outside. */
const PROTOTYPE_NAMES: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** True for a string that may be used as an id of any kind. */
export const isId = (value: unknown): value is string =>
  typeof value === "string" && ID.test(value) && !PROTOTYPE_NAMES.has(value);

const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";

/** 128 bits from the platform's generator as 25 letters and digits. Works on plain http, where randomUUID does not. */
function randomId(): string {
  const words = crypto.getRandomValues(new Uint32Array(4));
  let value = 0n;
  for (const word of words) value = (value << 32n) | BigInt(word);
  let text = "";
  for (let digit = 0; digit < 25; digit++) {
    text += ALPHABET[Number(value % 36n)];
    value /= 36n;
  }
  return text;
}

export const newMapId = (): MapId => randomId() as MapId;
export const newCardId = (): CardId => randomId() as CardId;
export const newLinkId = (): LinkId => randomId() as LinkId;
export const newTemplateId = (): TemplateId => randomId() as TemplateId;

/**
 * A record id sorts by the moment it was made, so a list without dates of its own keeps the order in which
 * people added to it. Ids given on import (`importedRecordId`) sort before all of them.
 */
export const newRecordId = (): RecordId =>
  `${Date.now().toString(36).padStart(9, "0")}-${randomId().slice(0, 10)}` as RecordId;

/** The id of the nth record of a list read from a file that names none: the same file gives the same ids. */
export const importedRecordId = (position: number): RecordId =>
  `${String(position).padStart(6, "0")}` as RecordId;
