/** Carries out the grid's keys, and holds its rows in place while somebody works in them. */
import { type FocusEvent, type KeyboardEvent, useMemo } from "react";
import { flushSync } from "react-dom";
import { announce } from "../../workspace/announce.ts";
import { columnName } from "./cellText.ts";
import { stepWidth } from "./columnWidths.ts";
import { sortBy } from "./sorting.ts";
import { type TableCommand, tableCommand } from "./tableKeys.ts";
import { HEAD } from "./tableStore.ts";
import type { TableModel } from "./useTableModel.ts";

export function useTableKeys(model: TableModel, page: () => number) {
  return useMemo(
    () => ({
      onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
        if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
        const command = tableCommand(event.nativeEvent);
        if (!command || !run(command, model, page)) return;
        // The letter that begins the writing goes into the field, which has the focus by now.
        if (!(command.kind === "write" && command.letter)) event.preventDefault();
        event.stopPropagation();
      },
      onFocus: (event: FocusEvent<HTMLDivElement>) => {
        if (event.target === event.currentTarget) settle(model);
        const { held, set } = model.store.getState();
        if (held?.question !== model.question)
          set({ held: { question: model.question, ids: model.rows.map(({ id }) => id) } });
      },
      onBlur: (event: FocusEvent<HTMLDivElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) model.store.getState().set({ held: null });
      },
    }),
    [model, page],
  );
}

/** Keeps a current place: the first at the start, or when the former one is gone. */
export function settle({ store, places, changes }: TableModel): void {
  const { active } = store.getState();
  const hasRow = active?.row === HEAD || places.rows.some((id) => id === active?.row);
  const hasColumn = places.columns.some((key) => key === active?.column);
  if (active && hasRow && hasColumn) return;
  const row = active && hasRow ? active.row : places.rows[0];
  const column = active && hasColumn ? active.column : places.columns[0];
  if (column) changes.go({ row: row ?? HEAD, column });
}

function widen({ store, type, columns, words: { t } }: TableModel, key: string, step: 1 | -1): void {
  const column = columns.find((one) => one.key === key);
  if (!column) return;
  const share = Math.round((stepWidth(store, type, column, step) / column.width) * 100);
  announce(t("table.said.width", { column: columnName(t, column), share }));
}

/** False for what means nothing where the focus is. */
function run(command: TableCommand, model: TableModel, page: () => number): boolean {
  const { store, changes, canEdit } = model;
  const { active, anchor } = store.getState();
  if (!active) return false;
  if (command.kind === "go") {
    changes.move(command.to, page(), command.extend);
    return true;
  }
  if (command.kind === "widen") {
    // Elsewhere the keys are the browser's own.
    if (active.row === HEAD) widen(model, active.column, command.step);
    return active.row === HEAD;
  }
  if (active.row === HEAD) {
    if (command.kind !== "write" || command.letter) return false;
    sortBy(model, active.column);
    return true;
  }
  switch (command.kind) {
    case "write":
      // Before the browser delivers the letter, the field has to be there.
      flushSync(() => changes.write(command.letter));
      return true;
    case "clear":
      changes.clear();
      return canEdit;
    case "fillDown":
      changes.fillDown();
      return true;
    case "all":
      changes.selectAll();
      return true;
    case "tick":
      changes.tick(changes.cells().rows);
      return true;
    case "open":
      changes.open(active.row, active.column);
      return true;
    case "single":
      // Without a block Escape means what it means everywhere.
      if (anchor === null) return false;
      changes.go(active);
      return true;
  }
}
