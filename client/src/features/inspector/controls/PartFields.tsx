import type { Fields } from "@trellis/shared/schema/fields";
import { isKnown } from "../../../workspace/values/codecs.ts";
import { useForm } from "../formContext.ts";
import styles from "../Inspector.module.css";
import { useFieldRow } from "./fieldRow.ts";

interface PartFieldsProps {
  readonly fields: Fields;
  readonly path: string;
  /** Tells apart fields of the same path: a record's id. */
  readonly scope?: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly write: (name: string, value: unknown) => void;
}

/** The fields inside a group, a row or a record. */
export function PartFields({ fields, path, scope, values, write }: PartFieldsProps) {
  const { readOnly } = useForm();
  const Row = useFieldRow();
  return (
    <div className={styles.parts}>
      {Object.entries(fields)
        .filter(([name]) => !readOnly || isKnown(values[name]))
        .map(([name, spec]) => (
          <Row
            key={name}
            name={name}
            path={`${path}.${name}`}
            {...(scope === undefined ? {} : { scope })}
            spec={spec}
            value={values[name]}
            write={(value) => write(name, value)}
          />
        ))}
    </div>
  );
}
