/** Values as people read them, for summaries and for those who may only read. */
import type { FieldSpec } from "@trellis/shared/schema/fields";
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { showDate } from "../../workspace/showDate.ts";
import { isKnown } from "./codecs.ts";
import { useForm } from "./formContext.ts";
import { formatNumber } from "./numbers.ts";

type Parts = Readonly<Record<string, unknown>>;
const SEPARATOR = " · ";

/** A sum in short: £29.0m. Null when the parts are not a sum. */
export function moneyText(parts: Parts): string | null {
  const { amount, currency } = parts;
  if (typeof amount !== "number") return null;
  if (typeof currency !== "string") return formatNumber(amount);
  return new Intl.NumberFormat("en-GB", {
    style: "currency",
    currency,
    notation: "compact",
    maximumFractionDigits: 1,
  }).format(amount);
}

/** Gives a function that turns a value of a field into words. */
export function useValueText(): (spec: FieldSpec, value: unknown) => string {
  const { t } = useTranslation();
  const { sources, phases, cardTitle } = useForm();
  const toText = (spec: FieldSpec, value: unknown): string => {
    if (!isKnown(value)) return "";
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
      case "group": {
        const parts = value as Parts;
        if ("amount" in spec.parts && "currency" in spec.parts) {
          const money = moneyText(parts);
          if (money !== null) return money;
        }
        return Object.entries(spec.parts)
          .map(([name, part]) => toText(part, parts[name]))
          .filter((text) => text !== "")
          .join(SEPARATOR);
      }
      case "rows":
        return (value as readonly Parts[])
          .map((row) =>
            Object.entries(spec.parts)
              .map(([name, part]) => toText(part, row[name]))
              .filter((text) => text !== "")
              .join(" "),
          )
          .join(SEPARATOR);
      case "records":
      case "lenses":
        return "";
      default:
        return String(value);
    }
  };
  return toText;
}
