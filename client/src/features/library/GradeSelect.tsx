/** Likelihood or impact of one risk: known in words and figures, or not known. One edit and one undo step a choice. */
import { NativeSelect } from "@mantine/core";
import { GRADES, type PlacedRisk } from "@trellis/shared/derive/riskGrid";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { useTranslation } from "react-i18next";
import { titleOf } from "../../workspace/lookWords.ts";
import { useGrade } from "./useGrade.ts";

interface GradeSelectProps {
  readonly risk: PlacedRisk;
  readonly field: "likelihood" | "impact";
  readonly snapshot: MapSnapshot;
}

export function GradeSelect({ risk, field, snapshot }: GradeSelectProps) {
  const { t } = useTranslation();
  const grade = useGrade();
  const value = risk[field];
  return (
    <NativeSelect
      size="xs"
      aria-label={t(`library.risk.${field}Of`, { title: titleOf(snapshot, risk.card, t) })}
      value={value === null ? "" : String(value)}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        grade(risk.card, field, chosen === "" ? null : Number(chosen));
      }}
      data={[
        { value: "", label: t("library.risk.notKnown", { name: t(`library.risk.${field}`) }) },
        ...[...GRADES]
          .reverse()
          .map((one) => ({ value: String(one), label: t(`library.risk.${field}s.${one}`) })),
      ]}
    />
  );
}
