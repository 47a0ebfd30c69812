/**
 * Titles that were written and are not saved: kept in this tab until they fit or are given up. Maps made from one
 * template share card ids, so each is kept for its map and card.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { unsavedTexts } from "../../workspace/unsavedTexts.ts";

const drafts = new Map<string, string>();

const placeOf = (mapId: string, card: CardId): string => `canvas ${mapId} ${card}`;

export const titleDrafts = {
  of: (mapId: string, card: CardId): string | undefined => drafts.get(placeOf(mapId, card)),
  keep: (mapId: string, card: CardId, text: string): void => {
    drafts.set(placeOf(mapId, card), text);
    unsavedTexts.hold(placeOf(mapId, card), { mapId, card });
  },
  drop: (mapId: string, card: CardId): void => {
    drafts.delete(placeOf(mapId, card));
    unsavedTexts.release(placeOf(mapId, card));
  },
};
