/** Tags of every lens: the built-in ones and the map's own. Lenses without tags wait behind their names. */
import { Button, Group } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { LENSES } from "@trellis/shared/schema/lenses";
import type { LensTags } from "@trellis/shared/schema/values";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sameList, useMap } from "../../document/useMap.ts";
import { ManyControl } from "./controls/ManyControl.tsx";
import { type Choice, type FieldWriters, useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";

interface ShownLens {
  readonly id: string;
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly isNumeric: boolean;
}

const NO_LENSES: readonly never[] = [];

function useLenses(tags: LensTags): ShownLens[] {
  const { t } = useTranslation();
  const own = useMap((snapshot) => snapshot.settings.ownLenses ?? NO_LENSES, sameList);
  const known: ShownLens[] = [
    ...LENSES.map(({ id, values }) => ({
      id,
      name: t(`lens.${id}.name`),
      choices: values.map((value) => ({ value: String(value), label: t(`lens.${id}.values.${value}`) })),
      isNumeric: values.every((value) => typeof value === "number"),
    })),
    ...own.map(({ id, name, values }) => ({
      id,
      name: name ?? t("inspector.untitledLens"),
      choices: (values ?? []).map((value) => ({ value, label: value })),
      isNumeric: false,
    })),
  ];
  // Tags of a lens that the map no longer lists are still the card's.
  const strangers = Object.keys(tags).filter((id) => !known.some((lens) => lens.id === id));
  return [...known, ...strangers.map((id) => ({ id, name: id, choices: [], isNumeric: false }))];
}

export function LensesField({ writers, value }: { readonly writers: FieldWriters; readonly value: unknown }) {
  const { t } = useTranslation();
  const { readOnly, ownerKey } = useForm();
  const tags = (value ?? {}) as LensTags;
  const lenses = useLenses(tags);
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const isShown = (lens: ShownLens) => (tags[lens.id]?.length ?? 0) > 0 || asked.has(lens.id);
  const waiting = readOnly ? [] : lenses.filter((lens) => !isShown(lens));
  const show = (id: string) => setAsked(new Set([...asked, id]));
  return (
    <div className={styles.wideRow} data-field="lenses">
      <div className={styles.label}>{t("field.lenses")}</div>
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
