/**
 * The mission in time: its phases with the level that leads each, work by challenge, what is decided and reviewed when,
 * and what is handed over from one phase to the next. Everything in it is worked out of the map.
 */
import { useTranslation } from "react-i18next";
import { usePhone } from "../../ui/usePhone.ts";
import view from "../../ui/View.module.css";
import { paletteVariables } from "../../workspace/palette.ts";
import { ActiveStrip } from "./ActiveStrip.tsx";
import { ChartLegend } from "./ChartLegend.tsx";
import { EmptyRoadmap } from "./EmptyRoadmap.tsx";
import { PhasesPart } from "./PhasesPart.tsx";
import { PhoneTimeline } from "./PhoneTimeline.tsx";
import { RoadmapChart } from "./RoadmapChart.tsx";
import { RoadmapHead } from "./RoadmapHead.tsx";
import { RoadmapStoreContext } from "./roadmapStore.ts";
import { TablePart } from "./TablePart.tsx";
import { useFollowSelection } from "./useFollowSelection.ts";
import { useRoadmapCommands } from "./useRoadmapCommands.ts";
import { type RoadmapModel, useRoadmapModel } from "./useRoadmapModel.ts";

export function Roadmap() {
  const model = useRoadmapModel();
  return (
    <RoadmapStoreContext value={model.store}>
      <RoadmapView model={model} />
    </RoadmapStoreContext>
  );
}

function RoadmapView({ model }: { readonly model: RoadmapModel }) {
  const { t } = useTranslation();
  useRoadmapCommands(model);
  useFollowSelection(model);
  const isEmpty = model.timeline.missions.every(
    ({ mission, lanes }) => mission === null && lanes.length === 0,
  );
  return (
    <section className={view.view} style={paletteVariables} aria-label={t("roadmap.label")}>
      {isEmpty ? (
        <EmptyRoadmap canEdit={model.canEdit} />
      ) : (
        <>
          <RoadmapHead model={model} />
          <Part model={model} />
        </>
      )}
    </section>
  );
}

function Part({ model }: { readonly model: RoadmapModel }) {
  const { t } = useTranslation();
  const isPhone = usePhone();
  if (model.address.part === "phases") return <PhasesPart model={model} />;
  if (model.rows.rows.length === 0) return <p className={view.none}>{t("roadmap.noneShown")}</p>;
  if (model.address.part === "table") return <TablePart model={model} />;
  if (isPhone) return <PhoneTimeline model={model} />;
  return (
    <>
      <ChartLegend model={model} />
      <RoadmapChart model={model} />
      <ActiveStrip model={model} />
    </>
  );
}
