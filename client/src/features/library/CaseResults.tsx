/** The cases found, the most alike first, and what was looked through for them. */
import { Alert, Button, Skeleton } from "@mantine/core";
import { casesOf } from "@trellis/shared/derive/cases";
import type { Case } from "@trellis/shared/derive/library";
import type { CaseList } from "@trellis/shared/protocol/api";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { sameList, useMap } from "../../document/useMap.ts";
import { useOtherCases } from "../../http/cases.ts";
import { problemText } from "../../http/problemText.ts";
import view from "../../ui/View.module.css";
import { CaseResult } from "./CaseResult.tsx";
import { casesThere, compared, isHere, type OtherMap } from "./comparing.ts";
import styles from "./Library.module.css";
import { ShownFirst } from "./ShownFirst.tsx";

interface CaseResultsProps {
  readonly one: Case;
  readonly except: CardId | null;
  readonly canEdit: boolean;
}

const evidenceOf = ({ cards }: MapSnapshot): readonly Card[] =>
  [...cards.values()].filter(({ type }) => type === "evidence");
const sourcesOf = ({ settings }: MapSnapshot) => settings.sources;

const NO_MAPS: readonly OtherMap[] = [];

export function CaseResults({ one, except, canEdit }: CaseResultsProps) {
  const { t } = useTranslation();
  const { mapId = "" } = useParams<"mapId">();
  // Only what cases are made of, so that another person's edit elsewhere compares nothing anew.
  const evidence = useMap(evidenceOf, sameList);
  const sources = useMap(sourcesOf);
  const own = useMemo(
    () =>
      casesOf({
        cards: new Map(evidence.map((card) => [card.id, card])),
        settings: { title: "", sources: sources ?? null },
      }),
    [evidence, sources],
  );
  const others = useOtherCases(mapId);
  const maps = others.data?.maps ?? NO_MAPS;
  const found = useMemo(() => compared(one, casesThere(own, maps, except)), [one, own, maps, except]);
  return (
    <section className={styles.results} aria-labelledby="library-results">
      <h2 className={view.sectionTitle} id="library-results">
        {t("library.compare.results")}
      </h2>
      {others.isPending && <Skeleton h={40} my="sm" />}
      {others.error && (
        <Alert color="orange" role="alert" my="sm">
          {t("library.compare.failed", { reason: problemText(t, others.error) })}{" "}
          <Button size="compact-xs" variant="default" onClick={() => void others.refetch()}>
            {t("library.compare.again")}
          </Button>
        </Alert>
      )}
      {others.data && <Looked list={others.data} count={found.length} />}
      <ul className={styles.entries} aria-label={t("library.compare.results")}>
        <ShownFirst items={found}>
          {(result) => (
            <CaseResult
              key={`${result.found.map?.id ?? ""} ${result.found.card}`}
              one={one}
              result={result}
              canCopy={canEdit && result.found.map !== null}
              isHere={result.found.map !== null && isHere(result.found, own)}
            />
          )}
        </ShownFirst>
      </ul>
    </section>
  );
}

/** How far the search went, and where it ended before its end. */
function Looked({ list, count }: { readonly list: CaseList; readonly count: number }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={view.lead} role="status">
        {t("library.compare.found", { count })} {t("library.compare.looked", { count: list.looked })}
      </p>
      {list.cutOff > 0 && <p className={view.warn}>{t("library.compare.cutOff", { count: list.cutOff })}</p>}
      {list.unread > 0 && <p className={view.warn}>{t("library.compare.unread", { count: list.unread })}</p>}
    </>
  );
}
