/**
 * Small records that live in lists: on a card (figures, targets, participation...) or on the map (sources, rates...).
 * `sortBy` is the order in which a list is read; records that tie stand as the card was made with them (as its file
 * lists them), then those added since by their ids, which tell when. With `elseBy` that field stands in where the first is missing, and a record with neither comes last. `sameBy` names what makes two records the
 * same when a block of them is brought in.
 */
import {
  cardOf,
  currency,
  date,
  type Fields,
  figure,
  flag,
  longText,
  manyOf,
  number,
  oneOf,
  source,
  text,
  url,
  whole,
  words,
} from "./fields.ts";

interface RecordTable {
  readonly fields: Fields;
  readonly sortBy: string | null;
  readonly elseBy?: string;
  /** The first of them has to be known. */
  readonly sameBy?: readonly string[];
}

/** A figure of one day, with where it is from. */
export const point = {
  date: date(),
  value: number(),
  source: source(),
  status: text(60),
  note: text(2000),
  derived: flag(),
} as const;

export const RECORDS = {
  /** A published number that is not an indicator. */
  figure: {
    fields: {
      label: text(),
      value: figure(),
      unit: text(80),
      /** As published: 2023, or a financial year such as 2022/23. */
      year: text(20),
      source: source(),
      approx: flag(),
      derived: flag(),
      note: text(2000),
    },
    sortBy: null,
  },
  /** A target or an actual of an indicator, in the indicator's unit. */
  point: { fields: point, sortBy: "date", sameBy: ["date", "source"] },
  /** A season of a mission, with the level that leads it. */
  phase: {
    fields: {
      name: text(120),
      start: date(),
      end: date(),
      leadLevel: oneOf("level"),
      focus: longText(),
      source: source(),
      note: text(2000),
    },
    sortBy: "start",
    elseBy: "end",
  },
  /** One occasion on which people took part. `changed` says what became of it. */
  participation: {
    fields: {
      date: date(),
      method: text(),
      influence: oneOf("influence"),
      people: whole(0, 1e10, "people"),
      groups: words(),
      changed: text(2000),
      source: source(),
      note: text(2000),
    },
    sortBy: "date",
  },
  /** One person's rating of one item of a lens, 0 to 4. */
  assessment: {
    fields: {
      lens: text(64),
      item: text(64),
      score: whole(0, 4, "points"),
      raterRole: text(120),
      date: date(),
      workshopId: text(64),
      note: text(2000),
    },
    sortBy: "date",
  },
  /** Expected effect on an indicator, in `unit`; confidence 1 (low) to 3 (high). */
  contribution: {
    fields: {
      indicatorId: cardOf("indicator"),
      low: number(),
      high: number(),
      unit: text(80),
      confidence: whole(1, 3, "points"),
      from: date(),
      source: source(),
    },
    sortBy: "from",
  },
  /** Something an actor may do, with the evidence for it. */
  lever: { fields: { lever: oneOf("lever"), evidence: text(2000) }, sortBy: null },
  /** A place to read more. */
  reference: { fields: { label: text(), url: url() }, sortBy: null },
  /** A document or dataset that figures of the map cite by its id. */
  source: {
    fields: { title: text(), publisher: text(), year: date(), url: url(), licence: text(), note: text(2000) },
    sortBy: null,
  },
  /** A framework of the council's own; `values` are its items. */
  ownLens: {
    fields: { name: text(120), values: words(120), rated: flag(), note: text(2000) },
    sortBy: "name",
  },
  /** A health check switched off on this map, and why. The record's id is the check's id. */
  switchedOffCheck: { fields: { reason: text(2000) }, sortBy: null },
  /** Levels held to be good at a function on this map, in place of the usual ones. The record's id is the function. */
  advantage: { fields: { levels: manyOf("level") }, sortBy: null },
  /** What one unit of `from` is worth in `to` on a date, as entered by a person. */
  currencyRate: {
    fields: {
      from: currency(),
      to: currency(),
      rate: number({ min: 0 }),
      date: date(),
      source: source(),
    },
    sortBy: "date",
    sameBy: ["date", "from", "to", "source"],
  },
} as const satisfies Record<string, RecordTable>;

export type RecordName = keyof typeof RECORDS;

/** The table without its exact types, for code that walks it. */
export const recordTable = (name: RecordName): RecordTable => RECORDS[name];
