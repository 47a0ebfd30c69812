/** Evidence and case studies: what was learnt where, whether it can be carried over, and what it bears on. */
import { Button } from "@mantine/core";
import { library } from "@trellis/shared/derive/library";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyView } from "../../ui/EmptyView.tsx";
import view from "../../ui/View.module.css";
import { CompareView } from "./CompareView.tsx";
import { EvidenceEntry } from "./EvidenceEntry.tsx";
import { EvidenceFilters } from "./EvidenceFilters.tsx";
import { shownEvidence } from "./filters.ts";
import styles from "./Library.module.css";
import { NO_PLACE } from "./libraryAddress.ts";
import { cardOf } from "./libraryWords.ts";
import { ShownFirst } from "./ShownFirst.tsx";
import { useAddCard } from "./useAddCard.ts";
import type { LibraryModel } from "./useLibraryModel.ts";

export function EvidencePart({ model }: { readonly model: LibraryModel }) {
  const { t } = useTranslation();
  const { snapshot, ask, address, choose, canEdit } = model;
  const shown = useMemo(() => shownEvidence({ t, snapshot }, ask, address), [t, snapshot, ask, address]);
  const all = ask(library);
  if (address.like !== null) return <CompareView model={model} like={address.like} />;
  if (all.length === 0) return <EmptyEvidence model={model} />;
  return (
    <div className={view.column}>
      <EvidenceFilters model={model} all={all} />
      {shown.length === 0 ? (
        <p className={view.none} role="status">
          {t("library.noneFound")}
        </p>
      ) : (
        <ul className={styles.entries} aria-label={t("library.part.evidence")}>
          <ShownFirst items={shown}>
            {(entry) => {
              const card = cardOf(snapshot, entry.card, "evidence");
              return (
                card && (
                  <EvidenceEntry
                    key={entry.card}
                    entry={entry}
                    card={card}
                    canEdit={canEdit}
                    onCompare={choose}
                  />
                )
              );
            }}
          </ShownFirst>
        </ul>
      )}
    </div>
  );
}

/** A map without evidence of its own may learn from that of others. */
function EmptyEvidence({ model: { canEdit, choose } }: { readonly model: LibraryModel }) {
  const { t } = useTranslation();
  const add = useAddCard();
  return (
    <EmptyView
      title={t("library.empty.evidence")}
      next={t(canEdit ? "library.emptyNext.evidence" : "library.emptyRead")}
    >
      {canEdit && <Button onClick={() => add("evidence")}>{t("library.add.evidence")}</Button>}
      <Button
        variant={canEdit ? "subtle" : "filled"}
        mt="xs"
        onClick={() => choose({ like: { kind: "typed", place: NO_PLACE } })}
      >
        {t("library.compare.start")}
      </Button>
    </EmptyView>
  );
}
