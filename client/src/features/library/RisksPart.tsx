/** Risks on a grid of likelihood and impact; beside it what is not placed, what is assumed and what stands in the way. */
import { Button } from "@mantine/core";
import { type PlacedRisk, riskGrid } from "@trellis/shared/derive/riskGrid";
import { type ChangeEvent, memo, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { EmptyView } from "../../ui/EmptyView.tsx";
import { usePhone } from "../../ui/usePhone.ts";
import view from "../../ui/View.module.css";
import { CardButton } from "../../workspace/CardButton.tsx";
import { GradeSelect } from "./GradeSelect.tsx";
import styles from "./Library.module.css";
import { PhoneGrid } from "./PhoneGrid.tsx";
import { RiskGridTable } from "./RiskGridTable.tsx";
import { RiskList } from "./RiskList.tsx";
import { sameRisk } from "./sameRisk.ts";
import { useAddCard } from "./useAddCard.ts";
import type { LibraryModel } from "./useLibraryModel.ts";

export function RisksPart({ model }: { readonly model: LibraryModel }) {
  const { t } = useTranslation();
  const { ask, canEdit } = model;
  const isPhone = usePhone();
  const onPlaced = useFollowPlaced();
  const grid = ask(riskGrid);
  if (grid.all.length === 0) return <EmptyRisks canEdit={canEdit} />;
  return (
    <div className={styles.risks}>
      <div className={styles.riskTop}>
        {isPhone ? <PhoneGrid rows={grid.rows} /> : <RiskGridTable rows={grid.rows} canEdit={canEdit} />}
        <div className={styles.beside} onChange={onPlaced}>
          <Beside name="notPlaced" risks={grid.notPlaced} canGrade={canEdit} />
          <Beside name="assumptions" risks={grid.assumptions} canGrade={false} />
          <Beside name="barriers" risks={grid.barriers} canGrade={false} />
        </div>
      </div>
      <section className={view.section} aria-labelledby="library-all-risks">
        <h2 className={view.sectionTitle} id="library-all-risks">
          {t("library.risk.all")}
        </h2>
        <RiskList risks={grid.all} canEdit={canEdit} isPhone={isPhone} />
      </section>
    </div>
  );
}

const sameBeside = (one: BesideProps, other: BesideProps): boolean =>
  one.canGrade === other.canGrade &&
  one.risks.length === other.risks.length &&
  one.risks.every((risk, index) => sameRisk(risk, other.risks[index] as PlacedRisk));

/** A risk that has just been placed leaves the list beside the grid; the focus goes with it into the grid, or the list. */
function useFollowPlaced(): (event: ChangeEvent<HTMLElement>) => void {
  const graded = useRef<string | null>(null);
  useLayoutEffect(() => {
    const risk = graded.current;
    // Only the picture that the grade itself brought may take the focus; a later one finds nothing here.
    graded.current = null;
    if (risk === null || document.activeElement !== document.body) return;
    document
      .querySelector<HTMLElement>([`[data-risk="${risk}"]`, `[data-listed="${risk}"] select`].join())
      ?.focus();
  });
  return ({ target }) => {
    graded.current = target.closest<HTMLElement>("[data-unplaced]")?.dataset.unplaced ?? null;
  };
}

interface BesideProps {
  readonly name: "notPlaced" | "assumptions" | "barriers";
  readonly risks: readonly PlacedRisk[];
  readonly canGrade: boolean;
}

const Beside = memo(function Beside({ name, risks, canGrade }: BesideProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby={`library-${name}`} data-beside={name}>
      <h2 className={styles.besideTitle} id={`library-${name}`}>
        {t(`library.risk.${name}`)} <span className={view.soft}>{risks.length}</span>
      </h2>
      {risks.length === 0 ? (
        <p className={view.soft}>{t(`library.risk.none.${name}`)}</p>
      ) : (
        <ul className={styles.besideList}>
          {risks.map((risk) => (
            <li key={risk.card} data-unplaced={canGrade ? risk.card : undefined}>
              <CardButton card={risk.card} />
              <span className={view.soft}>
                {risk.score === null
                  ? t("library.risk.scoreNotKnown")
                  : t("library.risk.score", { score: risk.score })}
              </span>
              {canGrade && (
                <span className={styles.grades}>
                  <GradeSelect card={risk.card} field="likelihood" value={risk.likelihood} />
                  <GradeSelect card={risk.card} field="impact" value={risk.impact} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}, sameBeside);

function EmptyRisks({ canEdit }: { readonly canEdit: boolean }) {
  const { t } = useTranslation();
  const add = useAddCard();
  return (
    <EmptyView
      title={t("library.empty.risks")}
      next={t(canEdit ? "library.emptyNext.risks" : "library.emptyRead")}
    >
      {canEdit && <Button onClick={() => add("risks")}>{t("library.add.risks")}</Button>}
    </EmptyView>
  );
}
