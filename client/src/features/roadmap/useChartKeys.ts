/** Carries out the roadmap's keys. */
import { type FocusEvent, type KeyboardEvent, useMemo } from "react";
import { type ChartCommand, chartCommand, rowAt } from "./chartKeys.ts";
import { cardOfRow, type RoadmapRow } from "./roadmapRows.ts";
import type { RoadmapModel } from "./useRoadmapModel.ts";

export function useChartKeys(model: RoadmapModel, page: () => number) {
  return useMemo(
    () => ({
      onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
        if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
        const command = chartCommand(event);
        if (!command || !run(command, model, page())) return;
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

/** Keeps a current row: the first at the start, or when the former one is gone. */
function settle({ store, rows: { rows }, actions }: RoadmapModel): void {
  const { active } = store.getState();
  const [first] = rows;
  if (first && !rows.some(({ key }) => key === active)) actions.go(first.key);
}

/** False for what means nothing where the focus is. */
function run(command: ChartCommand, model: RoadmapModel, page: number): boolean {
  const { actions, canEdit } = model;
  const { rows } = model.rows;
  const { active } = model.store.getState();
  const at = rows.findIndex(({ key }) => key === active);
  const row = rows[at];
  if (command.kind === "go") {
    const next = rowAt(rows, at, command.to, page);
    if (next) actions.go(next.key);
    return next !== null;
  }
  if (!row) return false;
  switch (command.kind) {
    case "show":
      return openRow(row, model);
    case "shift":
      // Alt with an arrow would otherwise leave the page.
      if (row.kind === "bar" && canEdit) actions.shift(row.bar, command.grip, command.steps);
      return true;
    case "fold":
      if (row.kind === "lane") actions.fold(row.key, row.isOpen);
      return true;
    case "into":
      if (row.kind === "lane" && !row.isOpen) actions.fold(row.key, false);
      else if (row.kind !== "bar") actions.go(rows[at + 1]?.key ?? row.key);
      return true;
    case "out":
      if (row.kind === "lane" && row.isOpen && row.bars > 0) actions.fold(row.key, true);
      else if (row.kind === "bar") actions.go(row.lane);
      else actions.go(rows.findLast((one, index) => index < at && one.kind === "mission")?.key ?? row.key);
      return true;
  }
}

/** Opens what a row is about; a phase that cannot be drawn opens the mission at its phases. */
export function openRow(row: RoadmapRow, { actions }: Pick<RoadmapModel, "actions">): boolean {
  const card = cardOfRow(row);
  if (card === null) return false;
  if (row.kind === "fault") actions.openAt(card, "phases");
  else actions.show(card);
  return true;
}
