/** Shows a card wherever the person is: its type is switched on, it is selected, brought into sight and opened. */
import type { Card } from "@trellis/shared/schema/values";
import { lookStore } from "./lookStore.ts";
import { sightStore } from "./sightStore.ts";
import { workspaceStore } from "./workspaceStore.ts";

export function showCard({ id, type }: Pick<Card, "id" | "type">): void {
  const { showType, selectCards, openPanel } = workspaceStore.getState();
  showType(type, true);
  // It may be hidden by a filter or a fold; then it shows against them.
  lookStore.getState().alsoShow([id]);
  selectCards([id]);
  openPanel();
  sightStore.getState().reveal(id);
}
