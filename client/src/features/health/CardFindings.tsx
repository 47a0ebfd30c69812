/** What the health check finds on one card, with the same words and ways to mend as in the check itself. */
import { answer } from "@trellis/shared/derive/ask";
import { healthMarks } from "@trellis/shared/derive/health/healthCheck";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useParams } from "react-router";
import { useLiveMap } from "../../document/useMap.ts";
import { useCanEdit } from "../../document/useSaveState.ts";
import { usePhone } from "../../ui/usePhone.ts";
import type { CardFindingsProps } from "../../workspace/cardFindings.ts";
import { useHealth } from "../../workspace/healthStore.ts";
import { contextNow } from "../../workspace/useAnswer.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { FindingItem } from "./FindingItem.tsx";
import styles from "./Health.module.css";
import { searchOfCheck } from "./healthFilter.ts";

export function CardFindings({ card }: CardFindingsProps) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const live = useLiveMap();
  const round = useHealth((state) => state.round);
  // Asked when the watch has looked, a moment after a change, so that no gesture waits for it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the watch says when there is something else to ask
  const marks = useMemo(
    () => answer(healthMarks, live.getSnapshot(), contextNow()).get(card),
    [live, round, card],
  );
  if (!marks) return null;
  return (
    <ul className={`${styles.findings} ${styles.narrow}`} aria-label={t("health.found")}>
      {marks.map(({ check, finding }) => (
        <FindingItem
          key={`${check} ${finding.code} ${JSON.stringify(finding.values)}`}
          finding={finding}
          canEdit={canEdit}
          about={<CheckLink check={check} />}
        />
      ))}
    </ul>
  );
}

/** Leads to the check, opened in its list. */
function CheckLink({ check }: { readonly check: string }) {
  const { t } = useTranslation();
  const { mapId = "" } = useParams<"mapId">();
  const { search } = useLocation();
  const isPhone = usePhone();
  return (
    <Link
      className={styles.checkLink ?? ""}
      to={{ pathname: `/maps/${mapId}/health`, search: searchOfCheck(search, check) }}
      // The panel would cover what it leads to.
      onClick={() => isPhone && workspaceStore.getState().closePanel()}
    >
      {t("health.checkName", { check, title: t(`health.check.${check}.title`) })}
    </Link>
  );
}
