/** One finding: what it is about, a sentence, the other cards concerned, and the way to mend it at one click. */
import { Button } from "@mantine/core";
import type { Finding, Mend } from "@trellis/shared/derive/health/check";
import type { CardId } from "@trellis/shared/schema/ids";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import styles from "./Health.module.css";
import { cardTitle, findingText, mendText } from "./healthWords.ts";
import { useMend, useShow } from "./useMend.ts";

/** Cards named beside the first. */
const FEW_CARDS = 6;

interface FindingItemProps {
  readonly finding: Finding;
  readonly canEdit: boolean;
  /** What stands before the sentence: the card it is about, or the check where the card goes without saying. */
  readonly about: ReactNode;
}

export function FindingItem({ finding, canEdit, about }: FindingItemProps) {
  const { t } = useTranslation();
  const settings = useMap((snapshot) => snapshot.settings);
  const mend = useMend();
  const [first, ...others] = finding.cards;
  const title = useMap((snapshot) => (first ? cardTitle(snapshot, first, t) : ""));
  const way = finding.mend;
  return (
    <li className={styles.finding} data-finding={finding.code} data-weight={finding.weight}>
      <div className={styles.said}>
        {about}
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

export function CardButton({ card }: { readonly card: CardId }) {
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
