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

const SIZES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  "000": 1e3,
  "000s": 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  billions: 1e9,
};

/** How many one of `m`, `million` or `000` stands for; null for every other word. */
export const sizeNamed = (word: string): number | null => SIZES[word.toLowerCase()] ?? null;

/** So many times as much: through a decimal text, so that 4.35m is 4350000 and not a little more. */
export const times = (value: number, size: number): number => Number((value * size).toPrecision(15));

/** What somebody most likely means by 29m, 2 million, £1,200, 51.2% or 0,75, to be offered; null when nothing is close. */
export function numberMeant(text: string): string | null {
  const plain = text
    .trim()
    .replace(/^[£$€¥₩]\s?/, "")
    .replace(/^([A-Z]{3})\s|\s([A-Z]{3})$/, "")
    .replace(/\s?%$/, "");
  const sized = /^(.*\d)\s?([a-z]+)$/i.exec(plain);
  const size = sizeNamed(sized?.[2] ?? "");
  const digits = size === null ? plain : (sized?.[1] ?? "");
  const mark = isAmbiguous(digits) ? "point" : (markOf(digits) ?? "point");
  const value = times(readNumber(digits, mark), size ?? 1);
  return Number.isFinite(value) ? String(value) : null;
}
