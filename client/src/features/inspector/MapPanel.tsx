import { fieldsOfMap } from "@trellis/shared/schema/mapSettings";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import { FieldForm } from "./FieldForm.tsx";
import { type FieldValues, FormContext } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { PanelHead } from "./PanelHead.tsx";
import { useSurroundings } from "./useSurroundings.ts";
import { useMapWriters } from "./writers.ts";

/** Lists that belong to views which are not there yet. */
const LATER: ReadonlySet<string> = new Set(["switchedOffChecks", "advantage"]);
const FIELDS = Object.fromEntries(Object.entries(fieldsOfMap).filter(([name]) => !LATER.has(name)));

/** The map's own settings. */
export function MapPanel() {
  const { t } = useTranslation();
  const settings = useMap((snapshot) => snapshot.settings);
  const writers = useMapWriters();
  const surroundings = useSurroundings("map");
  return (
    <FormContext value={surroundings}>
      <section className={styles.panel} aria-label={t("inspector.aboutMap")} data-inspector="map">
        <PanelHead kicker={t("inspector.aboutMap")} />
        <FieldForm writers={writers} values={settings as FieldValues} fields={FIELDS} />
      </section>
    </FormContext>
  );
}
