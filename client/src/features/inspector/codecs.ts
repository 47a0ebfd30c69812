/**
 * Between what is typed and what is stored, for every kind of field that is typed. Pure. A text that does not fit
 * gives the reason and is never written; empty text is "not known". Whether a value fits is asked of the one shared
 * validator, so the form cannot accept what an operation would refuse.
 */
import { checkValue, type Misfit } from "@trellis/shared/schema/checkValue";
import type { FieldSpec } from "@trellis/shared/schema/fields";
import type { RecordId } from "@trellis/shared/schema/ids";

export type Typed =
  | { readonly value: unknown; readonly misfit?: undefined }
  | { readonly misfit: Misfit; readonly value?: undefined };

export interface Codec {
  readonly format: (value: unknown) => string;
  readonly parse: (text: string) => Typed;
}

/** A source people may cite by its title. */
export interface NamedSource {
  readonly id: RecordId;
  readonly title: string;
}

const checked = (spec: FieldSpec, value: unknown): Typed => {
  const misfit = checkValue(spec, value);
  return misfit ? { misfit } : { value };
};

/** Below this, digits stand without separators: years and other small numbers read better so. */
const GROUPED_FROM = 10_000;
const grouped = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 20 });

export const formatNumber = (value: number): string =>
  Math.abs(value) >= GROUPED_FROM ? grouped.format(value) : String(value);

/** Accepts separators people type: 1,234.5 and 1 234.5. NaN when it is no number. */
function readNumber(text: string): number {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(/,(?=\d{3}(\D|$))/g, "");
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}

const asText = (value: unknown): string => (typeof value === "string" ? value : "");
const asNumber = (value: unknown): string => (typeof value === "number" ? formatNumber(value) : "");

/** One line each; a line break inside an entry shows as a space. */
const asLines = (value: unknown): string =>
  Array.isArray(value) ? value.map((entry) => String(entry).replace(/\s*\n\s*/g, " ")).join("\n") : "";

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
export function codecOf(spec: FieldSpec, sources: readonly NamedSource[] = []): Codec | null {
  const codec = bareCodec(spec, sources);
  return (
    codec && {
      format: codec.format,
      parse: (text) => (text.trim() === "" ? { value: null } : codec.parse(text)),
    }
  );
}

function bareCodec(spec: FieldSpec, sources: readonly NamedSource[]): Codec | null {
  switch (spec.kind) {
    case "text":
      return { format: asText, parse: (text) => checked(spec, text) };
    case "date":
    case "url":
      return { format: asText, parse: (text) => checked(spec, text.trim()) };
    case "number":
      return { format: asNumber, parse: (text) => checked(spec, readNumber(text)) };
    case "figure":
      return {
        format: (value) => (typeof value === "number" ? formatNumber(value) : asText(value)),
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
