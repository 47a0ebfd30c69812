import { Button, Group, UnstyledButton } from "@mantine/core";
import type { Fields } from "@trellis/shared/schema/fields";
import { useTranslation } from "react-i18next";
import { PartFields } from "./controls/PartFields.tsx";
import { useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";
import type { AnyRecord } from "./recordColumns.ts";
import { useValueText } from "./valueText.ts";

interface RecordRowProps {
  readonly list: string;
  readonly record: AnyRecord;
  readonly fields: Fields;
  readonly columns: readonly string[];
  readonly opened: boolean;
  readonly onToggle: () => void;
  readonly onWrite: (name: string, value: unknown) => void;
  readonly onRemove: () => void;
}

/** One record: a row of the table, and its fields below when it is open. */
export function RecordRow(props: RecordRowProps) {
  const { list, record, fields, columns, opened, onToggle, onWrite, onRemove } = props;
  const { t } = useTranslation();
  const { readOnly } = useForm();
  const valueText = useValueText();
  const cells = columns.map((column) => {
    const spec = fields[column];
    return spec ? valueText(spec, record[column]) : "";
  });
  return (
    <>
      <tr data-record={record.id} className={opened ? styles.openedRow : ""}>
        {cells.map((cell, index) => (
          <td key={columns[index]}>
            {index === 0 ? (
              <UnstyledButton className={styles.cellButton ?? ""} aria-expanded={opened} onClick={onToggle}>
                {cell === "" ? t("inspector.notKnown") : cell}
              </UnstyledButton>
            ) : (
              <button type="button" tabIndex={-1} className={styles.cellText} onClick={onToggle} aria-hidden>
                {cell}
              </button>
            )}
          </td>
        ))}
      </tr>
      {opened && (
        <tr>
          <td colSpan={columns.length} className={styles.recordBox} data-record-form={record.id}>
            <PartFields fields={fields} path={list} scope={record.id} values={record} write={onWrite} />
            <Group justify="space-between" mt={4}>
              <Button size="compact-xs" variant="default" onClick={onToggle}>
                {t("inspector.done")}
              </Button>
              {!readOnly && (
                <Button size="compact-xs" variant="subtle" color="red" onClick={onRemove}>
                  {t("inspector.removeRecord")}
                </Button>
              )}
            </Group>
          </td>
        </tr>
      )}
    </>
  );
}
