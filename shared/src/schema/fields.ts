/**
 * The language in which fields are described. Tables of card types, link types, records and map settings are written
 * in it; validation, reading, the inspector's controls and the file format all follow from the same description.
 *
 * Every value may also be `null`, which means "not known" and is never shown or counted as zero.
 */
import type { CardType, EnumName } from "./enums.ts";

/** Longest text of one field, in UTF-16 units; about ten pages. */
const LONG_TEXT = 20_000;
export const SHORT_TEXT = 300;
export const TITLE_TEXT = 120;

/** Most entries of one list of words or choices. */
export const LIST_LIMIT = 200;
/** Most records of one list; a council's own data job may send years of daily figures. */
export const RECORDS_LIMIT = 10_000;
/** Larger numbers are not reckoned with: far beyond any figure, and thousands of them can still be summed. */
export const NUMBER_MOST = 1e100;

interface Text {
  readonly kind: "text";
  readonly max: number;
  /** Worth several lines in a form. */
  readonly long?: boolean;
}
interface One<Name extends EnumName> {
  readonly kind: "enum";
  readonly of: Name;
}
interface Many<Name extends EnumName> {
  readonly kind: "enumList";
  readonly of: Name;
  /** The list is only a suggestion: other words are welcome. */
  readonly open?: boolean;
}
interface Numeric {
  readonly kind: "number";
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  /** Key of the unit's label: years, months, points, people. */
  readonly unit?: string;
}
/** ISO date; a year or a year and month are dates too. */
interface Dated {
  readonly kind: "date";
}
interface Flag {
  readonly kind: "flag";
}
/** Free words, one entry each. */
interface Words {
  readonly kind: "words";
  readonly max: number;
}
/** ISO 4217 code. */
interface Currency {
  readonly kind: "currency";
}
/** Id of one of the map's sources, or a citation in words. */
interface Source {
  readonly kind: "source";
}
/** A number as entered, or words where a publication gives only words. */
interface Amount {
  readonly kind: "figure";
}
interface CardReference {
  readonly kind: "card";
  readonly types: readonly CardType[];
}
/** Id of one of the mission's phases. */
interface PhaseReference {
  readonly kind: "phase";
}
/** A web address (http or https). */
interface Address {
  readonly kind: "url";
}
/** Values that only make sense together and are therefore stored as one. */
interface Group<Parts extends Fields> {
  readonly kind: "group";
  readonly parts: Parts;
}
/** Rows without ids inside a group. */
interface Rows<Parts extends Fields> {
  readonly kind: "rows";
  readonly parts: Parts;
}
/** A list to which two people may add at once: one key of the document per record. */
interface Records<Name extends string> {
  readonly kind: "records";
  readonly record: Name;
}
/** Tags of every lens, one key of the document per lens. */
interface Lenses {
  readonly kind: "lenses";
}

export type FieldSpec =
  | Text
  | One<EnumName>
  | Many<EnumName>
  | Numeric
  | Dated
  | Flag
  | Words
  | Currency
  | Source
  | Amount
  | CardReference
  | PhaseReference
  | Address
  | { readonly kind: "group"; readonly parts: Fields }
  | { readonly kind: "rows"; readonly parts: Fields }
  | Records<string>
  | Lenses;

export interface Fields {
  readonly [name: string]: FieldSpec;
}

export const text = (max: number = SHORT_TEXT) => ({ kind: "text", max }) as const;
export const longText = () => ({ kind: "text", max: LONG_TEXT, long: true }) as const;
export const oneOf = <Name extends EnumName>(of: Name): One<Name> => ({ kind: "enum", of });
export const manyOf = <Name extends EnumName>(of: Name): Many<Name> => ({ kind: "enumList", of });
export const openList = <Name extends EnumName>(of: Name) => ({ kind: "enumList", of, open: true }) as const;
export const number = <const Limits extends Omit<Numeric, "kind">>(limits?: Limits) =>
  ({ kind: "number", ...limits }) as const;
export const whole = (min: number, max: number, unit?: string) =>
  ({ kind: "number", whole: true, min, max, ...(unit ? { unit } : {}) }) as const;
export const date = () => ({ kind: "date" }) as const;
export const flag = () => ({ kind: "flag" }) as const;
export const words = (max: number = SHORT_TEXT) => ({ kind: "words", max }) as const;
export const currency = () => ({ kind: "currency" }) as const;
export const source = () => ({ kind: "source" }) as const;
export const figure = () => ({ kind: "figure" }) as const;
export const cardOf = (...types: CardType[]) => ({ kind: "card", types }) as const;
export const phaseReference = () => ({ kind: "phase" }) as const;
export const url = () => ({ kind: "url" }) as const;
export const group = <const Parts extends Fields>(parts: Parts): Group<Parts> => ({ kind: "group", parts });
export const rows = <const Parts extends Fields>(parts: Parts): Rows<Parts> => ({ kind: "rows", parts });
export const records = <Name extends string>(record: Name): Records<Name> => ({ kind: "records", record });
export const lenses = () => ({ kind: "lenses" }) as const;

/** A sum of money with its source. `low` and `high` bound it; `capital` and `revenue` split it. */
export const money = () =>
  group({
    amount: number(),
    currency: currency(),
    source: source(),
    low: number(),
    high: number(),
    capital: number(),
    revenue: number(),
    note: text(2000),
    derived: flag(),
  });
