import type { FieldSpec } from "@trellis/shared/schema/fields";
import type { RecordName } from "@trellis/shared/schema/records";
import { memo } from "react";
import { FieldRowContext } from "./controls/fieldRow.ts";
import { FieldRow } from "./FieldRow.tsx";
import type { FieldWriters } from "./formContext.ts";
import { LensesField } from "./LensesField.tsx";
import { RecordsField } from "./records/RecordsField.tsx";

interface OneFieldProps {
  readonly writers: FieldWriters;
  readonly name: string;
  readonly spec: FieldSpec;
  readonly value: unknown;
  readonly required?: boolean;
  /** Unit of the values in a list. */
  readonly unit?: string | null;
  /** Stands alone under a heading that says what it is. */
  readonly alone?: boolean;
}

/** Drawn anew only when its own value changes: a form has dozens of fields, and one is being typed in. */
export const OneField = memo(function OneField(props: OneFieldProps) {
  const { writers, name, spec, value, required = false, unit = null, alone = false } = props;
  return (
    <FieldRowContext value={FieldRow}>
      {spec.kind === "records" ? (
        <RecordsField
          writers={writers}
          list={name}
          record={spec.record as RecordName}
          value={value}
          unit={unit}
          alone={alone}
        />
      ) : spec.kind === "lenses" ? (
        <LensesField writers={writers} value={value} />
      ) : (
        <FieldRow
          name={name}
          path={name}
          spec={spec}
          value={value}
          write={(next) => writers.write(name, next)}
          required={required}
        />
      )}
    </FieldRowContext>
  );
});
