/** Above all parts: which part, which mission, how close, what is shown, and the table as a file. */
import { NativeSelect } from "@mantine/core";
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { sameList, useMap } from "../../document/useMap.ts";
import { Segments } from "../../ui/Segments.tsx";
import { usePhone } from "../../ui/usePhone.ts";
import view from "../../ui/View.module.css";
import { CsvButton } from "../../workspace/CsvButton.tsx";
import { titleOf } from "../../workspace/lookWords.ts";
import { ShowButton } from "../../workspace/ShowButton.tsx";
import styles from "./Roadmap.module.css";
import { PARTS, ZOOMS } from "./roadmapAddress.ts";
import { useExportRoadmap } from "./useExportRoadmap.ts";
import type { RoadmapModel } from "./useRoadmapModel.ts";

export function RoadmapHead({ model }: { readonly model: RoadmapModel }) {
  const { t } = useTranslation();
  const isPhone = usePhone();
  const onExport = useExportRoadmap(model);
  const { address, choose } = model;
  return (
    <div className={view.head}>
      <Segments
        label={t("roadmap.part.label")}
        values={PARTS.map((value) => ({ value, label: t(`roadmap.part.${value}`) }))}
        value={address.part}
        onChoose={(part) => choose({ part })}
      />
      {address.part === "time" && !isPhone && (
        <Segments
          label={t("roadmap.zoom.label")}
          values={ZOOMS.map((value) => ({ value, label: t(`roadmap.zoom.${value}`) }))}
          value={address.zoom}
          onChoose={(zoom) => choose({ zoom })}
        />
      )}
      <MissionSelect model={model} />
      <span className={view.space} />
      {address.part !== "phases" && <ShowButton position="bottom-end" />}
      <CsvButton table={t("roadmap.label")} onSave={onExport} />
    </div>
  );
}

/** Missions may have phases of their own, so one can be read alone. */
function MissionSelect({ model: { timeline, address, choose } }: { readonly model: RoadmapModel }) {
  const { t } = useTranslation();
  const missions = timeline.missions.flatMap(({ mission }) => mission ?? []);
  const titles = useMap((snapshot) => missions.map((id) => titleOf(snapshot, id, t)), sameList);
  if (missions.length < 2) return null;
  return (
    <NativeSelect
      size="xs"
      className={styles.mission ?? ""}
      aria-label={t("roadmap.missions.label")}
      value={missions.includes(address.mission as CardId) ? (address.mission ?? "") : ""}
      onChange={(event) => {
        const chosen = missions.find((id) => id === event.currentTarget.value);
        choose({ mission: chosen ?? null });
      }}
      data={[
        { value: "", label: t("roadmap.missions.all") },
        ...missions.map((value, index) => ({ value: value as string, label: titles[index] ?? "" })),
      ]}
    />
  );
}
