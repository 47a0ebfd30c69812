/** Whether two readings of a risk say the same, so that what shows it need not be drawn again. Pure. */
import type { PlacedRisk } from "@trellis/shared/derive/riskGrid";

const KEYS = ["card", "kind", "likelihood", "impact", "response", "reviewDate", "isReviewDue"] as const;
const LISTS = ["threatens", "mitigatedBy", "owners"] as const;

export const sameRisk = (one: PlacedRisk, other: PlacedRisk): boolean =>
  one === other ||
  (KEYS.every((key) => one[key] === other[key]) &&
    LISTS.every(
      (list) =>
        one[list].length === other[list].length &&
        one[list].every((card, index) => card === other[list][index]),
    ));

/** For rows of a list that anything else of shows as well. */
export const sameRow = (
  one: { readonly risk: PlacedRisk; readonly canEdit: boolean },
  other: { readonly risk: PlacedRisk; readonly canEdit: boolean },
): boolean => one.canEdit === other.canEdit && sameRisk(one.risk, other.risk);
