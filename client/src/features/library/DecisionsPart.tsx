/** The decision log: what waits to be decided first, then what was decided and when it is to be looked at again. */
import { Button } from "@mantine/core";
import { DECISION_STATES, decisions, type LoggedDecision } from "@trellis/shared/derive/decisions";
import { useTranslation } from "react-i18next";
import { EmptyView } from "../../ui/EmptyView.tsx";
import view from "../../ui/View.module.css";
import { DecisionEntry } from "./DecisionEntry.tsx";
import { decisionCounts, isChosenDecision } from "./filters.ts";
import styles from "./Library.module.css";
import { DECISION_CHOICES, type DecisionChoice } from "./libraryAddress.ts";
import { cardOf } from "./libraryWords.ts";
import { ShownFirst } from "./ShownFirst.tsx";
import { useAddCard } from "./useAddCard.ts";
import type { LibraryModel } from "./useLibraryModel.ts";

/** What was decided last stands first; what waits longest stands first. */
const inOrder = (
  state: LoggedDecision["state"],
  all: readonly LoggedDecision[],
): readonly LoggedDecision[] => {
  const here = all.filter((one) => one.state === state);
  return state === "decided" || state === "superseded"
    ? [...here].sort((one, other) => (other.date ?? "").localeCompare(one.date ?? ""))
    : here;
};

export function DecisionsPart({ model }: { readonly model: LibraryModel }) {
  const { t } = useTranslation();
  const { snapshot, ask, address, canEdit } = model;
  const all = ask(decisions);
  if (all.length === 0) return <EmptyDecisions canEdit={canEdit} />;
  const shown = all.filter((one) => isChosenDecision(address, one));
  return (
    <div className={view.column}>
      <StateChips model={model} all={all} />
      {shown.length === 0 && (
        <p className={view.none} role="status">
          {t("library.noneFound")}
        </p>
      )}
      {DECISION_STATES.map((state) => {
        const here = inOrder(state, shown);
        return (
          here.length > 0 && (
            <section key={state} className={view.section} aria-labelledby={`library-${state}`}>
              <h2 className={view.sectionTitle} id={`library-${state}`}>
                {t(`library.decision.state.${state}`)} <span className={view.soft}>{here.length}</span>
              </h2>
              <ul className={styles.entries}>
                <ShownFirst items={here}>
                  {(one) => {
                    const card = cardOf(snapshot, one.card, "decision");
                    return (
                      card && <DecisionEntry key={one.card} decision={one} card={card} canEdit={canEdit} />
                    );
                  }}
                </ShownFirst>
              </ul>
            </section>
          )
        );
      })}
    </div>
  );
}

interface StateChipsProps {
  readonly model: LibraryModel;
  readonly all: readonly LoggedDecision[];
}

function StateChips({ model: { address, choose }, all }: StateChipsProps) {
  const { t } = useTranslation();
  const chosen = address.decisions;
  const toggled = (choice: DecisionChoice) =>
    chosen.includes(choice) ? chosen.filter((one) => one !== choice) : [...chosen, choice];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend on screen
    <div className={view.chips} role="group" aria-label={t("library.decision.filter")}>
      {decisionCounts(DECISION_CHOICES, all).map(({ choice, count }) => (
        <button
          key={choice}
          type="button"
          className={view.chip}
          data-warning={choice === "due" || choice === "review" || undefined}
          aria-pressed={chosen.includes(choice)}
          onClick={() => choose({ decisions: toggled(choice) })}
        >
          {t(`library.decision.state.${choice}`)} {count}
        </button>
      ))}
      {chosen.length > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => choose({ decisions: [] })}>
          {t("library.filter.clear")}
        </Button>
      )}
    </div>
  );
}

function EmptyDecisions({ canEdit }: { readonly canEdit: boolean }) {
  const { t } = useTranslation();
  const add = useAddCard();
  return (
    <EmptyView
      title={t("library.empty.decisions")}
      next={t(canEdit ? "library.emptyNext.decisions" : "library.emptyRead")}
    >
      {canEdit && <Button onClick={() => add("decisions")}>{t("library.add.decisions")}</Button>}
    </EmptyView>
  );
}
