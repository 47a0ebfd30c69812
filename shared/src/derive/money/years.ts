/**
 * The years that a funding link names. Understood are a year (`2024`), a financial year (`2024/25`) and a run of either
 * (`2022-2025`, `2022/23 to 2026/27`); anything else is not known.
 */
const YEAR = /^(\d{4})(?:\/(\d{2}|\d{4}))?$/;
const BETWEEN = /\s*(?:-|–|—|to|until)\s*/;
/** More years than any grant runs: beyond it the text means something else. */
const MOST = 50;

interface Named {
  readonly first: number;
  readonly isFinancial: boolean;
}

function named(text: string): Named | null {
  const [, first, second] = YEAR.exec(text) ?? [];
  if (first === undefined) return null;
  const year = Number(first);
  if (second === undefined) return { first: year, isFinancial: false };
  return Number(second) % 100 === (year + 1) % 100 ? { first: year, isFinancial: true } : null;
}

const written = (year: number, isFinancial: boolean): string =>
  isFinancial ? `${year}/${String((year + 1) % 100).padStart(2, "0")}` : String(year);

/** The years as they are written, in order; null when the text is none or not understood. */
export function yearsIn(text: string | null | undefined): readonly string[] | null {
  const parts = (text ?? "").trim().split(BETWEEN);
  const [from, to] = [named(parts[0] ?? ""), named(parts.at(-1) ?? "")];
  if (!from || !to || parts.length > 2 || from.isFinancial !== to.isFinancial) return null;
  const count = to.first - from.first + 1;
  if (count < 1 || count > MOST) return null;
  return Array.from({ length: count }, (_, step) => written(from.first + step, from.isFinancial));
}
