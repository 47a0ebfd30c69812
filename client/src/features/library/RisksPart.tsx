/** Risks on a grid of likelihood and impact; beside it what is not placed, what is assumed and what stands in the way. */
import { Button } from "@mantine/core";
import { type PlacedRisk, riskGrid } from "@trellis/shared/derive/riskGrid";
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
import { useAddCard } from "./useAddCard.ts";
import type { LibraryModel } from "./useLibraryModel.ts";

export function RisksPart({ model }: { readonly model: LibraryModel }) {
  const { t } = useTranslation();
  const { ask, snapshot, canEdit } = model;
  const isPhone = usePhone();
  const grid = ask(riskGrid);
  if (grid.all.length === 0) return <EmptyRisks canEdit={canEdit} />;
  return (
    <div className={styles.risks}>
      <div className={styles.riskTop}>
        {isPhone ? (
          <PhoneGrid rows={grid.rows} />
        ) : (
          <RiskGridTable rows={grid.rows} snapshot={snapshot} canEdit={canEdit} />
        )}
        <div className={styles.beside}>
          <Beside name="notPlaced" risks={grid.notPlaced}>
            {(risk) =>
              canEdit && (
                <span className={styles.grades}>
                  <GradeSelect risk={risk} field="likelihood" snapshot={snapshot} />
                  <GradeSelect risk={risk} field="impact" snapshot={snapshot} />
                </span>
              )
            }
          </Beside>
          <Beside name="assumptions" risks={grid.assumptions} />
          <Beside name="barriers" risks={grid.barriers} />
        </div>
      </div>
      <section className={view.section} aria-labelledby="library-all-risks">
        <h2 className={view.sectionTitle} id="library-all-risks">
          {t("library.risk.all")}
        </h2>
        <RiskList risks={grid.all} snapshot={snapshot} canEdit={canEdit} isPhone={isPhone} />
      </section>
    </div>
  );
}

interface BesideProps {
  readonly name: "notPlaced" | "assumptions" | "barriers";
  readonly risks: readonly PlacedRisk[];
  readonly children?: (risk: PlacedRisk) => React.ReactNode;
}

function Beside({ name, risks, children }: BesideProps) {
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
            <li key={risk.card}>
              <CardButton card={risk.card} />
              <span className={view.soft}>
                {risk.score === null
                  ? t("library.risk.scoreNotKnown")
                  : t("library.risk.score", { score: risk.score })}
              </span>
              {children?.(risk)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

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
