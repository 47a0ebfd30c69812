/**
 * The columns of a table of cards, read off the field tables: every field that can be written in one cell, parts of a
 * group each by itself, what it is part of and who has a role on it; lists of records only by their number. Pure.
 */
import { fieldsOfCard, HOMED_TYPES } from "@trellis/shared/schema/cardTypes";
import type { CardType, ResponsibilityRole } from "@trellis/shared/schema/enums";
import { cardOf, type FieldSpec } from "@trellis/shared/schema/fields";
import { LINK_RULES, mayLink } from "@trellis/shared/schema/linkTypes";

interface ColumnCore {
  /** As it stands in the address: `status`, `cost.amount`, `home`, `role.accountable`. */
  readonly key: string;
  /** Place in the panel of a card that says more. */
  readonly place: string;
  /** In rem. */
  readonly width: number;
  /** Numbers stand at the right, so that they can be compared. */
  readonly atEnd: boolean;
  /** What fits in a cell. */
  readonly spec: FieldSpec;
}
/** A field, or one part of a field that is stored as one. */
export interface FieldColumn extends ColumnCore {
  readonly kind: "field";
  readonly field: string;
  readonly part: string | null;
}
/** How many entries a list of a card has; they are written in the card. */
export interface CountColumn extends ColumnCore {
  readonly kind: "count";
  readonly field: string;
}
interface HomeColumn extends ColumnCore {
  readonly kind: "home";
  readonly spec: ReturnType<typeof cardOf>;
}
/** Who has this role today: each of them a card that fits `spec`. */
interface RoleColumn extends ColumnCore {
  readonly kind: "role";
  readonly role: ResponsibilityRole;
  readonly spec: ReturnType<typeof cardOf>;
}
export type Column = FieldColumn | CountColumn | HomeColumn | RoleColumn;
/** What is written in a cell of its own. */
export type WritableColumn = Exclude<Column, CountColumn>;
/** Cells that name other cards. */
export type NamingColumn = HomeColumn | RoleColumn;
export const isNaming = (column: Column): column is NamingColumn =>
  column.kind === "home" || column.kind === "role";
export const isWritable = (column: Column): column is WritableColumn => column.kind !== "count";

/** An amount of money: it has a currency beside it. */
export const isSum = (column: Column): boolean => column.kind === "field" && column.part === "amount";

/** Always the first, and always shown. */
export const TITLE = "title";

const WIDTHS: Readonly<Partial<Record<FieldSpec["kind"], number>>> = {
  number: 7,
  figure: 8,
  date: 8,
  flag: 7,
  currency: 6,
  enum: 10,
  enumList: 15,
  phase: 10,
};
const WORDS_WIDTH = 15;
const TITLE_WIDTH = 20;

const fieldColumn = (field: string, part: string | null, spec: FieldSpec): FieldColumn => ({
  kind: "field",
  key: part === null ? field : `${field}.${part}`,
  place: part === null || part === "amount" || part === "currency" ? field : `${field}.${part}`,
  field,
  part,
  spec,
  width: field === TITLE ? TITLE_WIDTH : (WIDTHS[spec.kind] ?? WORDS_WIDTH),
  atEnd: spec.kind === "number" || spec.kind === "figure",
});

function columnsOfField(field: string, spec: FieldSpec): Column[] {
  switch (spec.kind) {
    case "lenses":
      return [];
    case "records":
      return [{ kind: "count", key: field, place: field, field, spec, width: 8, atEnd: false }];
    case "group":
      return Object.entries(spec.parts).flatMap(([part, own]) =>
        own.kind === "rows" ? [] : [fieldColumn(field, part, own)],
      );
    default:
      return [fieldColumn(field, null, spec)];
  }
}

const roleColumn = (role: ResponsibilityRole): RoleColumn => ({
  kind: "role",
  key: `role.${role}`,
  place: `chips:${role}`,
  role,
  spec: cardOf("actor"),
  width: 14,
  atEnd: false,
});

const homeColumn = (type: CardType): HomeColumn => ({
  kind: "home",
  key: "home",
  place: "home",
  spec: cardOf(...(LINK_RULES.part_of.ends[type] ?? [])),
  width: 14,
  atEnd: false,
});

const made = new Map<CardType, readonly Column[]>();

/** Every column a type can have, the title first. */
export function columnsOf(type: CardType): readonly Column[] {
  const known = made.get(type);
  if (known) return known;
  const [title, ...fields] = Object.entries(fieldsOfCard(type)).flatMap(([name, spec]) =>
    columnsOfField(name, spec),
  );
  const joined: Column[] = [
    ...(HOMED_TYPES.has(type) ? [homeColumn(type)] : []),
    ...(mayLink("responsible", "actor", type) ? [roleColumn("accountable"), roleColumn("responsible")] : []),
  ];
  const columns = title ? [title, ...joined, ...fields] : joined;
  made.set(type, columns);
  return columns;
}

/** Shown until somebody chooses others. */
const FIRST: Readonly<Record<CardType, readonly string[]>> = {
  grand_challenge: ["summary", "source"],
  mission: ["level", "status", "startYear", "targetYear", "role.accountable", "cost.amount", "place"],
  challenge: ["home", "level", "status", "role.accountable", "domains", "phase"],
  project: ["home", "level", "status", "kind", "role.accountable", "start", "end", "cost.amount"],
  instrument: ["home", "level", "kind", "status", "role.accountable", "start"],
  actor: ["level", "sector", "kind", "functions", "place", "levers"],
  indicator: ["kind", "unit", "direction", "path", "baseline.value", "baseline.date", "targets", "actuals"],
  funding: ["kind", "total.amount", "total.currency", "conditions"],
  risk: ["kind", "likelihood", "impact", "response", "role.accountable", "reviewDate"],
  evidence: ["kind", "year", "lesson", "transferable.verdict", "source"],
  decision: ["status", "date", "role.accountable", "outcome", "reviewDate"],
  note: ["summary", "convertedTo"],
};

/** The columns of a type with these keys, in their order; those it has not are left out. Null: the usual ones. */
export function chosenColumns(type: CardType, keys: readonly string[] | null): readonly Column[] {
  const all = new Map(columnsOf(type).map((column) => [column.key, column]));
  return [...new Set([TITLE, ...(keys ?? FIRST[type])])].flatMap((key) => all.get(key) ?? []);
}

/** The columns with the currency of each sum after it, where it is not among them: figures alone do not say it. */
export const withCurrencies = (type: CardType, columns: readonly Column[]): readonly Column[] =>
  columns.flatMap((column) => {
    if (column.kind !== "field" || column.part !== "amount") return [column];
    const key = `${column.field}.currency`;
    const currency = columnsOf(type).find((other) => other.key === key);
    return currency && !columns.includes(currency) ? [column, currency] : [column];
  });

/** True when these are what is shown anyway. */
export const isUsual = (type: CardType, keys: readonly string[]): boolean =>
  chosenColumns(type, keys).length === chosenColumns(type, null).length &&
  chosenColumns(type, keys).every((column, index) => column === chosenColumns(type, null)[index]);
