/** When a card was last edited or confirmed, and by whom; and the way to say that it is still right. */
import { Button } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { Card } from "@trellis/shared/schema/values";
import { useId, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Command, useCommands } from "../../workspace/commands.ts";
import { useTouches } from "../../workspace/touchesStore.ts";
import { dayOf, personWord } from "../../workspace/touchWords.ts";
import { useConfirmCard } from "../../workspace/useConfirmCard.ts";
import styles from "./Inspector.module.css";

interface ReviewLineProps {
  readonly card: Card;
  readonly canConfirm: boolean;
}

export function ReviewLine({ card, canConfirm }: ReviewLineProps) {
  const { t } = useTranslation();
  const hint = useId();
  const isKnown = useTouches(({ touches }) => touches !== null);
  const touched = useTouches(({ touches }) => touches?.cards.get(card.id));
  const confirm = useConfirmCard();
  const { id } = card;
  const commands = useMemo((): readonly Command[] => {
    const command = { id: "card.confirm", group: "change", label: t("review.command") } as const;
    return canConfirm ? [{ ...command, run: () => confirm(id) }] : [];
  }, [canConfirm, confirm, id, t]);
  useCommands(commands);
  if (!isKnown) return null;
  const said = (["edited", "confirmed"] as const).flatMap((kind) => {
    const touch = touched?.[kind];
    return touch ? [{ kind, day: dayOf(touch.at), person: personWord(touch.by, t) }] : [];
  });
  return (
    <div className={styles.review} data-review>
      <h3 className={styles.heading}>{t("review.title")}</h3>
      {said.map(({ kind, ...words }) => (
        <p key={kind} className={styles.reviewed} data-reviewed={kind}>
          {t(`review.${kind}`, words)}
        </p>
      ))}
      {said.length === 0 && <p className={styles.reviewed}>{t("review.notKnown")}</p>}
      {canConfirm && (
        <>
          <Button
            mt={6}
            variant="default"
            size="compact-sm"
            leftSection={<IconCheck size={14} aria-hidden="true" />}
            aria-describedby={hint}
            data-confirm
            onClick={() => confirm(id)}
          >
            {t("review.confirm")}
          </Button>
          <p className="unseen" id={hint}>
            {t("review.confirmHint")}
          </p>
        </>
      )}
    </div>
  );
}
