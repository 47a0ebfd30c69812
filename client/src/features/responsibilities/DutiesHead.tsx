/** Above both parts: which part, how columns are grouped, which phase, what is shown, finding, and the table as a file. */
import { NativeSelect } from "@mantine/core";
import { EVERY_PHASE } from "@trellis/shared/derive/duties";
import { useTranslation } from "react-i18next";
import { FindField } from "../../ui/FindField.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { usePhone } from "../../ui/usePhone.ts";
import view from "../../ui/View.module.css";
import { CsvButton } from "../../workspace/CsvButton.tsx";
import { useExportTable } from "../../workspace/exportTable.ts";
import { ShowButton } from "../../workspace/ShowButton.tsx";
import { GROUPINGS, PARTS } from "./dutiesAddress.ts";
import { useDuties } from "./dutiesStore.ts";
import { matrixRowsOf, phaseName, titleOf } from "./dutyWords.ts";
import styles from "./Responsibilities.module.css";
import type { DutiesModel } from "./useDutiesModel.ts";

export const FIND_ID = "responsibilities-find";

export function DutiesHead({ model }: { readonly model: DutiesModel }) {
  const { t } = useTranslation();
  const { address, choose, words, table } = model;
  const exportTable = useExportTable();
  const isMatrix = address.part === "matrix";
  const isPhone = usePhone();
  return (
    <div className={view.head}>
      <Segments
        label={t("responsibilities.part.label")}
        values={PARTS.map((value) => ({ value, label: t(`responsibilities.part.${value}`) }))}
        value={address.part}
        onChoose={(part) => choose({ part })}
      />
      {isMatrix && (
        <>
          <Find model={model} />
          {!isPhone && (
            <Segments
              label={t("responsibilities.by.label")}
              values={GROUPINGS.map((value) => ({ value, label: t(`responsibilities.by.${value}`) }))}
              value={address.by}
              onChoose={(by) => choose({ by })}
            />
          )}
          <PhaseSelect model={model} />
        </>
      )}
      <span className={view.space} />
      <ShowButton position="bottom-end" />
      {isMatrix && (
        <CsvButton
          table={t("responsibilities.label")}
          onSave={() => exportTable(t("responsibilities.label"), () => matrixRowsOf(words, table))}
        />
      )}
    </div>
  );
}

function PhaseSelect({ model: { phases, words, address, choose } }: { readonly model: DutiesModel }) {
  const { t } = useTranslation();
  if (phases.length === 0) return null;
  const missions = new Set(phases.map(({ mission }) => mission));
  const label = (phase: string, mission: (typeof phases)[number]["mission"], isCurrent: boolean) => {
    const name = phaseName(words, phase);
    const named = missions.size > 1 ? `${titleOf(words, mission)}: ${name}` : name;
    return isCurrent ? t("responsibilities.phase.now", { name: named }) : named;
  };
  return (
    <NativeSelect
      size="xs"
      className={styles.phase ?? ""}
      aria-label={t("responsibilities.phase.label")}
      value={address.phase}
      onChange={(event) => choose({ phase: event.currentTarget.value })}
      data={[
        { value: "", label: t("responsibilities.phase.today") },
        { value: EVERY_PHASE, label: t("responsibilities.phase.all") },
        ...phases.map(({ phase, mission, isCurrent }) => ({
          value: phase,
          label: label(phase, mission, isCurrent),
        })),
      ]}
    />
  );
}

function Find({ model: { store, grid } }: { readonly model: DutiesModel }) {
  const { t } = useTranslation();
  const query = useDuties((state) => state.query);
  return (
    <FindField
      id={FIND_ID}
      label={t("responsibilities.find")}
      clearLabel={t("responsibilities.findClear")}
      value={query}
      onChange={(next) => store.getState().set({ query: next })}
      onLeave={() => grid.current?.focus({ preventScroll: true })}
    />
  );
}
