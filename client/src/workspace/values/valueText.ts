/** Values as people read them, for summaries, tables and those who may only read. Pure. */

import type { FieldSpec } from "@trellis/shared/schema/fields";
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import { numberFormat } from "../../ui/numberFormat.ts";
import { showDate } from "../showDate.ts";
import { isKnown } from "./codecs.ts";
import { formatNumber } from "./numbers.ts";
import type { References } from "./references.ts";

type Parts = Readonly<Record<string, unknown>>;
const SEPARATOR = " · ";

/** What a value may name. */
export type ValueWords = Pick<References, "sources" | "phases" | "cardTitle"> & { readonly t: TFunction };

/** A sum in short: £29.0m. Null when the parts are not a sum. */
export function moneyText(parts: Parts): string | null {
  const { amount, currency } = parts;
  if (typeof amount !== "number") return null;
  if (typeof currency !== "string") return formatNumber(amount);
  return numberFormat({
    style: "currency",
    currency,
    notation: "compact",
    maximumFractionDigits: 1,
  }).format(amount);
}

/** A value of a field in words; empty where nothing is known. */
export function valueText(words: ValueWords, spec: FieldSpec, value: unknown): string {
  if (!isKnown(value)) return "";
  const { t, sources, phases, cardTitle } = words;
  switch (spec.kind) {
    case "enum":
      return t(`enum.${spec.of}.${String(value)}`);
    case "enumList":
      return (value as readonly string[])
        .map((entry) => t(`enum.${spec.of}.${entry}`, { defaultValue: entry }))
        .join(", ");
    case "flag":
      return t(value === true ? "inspector.flag.yes" : "inspector.flag.no");
    case "number":
      return formatNumber(Number(value), spec.whole ? undefined : 1000);
    case "figure":
      return typeof value === "number" ? formatNumber(value) : String(value);
    case "date":
      return showDate(String(value));
    case "words":
      return (value as readonly string[]).join("; ");
    case "source":
      return sources.find((source) => source.id === value)?.title ?? String(value);
    case "phase":
      return phases.find((phase) => phase.id === value)?.label ?? String(value);
    case "card":
      return cardTitle(value as CardId);
    case "group":
      return groupText(words, spec.parts, value as Parts);
    case "rows":
      return (value as readonly Parts[])
        .map((row) => partTexts(words, spec.parts, row).join(" "))
        .join(SEPARATOR);
    case "records":
    case "lenses":
      return "";
    default:
      return String(value);
  }
}

const partTexts = (words: ValueWords, specs: Readonly<Record<string, FieldSpec>>, parts: Parts): string[] =>
  Object.entries(specs)
    .map(([name, part]) => valueText(words, part, parts[name]))
    .filter((text) => text !== "");

function groupText(words: ValueWords, specs: Readonly<Record<string, FieldSpec>>, parts: Parts): string {
  const money = "amount" in specs && "currency" in specs ? moneyText(parts) : null;
  return money ?? partTexts(words, specs, parts).join(SEPARATOR);
}
