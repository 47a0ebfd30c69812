/**
 * Keys of a table of controls: it is one tab stop, arrows go from cell to cell, Enter goes down, Tab along the row and
 * from its end out of the table. Left and right leave a text only from its ends, and an open list keeps its keys but Tab.
 */
import { type KeyboardEvent, type RefObject, useEffect } from "react";

const IN_CELL = "input:not([type=hidden]), select, textarea, button, a[href]";

const rowsOf = (table: HTMLElement) => [...table.querySelectorAll<HTMLElement>("tbody tr[data-row]")];
const cellsOf = (row: HTMLElement) => [...row.querySelectorAll<HTMLElement>(":scope > td")];
const controlOf = (cell: HTMLElement | undefined) => cell?.querySelector<HTMLElement>(IN_CELL) ?? null;

/** Steps of a key in rows and columns, or null when the key is the control's own. */
function stepOf(event: KeyboardEvent): readonly [down: number, right: number] | null {
  const target = event.target as HTMLElement;
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  if (event.key === "Tab") return [0, event.shiftKey ? -1 : 1];
  if (target.getAttribute("aria-expanded") === "true") return null;
  const isButton = target.matches("button, a");
  switch (event.key) {
    case "ArrowUp":
      return [-1, 0];
    case "ArrowDown":
      return [1, 0];
    case "Enter":
      return isButton ? null : [event.shiftKey ? -1 : 1, 0];
    case "ArrowLeft":
      return isButton || atEnd(target, "start") ? [0, -1] : null;
    case "ArrowRight":
      return isButton || atEnd(target, "end") ? [0, 1] : null;
    default:
      return null;
  }
}

function atEnd(target: HTMLElement, end: "start" | "end"): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return true;
  const { selectionStart, selectionEnd, value } = target;
  if (selectionStart !== selectionEnd) return false;
  return end === "start" ? selectionStart === 0 : selectionStart === value.length;
}

/** Goes to the control of a row and column; answers whether there is one. */
export function focusCell(table: HTMLElement, row: number, column: number): boolean {
  const line = rowsOf(table)[row];
  const control = line ? controlOf(cellsOf(line)[column]) : null;
  control?.focus();
  if (control instanceof HTMLInputElement) control.select();
  return control !== null;
}

/** For the capture phase: before a control makes the key its own. */
export function onGridKey(event: KeyboardEvent<HTMLTableElement>): void {
  const cell = (event.target as HTMLElement).closest("td");
  const row = cell?.closest<HTMLElement>("tr[data-row]");
  const step = cell && row ? stepOf(event) : null;
  if (!cell || !row || !step) return;
  const rows = rowsOf(event.currentTarget);
  const column = cellsOf(row).indexOf(cell as HTMLTableCellElement) + step[1];
  if (!focusCell(event.currentTarget, rows.indexOf(row) + step[0], column)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Keeps one control of the table in the tab order: the last used, or the first. */
export function useOneTabStop(table: RefObject<HTMLTableElement | null>): void {
  // After every drawing, because rows come and go with the map.
  useEffect(() => {
    const element = table.current;
    if (!element) return;
    const settle = (active: Element | null) => {
      const controls = [...element.querySelectorAll<HTMLElement>(`tbody tr[data-row] :is(${IN_CELL})`)];
      const stop =
        controls.find((control) => control === active) ?? controls.find(({ tabIndex }) => tabIndex === 0);
      for (const control of controls) control.tabIndex = control === (stop ?? controls[0]) ? 0 : -1;
    };
    const onFocus = (event: FocusEvent) => settle(event.target as Element);
    settle(document.activeElement);
    element.addEventListener("focusin", onFocus);
    return () => element.removeEventListener("focusin", onFocus);
  });
}
