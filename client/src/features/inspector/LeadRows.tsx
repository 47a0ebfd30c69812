/** The rows people need first: where the card is, how far it is, who answers for it, when, how much. */
import type { Fields } from "@trellis/shared/schema/fields";
import type { Card } from "@trellis/shared/schema/values";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isKnown } from "../../workspace/values/codecs.ts";
import { CardHome } from "./CardHome.tsx";
import { CostRow } from "./CostRow.tsx";
import { FieldControl } from "./controls/FieldControl.tsx";
import { type FieldValues, type FieldWriters, useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { LinkChips } from "./links/LinkChips.tsx";
import { RoleRows } from "./links/RoleRows.tsx";
import { OneField } from "./OneField.tsx";
import type { LeadRow } from "./panelLayout.ts";
import { usePlaceholder } from "./usePlaceholder.ts";
import { useValueText } from "./useValueText.ts";

interface LeadRowsProps {
  readonly card: Card;
  readonly rows: readonly LeadRow[];
  readonly fields: Fields;
  readonly values: FieldValues;
  readonly writers: FieldWriters;
}

export function LeadRows({ rows, ...rest }: LeadRowsProps) {
  return (
    <div className={styles.fields} data-lead>
      {rows.map((row) => (
        <Lead
          key={
            row.kind === "field" || row.kind === "span"
              ? row.name
              : row.kind === "chips"
                ? row.type
                : row.kind
          }
          row={row}
          {...rest}
        />
      ))}
    </div>
  );
}

function Lead({
  row,
  card,
  fields,
  values,
  writers,
}: Omit<LeadRowsProps, "rows"> & { readonly row: LeadRow }): ReactNode {
  const { readOnly } = useForm();
  switch (row.kind) {
    case "home":
      return <CardHome card={card.id} type={card.type} homeLink={card.homeLink} />;
    case "roles":
      return <RoleRows card={card.id} />;
    case "chips":
      return <LinkChips card={card.id} cardType={card.type} type={row.type} direction={row.direction} />;
    case "span":
      return <SpanRow row={row} fields={fields} values={values} writers={writers} />;
    case "field": {
      const spec = fields[row.name];
      const value = values[row.name];
      if (!spec || (readOnly && !isKnown(value))) return null;
      if (row.name === "cost" && spec.kind === "group")
        return <CostRow card={card.id} spec={spec} value={value} writers={writers} />;
      const unit = typeof values.unit === "string" ? values.unit : null;
      return <OneField writers={writers} name={row.name} spec={spec} value={value} unit={unit} />;
    }
  }
}

interface SpanRowProps extends Omit<LeadRowsProps, "card" | "rows"> {
  readonly row: Extract<LeadRow, { kind: "span" }>;
}

/** From when to when, in one row. */
function SpanRow({ row, fields, values, writers }: SpanRowProps) {
  const { t } = useTranslation();
  const { readOnly, ownerKey } = useForm();
  const valueText = useValueText();
  const hints = { [row.from]: usePlaceholder(row.from), [row.to]: usePlaceholder(row.to) };
  const words = (name: string) => {
    const spec = fields[name];
    return spec && isKnown(values[name]) ? valueText(spec, values[name]) : t("words.notKnown");
  };
  if (readOnly) {
    if (!isKnown(values[row.from]) && !isKnown(values[row.to])) return null;
    return (
      <div className={styles.row}>
        <span className={styles.label}>{t(`inspector.span.${row.name}`)}</span>
        <div className={styles.value} data-field={row.from}>
          {t("inspector.fromTo", { from: words(row.from), to: words(row.to) })}
        </div>
      </div>
    );
  }
  return (
    <fieldset className={styles.row}>
      <legend className="unseen">{t(`inspector.span.${row.name}`)}</legend>
      <span className={styles.label} aria-hidden>
        {t(`inspector.span.${row.name}`)}
      </span>
      <div className={styles.span}>
        {[row.from, row.to].map((name, index) => {
          const spec = fields[name];
          const hint = hints[name];
          return (
            spec && (
              <div key={name} className={styles.spanPart}>
                {index === 1 && <span className={styles.spanWord}>{t("inspector.to")}</span>}
                <div className={styles.grows} data-field={name}>
                  <FieldControl
                    named
                    spec={spec}
                    path={name}
                    id={`field-${ownerKey}-${name}`.replace(/[^\w-]/g, "_")}
                    label={t(`field.${name}`)}
                    value={values[name]}
                    write={(next) => writers.write(name, next)}
                    {...(hint ? { placeholder: hint } : {})}
                  />
                </div>
              </div>
            )
          );
        })}
      </div>
    </fieldset>
  );
}
