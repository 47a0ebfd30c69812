/** What changes hands between phases: which cards, from whom at which level to whom. */
import type { Handover } from "@trellis/shared/derive/handovers";
import type { PhaseBand } from "@trellis/shared/derive/phaseBands";
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import view from "../../ui/View.module.css";
import { WideTable } from "../../ui/WideTable.tsx";
import { CardButton } from "../../workspace/CardButton.tsx";
import { answeringText, phaseNameIn } from "./roadmapWords.ts";
import type { RoadmapModel } from "./useRoadmapModel.ts";

interface HandedOverProps {
  readonly mission: CardId;
  readonly phases: readonly PhaseBand[];
  readonly model: RoadmapModel;
}

export function HandedOver({ mission, phases, model }: HandedOverProps) {
  const { t } = useTranslation();
  const own = [...model.handovers.values()].flat().filter((one) => one.mission === mission);
  return (
    <section className={view.section} data-handovers={own.length}>
      <h3 className={view.sectionTitle}>{t("roadmap.handover.title")}</h3>
      {own.length === 0 ? (
        <p className={view.soft}>{t("roadmap.handover.none")}</p>
      ) : (
        <WideTable caption={t("roadmap.handover.caption")}>
          <thead>
            <tr>
              <th scope="col">{t("roadmap.table.title")}</th>
              <th scope="col">{t("roadmap.handover.when")}</th>
              <th scope="col">{t("roadmap.handover.from")}</th>
              <th scope="col">{t("roadmap.handover.to")}</th>
            </tr>
          </thead>
          <tbody>
            {own.map((one) => (
              <HandoverLine
                key={`${one.card} ${one.after}`}
                handover={one}
                phase={phaseNameIn(phases, one.after, t)}
              />
            ))}
          </tbody>
        </WideTable>
      )}
    </section>
  );
}

function HandoverLine({ handover, phase }: { readonly handover: Handover; readonly phase: string }) {
  const { t } = useTranslation();
  const from = useMap((snapshot) => answeringText(handover.from, snapshot, t));
  const to = useMap((snapshot) => answeringText(handover.to, snapshot, t));
  return (
    <tr data-handed-over={handover.card}>
      <th scope="row">
        <CardButton card={handover.card} />
      </th>
      <td>{phase}</td>
      <td>{from}</td>
      <td>{to}</td>
    </tr>
  );
}
