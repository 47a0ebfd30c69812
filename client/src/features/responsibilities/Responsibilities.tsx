/**
 * Who answers for what, at which level: the matrix of cards and actors, and what each level does, may do and lacks.
 * Everything in it is worked out of the map; every edit is one of the map's operations.
 */
import { useTranslation } from "react-i18next";
import { usePhone } from "../../ui/usePhone.ts";
import view from "../../ui/View.module.css";
import { paletteVariables } from "../../workspace/palette.ts";
import { DutiesHead } from "./DutiesHead.tsx";
import { DutiesStoreContext, useDuties } from "./dutiesStore.ts";
import { EmptyPart } from "./EmptyPart.tsx";
import { LevelsPart } from "./LevelsPart.tsx";
import { MatrixGrid } from "./MatrixGrid.tsx";
import { PhoneRows } from "./PhoneRows.tsx";
import { RoleMenu } from "./RoleMenu.tsx";
import { RowDuties } from "./RowDuties.tsx";
import { Summary } from "./Summary.tsx";
import { useDutiesCommands } from "./useDutiesCommands.ts";
import { type DutiesModel, useDutiesModel } from "./useDutiesModel.ts";
import { useFollowSelection } from "./useFollowSelection.ts";

export function Responsibilities() {
  const model = useDutiesModel();
  return (
    <DutiesStoreContext value={model.store}>
      <DutiesView model={model} />
    </DutiesStoreContext>
  );
}

function DutiesView({ model }: { readonly model: DutiesModel }) {
  const { t } = useTranslation();
  useDutiesCommands(model);
  useFollowSelection(model);
  const { part } = model.address;
  return (
    <section className={view.view} style={paletteVariables} aria-label={t("responsibilities.label")}>
      <DutiesHead model={model} />
      {part === "levels" ? <LevelsPart model={model} /> : <MatrixPart model={model} />}
    </section>
  );
}

function MatrixPart({ model }: { readonly model: DutiesModel }) {
  const { t } = useTranslation();
  const isPhone = usePhone();
  const asking = useDuties((state) => state.asking);
  const listing = useDuties((state) => state.listing);
  const { cards } = model.snapshot;
  const hasActors = [...cards.values()].some(({ type }) => type === "actor");
  if (model.table.figures.rows === 0 && model.address.rows === null && model.table.lines.length === 0) {
    const hasRows = [...cards.values()].some(({ type }) => type === "mission" || type === "challenge");
    if (!hasRows) return <EmptyPart canEdit={model.canEdit} add="mission" />;
  }
  if (!hasActors) return <EmptyPart canEdit={model.canEdit} add="actor" />;
  return (
    <>
      <Summary model={model} />
      {model.table.lines.length === 0 ? (
        <p className={view.none} role="status">
          {t("responsibilities.noneFound")}
        </p>
      ) : isPhone ? (
        <PhoneRows model={model} />
      ) : (
        <MatrixGrid model={model} />
      )}
      {asking && <RoleMenu model={model} asking={asking} />}
      {listing && <RowDuties model={model} card={listing} />}
    </>
  );
}
