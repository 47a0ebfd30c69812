/** The selection is one for all views: what is selected elsewhere becomes the current row or column. */

import { tree } from "@trellis/shared/derive/parts";
import { parentOf } from "@trellis/shared/derive/tree";
import type { CardId } from "@trellis/shared/schema/ids";
import { useEffect } from "react";
import { useShowSelected } from "../../workspace/useRevealing.ts";
import type { DutiesModel } from "./useDutiesModel.ts";
import { settle } from "./useGridKeys.ts";

export function useFollowSelection(model: DutiesModel): void {
  useShowSelected((card) => reveal(model, card));

  const { lines, columns } = model.table;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current place is kept while rows and columns come and go
  useEffect(() => settle(model), [lines, columns]);
}

/** Opens what a card stands in and makes it current; what the matrix does not have is left alone. */
function reveal({ store, ask, table, changes, snapshot }: DutiesModel, id: CardId): void {
  const { active, folded, set } = store.getState();
  if (active && (active.card === id || active.actor === id)) return;
  if (snapshot.cards.get(id)?.type === "actor") {
    if (table.columns.some(({ actor }) => actor === id))
      changes.go({ card: active?.card ?? null, actor: id });
    return;
  }
  const all = ask(tree);
  if (!all.depths.has(id)) return;
  const open = new Set(folded);
  for (let at = parentOf(all, id); at !== null; at = parentOf(all, at)) open.delete(at);
  if (open.size !== folded.size) set({ folded: open });
  changes.go({ card: id, actor: null });
}
