import type { Mark } from "@trellis/shared/derive/timeline";
import type { TFunction } from "i18next";

/** "Decision, open", "Review", "Milestone". */
export const markText = ({ kind, state }: Pick<Mark, "kind" | "state">, t: TFunction): string =>
  state === null || state === "not_known"
    ? t(`roadmap.mark.${kind}`)
    : t("roadmap.mark.decisionState", { state: t(`roadmap.decision.${state}`) });
