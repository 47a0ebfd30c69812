/**
 * Between what is typed and what is stored, for every kind of field that is typed. Pure. A text that does not fit
 * gives the reason and is never written; empty text is "not known". Whether a value fits is asked of the one shared
 * validator, so the form cannot accept what an operation would refuse.
 */
import { checkValue, type Misfit } from "@trellis/shared/schema/checkValue";
import type { FieldSpec } from "@trellis/shared/schema/fields";
import type { RecordId } from "@trellis/shared/schema/ids";
import { showDate } from "../showDate.ts";
import { type DateFault, dateFault, daysMeant, readDate } from "./dates.ts";
import { formatNumber, numberMeant, readNumber } from "./numbers.ts";

/** What is wrong with a text. Dates are looked at more closely than a stored value, whatever it is, can be. */
type TypedMisfit = Omit<Misfit, "code"> & { readonly code: Misfit["code"] | DateFault["code"] };

export type Typed =
  | { readonly value: unknown; readonly misfit?: undefined; readonly hints?: undefined }
  | {
      readonly misfit: TypedMisfit;
      readonly value?: undefined;
      /** Texts that fit and may be meant; never taken unasked. */
      readonly hints?: readonly string[];
    };

export interface Codec {
  /** For typing: plain, and read back as the same value. */
  readonly format: (value: unknown) => string;
  /** For reading, where that differs. */
  readonly show?: (value: unknown) => string;
  readonly parse: (text: string) => Typed;
}

/** A source people may cite by its title. */
export interface NamedSource {
  readonly id: RecordId;
  readonly title: string;
  readonly url?: string | null;
}

const checked = (spec: FieldSpec, value: unknown): Typed => {
  const misfit = checkValue(spec, value);
  return misfit ? { misfit } : { value };
};

const asText = (value: unknown): string => (typeof value === "string" ? value : "");
const asNumber = (value: unknown): string => (typeof value === "number" ? String(value) : "");
const asGrouped = (value: unknown): string => (typeof value === "number" ? formatNumber(value) : "");

/** One line each; a line break inside an entry shows as a space. */
const asLines = (value: unknown): string =>
  Array.isArray(value) ? value.map((entry) => String(entry).replace(/\s*\n\s*/g, " ")).join("\n") : "";

function parseDate(spec: FieldSpec, text: string): Typed {
  const date = readDate(text);
  if (date !== null) return checked(spec, date);
  const fault = dateFault(text);
  return { misfit: { path: [], ...(fault ?? { code: "not_a_date" }) }, hints: daysMeant(text) };
}

function parseNumber(spec: FieldSpec, text: string): Typed {
  const typed = checked(spec, readNumber(text));
  if (typed.misfit?.code !== "not_a_number") return typed;
  const meant = numberMeant(text);
  return { misfit: typed.misfit, hints: meant === null ? [] : [meant] };
}

function sourceCodec(spec: FieldSpec, sources: readonly NamedSource[]): Codec {
  return {
    format: (value) => sources.find((source) => source.id === value)?.title ?? asText(value),
    parse: (text) => {
      const trimmed = text.trim();
      return checked(spec, sources.find((source) => source.title === trimmed)?.id ?? trimmed);
    },
  };
}

/** How a field of this kind is typed; null for kinds that are chosen or built up of parts. */
export function codecOf(
  spec: FieldSpec,
  sources: readonly NamedSource[] = [],
  /** In one line: entries of a list are parted by semicolons. */
  oneLine = false,
): Codec | null {
  const codec = spec.kind === "words" && oneLine ? oneLineWords(spec) : bareCodec(spec, sources);
  return (
    codec && {
      ...codec,
      parse: (text) => (text.trim() === "" ? { value: null } : codec.parse(text)),
    }
  );
}

const oneLineWords = (spec: FieldSpec): Codec => ({
  format: (value) => asLines(value).replaceAll("\n", "; "),
  parse: (text) =>
    checked(
      spec,
      text.split(";").flatMap((entry) => entry.trim() || []),
    ),
});

function bareCodec(spec: FieldSpec, sources: readonly NamedSource[]): Codec | null {
  switch (spec.kind) {
    case "text":
      return { format: asText, parse: (text) => checked(spec, text) };
    case "url":
      return { format: asText, parse: (text) => checked(spec, text.trim()) };
    case "date":
      return {
        format: asText,
        show: (value) => showDate(asText(value)),
        parse: (text) => parseDate(spec, text),
      };
    case "number":
      return {
        format: asNumber,
        // Years are whole numbers; what is measured is not, and reads better in one form.
        show: spec.whole
          ? asGrouped
          : (value) => (typeof value === "number" ? formatNumber(value, 1000) : ""),
        parse: (text) => parseNumber(spec, text),
      };
    case "figure":
      return {
        format: (value) => (typeof value === "number" ? asNumber(value) : asText(value)),
        show: (value) => (typeof value === "number" ? asGrouped(value) : asText(value)),
        parse: (text) => {
          const number = readNumber(text);
          return checked(spec, Number.isNaN(number) ? text : number);
        },
      };
    case "words":
      return {
        format: asLines,
        parse: (text) =>
          checked(
            spec,
            text.split("\n").flatMap((line) => line.trim() || []),
          ),
      };
    case "source":
      return sourceCodec(spec, sources);
    default:
      return null;
  }
}

/** Whether a value says anything. */
export const isKnown = (value: unknown): boolean => {
  if (value === null || value === undefined || value === "") return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "object") return Object.values(value).some(isKnown);
  return true;
};
