/** Targets and actuals as tables to write in and to paste a spreadsheet's cells into. */
import type { CardOf } from "@trellis/shared/schema/values";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { useCardRecords } from "../../workspace/cardRecords.ts";
import styles from "./Indicators.module.css";

const LISTS = ["actuals", "targets"] as const;
const COLUMNS = ["date", "value", "source", "status", "note"];

export function EditPoints({ card }: { readonly card: CardOf<"indicator"> }) {
  const { t } = useTranslation();
  const CardRecords = useCardRecords();
  return (
    <section className={view.section} aria-label={t("indicators.edit.title")}>
      <h3 className={view.sectionTitle}>{t("indicators.edit.title")}</h3>
      <p className={view.lead}>{t("indicators.edit.lead")}</p>
      {LISTS.map((list) => (
        <details key={list} className={styles.edit} data-edit={list}>
          <summary>{t(`indicators.edit.${list}`, { count: card[list]?.length ?? 0 })}</summary>
          <CardRecords card={card} list={list} columns={COLUMNS} />
        </details>
      ))}
    </section>
  );
}
