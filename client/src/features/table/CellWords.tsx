/** What a cell shows: its value, or the text that is not saved, with a sign and the reason for those who cannot see it. */
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Draft } from "../../workspace/values/draftStore.ts";
import type { TableWords } from "./cellText.ts";
import { type Column, TITLE } from "./columns.ts";
import { reasonText } from "./reasonText.ts";
import styles from "./Table.module.css";

interface CellWordsProps {
  readonly words: TableWords;
  readonly column: Column;
  readonly text: string;
  readonly mark: Draft | undefined;
  readonly isCard: boolean;
}

export function CellWords({ words: { t }, column, text, mark, isCard }: CellWordsProps) {
  if (mark)
    return (
      <>
        <IconAlertTriangle size={13} stroke={2} className={styles.sign} aria-hidden="true" />
        <span className={styles.words} dir="auto">
          {mark.text}
        </span>
        <span className="unseen">
          {mark.reason ? reasonText(t, mark.reason, mark.text) : t("inspector.notSaved")}
        </span>
      </>
    );
  if (text !== "")
    return (
      <span className={styles.words} dir="auto" title={text}>
        {text}
      </span>
    );
  if (column.key !== TITLE) return <span className="unseen">{t("words.notKnown")}</span>;
  return <span className={styles.untitled}>{isCard ? t("inspector.untitled") : t("table.newRow")}</span>;
}
