/** Tags of every lens: the built-in ones and the map's own. Lenses without tags wait behind their names. */
import { Button, Group } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { LensTags } from "@trellis/shared/schema/values";
import { useState } from "react";
import { useWishedPlace } from "../../workspace/panelWish.ts";
import { ManyControl } from "./controls/ManyControl.tsx";
import { type FieldWriters, useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { type ShownLens, useLenses } from "./useLenses.ts";

export function LensesField({ writers, value }: { readonly writers: FieldWriters; readonly value: unknown }) {
  const { readOnly, ownerKey } = useForm();
  const tags = (value ?? {}) as LensTags;
  const lenses = useLenses(tags);
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const wished = useWishedPlace(ownerKey);
  const wishedLens = lenses.find(({ id }) => wished === `lenses.${id}`)?.id;
  // What somebody was led to stays when the wish is forgotten.
  if (wishedLens !== undefined && !asked.has(wishedLens)) setAsked(new Set([...asked, wishedLens]));
  const isShown = (lens: ShownLens) => (tags[lens.id]?.length ?? 0) > 0 || asked.has(lens.id);
  const waiting = readOnly ? [] : lenses.filter((lens) => !isShown(lens));
  const show = (id: string) => setAsked(new Set([...asked, id]));
  return (
    <div className={styles.wideRow} data-field="lenses">
      {lenses.filter(isShown).map((lens) => {
        const id = `field-${ownerKey}-lens-${lens.id}`.replace(/[^\w-]/g, "_");
        const values = (tags[lens.id] ?? []).map(String);
        return (
          <div key={lens.id} className={styles.row} data-field={`lenses.${lens.id}`}>
            <label className={styles.label} htmlFor={id}>
              {lens.name}
            </label>
            <div className={styles.control}>
              {readOnly ? (
                <div className={styles.value} id={id}>
                  {values
                    .map((tag) => lens.choices.find((choice) => choice.value === tag)?.label ?? tag)
                    .join(", ")}
                </div>
              ) : (
                <ManyControl
                  id={id}
                  values={values}
                  choices={lens.choices}
                  write={(next) => {
                    show(lens.id);
                    writers.tagLens(
                      lens.id,
                      next?.map((tag) => (lens.isNumeric ? Number(tag) : tag)) ?? null,
                    );
                  }}
                />
              )}
            </div>
          </div>
        );
      })}
      {waiting.length > 0 && (
        <Group gap={6} mt={4}>
          {waiting.map((lens) => (
            <Button
              key={lens.id}
              size="compact-xs"
              variant="default"
              radius="xl"
              className={styles.more ?? ""}
              leftSection={<IconPlus size={12} />}
              data-show-field={`lenses.${lens.id}`}
              onClick={() => show(lens.id)}
            >
              {lens.name}
            </Button>
          ))}
        </Group>
      )}
    </div>
  );
}
