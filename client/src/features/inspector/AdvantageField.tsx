import { ENUMS } from "@trellis/shared/schema/enums";
import type { RecordTypes } from "@trellis/shared/schema/values";
import { useTranslation } from "react-i18next";
import { enumChoices } from "./controls/FieldControl.tsx";
import { ManyControl } from "./controls/ManyControl.tsx";
import { type FieldWriters, useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";

interface AdvantageFieldProps {
  readonly writers: FieldWriters;
  readonly value: readonly RecordTypes["advantage"][] | null | undefined;
}

/** Which levels this map holds to be good at each function, where it departs from the usual ones. */
export function AdvantageField({ writers, value }: AdvantageFieldProps) {
  const { t } = useTranslation();
  const { readOnly } = useForm();
  const levelsOf = (name: string) => value?.find(({ id }) => id === name)?.levels ?? [];
  return (
    <div data-field="advantage">
      <p className={styles.hint}>{t("inspector.about.advantage")}</p>
      {ENUMS.function
        .filter((name) => !readOnly || levelsOf(name).length > 0)
        .map((name) => {
          const id = `field-map-advantage-${name}`;
          const label = t(`enum.function.${name}`);
          return (
            <div key={name} className={styles.row} data-field={`advantage.${name}`}>
              <label className={styles.label} htmlFor={id}>
                {label}
              </label>
              <div className={styles.control}>
                {readOnly ? (
                  <div className={styles.value} id={id}>
                    {levelsOf(name)
                      .map((level) => t(`enum.level.${level}`))
                      .join(", ")}
                  </div>
                ) : (
                  <ManyControl
                    id={id}
                    values={levelsOf(name)}
                    choices={enumChoices(t, "level")}
                    placeholder={t("inspector.usualLevels")}
                    write={(levels) =>
                      levels
                        ? writers.putRecord("advantage", { id: name, levels })
                        : writers.removeRecord("advantage", name)
                    }
                  />
                )}
              </div>
            </div>
          );
        })}
    </div>
  );
}
