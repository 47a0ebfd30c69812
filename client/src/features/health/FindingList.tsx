/** What a check found: for each finding the cards concerned, a sentence, and the way to mend it at one click. */
import { Button } from "@mantine/core";
import type { CheckResult } from "@trellis/shared/derive/health/healthCheck";
import type { CardId } from "@trellis/shared/schema/ids";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { useLiveMap } from "../../document/useMap.ts";
import { lookStore } from "../../workspace/lookStore.ts";
import { sightStore } from "../../workspace/sightStore.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { CardButton, FindingItem } from "./FindingItem.tsx";
import styles from "./Health.module.css";
import { useKeptFocus } from "./useKeptFocus.ts";

/** Findings shown before somebody asks for the rest. */
const FEW = 12;

export function FindingList({
  result,
  canEdit,
}: {
  readonly result: CheckResult;
  readonly canEdit: boolean;
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { id, state, findings, reason } = result;
  const list = useKeptFocus(id, findings);
  if (state === "switched_off")
    return (
      <p className={styles.line}>{reason ? t("health.off.because", { reason }) : t("health.off.noReason")}</p>
    );
  if (findings.length === 0)
    return (
      <p className={styles.line}>
        {state === "not_applicable"
          ? t([`health.notApplicable.${id}`, "health.noFindings.not_applicable"])
          : t("health.noFindings.pass")}
      </p>
    );
  const shown = all ? findings : findings.slice(0, FEW);
  const hidden = findings.length - shown.length;
  const concerned = [...new Set(findings.flatMap(({ cards }) => cards))];
  return (
    <>
      <ul ref={list} className={styles.findings} aria-label={t("health.found")}>
        {shown.map((finding) => (
          <FindingItem
            key={`${finding.code} ${finding.cards.join()} ${JSON.stringify(finding.values)}`}
            finding={finding}
            canEdit={canEdit}
            about={finding.cards[0] && <CardButton card={finding.cards[0]} />}
          />
        ))}
      </ul>
      <div className={styles.below}>
        {hidden > 0 && (
          <Button size="compact-xs" variant="default" onClick={() => setAll(true)}>
            {t("health.moreFindings", { count: hidden })}
          </Button>
        )}
        {concerned.length > 0 && <OnCanvas cards={concerned} />}
      </div>
    </>
  );
}

/** Selects all cards of a check and goes to the canvas, where they are marked. */
function OnCanvas({ cards }: { readonly cards: readonly CardId[] }) {
  const { t } = useTranslation();
  const live = useLiveMap();
  const navigate = useNavigate();
  const { mapId = "" } = useParams<"mapId">();
  const go = () => {
    const known = live.getSnapshot().cards;
    const there = cards.filter((id) => known.has(id));
    const { showType, selectCards } = workspaceStore.getState();
    for (const type of new Set(there.flatMap((id) => known.get(id)?.type ?? []))) showType(type, true);
    lookStore.getState().alsoShow(there);
    selectCards(there);
    if (there[0]) sightStore.getState().reveal(there[0]);
    void navigate({ pathname: `/maps/${mapId}`, search: window.location.search });
  };
  return (
    <Button size="compact-xs" variant="subtle" onClick={go}>
      {t("health.onCanvas")}
    </Button>
  );
}
