/** Ends every filter, focus, path and folding, and switches the usual types of cards on again. */
import { SHOWN_BY_DEFAULT } from "@trellis/shared/derive/lanes";
import { lookStore } from "./lookStore.ts";
import { workspaceStore } from "./workspaceStore.ts";

export function showEverything(): void {
  lookStore.getState().clear();
  const { showType, shownTypes } = workspaceStore.getState();
  for (const type of SHOWN_BY_DEFAULT) if (!shownTypes.has(type)) showType(type, true);
}
