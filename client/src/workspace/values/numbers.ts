/**
 * Numbers as people write and read them. Pure. `1,234.5` and `1 234.5` are read with a point, `1 234,5` and `1.234,5`
 * with a comma; what both readings accept differently (`1,234`) is ambiguous and told apart by the caller.
 */
export type DecimalMark = "point" | "comma";

/** Below this, digits stand without separators: years and other small numbers read better so. */
const GROUPED_FROM = 10_000;
const grouped = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 20 });

/** From here on nobody counts digits. */
const POWERS_FROM = 1e15;

/** For reading: with separators, 9e99 where they would be no help. `from` is the least number that gets them; below 10,000 it could be a year. */
export const formatNumber = (value: number, from: number = GROUPED_FROM): string =>
  Math.abs(value) >= POWERS_FROM
    ? value.toExponential().replace("e+", "e")
    : Math.abs(value) >= from
      ? grouped.format(value)
      : String(value);

const SPACES = "\\s\\u00a0\\u202f\\u2009'’";
const pattern = (group: string, mark: string) =>
  new RegExp(
    `^([-+\\u2212]?)(\\d+|[1-9]\\d{0,2}(?:[${SPACES}${group}]\\d{3})+)?(?:${mark}(\\d*))?(e[-+]?\\d+)?$`,
    "i",
  );
const PATTERNS: Readonly<Record<DecimalMark, RegExp>> = {
  point: pattern(",", "\\."),
  comma: pattern(".", ","),
};

/** The number a text means under one decimal mark. NaN when it is no number so. */
export function readNumber(text: string, mark: DecimalMark = "point"): number {
  const parts = PATTERNS[mark].exec(text.trim());
  const [, sign = "", whole = "", fraction = "", exponent = ""] = parts ?? [];
  if (!parts || (whole === "" && fraction === "")) return Number.NaN;
  const digits = `${whole.replace(/\D/g, "") || "0"}.${fraction || "0"}${exponent}`;
  return Number(sign === "" || sign === "+" ? digits : `-${digits}`);
}

/** Which mark a text gives away: null when it is no number, or one under both marks. */
export function markOf(text: string): DecimalMark | null {
  const isPoint = !Number.isNaN(readNumber(text, "point"));
  const isComma = !Number.isNaN(readNumber(text, "comma"));
  return isPoint === isComma ? null : isPoint ? "point" : "comma";
}

export const isAmbiguous = (text: string): boolean => {
  const point = readNumber(text, "point");
  const comma = readNumber(text, "comma");
  return !Number.isNaN(point) && !Number.isNaN(comma) && point !== comma;
};

const SIZES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, b: 1e9 };

/** What somebody most likely means by 29m, £1,200 or 0,75, to be offered; null when nothing is close. */
export function numberMeant(text: string): string | null {
  const plain = text
    .trim()
    .replace(/^[£$€¥₩]\s?/, "")
    .replace(/^([A-Z]{3})\s|\s([A-Z]{3})$/, "");
  const sized = /^(.*\d)\s?([a-z]{1,2})$/i.exec(plain);
  const size = SIZES[sized?.[2]?.toLowerCase() ?? ""];
  const digits = size === undefined ? plain : (sized?.[1] ?? "");
  const mark = isAmbiguous(digits) ? "point" : (markOf(digits) ?? "point");
  // Through a decimal text, so that 4.35m is 4350000 and not a little more.
  const value = Number((readNumber(digits, mark) * (size ?? 1)).toPrecision(15));
  return Number.isFinite(value) ? String(value) : null;
}
