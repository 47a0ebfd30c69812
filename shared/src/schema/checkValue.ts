/**
 * Whether a value fits its field. The one validator for everything: operations, reading, files and forms use it.
 * Written by hand because reading checks every value of a map: a schema library costs ten times as much there.
 */
import { ENUMS, type EnumName } from "./enums.ts";
import { type FieldSpec, type Fields, LIST_LIMIT, RECORDS_LIMIT, SHORT_TEXT } from "./fields.ts";
import { isId } from "./ids.ts";
import { LENSES } from "./lenses.ts";
import { type RecordName, recordTable } from "./records.ts";

/** What is wrong: a stable code for the catalogue, and where inside the value (empty: the value itself). */
export interface Misfit {
  readonly code:
    | "not_text"
    | "too_long"
    | "not_listed"
    | "not_a_list"
    | "too_many"
    | "not_a_number"
    | "out_of_range"
    | "not_whole"
    | "not_a_date"
    | "not_yes_or_no"
    | "not_a_currency"
    | "not_an_address"
    | "not_an_id"
    | "not_an_object"
    | "unknown_field";
  readonly path: readonly (string | number)[];
  /** The limit that was passed, where there is one. */
  readonly limit?: number;
}

const misfit = (code: Misfit["code"], limit?: number): Misfit =>
  limit === undefined ? { code, path: [] } : { code, path: [], limit };
const within = (key: string | number, inner: Misfit | null): Misfit | null =>
  inner && { ...inner, path: [key, ...inner.path] };

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const CURRENCY = /^[A-Z]{3}$/;

/** True for `2019`, `2019-04` and `2019-04-30`, and for no day that the calendar lacks. */
export function isDate(value: unknown): value is string {
  if (typeof value !== "string" || !DATE.test(value)) return false;
  if (value.length < 10) return true;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** Half of a character pair is no text: on its way to others it turns into another character. */
const checkText = (value: unknown, max: number): Misfit | null => {
  if (typeof value !== "string" || !value.isWellFormed()) return misfit("not_text");
  return value.length > max ? misfit("too_long", max) : null;
};

function checkNumber(spec: { min?: number; max?: number; whole?: boolean }, value: unknown): Misfit | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return misfit("not_a_number");
  if (spec.whole && !Number.isInteger(value)) return misfit("not_whole");
  if (spec.min !== undefined && value < spec.min) return misfit("out_of_range", spec.min);
  if (spec.max !== undefined && value > spec.max) return misfit("out_of_range", spec.max);
  return null;
}

function checkList(
  value: unknown,
  each: (entry: unknown) => Misfit | null,
  limit: number = LIST_LIMIT,
): Misfit | null {
  if (!Array.isArray(value)) return misfit("not_a_list");
  if (value.length > limit) return misfit("too_many", limit);
  for (let index = 0; index < value.length; index++) {
    const found = within(index, each(value[index]));
    if (found) return found;
  }
  return null;
}

const isListed = (name: EnumName, value: unknown): boolean =>
  (ENUMS[name] as readonly unknown[]).includes(value);

function checkAddress(value: unknown): Misfit | null {
  const text = checkText(value, 2000);
  if (text) return text;
  const parsed = URL.parse(value as string);
  return parsed && (parsed.protocol === "https:" || parsed.protocol === "http:")
    ? null
    : misfit("not_an_address");
}

/** Checks a plain object field by field; `null` and missing values fit everywhere. */
export function checkFields(fields: Fields, value: unknown): Misfit | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return misfit("not_an_object");
  for (const [name, part] of Object.entries(value)) {
    const spec = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!spec) return { code: "unknown_field", path: [name] };
    const found = within(name, checkValue(spec, part));
    if (found) return found;
  }
  return null;
}

/** Checks the tags of one lens. An own lens is not known here, so any short words fit it. */
export function checkLensTags(lensId: string, value: unknown): Misfit | null {
  const lens = LENSES.find((known) => known.id === lensId);
  return checkList(value, (tag) => {
    if (lens) return lens.values.includes(tag as string) ? null : misfit("not_listed");
    return checkText(tag, SHORT_TEXT);
  });
}

/** The first thing wrong with `value` as a value of `spec`, or null when it fits. */
export function checkValue(spec: FieldSpec, value: unknown): Misfit | null {
  if (value === null || value === undefined) return null;
  switch (spec.kind) {
    case "text":
      return checkText(value, spec.max);
    case "enum":
      return isListed(spec.of, value) ? null : misfit("not_listed");
    case "enumList":
      return checkList(value, (entry) => {
        if (spec.open) return checkText(entry, SHORT_TEXT);
        return isListed(spec.of, entry) ? null : misfit("not_listed");
      });
    case "number":
      return checkNumber(spec, value);
    case "date":
      return isDate(value) ? null : misfit("not_a_date");
    case "flag":
      return typeof value === "boolean" ? null : misfit("not_yes_or_no");
    case "words":
      return checkList(value, (entry) => checkText(entry, spec.max));
    case "currency":
      return typeof value === "string" && CURRENCY.test(value) ? null : misfit("not_a_currency");
    case "source":
      return checkText(value, SHORT_TEXT);
    case "figure":
      return typeof value === "number" ? checkNumber({}, value) : checkText(value, SHORT_TEXT);
    case "card":
    case "phase":
      return isId(value) ? null : misfit("not_an_id");
    case "url":
      return checkAddress(value);
    case "group":
      return checkFields(spec.parts, value);
    case "rows":
      return checkList(value, (entry) => checkFields(spec.parts, entry));
    case "records":
      return checkList(value, (entry) => checkRecord(spec.record as RecordName, entry), RECORDS_LIMIT);
    case "lenses":
      return checkLenses(value);
  }
}

/** Checks one record, with or without its id. */
export function checkRecord(name: RecordName, value: unknown): Misfit | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return misfit("not_an_object");
  const { id, ...rest } = value as Record<string, unknown>;
  if (id !== undefined && !isId(id)) return { code: "not_an_id", path: ["id"] };
  return checkFields(recordTable(name).fields, rest);
}

function checkLenses(value: unknown): Misfit | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return misfit("not_an_object");
  for (const [lensId, tags] of Object.entries(value)) {
    const found = isId(lensId)
      ? within(lensId, checkLensTags(lensId, tags))
      : { code: "not_an_id" as const, path: [lensId] };
    if (found) return found;
  }
  return null;
}
