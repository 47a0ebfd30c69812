/**
 * The fields of one owner, in the order given. What is known is shown; plain fields are shown even when not known;
 * lists, groups and long texts that hold nothing wait behind a button with their name, so that a form stays short.
 * A field once shown stays while the form is open.
 */
import { Button, Group } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { FieldSpec, Fields } from "@trellis/shared/schema/fields";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWishedPlace } from "../../workspace/panelWish.ts";
import { isKnown } from "../../workspace/values/codecs.ts";
import { type FieldValues, type FieldWriters, useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { OneField } from "./OneField.tsx";

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
  const { readOnly, ownerKey } = useForm();
  const wished = useWishedPlace(ownerKey);
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const entries = Object.entries(fields);
  // One list or lens field alone is what its group is for: a button with the same name would be in the way.
  const isShown = ([name, spec]: readonly [string, FieldSpec]) =>
    isKnown(values[name]) ||
    (!readOnly &&
      (isPlain(spec) ||
        asked.has(name) ||
        wished === name ||
        spec.kind === "lenses" ||
        entries.length === 1));
  const shown = entries.filter(isShown);
  const waiting = readOnly ? [] : entries.filter((entry) => !isShown(entry));
  // Remember what is on screen: clearing a value must not take its control away.
  const lost = shown.filter(([name]) => !asked.has(name));
  if (lost.length > 0) setAsked(new Set([...asked, ...lost.map(([name]) => name)]));
  return (
    <>
      <div className={styles.fields}>
        {shown.map(([name, spec]) => (
          <OneField
            key={name}
            writers={writers}
            name={name}
            spec={spec}
            value={values[name]}
            required={required.includes(name)}
            alone={entries.length === 1}
          />
        ))}
      </div>
      {waiting.length > 0 && (
        <Group gap={6} mt={6}>
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
    </>
  );
}
