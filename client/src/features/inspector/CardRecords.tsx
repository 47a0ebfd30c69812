/** One list of a card as a table to write in and to paste into, outside of the panel. */
import { fieldsOfCard } from "@trellis/shared/schema/cardTypes";
import type { RecordName } from "@trellis/shared/schema/records";
import { useTranslation } from "react-i18next";
import type { CardRecordsProps } from "../../workspace/cardRecords.ts";
import { FieldRowContext } from "./controls/fieldRow.ts";
import { FieldRow } from "./FieldRow.tsx";
import { type FieldValues, FormContext } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { RecordsTable } from "./records/RecordsTable.tsx";
import type { AnyRecord } from "./records/recordColumns.ts";
import { useSurroundings } from "./useSurroundings.ts";
import { useCardWriters } from "./writers.ts";

const NONE: readonly AnyRecord[] = [];

export function CardRecords({ card, list, columns }: CardRecordsProps) {
  const { t } = useTranslation();
  const writers = useCardWriters(card.id);
  const surroundings = useSurroundings(card.id, card.type);
  const spec = fieldsOfCard(card.type)[list];
  if (spec?.kind !== "records") throw new Error(`"${list}" is no list of a ${card.type}`);
  const records = ((card as unknown as FieldValues)[list] as readonly AnyRecord[] | null | undefined) ?? NONE;
  const unit = "unit" in card && typeof card.unit === "string" ? card.unit : null;
  return (
    <FormContext value={surroundings}>
      <FieldRowContext value={FieldRow}>
        {!surroundings.readOnly && <p className={styles.hint}>{t("inspector.pasteHint")}</p>}
        <RecordsTable
          writers={writers}
          list={list}
          record={spec.record as RecordName}
          records={records}
          columns={columns}
          label={t(`field.${list}`)}
          unit={unit}
          wide
        />
      </FieldRowContext>
    </FormContext>
  );
}
