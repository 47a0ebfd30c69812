/**
 * How well the mission is set up, in three parts: the checks, what frameworks and people's ratings say (lenses), and
 * who took part. The part is in the address; each comes with its own code, so that the checks stay quick.
 */
import { type ComponentType, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Loading } from "../../ui/Loading.tsx";
import { later } from "../../ui/later.tsx";
import { Segments } from "../../ui/Segments.tsx";
import view from "../../ui/View.module.css";
import { paletteVariables } from "../../workspace/palette.ts";
import { useAddress } from "../../workspace/useAddress.ts";
import { ChecksPart } from "./ChecksPart.tsx";
import styles from "./Health.module.css";
import { HEALTH_PARTS, type HealthPart, readPart, writePart } from "./healthParts.ts";

const PARTS: Readonly<Record<HealthPart, ComponentType>> = {
  checks: ChecksPart,
  lenses: later(async () => (await import("./lenses/index.ts")).LensesPart),
  participation: later(async () => (await import("./participation/index.ts")).ParticipationPart),
};

export function Health() {
  const { t } = useTranslation();
  const [{ part }, choose] = useAddress(readPart, writePart);
  const Part = PARTS[part];
  return (
    <section className={view.view} style={paletteVariables} aria-label={t("health.label")}>
      <div className={`${view.head} ${styles.parts}`}>
        <Segments
          label={t("health.part.label")}
          values={HEALTH_PARTS.map((value) => ({ value, label: t(`health.part.${value}`) }))}
          value={part}
          onChoose={(next) => choose({ part: next })}
        />
      </div>
      <div className={view.scroller}>
        <Suspense fallback={<Loading />}>
          <Part />
        </Suspense>
      </div>
    </section>
  );
}
