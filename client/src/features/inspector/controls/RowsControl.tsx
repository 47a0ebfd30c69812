import { Button, Group } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useForm } from "../formContext.ts";
import styles from "../Inspector.module.css";
import type { ControlProps, SpecOf } from "./control.ts";
import { PartFields } from "./PartFields.tsx";

type Row = Readonly<Record<string, unknown>>;

/** Rows without ids inside a group; stored with it as one. */
export function RowsControl({ spec, path, label, value, write }: ControlProps<SpecOf<"rows">>) {
  const { t } = useTranslation();
  const { readOnly } = useForm();
  const rows = (Array.isArray(value) ? value : []) as readonly Row[];
  const replace = (next: readonly Row[]) => write(next.length > 0 ? next : null);
  return (
    <div>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no ids; their place is what they are known by
        <div key={index} className={styles.rowBox} data-row={index}>
          <PartFields
            fields={spec.parts}
            path={path}
            scope={String(index)}
            values={row}
            write={(name, part) =>
              replace(rows.map((other, place) => (place === index ? { ...other, [name]: part } : other)))
            }
          />
          {!readOnly && (
            <Group justify="flex-end">
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray.7"
                onClick={() => replace(rows.filter((_row, place) => place !== index))}
              >
                {t("inspector.removeRow", { number: index + 1 })}
              </Button>
            </Group>
          )}
        </div>
      ))}
      {!readOnly && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          data-add-row={path}
          onClick={() => replace([...rows, {}])}
        >
          {t("inspector.addRow", { label })}
        </Button>
      )}
    </div>
  );
}
