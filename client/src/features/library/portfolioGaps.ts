/** What a row of the portfolio lacks. Pure. */
import type { Maturity, PortfolioRow } from "@trellis/shared/derive/portfolio";
import { ENUMS } from "@trellis/shared/schema/enums";

/** Where something is tried that is not known to work. */
const TRYING: ReadonlySet<Maturity | null> = new Set(["explore", "prototype", "demonstrate"]);

/**
 * `nothing`: no project is at home here. `notTried`: every project's maturity is known, and none tries anything new.
 * `notKnown`: none is known to try anything, but of some the maturity is not known. Null: nothing is amiss.
 */
export type PortfolioGap = "nothing" | "notTried" | "notKnown" | null;

export function gapOf({ projects }: Pick<PortfolioRow, "projects">): PortfolioGap {
  const filled = [...projects].filter(([, cards]) => cards.length > 0).map(([maturity]) => maturity);
  if (filled.length === 0) return "nothing";
  if (filled.some((maturity) => TRYING.has(maturity))) return null;
  return filled.includes(null) ? "notKnown" : "notTried";
}

/** Columns of the portfolio: every maturity, and "not known" where a project's is not. */
export const columnsOf = (rows: readonly PortfolioRow[]): readonly (Maturity | null)[] =>
  rows.some(({ projects }) => (projects.get(null)?.length ?? 0) > 0)
    ? [...ENUMS.maturity, null]
    : ENUMS.maturity;
