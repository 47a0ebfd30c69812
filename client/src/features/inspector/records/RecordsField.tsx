/** A list of records in a panel: a small table of its main fields, and a wide one of all of them on request. */
import { ActionIcon, Modal } from "@mantine/core";
import { IconArrowsMaximize } from "@tabler/icons-react";
import { type RecordName, recordTable } from "@trellis/shared/schema/records";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePhone } from "../../../ui/usePhone.ts";
import { type FieldWriters, useForm } from "../formContext.ts";
import styles from "../Inspector.module.css";
import { RecordsTable } from "./RecordsTable.tsx";
import { type AnyRecord, RECORD_COLUMNS } from "./recordColumns.ts";

interface RecordsFieldProps {
  readonly writers: FieldWriters;
  readonly list: string;
  readonly record: RecordName;
  readonly value: unknown;
  readonly unit?: string | null;
  readonly alone?: boolean;
}

const NONE: readonly AnyRecord[] = [];

export function RecordsField({
  writers,
  list,
  record,
  value,
  unit = null,
  alone = false,
}: RecordsFieldProps) {
  const { t } = useTranslation();
  const { readOnly } = useForm();
  const [expanded, setExpanded] = useState(false);
  const isPhone = usePhone();
  const records = (value as readonly AnyRecord[] | null | undefined) ?? NONE;
  const label = t(`field.${list}`);
  const shared = { writers, list, record, records, label, unit };
  return (
    <div className={styles.wideRow} data-field={list}>
      <div className={styles.listHead}>
        <span className={styles.label}>
          {!alone && label}
          {records.length > 0 && <span className={styles.count}> {records.length}</span>}
        </span>
        <ActionIcon
          variant="subtle"
          color="gray.7"
          size="sm"
          aria-label={t("inspector.expand", { label })}
          onClick={() => setExpanded(true)}
        >
          <IconArrowsMaximize size={14} />
        </ActionIcon>
      </div>
      {records.length === 0 && (
        <p className={styles.hint}>{t(`inspector.listHint.${record}`, { defaultValue: "" })}</p>
      )}
      {!expanded && (records.length > 0 || !readOnly) && (
        <RecordsTable {...shared} columns={RECORD_COLUMNS[record]} />
      )}
      <Modal
        opened={expanded}
        onClose={() => setExpanded(false)}
        title={label}
        size="min(96vw, 80rem)"
        fullScreen={isPhone}
        closeButtonProps={{ "aria-label": t("app.close") }}
      >
        {!readOnly && <p className={styles.hint}>{t("inspector.pasteHint")}</p>}
        <RecordsTable {...shared} columns={Object.keys(recordTable(record).fields)} wide />
      </Modal>
    </div>
  );
}
