/** Above all parts: which part, which mission, and what of the map is shown. */
import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Segments } from "../../ui/Segments.tsx";
import view from "../../ui/View.module.css";
import { titleOf } from "../../workspace/lookWords.ts";
import { ShowButton } from "../../workspace/ShowButton.tsx";
import styles from "./Funding.module.css";
import { NARROWINGS, PARTS } from "./fundingAddress.ts";
import type { FundingModel } from "./useFundingModel.ts";

export function FundingHead({ model }: { readonly model: FundingModel }) {
  const { t } = useTranslation();
  const { address, choose, missions, scope, snapshot } = model;
  return (
    <div className={view.head}>
      <Segments
        label={t("funding.part.label")}
        values={PARTS.map((value) => ({ value, label: t(`funding.part.${value}`) }))}
        value={address.part}
        onChoose={(part) => choose({ part })}
      />
      {missions.length > 1 && (
        <NativeSelect
          size="xs"
          className={styles.mission ?? ""}
          aria-label={t("funding.mission.label")}
          value={scope}
          onChange={(event) => choose({ mission: event.currentTarget.value })}
          data={[
            { value: "", label: t("funding.mission.all") },
            ...missions.map((mission) => ({ value: mission, label: titleOf(snapshot, mission, t) })),
          ]}
        />
      )}
      {address.part === "cards" && (
        <Segments
          label={t("funding.only.label")}
          values={NARROWINGS.map((value) => ({ value, label: t(`funding.only.${value}`) }))}
          value={address.only}
          onChoose={(only) => choose({ only })}
        />
      )}
      <span className={view.space} />
      {address.part === "cards" && <ShowButton position="bottom-end" />}
    </div>
  );
}
