/** One decision: by when, between what, what came of it and why, who answers, and what it settles or keeps waiting. */
import { Button } from "@mantine/core";
import type { LoggedDecision } from "@trellis/shared/derive/decisions";
import { editField } from "@trellis/shared/ops/cards";
import type { CardOf } from "@trellis/shared/schema/values";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import view from "../../ui/View.module.css";
import { announce } from "../../workspace/announce.ts";
import { CardButton } from "../../workspace/CardButton.tsx";
import { openAt } from "../../workspace/panelWish.ts";
import { showDate } from "../../workspace/showDate.ts";
import { CardNames } from "./CardNames.tsx";
import { Fact, Facts } from "./Facts.tsx";
import styles from "./Library.module.css";
import { dateLine } from "./libraryWords.ts";

interface DecisionEntryProps {
  readonly decision: LoggedDecision;
  readonly card: CardOf<"decision">;
  readonly canEdit: boolean;
}

export const DecisionEntry = memo(function DecisionEntry({ decision, card, canEdit }: DecisionEntryProps) {
  const { t } = useTranslation();
  const { state, isReviewDue, answers, settles, waiting, occasions, isPlaceholder } = decision;
  const waits = state === "due" || state === "open" || state === "not_known";
  const notKnown = <span className={view.soft}>{t("words.notKnown")}</span>;
  return (
    <li className={styles.entry} data-decision={decision.card} data-state={state}>
      <div className={styles.entryHead}>
        <h3 className={styles.entryTitle}>
          <CardButton card={decision.card} />
        </h3>
        {canEdit && waits && !isPlaceholder && <MarkDecided card={card} />}
      </div>
      <p className={styles.told} data-warning={state === "due" || undefined}>
        {dateLine(t, decision)}
        {isPlaceholder && ` · ${t("library.prompt")}`}
      </p>
      {card.reviewDate && (
        <p className={styles.told} data-warning={isReviewDue || undefined}>
          {t(isReviewDue ? "library.decision.reviewDue" : "library.decision.review", {
            date: showDate(card.reviewDate),
          })}
        </p>
      )}
      {card.summary && (
        <p className={styles.words} dir="auto">
          {card.summary}
        </p>
      )}
      <Facts>
        {(card.options ?? []).length > 0 ? (
          <Fact name={t("field.options")} value={<Options options={card.options ?? []} />} />
        ) : (
          waits && <Fact name={t("field.options")} value={notKnown} />
        )}
        {(card.outcome || !waits) && <Fact name={t("field.outcome")} value={card.outcome || notKnown} />}
        {(card.rationale || state === "decided") && (
          <Fact name={t("field.rationale")} value={card.rationale || notKnown} />
        )}
        <Fact
          name={t("library.decision.answers")}
          value={
            answers.length > 0 ? (
              <CardNames cards={answers} />
            ) : (
              <span className={view.soft}>{t("library.decision.nobody")}</span>
            )
          }
        />
        {settles.length > 0 && (
          <Fact name={t("library.decision.settles")} value={<CardNames cards={settles} />} />
        )}
        {waiting.length > 0 && (
          <Fact
            name={t(waits ? "library.decision.blocks" : "library.decision.needed")}
            value={<CardNames cards={waiting} />}
          />
        )}
        {occasions > 0 && (
          <Fact
            name={t("library.decision.people")}
            value={t("library.decision.occasions", { count: occasions })}
          />
        )}
      </Facts>
    </li>
  );
});

function Options({ options }: { readonly options: readonly string[] }) {
  return (
    <ul className={styles.options}>
      {options.map((option) => (
        <li key={option}>{option}</li>
      ))}
    </ul>
  );
}

/** One edit; what was decided is then asked for in the card. */
function MarkDecided({ card }: { readonly card: CardOf<"decision"> }) {
  const { t } = useTranslation();
  const edit = useEdit();
  const mark = () => {
    const done = edit((draft) => {
      editField(draft, { card: card.id, field: "status", value: "decided" });
      return true;
    }, null);
    if (!done) return;
    announce(t("library.decision.said", { title: card.title || t("look.untitled") }));
    openAt(card, "outcome");
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t("library.decision.markNamed", { title: card.title || t("look.untitled") })}
      onClick={mark}
    >
      {t("library.decision.mark")}
    </Button>
  );
}
