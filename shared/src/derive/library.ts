/**
 * The library: evidence with its profile, its lesson and what it bears on; and which cases are like another one.
 * Likeness is worked out field by field and shown with its reasons: of two texts, the share of their words they have in
 * common (Jaccard: shared words / all words); of two numbers, the smaller over the larger. The score is the mean over
 * the fields that both cases fill in, 0 to 1; with no such field it is not known. Below a tenth no case is found.
 */
import { compareText } from "../lib/order.ts";
import type { EnumValue } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import type { CardOf } from "../schema/values.ts";
import { type Question, question } from "./ask.ts";
import { facts, linksOf } from "./parts.ts";

type Profile = NonNullable<CardOf<"evidence">["caseProfile"]>;

export interface LibraryEntry {
  readonly card: CardId;
  readonly kind: EnumValue<"evidenceKind"> | null;
  readonly year: string | null;
  readonly group: string | null;
  readonly profile: Profile | null;
  readonly lesson: string | null;
  readonly transferable: EnumValue<"transferable"> | null;
  readonly transferableWhy: string | null;
  /** What it bears on; without a stance it is not known how. */
  readonly bearsOn: readonly { readonly card: CardId; readonly stance: EnumValue<"evidenceStance"> | null }[];
  readonly isPlaceholder: boolean;
}

/** Blank text is not known. */
export const worded = (text: string | null | undefined): string | null =>
  (text ?? "").trim() === "" ? null : (text ?? null);

/** Every piece of evidence, in the order of ids. */
export const library: Question<readonly LibraryEntry[]> = question((ask) => {
  const links = ask(linksOf("supports"));
  return ask(facts("evidence")).map(
    (card): LibraryEntry => ({
      card: card.id,
      kind: card.kind ?? null,
      year: card.year ?? null,
      group: worded(card.group),
      profile: card.caseProfile ?? null,
      lesson: worded(card.lesson),
      transferable: card.transferable?.verdict ?? null,
      transferableWhy: worded(card.transferable?.why),
      bearsOn: links
        .filter((link) => link.from === card.id)
        .map((link) => ({ card: link.to, stance: link.stance ?? null })),
      isPlaceholder: card.placeholder ?? false,
    }),
  );
});

export const PROFILE_FIELDS = ["region", "size", "governance", "civilSociety", "contactRole"] as const;

/** What two cases are compared by. */
export const COMPARED = ["group", "region", "size", "governance", "civilSociety"] as const;
export type Compared = (typeof COMPARED)[number];

/** A case as it is compared, wherever it comes from. */
export interface Case {
  readonly group?: string | null;
  readonly profile?: Profile | null;
}
export interface Likeness {
  /** 0 to 1; null when no field is filled in on both sides. */
  readonly score: number | null;
  /** Every field both fill in, with its share and the words they have in common. */
  readonly reasons: readonly {
    readonly field: Compared;
    readonly share: number;
    readonly shared: readonly string[];
  }[];
}

/** Words that say nothing about a place. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  "a an and at by for from in is of on or the to with".split(" "),
);

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !EMPTY_WORDS.has(word)));

/** Words after a number, in the languages whose figures stand in case studies. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:thousand|k|tausend|tsd|mille|mil)$/u, 1e3],
  [/^(?:m|mn|mio|millions?|millionen|milioni|millones|millón)$/u, 1e6],
  [/^(?:bn|billions?|mrd|milliarden?|milliards?)$/u, 1e9],
];

/** Groups of three digits (`1,400,000`, `1.400.000`, `1 400 000`) with any decimals; or digits with any decimals. */
const NUMBER =
  /(?<![\d.,])(?:(?<grouped>[1-9]\d{0,2}(?<sign>[.,'’ \u00a0\u202f])\d{3}(?:\k<sign>\d{3})*)(?:(?!\k<sign>)[.,](?<rest>\d+))?|(?<whole>\d+)(?:[.,](?<part>\d+))?)(?!\d)\s*(?<scale>\p{L}+)?/u;

/**
 * The first number of a text, such as 2800000 of "2.8 million people"; null when there is none. Three digits after a
 * point or a comma are thousands ("100.000 Einwohner"), but decimals before a word such as million ("2.855 million").
 */
function numberOf(text: string): number | null {
  const { grouped, sign, rest, whole, part, scale } = NUMBER.exec(text)?.groups ?? {};
  const word = (scale ?? "").toLowerCase();
  const times = SCALES.find(([words]) => words.test(word))?.[1] ?? 1;
  const pieces = grouped?.split(sign ?? "") ?? [];
  const isDecimal = times > 1 && pieces.length === 2 && rest === undefined && /[.,]/.test(sign ?? "");
  const digits = grouped
    ? isDecimal
      ? pieces.join(".")
      : `${pieces.join("")}.${rest ?? 0}`
    : `${whole ?? ""}.${part ?? 0}`;
  const value = Number(digits === ".0" ? Number.NaN : digits) * times;
  return Number.isFinite(value) && value > 0 ? value : null;
}

function fieldLikeness(field: Compared, one: string, other: string) {
  const [a, b] = [numberOf(one), numberOf(other)];
  if (field === "size" && a !== null && b !== null)
    return { field, share: Math.min(a, b) / Math.max(a, b), shared: [] };
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const shared = [...words].filter((word) => others.has(word)).sort(compareText);
  const all = new Set([...words, ...others]).size;
  return all === 0 ? null : { field, share: shared.length / all, shared };
}

export const comparedText = (one: Case, field: Compared): string | null =>
  worded(field === "group" ? one.group : one.profile?.[field]);

/** Whether there is anything to compare a case by. */
export const tellsOfItsPlace = (
  group: string | null | undefined,
  profile: Profile | null | undefined,
): boolean =>
  COMPARED.some((field) => comparedText({ group: group ?? null, profile: profile ?? null }, field) !== null);

/** How like two cases are, and why. */
export function likeness(one: Case, other: Case): Likeness {
  const reasons = COMPARED.flatMap((field) => {
    const [a, b] = [comparedText(one, field), comparedText(other, field)];
    return a === null || b === null ? [] : (fieldLikeness(field, a, b) ?? []);
  });
  const sum = reasons.reduce((total, { share }) => total + share, 0);
  return { score: reasons.length === 0 ? null : sum / reasons.length, reasons };
}

/** Less than this is a word or a figure in common by chance, and no likeness. */
const LEAST_ALIKE = 0.1;

/** Cases of any maps by their likeness to one, the most alike first; those hardly alike or not known are left out. */
export function comparable<Found extends Case>(
  one: Case,
  cases: readonly Found[],
): readonly (Likeness & { readonly found: Found; readonly score: number })[] {
  return cases
    .flatMap((found) => {
      const { score, reasons } = likeness(one, found);
      return score === null || score < LEAST_ALIKE ? [] : [{ found, score, reasons }];
    })
    .sort((a, b) => b.score - a.score || b.reasons.length - a.reasons.length);
}
