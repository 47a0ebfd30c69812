/**
 * The table in which a list of a card is written and pasted into, for views that show such lists. The panel of fields
 * owns it; the frame of the map hands it to whatever view is open, so that no view knows the panel.
 */
import type { Card } from "@trellis/shared/schema/values";
import { type ComponentType, createContext, useContext } from "react";

export interface CardRecordsProps {
  readonly card: Card;
  /** A field of the card that holds records. */
  readonly list: string;
  readonly columns: readonly string[];
}

export const CardRecordsContext = createContext<ComponentType<CardRecordsProps> | null>(null);

/** @throws outside of a map's frame, which is a mistake in the code */
export function useCardRecords(): ComponentType<CardRecordsProps> {
  const CardRecords = useContext(CardRecordsContext);
  if (!CardRecords) throw new Error("A list of a card is written outside of a map's frame.");
  return CardRecords;
}
