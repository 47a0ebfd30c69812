/**
 * Copy, cut and paste in the grid, by the browser's own events while it has the focus. A block goes out as cells parted
 * by tabs, as spreadsheets take it; one word pasted fills every cell of the block, a block goes where its first cell is.
 */
import { CLIPBOARD_LIMITS } from "@trellis/shared/codecs/clipboard";
import { encodeCells } from "@trellis/shared/codecs/csv";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { notify } from "../../ui/notify.ts";
import { cellRows, isBlock } from "../../workspace/values/cellLines.ts";
import type { PasteTarget } from "../../workspace/values/pastedBlock.ts";
import { type PasteQuestion, usePasteQuestion } from "../../workspace/values/usePasteQuestion.ts";
import { plainCells } from "./cellCopies.ts";
import { columnName } from "./cellText.ts";
import { columnsOf, isSum, isWritable } from "./columns.ts";
import { headNames } from "./headNames.ts";
import { specInBlock } from "./namedRows.ts";
import type { PastePlace } from "./pasting.ts";
import type { TableModel } from "./useTableModel.ts";

const CELLS_TYPE = "application/x-trellis-cells";
/** The currencies of those cells that are sums, as a block of the same size. */
const CURRENCIES_TYPE = "application/x-trellis-currencies";

/** Most rows pasted at a time. */
const MOST_ROWS = 500;

interface Place extends PastePlace {
  /** The text came from a spreadsheet or from here, so only tabs part its cells. */
  readonly isSheet: boolean;
  /** The block was copied here: it has no row of headings. */
  readonly isOwn: boolean;
}

/** More than half: one of a record's words may happen to be the name of a field. */
const isHeadings = (named: number, cells: number): boolean => named * 2 > cells;

/** Keeps together what one cell holds. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

export function useTableClipboard(model: TableModel): PasteQuestion | null {
  const { t } = useTranslation();
  const { changes, type, columns, grid } = model;
  const targetAt = ({ column, isSheet, isOwn }: Place): PasteTarget => {
    const fields = columnsOf(type);
    const first = columns.findIndex(({ key }) => key === column);
    return {
      ...changes.scene().cellWords,
      fields: Object.fromEntries(fields.map((column) => [column.key, specInBlock(column)])),
      columns: columns.slice(first).map(({ key }) => key),
      namesOf: (key) => {
        const own = fields.find((one) => one.key === key);
        return own ? headNames(t, type, own) : [];
      },
      isSum: (key) => fields.some((one) => one.key === key && isSum(one)),
      ...(isOwn
        ? {}
        : {
            choices: fields.filter(isWritable).map((one) => ({ field: one.key, label: columnName(t, one) })),
          }),
      isHeadings: isOwn ? () => false : isHeadings,
      limit: MOST_ROWS,
      blanks: "empty",
      ...(isSheet ? { delimiter: "\t" as const } : {}),
    };
  };
  const { question, take } = usePasteQuestion(
    targetAt,
    (block, place) => changes.bringIn(block, place),
    () => changes.focus(),
  );
  const latest = useRef({ model, take, t });
  useEffect(() => {
    latest.current = { model, take, t };
  });
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const isOurs = () => document.activeElement === grid.current && grid.current !== null;
    const onCopy = (event: ClipboardEvent) => {
      if (isOurs()) copy(event, latest.current.model);
    };
    document.addEventListener("copy", onCopy, { signal });
    document.addEventListener("cut", onCopy, { signal });
    document.addEventListener(
      "paste",
      (event) => {
        if (isOurs()) paste(event, latest.current);
      },
      { signal },
    );
    return () => stop.abort();
  }, [grid]);
  return question;
}

function copy(event: ClipboardEvent, { changes, canEdit, words: { t, currency } }: TableModel): void {
  const copied = changes.copied();
  const { cells, currencies } = copied;
  if (cells.length === 0 || !event.clipboardData) return;
  event.preventDefault();
  event.clipboardData.setData(
    "text/plain",
    encodeCells(plainCells(copied, changes.cells().columns, currency)),
  );
  event.clipboardData.setData(CELLS_TYPE, encodeCells(cells, true));
  event.clipboardData.setData(CURRENCIES_TYPE, encodeCells(currencies, true));
  if (event.type === "cut" && canEdit) changes.clear();
  else notify({ subject: "clipboard", text: t("table.copied", { count: cells.length }) });
}

interface Hands {
  readonly model: TableModel;
  readonly take: (text: string, place: Place) => void;
  readonly t: TableModel["words"]["t"];
}

function paste(event: ClipboardEvent, { model: { changes, canEdit, places }, take, t }: Hands): void {
  const block = changes.block();
  if (!canEdit || !block || !event.clipboardData) return;
  event.preventDefault();
  const own = event.clipboardData.getData(CELLS_TYPE);
  const currencyText = own && event.clipboardData.getData(CURRENCIES_TYPE);
  const text = own || event.clipboardData.getData("text/plain");
  const row = places.rows[block.top];
  const column = places.columns[block.left];
  if (text === "" || !row || !column) return;
  if (Math.max(text.length, currencyText.length) > CLIPBOARD_LIMITS.characters) {
    notify({ tone: "problem", text: t("table.pasted.tooLarge") });
    return;
  }
  const isSheet = own !== "" || /<td[\s>]/i.test(event.clipboardData.getData("text/html"));
  const currencies = cellRows(currencyText, "\t");
  const isOwn = own !== "";
  if (isBlock(text, isSheet)) {
    take(text, { row, column, isSheet, isOwn, currencies });
    return;
  }
  const word = quoted(isSheet ? (cellRows(text, "\t")[0]?.[0] ?? "") : text);
  const everywhere = (cell: string): string[][] =>
    Array.from({ length: block.bottom - block.top + 1 }, () =>
      Array.from({ length: block.right - block.left + 1 }, () => cell),
    );
  take(
    everywhere(word)
      .map((line) => line.join("\t"))
      .join("\n"),
    { row, column, isSheet: true, isOwn, currencies: everywhere(currencies[0]?.[0] ?? "") },
  );
}
