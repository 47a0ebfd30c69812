/**
 * The fields of one owner, in the order of its table. What is known is shown; plain fields are shown even when not
 * known; lists, groups and long texts that hold nothing wait behind a button with their name, so that a form stays
 * short. A field once shown stays while the form is open.
 */
import { Button, Group } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { FieldSpec, Fields } from "@trellis/shared/schema/fields";
import type { RecordName } from "@trellis/shared/schema/records";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { isKnown } from "./codecs.ts";
import { FieldRowContext } from "./controls/fieldRow.ts";
import { FieldRow } from "./FieldRow.tsx";
import { type FieldValues, type FieldWriters, useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { LensesField } from "./LensesField.tsx";
import { RecordsField } from "./RecordsField.tsx";

interface FieldFormProps {
  readonly writers: FieldWriters;
  readonly values: FieldValues;
  readonly fields: Fields;
  readonly required?: readonly string[];
}

const PLAIN: ReadonlySet<FieldSpec["kind"]> = new Set([
  "enum",
  "number",
  "date",
  "currency",
  "phase",
  "card",
  "enumList",
]);
const isPlain = (spec: FieldSpec): boolean =>
  PLAIN.has(spec.kind) || (spec.kind === "text" && spec.max < 1000);

export function FieldForm({ writers, values, fields, required = [] }: FieldFormProps) {
  const { t } = useTranslation();
  const { readOnly } = useForm();
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const isShown = ([name, spec]: readonly [string, FieldSpec]) =>
    isKnown(values[name]) || (!readOnly && (isPlain(spec) || asked.has(name) || spec.kind === "lenses"));
  const entries = Object.entries(fields);
  const shown = entries.filter(isShown);
  const waiting = readOnly ? [] : entries.filter((entry) => !isShown(entry));
  // Remember what is on screen: clearing a value must not take its control away.
  const lost = shown.filter(([name]) => !asked.has(name));
  if (lost.length > 0) setAsked(new Set([...asked, ...lost.map(([name]) => name)]));
  return (
    <FieldRowContext value={FieldRow}>
      <div className={styles.fields}>
        {shown.map(([name, spec]) => (
          <OneField
            key={name}
            writers={writers}
            name={name}
            spec={spec}
            value={values[name]}
            required={required.includes(name)}
          />
        ))}
      </div>
      {waiting.length > 0 && (
        <Group gap={6} mt="sm">
          {waiting.map(([name]) => (
            <Button
              key={name}
              size="compact-xs"
              variant="default"
              radius="xl"
              className={styles.more ?? ""}
              leftSection={<IconPlus size={12} />}
              data-show-field={name}
              onClick={() => setAsked(new Set([...asked, name]))}
            >
              {t(`field.${name}`)}
            </Button>
          ))}
        </Group>
      )}
    </FieldRowContext>
  );
}

interface OneFieldProps {
  readonly writers: FieldWriters;
  readonly name: string;
  readonly spec: FieldSpec;
  readonly value: unknown;
  readonly required: boolean;
}

/** Drawn anew only when its own value changes: a form has dozens of fields, and one is being typed in. */
const OneField = memo(function OneField({ writers, name, spec, value, required }: OneFieldProps) {
  if (spec.kind === "records")
    return <RecordsField writers={writers} list={name} record={spec.record as RecordName} value={value} />;
  if (spec.kind === "lenses") return <LensesField writers={writers} value={value} />;
  return (
    <FieldRow
      name={name}
      path={name}
      spec={spec}
      value={value}
      write={(next) => writers.write(name, next)}
      required={required}
    />
  );
});
