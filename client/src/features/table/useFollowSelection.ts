/** The selection is one for all views: the card somebody is sent to becomes the current row, in the table of its type. */
import type { CardId } from "@trellis/shared/schema/ids";
import { useEffect } from "react";
import { useRevealing } from "../../workspace/useRevealing.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { TITLE } from "./columns.ts";
import { spotId } from "./gridPlaces.ts";
import { HEAD } from "./tableStore.ts";
import { settle } from "./useTableKeys.ts";
import type { TableModel } from "./useTableModel.ts";

export function useFollowSelection(model: TableModel): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was selected when the view was opened; ticks here are no journey
  useEffect(() => {
    const last = workspaceStore.getState().selection.cards.at(-1);
    if (last && model.snapshot.cards.get(last)?.type === model.type) go(model, last);
  }, []);

  useRevealing((card) => {
    const type = model.snapshot.cards.get(card)?.type;
    // Somebody was sent to a selected card; any other, such as one that undo touched, only has to be in sight.
    const isSelected = workspaceStore.getState().selection.cards.includes(card);
    if (type && type !== model.type && isSelected) model.choose({ type, columns: null, sort: null });
    if (isSelected || (type === model.type && !isInSight(model, card))) go(model, card);
    return true;
  });

  const { places, store } = model;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current place is kept while rows and columns come and go
  useEffect(() => {
    // Before anybody has come to the grid, it has no current place.
    if (store.getState().active !== null) settle(model);
  }, [places]);
}

function isInSight({ grid }: TableModel, row: CardId): boolean {
  const element = document.getElementById(spotId({ row, column: TITLE }));
  const scroller = grid.current?.parentElement;
  if (!element || !scroller) return false;
  const [inner, outer] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
  return inner.top >= outer.top && inner.bottom <= outer.bottom;
}

function go({ store, changes }: TableModel, row: CardId): void {
  const { active } = store.getState();
  if (active?.row !== row) changes.go({ row, column: active && active.row !== HEAD ? active.column : TITLE });
}
