import { fieldsOfMap } from "@trellis/shared/schema/mapSettings";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import { isKnown } from "../../workspace/values/codecs.ts";
import { AdvantageField } from "./AdvantageField.tsx";
import { FieldGroup } from "./FieldGroup.tsx";
import { type FieldValues, FormContext } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { OneField } from "./OneField.tsx";
import { PanelHead } from "./PanelHead.tsx";
import { SwitchedOffChecks } from "./SwitchedOffChecks.tsx";
import { useSurroundings } from "./useSurroundings.ts";
import { useMapWriters } from "./writers.ts";

const LEAD = ["title", "description", "place", "currency", "asOf", "replace"] as const;
/** A longer list would push the rest out of sight. */
const FEW = 8;
const LISTS = ["sources", "ownLenses", "currencyRates"] as const;

/** The map's own settings. */
export function MapPanel() {
  const { t } = useTranslation();
  const settings = useMap((snapshot) => snapshot.settings);
  const values = settings as FieldValues;
  const writers = useMapWriters();
  const surroundings = useSurroundings("map", null);
  const { readOnly } = surroundings;
  const count = (name: string) => (Array.isArray(values[name]) ? values[name].length : 0);
  return (
    <FormContext value={surroundings}>
      <section
        className={styles.panel}
        aria-label={t("inspector.aboutMap")}
        tabIndex={-1}
        data-inspector="map"
      >
        <PanelHead isHeading kicker={t("inspector.aboutMap")} />
        <div className={styles.fields}>
          {LEAD.filter((name) => !readOnly || isKnown(values[name])).map((name) => {
            const spec = fieldsOfMap[name];
            return (
              spec && <OneField key={name} writers={writers} name={name} spec={spec} value={values[name]} />
            );
          })}
        </div>
        {LISTS.filter((name) => !readOnly || count(name) > 0).map((name) => {
          const spec = fieldsOfMap[name];
          return (
            spec && (
              <FieldGroup
                key={name}
                name={`map.${name}`}
                title={t(`field.${name}`)}
                count={count(name)}
                openAtFirst={name === "sources" && count(name) <= FEW}
              >
                <p className={styles.hint}>{t(`inspector.about.${name}`)}</p>
                <OneField alone writers={writers} name={name} spec={spec} value={values[name]} />
              </FieldGroup>
            )
          );
        })}
        <FieldGroup
          name="map.switchedOffChecks"
          title={t("field.switchedOffChecks")}
          count={count("switchedOffChecks")}
          openAtFirst={false}
        >
          <SwitchedOffChecks writers={writers} value={settings.switchedOffChecks} />
        </FieldGroup>
        <FieldGroup
          name="map.advantage"
          title={t("field.advantage")}
          count={count("advantage")}
          openAtFirst={false}
        >
          <AdvantageField writers={writers} value={settings.advantage} />
        </FieldGroup>
      </section>
    </FormContext>
  );
}
