/** What a cell says: to be read, to be written and copied, and to be sorted by. Pure; knows no table. */

import { ENUMS } from "@trellis/shared/schema/enums";
import type { FieldSpec } from "@trellis/shared/schema/fields";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import type { TFunction } from "i18next";
import { codecOf, isKnown } from "../../workspace/values/codecs.ts";
import type { References } from "../../workspace/values/references.ts";
import { type ValueWords, valueText } from "../../workspace/values/valueText.ts";
import type { Column, CountColumn, FieldColumn, WritableColumn } from "./columns.ts";
import type { Joined } from "./joined.ts";

/** What values may name, and the map's own currency, which need not be said. */
export type TableWords = ValueWords & Pick<References, "currency">;

type Values = Readonly<Record<string, unknown>>;

/** The value in the cell of a field; null where nothing is known. */
function valueAt(card: Card, { field, part }: Pick<FieldColumn, "field" | "part">): unknown {
  const value = (card as unknown as Values)[field] ?? null;
  if (part === null) return value === "" ? null : value;
  return typeof value === "object" && value !== null ? ((value as Values)[part] ?? null) : null;
}

/** The same for every cell that is written: for one that names cards, their ids. */
export const valueIn = (joined: Joined, card: Card, column: WritableColumn): unknown =>
  column.kind === "field" ? valueAt(card, column) : joined.value(card, column);

/** Parts of a field that are money; all are in the currency of that field. */
const MONEY: ReadonlySet<string | null> = new Set(["amount", "low", "high", "capital", "revenue"]);
const isMoney = (column: Column): column is FieldColumn => column.kind === "field" && MONEY.has(column.part);

function currencyOf(words: TableWords, card: Card, column: FieldColumn): string | null {
  const currency = valueAt(card, { field: column.field, part: "currency" });
  return typeof currency === "string" ? currency : words.currency;
}

/** The currency of the sum in a cell: its own, else the map's. Null where there is no sum. */
export function currencyAt(words: TableWords, card: Card, column: Column): string | null {
  if (column.kind !== "field" || column.part !== "amount" || !isKnown(valueAt(card, column))) return null;
  return currencyOf(words, card, column);
}

export const countAt = (card: Card, { field }: CountColumn): number | null => {
  const list = (card as unknown as Values)[field];
  return Array.isArray(list) && list.length > 0 ? list.length : null;
};

/** A number alone would be read as the thing itself: one target is not a target of 1. */
export function countText({ t }: Pick<ValueWords, "t">, card: Card, column: CountColumn): string {
  const count = countAt(card, column);
  return count === null ? "" : t(`table.count.${column.field}`, { count });
}

/** As people read it. */
export function shownText(words: TableWords, joined: Joined["text"], card: Card, column: Column): string {
  switch (column.kind) {
    case "field": {
      const text = valueText(words, column.spec, valueAt(card, column));
      const currency = text !== "" && isMoney(column) ? currencyOf(words, card, column) : null;
      return currency && currency !== words.currency ? `${currency} ${text}` : text;
    }
    case "count":
      return countText(words, card, column);
    default:
      return joined(card, column);
  }
}

/** As it is typed and read back: what is edited, copied and pasted. */
export const typedText = (words: ValueWords, column: WritableColumn, value: unknown): string =>
  column.kind === "role"
    ? ((value ?? []) as readonly CardId[]).map(words.cardTitle).join("; ")
    : typedValue(words, column.spec, value);

function typedValue(words: ValueWords, spec: FieldSpec, value: unknown): string {
  if (!isKnown(value)) return "";
  const codec = codecOf(spec, words.sources, true);
  if (codec) return codec.format(value);
  if (spec.kind !== "enumList") return valueText(words, spec, value);
  return (value as readonly string[])
    .map((entry) => words.t(`enum.${spec.of}.${entry}`, { defaultValue: entry }))
    .join("; ");
}

/** For a file or the clipboard: numbers as numbers, the rest as it is typed. */
export function plainCell(
  words: ValueWords,
  joined: Joined,
  card: Card,
  column: Column,
): string | number | null {
  if (column.kind === "count") return countAt(card, column);
  const value = valueIn(joined, card, column);
  return typeof value === "number" ? value : typedText(words, column, value);
}

/** What rows are sorted by; null stands last whichever way. Lists of choices have an order of their own. */
export function sortKey(
  words: TableWords,
  joined: Joined,
  card: Card,
  column: Column,
): string | number | null {
  if (column.kind === "count") return countAt(card, column);
  if (column.kind === "field") {
    const value = valueAt(card, column);
    if (!isKnown(value)) return null;
    if (typeof value === "number") return value;
    if (column.spec.kind === "date") return String(value);
    if (column.spec.kind === "enum") {
      const place = (ENUMS[column.spec.of] as readonly unknown[]).indexOf(value);
      return place < 0 ? null : place;
    }
  }
  return shownText(words, joined.text, card, column) || null;
}

/** The head of a column on screen: money without a currency beside it is in the map's own. */
export function headName(words: TableWords, column: Column): string {
  const name = columnName(words.t, column);
  return isMoney(column) && words.currency
    ? words.t("table.inCurrency", { column: name, currency: words.currency })
    : name;
}

/** The name of a column, as in a file and in what is said. */
export function columnName(t: TFunction, column: Column): string {
  if (column.kind === "home") return t("inspector.partOf");
  if (column.kind === "role") return t(`enum.role.${column.role}`);
  const field = t(`field.${column.field}`);
  if (column.kind === "count") return field;
  const { spec, part } = column;
  const unit = spec.kind === "number" && spec.unit === "months" ? ` ${t("inspector.unit.months")}` : "";
  return part === null || part === "amount"
    ? `${field}${unit}`
    : t("table.partOfField", { field, part: t(`field.${part}`) });
}
