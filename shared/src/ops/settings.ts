/** Settings of the map: its title, place, currency and the like. Its lists are changed by `ops/records`. */
import type { MapDraft } from "../schema/mapDoc.ts";
import { fieldsOfMap } from "../schema/mapSettings.ts";
import { requireFit } from "./checks.ts";

/** Sets one setting; `null` makes it "not known", and empties the title. */
export function editSetting(draft: MapDraft, input: { field: string; value: unknown }): void {
  requireFit(fieldsOfMap, input.field, input.value);
  draft.setSetting(input.field, input.field === "title" ? (input.value ?? "") : (input.value ?? null));
}
