/** What a check found: for each finding the cards concerned, a sentence, and the way to mend it at one click. */
import { Button } from "@mantine/core";
import type { Finding, Mend } from "@trellis/shared/derive/health/check";
import type { CheckResult } from "@trellis/shared/derive/health/healthCheck";
import type { CardId } from "@trellis/shared/schema/ids";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { useLiveMap, useMap } from "../../document/useMap.ts";
import { lookStore } from "../../workspace/lookStore.ts";
import { sightStore } from "../../workspace/sightStore.ts";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import styles from "./Health.module.css";
import { cardTitle, findingText, mendText } from "./healthWords.ts";
import { useKeptFocus } from "./useKeptFocus.ts";
import { useMend, useShow } from "./useMend.ts";

/** Findings shown before somebody asks for the rest; cards named beside the first. */
const FEW = 12;
const FEW_CARDS = 6;

const ORDER: readonly Finding["weight"][] = ["fail", "not_known", "warning", "note"];

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
        {t(state === "not_applicable" ? "health.noFindings.not_applicable" : "health.noFindings.pass")}
      </p>
    );
  const sorted = ORDER.flatMap((weight) => findings.filter((one) => one.weight === weight));
  const shown = all ? sorted : sorted.slice(0, FEW);
  const hidden = sorted.length - shown.length;
  const concerned = [...new Set(findings.flatMap(({ cards }) => cards))];
  return (
    <>
      <ul ref={list} className={styles.findings} aria-label={t("health.found")}>
        {shown.map((finding) => (
          <FindingItem
            key={`${finding.code} ${finding.cards.join()} ${JSON.stringify(finding.values)}`}
            finding={finding}
            canEdit={canEdit}
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

function FindingItem({ finding, canEdit }: { readonly finding: Finding; readonly canEdit: boolean }) {
  const { t } = useTranslation();
  const settings = useMap((snapshot) => snapshot.settings);
  const mend = useMend();
  const [about, ...others] = finding.cards;
  const title = useMap((snapshot) => (about ? cardTitle(snapshot, about, t) : ""));
  const way = finding.mend;
  return (
    <li className={styles.finding} data-finding={finding.code} data-weight={finding.weight}>
      <div className={styles.said}>
        {about && <CardButton card={about} />}
        <span className={styles.sentence}>
          <span className={styles.weight}>{t(`health.weight.${finding.weight}`)}: </span>
          {findingText(finding, settings, t)}
        </span>
        {others.length > 0 && <OtherCards cards={others} />}
      </div>
      {way !== null && canEdit && (
        <Button
          className={styles.mend ?? ""}
          size="compact-sm"
          variant="light"
          data-mend={way.kind}
          aria-label={nameOfMend(way, title)}
          onClick={() => mend({ ...finding, mend: way })}
        >
          {mendText(way, settings, t)}
        </Button>
      )}
    </li>
  );

  function nameOfMend(one: Mend, of: string): string {
    const text = mendText(one, settings, t);
    return of === "" ? text : t("health.mend.of", { mend: text, title: of });
  }
}

function OtherCards({ cards }: { readonly cards: readonly CardId[] }) {
  const { t } = useTranslation();
  const shown = cards.slice(0, FEW_CARDS);
  const rest = cards.length - shown.length;
  return (
    <span className={styles.others}>
      <span className={styles.soft}>{t("health.alsoCards")}</span>
      {shown.map((card) => (
        <CardButton key={card} card={card} />
      ))}
      {rest > 0 && <span className={styles.soft}>{t("health.moreCards", { count: rest })}</span>}
    </span>
  );
}

function CardButton({ card }: { readonly card: CardId }) {
  const { t } = useTranslation();
  const show = useShow();
  const type = useMap((snapshot) => snapshot.cards.get(card)?.type);
  const title = useMap((snapshot) => cardTitle(snapshot, card, t));
  if (!type) return null;
  return (
    <button type="button" className={styles.card} dir="auto" data-card={card} onClick={() => show(card)}>
      <TypeGlyph type={type} />
      {title}
    </button>
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
