/**
 * A list of records as a small table: add, open to edit, remove. A new record exists on the map from its first value
 * on, so an abandoned one leaves nothing behind. While a record is open the rows keep their order.
 */
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { FieldSpec } from "@trellis/shared/schema/fields";
import { newRecordId } from "@trellis/shared/schema/ids";
import { type RecordName, recordTable } from "@trellis/shared/schema/records";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FieldWriters, useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { RecordRow } from "./RecordRow.tsx";
import { type AnyRecord, RECORD_COLUMNS } from "./recordColumns.ts";

interface RecordsFieldProps {
  readonly writers: FieldWriters;
  readonly list: string;
  readonly record: RecordName;
  readonly value: unknown;
}

/** Short values leave the width to the words beside them. */
const isNarrow = (spec: FieldSpec | undefined): boolean => spec !== undefined && NARROW.has(spec.kind);
const NARROW: ReadonlySet<FieldSpec["kind"]> = new Set(["date", "number", "figure", "currency"]);

export function RecordsField({ writers, list, record, value }: RecordsFieldProps) {
  const { t } = useTranslation();
  const { readOnly } = useForm();
  const [openedId, setOpenedId] = useState<string | null>(null);
  const [order, setOrder] = useState<readonly string[]>([]);
  const stored = (value ?? []) as readonly AnyRecord[];
  const records =
    openedId === null || stored.some(({ id }) => id === openedId) ? stored : [...stored, { id: openedId }];
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  const rows =
    openedId === null ? records : [...records].sort((one, other) => place(one.id) - place(other.id));
  const open = (id: string | null) => {
    setOrder(id === null ? [] : [...rows.map((row) => row.id), id]);
    setOpenedId(id);
  };
  const columns = RECORD_COLUMNS[record];
  return (
    <div className={styles.wideRow} data-field={list}>
      <div className={styles.label}>{t(`field.${list}`)}</div>
      {rows.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  data-narrow={isNarrow(recordTable(record).fields[column]) || undefined}
                >
                  {t(`field.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RecordRow
                key={row.id}
                list={list}
                record={row}
                fields={recordTable(record).fields}
                columns={columns}
                opened={row.id === openedId}
                onToggle={() => open(row.id === openedId ? null : row.id)}
                onWrite={(name, part) => writers.putRecord(list, { ...row, [name]: part })}
                onRemove={() => {
                  open(null);
                  if (stored.some(({ id }) => id === row.id)) writers.removeRecord(list, row.id);
                }}
              />
            ))}
          </tbody>
        </table>
      )}
      {!readOnly && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          data-add-record={list}
          onClick={() => open(newRecordId())}
        >
          {t(`record.${record}.add`)}
        </Button>
      )}
    </div>
  );
}
