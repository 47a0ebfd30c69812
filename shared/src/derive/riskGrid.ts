/**
 * Risks by likelihood and impact, 1 to 5 each; score = likelihood x impact. A risk of which one is not known stands
 * beside the grid. Assumptions and barriers stand in the grid like risks and are listed on their own as well.
 */
import { compareNumbered } from "../lib/order.ts";
import { firstDay, lastDay } from "../schema/days.ts";
import type { EnumValue } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import { type Question, question } from "./ask.ts";
import { answerable, dutiesIn } from "./duties.ts";
import { facts, linksOf, today } from "./parts.ts";

export const GRADES = [1, 2, 3, 4, 5] as const;

export interface PlacedRisk {
  readonly card: CardId;
  readonly kind: EnumValue<"riskKind"> | null;
  readonly likelihood: number | null;
  readonly impact: number | null;
  readonly score: number | null;
  readonly response: EnumValue<"riskResponse"> | null;
  readonly threatens: readonly CardId[];
  readonly mitigatedBy: readonly CardId[];
  /** Accountable for it, or else responsible. */
  readonly owners: readonly CardId[];
  readonly reviewDate: string | null;
  readonly isReviewDue: boolean;
}
export interface RiskGrid {
  /** The most likely row first; in each row impact 1 to 5. */
  readonly rows: readonly (readonly GridCell[])[];
  readonly notPlaced: readonly PlacedRisk[];
  readonly assumptions: readonly PlacedRisk[];
  readonly barriers: readonly PlacedRisk[];
  /** All of them, the highest score first, those without one last. */
  readonly all: readonly PlacedRisk[];
}
export interface GridCell {
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
  readonly risks: readonly PlacedRisk[];
}

const placed: Question<readonly PlacedRisk[]> = question((ask) => {
  const day = firstDay(ask(today));
  const duties = ask(dutiesIn);
  const threats = ask(linksOf("threatens"));
  const mitigations = ask(linksOf("mitigates"));
  const risks = [...ask(facts("risk"))].sort((one, other) => compareNumbered(one.id, other.id));
  return risks.map((risk): PlacedRisk => {
    const [likelihood, impact] = [risk.likelihood ?? null, risk.impact ?? null];
    return {
      card: risk.id,
      kind: risk.kind ?? null,
      likelihood,
      impact,
      score: likelihood === null || impact === null ? null : likelihood * impact,
      response: risk.response ?? null,
      threatens: threats.filter((link) => link.from === risk.id).map((link) => link.to),
      mitigatedBy: mitigations.filter((link) => link.to === risk.id).map((link) => link.from),
      owners: answerable(duties, risk.id),
      reviewDate: risk.reviewDate || null,
      isReviewDue: risk.reviewDate ? lastDay(risk.reviewDate) < day : false,
    };
  });
});

/** The 5 x 5 grid of a map. */
export const riskGrid: Question<RiskGrid> = question((ask) => {
  const risks = ask(placed);
  const all = [...risks].sort(
    (one, other) => (other.score ?? -1) - (one.score ?? -1) || compareNumbered(one.card, other.card),
  );
  return {
    all,
    rows: [...GRADES].reverse().map((likelihood) =>
      GRADES.map(
        (impact): GridCell => ({
          likelihood,
          impact,
          score: likelihood * impact,
          risks: risks.filter((risk) => risk.likelihood === likelihood && risk.impact === impact),
        }),
      ),
    ),
    notPlaced: risks.filter((risk) => risk.score === null),
    assumptions: all.filter(({ kind }) => kind === "assumption"),
    barriers: all.filter(({ kind }) => kind === "barrier"),
  };
});
