/** The pointer in the grid: a press goes to a cell, Shift or dragging spans a block, a double press writes. */
import type { CardId } from "@trellis/shared/schema/ids";
import { type MouseEvent, type PointerEvent, useMemo } from "react";
import type { Spot } from "./tableStore.ts";
import type { TableModel } from "./useTableModel.ts";

function spotAt(target: Element | null): Spot | null {
  const cell = target?.closest<HTMLElement>("[data-column]");
  const row = cell?.closest<HTMLElement>("[data-row]");
  const column = cell?.dataset.column;
  return row?.dataset.row && column ? { row: row.dataset.row as CardId, column } : null;
}

const isField = (target: EventTarget): boolean =>
  target instanceof Element && target.closest("input, textarea, button") !== null;

export function usePointer({ store, changes }: TableModel) {
  return useMemo(
    () => ({
      onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
        const spot = event.button === 0 && !isField(event.target) ? spotAt(event.target as Element) : null;
        if (spot) changes.go(spot, event.shiftKey);
      },
      onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
        // A finger scrolls; only a mouse draws a block.
        if (event.buttons !== 1 || event.pointerType !== "mouse" || store.getState().writing) return;
        if (isField(event.target)) return;
        const spot = spotAt(event.target as Element);
        const { active } = store.getState();
        if (spot && active && (spot.row !== active.row || spot.column !== active.column))
          changes.go(spot, true);
      },
      onDoubleClick: (event: MouseEvent<HTMLDivElement>) => {
        const spot = isField(event.target) ? null : spotAt(event.target as Element);
        if (!spot) return;
        changes.go(spot);
        changes.write(false);
      },
    }),
    [store, changes],
  );
}
