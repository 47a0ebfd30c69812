/** One field: its label and its control, or its value for those who may only read. */
import type { FieldSpec } from "@trellis/shared/schema/fields";
import { useTranslation } from "react-i18next";
import { FieldControl } from "./controls/FieldControl.tsx";
import type { FieldRowProps } from "./controls/fieldRow.ts";
import { SourceBadge } from "./controls/SourceControl.tsx";
import { useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { usePlaceholder } from "./usePlaceholder.ts";
import { useValueText } from "./useValueText.ts";

/** Units that the label does not say already. */
const SHOWN_UNITS: ReadonlySet<string> = new Set(["years", "months"]);

/** Kinds that need the whole width. */
const isWide = (spec: FieldSpec): boolean =>
  spec.kind === "rows" || spec.kind === "words" || (spec.kind === "text" && spec.max >= 1000);

export function FieldRow({ name, path, scope, spec, value, write, required = false }: FieldRowProps) {
  const { t } = useTranslation();
  const { ownerKey, readOnly } = useForm();
  const valueText = useValueText();
  const placeholder = usePlaceholder(path);
  const id = ["field", ownerKey, scope ?? "", path].join("-").replace(/[^\w-]/g, "_");
  const label = t(`field.${name}`);
  const unit =
    spec.kind === "number" && SHOWN_UNITS.has(spec.unit ?? "") ? t(`inspector.unit.${spec.unit}`) : null;
  const opensParts = spec.kind === "group" || spec.kind === "rows";
  return (
    <div className={isWide(spec) ? styles.wideRow : styles.row} data-field={path}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {unit && <span className={styles.unit}> {unit}</span>}
      </label>
      <div className={styles.control}>
        {readOnly && !opensParts ? (
          <div className={styles.value} id={id} dir="auto">
            {spec.kind === "url" ? (
              <a href={String(value)} target="_blank" rel="noopener noreferrer">
                {String(value)}
              </a>
            ) : (
              valueText(spec, value)
            )}
            {spec.kind === "source" && <SourceBadge value={value} />}
          </div>
        ) : (
          <FieldControl
            spec={spec}
            path={scope === undefined ? path : `${path}@${scope}`}
            id={id}
            label={label}
            value={value}
            write={write}
            required={required}
            {...(placeholder === undefined ? {} : { placeholder })}
          />
        )}
      </div>
    </div>
  );
}
