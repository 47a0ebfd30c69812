/** Pasting a block into a list of records: one undo step, what does not fit kept as marked cells, what is unclear asked. */
import type { FieldSpec, Fields } from "@trellis/shared/schema/fields";
import { RECORDS_LIMIT } from "@trellis/shared/schema/fields";
import type { CardId } from "@trellis/shared/schema/ids";
import { type ClipboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLiveMap } from "../../../document/useMap.ts";
import { useUndo } from "../../../document/useUndo.ts";
import { notify } from "../../../ui/notify.ts";
import { draftKey, keepDrafts } from "../draftStore.ts";
import { type FieldWriters, useForm } from "../formContext.ts";
import { isBlock } from "./cellLines.ts";
import {
  BlockTooLong,
  type PastedBlock,
  type PasteTarget,
  pastedBlock,
  UNKNOWN_WRITING,
  type Writing,
} from "./pastedBlock.ts";

interface PasteInto {
  readonly writers: FieldWriters;
  readonly list: string;
  readonly fields: Fields;
  readonly columns: readonly string[];
}

/** A block waiting for the answer how its numbers or dates are written. */
export interface PasteQuestion {
  readonly asks: PastedBlock["asks"];
  readonly answer: (writing: Partial<Writing>) => void;
  /** Brings the block in with what is unclear left as marked cells. */
  readonly leaveMarked: () => void;
  readonly cancel: () => void;
}

export function usePaste({ writers, list, fields, columns }: PasteInto) {
  const { t } = useTranslation();
  const bringIn = useBringIn(writers, list);
  const targetFrom = usePasteTarget(fields);
  const [waiting, setWaiting] = useState<{ text: string; column: number; writing: Writing } | null>(null);

  const take = (text: string, column: number, writing: Writing, ask: boolean) => {
    const block = readBlock(text, targetFrom(columns.slice(column)), writing);
    if (block instanceof BlockTooLong) {
      setWaiting(null);
      notify({
        tone: "problem",
        text: t("inspector.pasted.tooMany", { rows: block.rows, limit: RECORDS_LIMIT }),
      });
    } else if (ask && (block.asks.number !== null || block.asks.date !== null))
      setWaiting({ text, column, writing });
    else {
      setWaiting(null);
      if (block.rows.length > 0) bringIn(block);
    }
  };

  const asked =
    waiting && readBlock(waiting.text, targetFrom(columns.slice(waiting.column)), waiting.writing);
  const question: PasteQuestion | null =
    waiting && asked && !(asked instanceof BlockTooLong)
      ? {
          asks: asked.asks,
          answer: (writing) => take(waiting.text, waiting.column, { ...waiting.writing, ...writing }, true),
          leaveMarked: () => take(waiting.text, waiting.column, waiting.writing, false),
          cancel: () => setWaiting(null),
        }
      : null;
  return {
    question,
    onPaste: (event: ClipboardEvent<HTMLElement>) => {
      const text = event.clipboardData.getData("text/plain");
      const cell = (event.target as HTMLElement).closest<HTMLElement>("td[data-column]");
      if (!cell || !isBlock(text)) return;
      event.preventDefault();
      event.stopPropagation();
      take(text, Number(cell.dataset.column), UNKNOWN_WRITING, true);
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

function readBlock(text: string, target: PasteTarget, writing: Writing): PastedBlock | BlockTooLong {
  try {
    return pastedBlock(text, target, writing);
  } catch (error) {
    if (error instanceof BlockTooLong) return error;
    throw error;
  }
}

/** What the map knows that cells may name. */
function usePasteTarget(fields: Fields): (columns: readonly string[]) => PasteTarget {
  const { t } = useTranslation();
  const { sources, phases } = useForm();
  const store = useLiveMap();
  return (columns) => ({
    fields,
    columns,
    sources,
    namesOf: (field) => [
      t(`field.${field}`),
      ...t(`inspector.heading.${field}`, { defaultValue: "" }).split("|").filter(Boolean),
    ],
    labelOf: (name, value) => t(`enum.${name}.${value}`),
    idOf: (spec: FieldSpec, title) => {
      const wanted = title.trim().toLowerCase();
      if (spec.kind === "phase")
        return phases.find(({ id, label }) => id === title || label.toLowerCase() === wanted)?.id ?? null;
      if (spec.kind !== "card") return null;
      const cards = [...store.getSnapshot().cards.values()].filter(
        (card) =>
          spec.types.includes(card.type) &&
          (card.id === (title as CardId) || card.title.toLowerCase() === wanted),
      );
      // Two cards of one title: which is meant is not for us to say.
      return cards.length === 1 ? (cards[0]?.id ?? null) : null;
    },
  });
}
