/** What the health check finds on the card, near the head of its panel; nothing while it finds nothing. */
import type { CardId } from "@trellis/shared/schema/ids";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Loading } from "../../ui/Loading.tsx";
import { FINDINGS_PLACE, useCardFindings } from "../../workspace/cardFindings.ts";
import { useHealth } from "../../workspace/healthStore.ts";
import { FieldGroup } from "./FieldGroup.tsx";

export function FindingsGroup({ card, isWished }: { readonly card: CardId; readonly isWished: boolean }) {
  const { t } = useTranslation();
  const Findings = useCardFindings();
  const count = useHealth(({ marks }) => marks.get(card) ?? 0);
  if (count === 0) return null;
  return (
    <div data-field={FINDINGS_PLACE}>
      <FieldGroup
        name={FINDINGS_PLACE}
        title={t("look.findings", { count })}
        count={0}
        openAtFirst
        isWished={isWished}
      >
        <Suspense fallback={<Loading />}>
          <Findings card={card} />
        </Suspense>
      </FieldGroup>
    </div>
  );
}
