/** Carries out the grid's keys. */
import { type FocusEvent, type KeyboardEvent, useMemo } from "react";
import { FIND_ID } from "./DutiesHead.tsx";
import type { Spot } from "./dutiesStore.ts";
import { type GridCommand, gridCommand, spotAt } from "./gridKeys.ts";
import { spotId } from "./gridPlaces.ts";
import type { DutiesModel } from "./useDutiesModel.ts";

export function useGridKeys(model: DutiesModel, page: () => number) {
  return useMemo(
    () => ({
      onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
        if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
        const { active } = model.store.getState();
        if (!active) return;
        const command = gridCommand(event, active.card !== null && active.actor !== null);
        if (!command || !run(command, active, model, page)) return;
        event.preventDefault();
        event.stopPropagation();
      },
      onFocus: (event: FocusEvent<HTMLDivElement>) => {
        if (event.target === event.currentTarget) settle(model);
      },
    }),
    [model, page],
  );
}

/** Keeps a current place: the first at the start, or when the former one is gone. */
export function settle({ store, table: { lines, columns }, changes }: DutiesModel): void {
  const { active } = store.getState();
  const hasRow = active?.card === null || lines.some(({ key }) => key === active?.card);
  const hasColumn = active?.actor === null || columns.some(({ actor }) => actor === active?.actor);
  if (active && hasRow && hasColumn) return;
  changes.go({
    card: active && hasRow ? active.card : (lines[0]?.key ?? null),
    actor: active && hasColumn ? active.actor : null,
  });
}

/** False for what means nothing where the focus is. */
function run(command: GridCommand, active: Spot, model: DutiesModel, page: () => number): boolean {
  const { table, changes, store, canEdit } = model;
  const { card, actor } = active;
  const line = table.lines.find(({ key }) => key === card);
  if (command.kind === "go") {
    const isHead = card !== null && actor === null && line;
    if (isHead && command.to === "right" && line.isOpen === false) changes.fold(card, true);
    else if (isHead && command.to === "left" && line.isOpen === true) changes.fold(card, false);
    else changes.go(spotAt(table, active, command.to, page()));
    return true;
  }
  if (command.kind === "find") {
    document.getElementById(FIND_ID)?.focus();
    return true;
  }
  if (card === null || actor === null) {
    const head = card ?? actor;
    if (head === null) return false;
    if (command.kind === "show") changes.show(head);
    else if (command.kind === "fold" && card !== null && line?.isOpen !== null) changes.fold(card);
    else return false;
    return true;
  }
  if (!canEdit) return false;
  if (command.kind === "role") changes.toggle({ card, actor }, command.role);
  else if (command.kind === "clear") changes.clear({ card, actor });
  else if (command.kind === "menu") {
    const { left, bottom } = document.getElementById(spotId(active))?.getBoundingClientRect() ?? {
      left: 0,
      bottom: 0,
    };
    store.getState().set({ asking: { card, actor, x: left, y: bottom } });
  } else return false;
  return true;
}
