import { ActionIcon, Button } from "@mantine/core";
import { IconChevronDown, IconChevronRight, IconX } from "@tabler/icons-react";
import type { Fields } from "@trellis/shared/schema/fields";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { PartFields } from "../controls/PartFields.tsx";
import { SourceBadge } from "../controls/SourceControl.tsx";
import { useForm } from "../formContext.ts";
import styles from "../Inspector.module.css";
import { useValueText } from "../useValueText.ts";
import { RecordCell } from "./RecordCell.tsx";
import type { AnyRecord } from "./recordColumns.ts";

interface RecordRowProps {
  readonly list: string;
  readonly record: AnyRecord;
  /** Place in the list, from 1; null for the blank row that becomes a record when something is written in it. */
  readonly number: number | null;
  readonly fields: Fields;
  readonly columns: readonly string[];
  /** Has its other fields below; null where every field is a column. */
  readonly opened: boolean | null;
  readonly onToggle: (id: string) => void;
  readonly onWrite: (record: AnyRecord) => void;
  readonly onRemove: (id: string) => void;
}

/** One record: a row of cells, and all its fields below when it is open. */
export const RecordRow = memo(function RecordRow(props: RecordRowProps) {
  const { list, record, number, fields, columns, opened, onToggle, onWrite, onRemove } = props;
  const { t } = useTranslation();
  const { readOnly } = useForm();
  const valueText = useValueText();
  const rowName = number === null ? t("inspector.newRow") : t("inspector.row", { number });
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  const write = (name: string, value: unknown) => onWrite({ ...record, [name]: value });
  return (
    <>
      <tr
        data-row
        {...(number === null ? { "data-blank": true } : { "data-record": record.id })}
        className={opened ? styles.openedRow : ""}
      >
        {columns.map((column, index) => {
          const spec = fields[column];
          if (!spec) return null;
          return (
            <td key={column} data-column={index} data-cell={column}>
              {readOnly ? (
                <span className={styles.cellText} dir="auto">
                  {spec.kind === "source" && <SourceBadge value={record[column]} />}{" "}
                  {valueText(spec, record[column])}
                </span>
              ) : (
                <RecordCell
                  list={list}
                  recordId={record.id}
                  name={column}
                  spec={spec}
                  value={record[column]}
                  label={t("inspector.cell", { field: t(`field.${column}`), row: rowName })}
                  write={(value) => write(column, value)}
                />
              )}
            </td>
          );
        })}
        {opened !== null && (
          <td className={styles.tools}>
            {number !== null && (
              <ActionIcon
                variant="subtle"
                color="gray.7"
                size="xs"
                aria-expanded={opened}
                aria-label={t("inspector.rowDetails", { row: rowName })}
                onClick={() => onToggle(record.id)}
              >
                <Chevron size={13} />
              </ActionIcon>
            )}
          </td>
        )}
        {!readOnly && (
          <td className={styles.tools}>
            {number !== null && (
              <ActionIcon
                className={styles.quietTool ?? ""}
                variant="subtle"
                color="gray.7"
                size="xs"
                aria-label={t("inspector.removeRecordOf", { row: rowName })}
                data-remove-record
                onClick={() => onRemove(record.id)}
              >
                <IconX size={13} />
              </ActionIcon>
            )}
          </td>
        )}
      </tr>
      {opened && (
        <tr>
          <td colSpan={columns.length + 2} className={styles.recordBox} data-record-form={record.id}>
            <PartFields fields={fields} path={list} scope={record.id} values={record} write={write} />
            <Button size="compact-xs" variant="default" mt={4} onClick={() => onToggle(record.id)}>
              {t("inspector.done")}
            </Button>
          </td>
        </tr>
      )}
    </>
  );
});
