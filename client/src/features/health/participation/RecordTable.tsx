/** Every record, planned ones before the newest, with what changed because people took part, or that nobody wrote it down. */
import { useTranslation } from "react-i18next";
import view from "../../../ui/View.module.css";
import { WideTable } from "../../../ui/WideTable.tsx";
import { CardButton } from "../../../workspace/CardButton.tsx";
import { showDate } from "../../../workspace/showDate.ts";
import { Depth } from "./Depth.tsx";
import styles from "./Participation.module.css";
import type { PartHere } from "./takingRows.ts";

const PEOPLE = new Intl.NumberFormat("en-GB");

export function RecordTable({ here }: { readonly here: PartHere }) {
  const { t } = useTranslation();
  const { occasions, planned } = here.found.places;
  if (occasions.length + planned.length === 0)
    return <p className={view.lead}>{t("participation.noRecords")}</p>;
  const unknown = <span className={view.soft}>{t("words.notKnown")}</span>;
  return (
    <WideTable caption={t("participation.changesCaption")}>
      <thead>
        <tr>
          {(["date", "changed", "card", "method", "groups", "depth", "people"] as const).map((head) => (
            <th key={head} scope="col">
              {t(`participation.column.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...planned, ...occasions].map(({ card, record }, index) => (
          <tr key={`${card} ${record.id}`} data-record={record.id}>
            <td className={styles.date}>
              {record.date ? showDate(record.date) : unknown}
              {index < planned.length && (
                <span className={styles.planned}>{t("participation.stillToCome")}</span>
              )}
            </td>
            <td className={styles.wordy} dir="auto">
              {record.changed?.trim() || unknown}
            </td>
            <td className={styles.wordy}>
              <CardButton card={card} />
            </td>
            <td className={styles.wordy} dir="auto">
              {record.method || unknown}
            </td>
            <td className={styles.wordy} dir="auto">
              {(record.groups ?? []).join(", ") || unknown}
            </td>
            <td>{record.influence ? <Depth depth={record.influence} /> : unknown}</td>
            <td>{record.people == null ? unknown : PEOPLE.format(record.people)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
