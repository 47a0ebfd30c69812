/** Settings of the map as a whole. */
import { currency, date, type Fields, flag, longText, records, TITLE_TEXT, text } from "./fields.ts";

const MAP_FIELDS = {
  title: text(TITLE_TEXT),
  description: longText(),
  place: text(),
  currency: currency(),
  /** The day to which the map's figures speak. */
  asOf: date(),
  /** The map is an example whose cards are meant to be replaced. */
  replace: flag(),
  sources: records("source"),
  ownLenses: records("ownLens"),
  switchedOffChecks: records("switchedOffCheck"),
  currencyRates: records("currencyRate"),
  advantage: records("advantage"),
} as const satisfies Fields;

export type MapFields = typeof MAP_FIELDS;

/** The table without its exact types, for code that walks it. */
export const fieldsOfMap: Fields = MAP_FIELDS;
