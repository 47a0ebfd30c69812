/** Titles that were written but cannot be saved as they are: kept in this tab until they fit or are given up. */
import type { CardId } from "@trellis/shared/schema/ids";

const drafts = new Map<CardId, string>();

export const titleDrafts = {
  of: (card: CardId): string | undefined => drafts.get(card),
  keep: (card: CardId, text: string): void => {
    drafts.set(card, text);
  },
  drop: (card: CardId): void => {
    drafts.delete(card);
  },
};
