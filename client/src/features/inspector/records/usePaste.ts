/** Pasting a block into a list of records: one undo step, what does not fit kept as marked cells, what is unclear asked. */
import type { Fields } from "@trellis/shared/schema/fields";
import { RECORDS_LIMIT } from "@trellis/shared/schema/fields";
import type { ClipboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useLiveMap } from "../../../document/useMap.ts";
import { useUndo } from "../../../document/useUndo.ts";
import { notify } from "../../../ui/notify.ts";
import { isBlock } from "../../../workspace/values/cellLines.ts";
import { cellWordsOf, namesOfField } from "../../../workspace/values/cellWords.ts";
import { draftKey, keepDrafts } from "../../../workspace/values/draftStore.ts";
import type { PastedBlock, PasteTarget } from "../../../workspace/values/pastedBlock.ts";
import { usePasteQuestion } from "../../../workspace/values/usePasteQuestion.ts";
import { type FieldWriters, useForm } from "../formContext.ts";

interface PasteInto {
  readonly writers: FieldWriters;
  readonly list: string;
  readonly fields: Fields;
  readonly columns: readonly string[];
}

export function usePaste({ writers, list, fields, columns }: PasteInto) {
  const bringIn = useBringIn(writers, list);
  const targetFrom = usePasteTarget(fields);
  const { question, take } = usePasteQuestion(
    (column: number) => targetFrom(columns.slice(column)),
    (block) => bringIn(block),
  );
  return {
    question,
    onPaste: (event: ClipboardEvent<HTMLElement>) => {
      const text = event.clipboardData.getData("text/plain");
      const cell = (event.target as HTMLElement).closest<HTMLElement>("td[data-column]");
      if (!cell || !isBlock(text)) return;
      event.preventDefault();
      event.stopPropagation();
      take(text, Number(cell.dataset.column));
    },
  };
}

/** Writes a block as one step, keeps what does not fit as marked cells, and says what came of it. */
function useBringIn(writers: FieldWriters, list: string): (block: PastedBlock) => void {
  const { ownerKey } = useForm();
  const { t } = useTranslation();
  const { undo } = useUndo();
  return ({ rows, leftOut }) => {
    const done = writers.putRecords(
      list,
      rows.map((row) => row.values),
    );
    if (!done) return;
    const marked = rows.flatMap((row, index) =>
      Object.entries(row.marked).map(
        ([field, cell]) => [draftKey(ownerKey, `${list}.${field}`, done.ids[index]), cell] as const,
      ),
    );
    keepDrafts(marked);
    const parts = [
      t("inspector.pasted.added", { count: done.added }),
      ...(done.replaced > 0 ? [t("inspector.pasted.replaced", { count: done.replaced })] : []),
      ...(marked.length > 0 ? [t("inspector.pasted.marked", { count: marked.length })] : []),
      ...(leftOut.length > 0
        ? [t("inspector.pasted.leftOut", { columns: leftOut.join(", "), count: leftOut.length })]
        : []),
    ];
    notify({
      ...(marked.length + leftOut.length > 0 ? { tone: "problem" as const } : {}),
      text: parts.join(" "),
      action: { label: t("app.undo"), run: undo },
    });
  };
}

function usePasteTarget(fields: Fields): (columns: readonly string[]) => PasteTarget {
  const { t } = useTranslation();
  const form = useForm();
  const store = useLiveMap();
  return (columns) => ({
    ...cellWordsOf(form, store.getSnapshot, t),
    fields,
    columns,
    namesOf: (field) => namesOfField(field, t),
    isHeadings: (named) => named > 0,
    limit: RECORDS_LIMIT,
    blanks: "nothing",
  });
}
