/** One piece of evidence. What is not filled in is left out, but for whether it can be carried over, which is the point. */
import { Button } from "@mantine/core";
import { COMPARED, type LibraryEntry, tellsOfItsPlace } from "@trellis/shared/derive/library";
import { ENUMS } from "@trellis/shared/schema/enums";
import type { CardOf } from "@trellis/shared/schema/values";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { CardButton } from "../../workspace/CardButton.tsx";
import { openAt } from "../../workspace/panelWish.ts";
import { showDate } from "../../workspace/showDate.ts";
import { CardNames } from "./CardNames.tsx";
import { Fact, type FactRow, Facts } from "./Facts.tsx";
import styles from "./Library.module.css";
import type { LibraryModel } from "./useLibraryModel.ts";

interface EvidenceEntryProps {
  readonly entry: LibraryEntry;
  readonly card: CardOf<"evidence">;
  readonly canEdit: boolean;
  readonly onCompare: LibraryModel["choose"];
}

export const EvidenceEntry = memo(function EvidenceEntry({
  entry,
  card,
  canEdit,
  onCompare,
}: EvidenceEntryProps) {
  const { t } = useTranslation();
  const { kind, year, group, lesson, profile } = entry;
  const told = [
    kind && t(`enum.evidenceKind.${kind}`),
    year && showDate(year),
    group,
    entry.isPlaceholder && t("library.prompt"),
  ].filter(Boolean);
  const place = [...COMPARED.filter((field) => field !== "group"), "contactRole" as const].flatMap(
    (field): FactRow[] => (profile?.[field] ? [{ name: t(`field.${field}`), value: profile[field] }] : []),
  );
  return (
    <li className={styles.entry} data-evidence={entry.card}>
      <div className={styles.entryHead}>
        <h2 className={styles.entryTitle}>
          <CardButton card={entry.card} />
        </h2>
        {tellsOfItsPlace(group, profile) ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t("library.compare.likeNamed", { title: card.title })}
            onClick={() => onCompare({ like: { kind: "card", card: entry.card } })}
          >
            {t("library.compare.like")}
          </Button>
        ) : (
          canEdit &&
          !entry.isPlaceholder &&
          (kind === null || kind === "case_study") && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t("library.compare.describeNamed", { title: card.title })}
              onClick={() => openAt(card, "caseProfile")}
            >
              {t("library.compare.describe")}
            </Button>
          )
        )}
      </div>
      {told.length > 0 && <p className={styles.told}>{told.join(" · ")}</p>}
      {card.summary && (
        <p className={styles.words} dir="auto">
          {card.summary}
        </p>
      )}
      <Facts>
        {lesson && <Fact name={t("field.lesson")} value={lesson} />}
        <Transferable entry={entry} />
        {place.map((row) => (
          <Fact key={row.name} {...row} />
        ))}
        <Bearing entry={entry} />
        <References links={card.links ?? []} />
      </Facts>
    </li>
  );
});

function Transferable({ entry: { transferable, transferableWhy } }: Pick<EvidenceEntryProps, "entry">) {
  const { t } = useTranslation();
  return (
    <Fact
      name={t("field.transferable")}
      value={
        transferable === null ? (
          <span className={view.soft}>{transferableWhy ?? t("words.notKnown")}</span>
        ) : (
          <>
            <strong>{t(`enum.transferable.${transferable}`)}</strong>
            {transferableWhy && ` – ${transferableWhy}`}
          </>
        )
      }
    />
  );
}

const STANCES = [...ENUMS.evidenceStance, null] as const;

function Bearing({ entry: { bearsOn } }: Pick<EvidenceEntryProps, "entry">) {
  const { t } = useTranslation();
  if (bearsOn.length === 0)
    return (
      <Fact
        name={t("library.bearsOn")}
        value={<span className={view.soft}>{t("library.bearsOnNothing")}</span>}
      />
    );
  return STANCES.map((stance) => {
    const cards = bearsOn.filter((one) => one.stance === stance);
    return cards.length === 0 ? null : (
      <Fact
        key={stance}
        name={t(stance === null ? "library.bearsOn" : `enum.evidenceStance.${stance}`)}
        value={<CardNames cards={cards.map(({ card }) => card)} />}
      />
    );
  });
}

function References({ links }: { readonly links: NonNullable<CardOf<"evidence">["links"]> }) {
  const { t } = useTranslation();
  const known = links.flatMap(({ id, label, url }) => (url ? [{ id, label: label || url, url }] : []));
  return (
    known.length > 0 && (
      <Fact
        name={t("field.links")}
        value={
          <span className={styles.names}>
            {known.map(({ id, label, url }) => (
              <a key={id} href={url} target="_blank" rel="noreferrer noopener">
                {label}
              </a>
            ))}
          </span>
        }
      />
    )
  );
}
