/**
 * The types of values, worked out from the tables: a card's `targets` is a list of points because its table says so.
 * Any value may be missing or `null`; both mean "not known".
 */
import type { CARD_FIELDS } from "./cardTypes.ts";
import type { CardType, EnumName, EnumValue } from "./enums.ts";
import type { money } from "./fields.ts";
import type { CardId, LinkId, RecordId } from "./ids.ts";
import type { LINK_FIELDS, LinkType } from "./linkTypes.ts";
import type { MapFields } from "./mapSettings.ts";
import type { RECORDS, RecordName } from "./records.ts";

/** The type of a field's value, `null` aside. */
export type ValueOf<Spec> = Spec extends { kind: "text" | "date" | "currency" | "source" | "url" }
  ? string
  : Spec extends { kind: "enum"; of: infer Name extends EnumName }
    ? EnumValue<Name>
    : Spec extends { kind: "enumList"; open: true }
      ? readonly string[]
      : Spec extends { kind: "enumList"; of: infer Name extends EnumName }
        ? readonly EnumValue<Name>[]
        : Spec extends { kind: "number" }
          ? number
          : Spec extends { kind: "flag" }
            ? boolean
            : Spec extends { kind: "words" }
              ? readonly string[]
              : Spec extends { kind: "figure" }
                ? number | string
                : Spec extends { kind: "card" }
                  ? CardId
                  : Spec extends { kind: "phase" }
                    ? RecordId
                    : Spec extends { kind: "group"; parts: infer Parts }
                      ? ValuesOf<Parts>
                      : Spec extends { kind: "rows"; parts: infer Parts }
                        ? readonly ValuesOf<Parts>[]
                        : Spec extends { kind: "records"; record: infer Name extends RecordName }
                          ? readonly RecordTypes[Name][]
                          : Spec extends { kind: "lenses" }
                            ? LensTags
                            : never;

/** The values of a set of fields; any of them may be missing or not known. */
export type ValuesOf<Parts> = { readonly [Name in keyof Parts]?: ValueOf<Parts[Name]> | null };

/** Tags by lens id. SDGs are numbers, all others words. */
export type LensTags = Readonly<Record<string, readonly (string | number)[]>>;

export type RecordTypes = {
  readonly [Name in RecordName]: { readonly id: RecordId } & ValuesOf<(typeof RECORDS)[Name]["fields"]>;
};
export type Point = RecordTypes["point"];
export type Phase = RecordTypes["phase"];
export type Money = ValueOf<ReturnType<typeof money>>;

/** A place on the canvas in whole units. */
export type Position = readonly [number, number];

/** Id and fields of a `part_of` link as a file gave them. */
export interface HomeLink {
  readonly id?: LinkId;
  readonly note?: string | null;
  readonly derived?: boolean | null;
}

/** What every card has besides its fields. */
export interface CardCore<Type extends CardType = CardType> {
  readonly id: CardId;
  readonly type: Type;
  /** Always present; an untitled card has the empty text. */
  readonly title: string;
  /** The parent as stored. It may be missing or lead in a circle: ask `derive/tree` for the tree. */
  readonly home: CardId | null;
  /** What a file said of the link to the home, kept until the card moves. */
  readonly homeLink: HomeLink | null;
  /** Fractional index among its siblings. */
  readonly order: string | null;
  /** Relative to the corner of the lane for cards in lanes, else to the canvas origin; null: placed by the layout. */
  readonly pos: Position | null;
}
export type CardOf<Type extends CardType> = CardCore<Type> &
  Omit<ValuesOf<(typeof CARD_FIELDS)[Type]>, "title">;
/** Any card; `card.type` narrows it. */
export type Card = { [Type in CardType]: CardOf<Type> }[CardType];

export interface LinkCore<Type extends LinkType = LinkType> {
  readonly id: LinkId;
  readonly type: Type;
  readonly from: CardId;
  readonly to: CardId;
}
export type LinkOf<Type extends LinkType> = LinkCore<Type> & ValuesOf<(typeof LINK_FIELDS)[Type]>;
/** Any link but `part_of`, which is read from `card.home`; `link.type` narrows it. */
export type StoredLinkType = Exclude<LinkType, "part_of">;
export type Link = { [Type in StoredLinkType]: LinkOf<Type> }[StoredLinkType];

export type MapSettings = ValuesOf<MapFields> & { readonly title: string };
